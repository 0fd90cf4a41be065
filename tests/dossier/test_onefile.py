"""A case as one JSON file comes back exactly, and what is wrong in it is told with row and field."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hikiwake.dossier import load
from hikiwake.dossier.folder.checking import check_case
from hikiwake.dossier.folder.onefile import json_text
from hikiwake.errors import CaseError
from tests.synthetic import skerries

Told = dict[str, Any]


def test_a_dossier_comes_back_as_it_was(tmp_path: Path) -> None:
    """Writing and reading gives an equal dossier: the synthetic and the built-in one."""
    models = (("1990-1994", 'title = "Two offers"\n'),)
    for dossier in (replace(skerries().dossier(), conflicts=models), load("japan_russia"), load("caspian_sea")):
        path = tmp_path / "case.json"
        path.write_text(json_text(dossier), encoding="utf-8")
        assert load(path) == dossier
        assert json_text(load(path)) == path.read_text(encoding="utf-8")


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0")))
def test_any_text_survives(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    """Formulas of spreadsheets, quotes, line ends and control characters come back."""
    dossier = skerries().dossier()
    claims = (replace(dossier.claims[0], summary=f"=1+{text}."), *dossier.claims[1:])
    path = tmp_path_factory.mktemp("json") / "case.json"
    path.write_bytes(json_text(replace(dossier, claims=claims)).encode())
    assert load(path).claims == claims


def _set(*keys: Any) -> Callable[[Told], None]:
    """Set what stands at some keys to the last of them."""

    def change(told: Any) -> None:
        for key in keys[:-2]:
            told = told[key]
        told[keys[-2]] = keys[-1]

    return change


BROKEN: list[tuple[Callable[[Told], None], str]] = [
    (_set("format", "x"), 'no case, which says "format"'),
    (_set("events", {}), "events: found '{}', expected a list of rows"),
    (_set("events", 0, []), r"events\[1\]: found '\[\]', expected the fields"),
    (_set("events", 0, "type", "HUG"), r"events\[1\].type: found 'HUG', expected one of"),
    (_set("events", 0, "summary", 5), r"events\[1\].summary: found '5', expected some words in quotes"),
    (_set("events", 0, "sources", "NOR"), r"events\[1\].sources: found 'NOR', expected a list of words"),
    (_set("events", 0, "period", "1991"), r"events\[1\].period: found '1991', expected an object with start"),
    (_set("events", 0, "period", "start", "1991"), r"events\[1\].period: found '1991', expected a day"),
    (_set("passages", 0, "start", -1), r"passages\[1\].start: found '-1', expected a whole number"),
    (_set("passages", 0, "page", True), r"passages\[1\].page: found 'True', expected a whole number"),
    (_set("claims", 0, "passages", ["nowhere"]), r"claims\[1\].passages: found 'nowhere', expected one of the case's"),
    (_set("documents", 0, "written", "start", "soon"), "documents: found .*start and end are days"),
    (_set("case", "eras", 0, "end", "0001-01-01"), "eras: found 'the period ends"),
    (_set("case", "weather", 1), "weather: found 'weather', expected one of title"),
    (_set("case", []), "title: found '', expected some words"),
    (_set("conflicts", []), r"conflicts: found '\[\]', expected an object"),
]


@pytest.mark.parametrize(("change", "message"), BROKEN, ids=[message[:30] for _, message in BROKEN])
def test_a_broken_file_is_told_with_row_and_field(tmp_path: Path, change: Callable[[Told], None], message: str) -> None:
    """Each fault names the row, the field, what was found and what was expected."""
    told = json.loads(json_text(skerries().dossier()))
    change(told)
    (tmp_path / "case.json").write_text(json.dumps(told, indent=1), encoding="utf-8")
    with pytest.raises(CaseError, match=message):
        load(tmp_path / "case.json")


def test_a_file_is_checked_like_a_folder(tmp_path: Path) -> None:
    """`check` lists every fault of the file, and verifies its passages against a library."""
    (tmp_path / "case.json").write_text(json_text(skerries().dossier()), encoding="utf-8")
    library = skerries().library(tmp_path / "library")
    report = check_case(tmp_path / "case.json", library)
    assert not report.faults
    assert "passages found" in report.notes[0]
    told = json.loads((tmp_path / "case.json").read_text(encoding="utf-8"))
    told["events"][0]["type"], told["claims"][0]["holder"] = "HUG", ""
    (tmp_path / "case.json").write_text(json.dumps(told), encoding="utf-8")
    assert len(check_case(tmp_path / "case.json").faults) >= 2


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"{\n  oops", r"case.json:2: not JSON"),
        (b"[" * 100_000, "not JSON"),
        (b"\xff", "not UTF-8 .0xff at byte 0"),
        (b"[]", "no case"),
    ],
)
def test_what_is_no_case_is_refused(tmp_path: Path, content: bytes, message: str) -> None:
    """One clear error, with the line where there is one."""
    (tmp_path / "case.json").write_bytes(content)
    with pytest.raises(CaseError, match=message):
        load(tmp_path / "case.json")
