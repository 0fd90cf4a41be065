"""A value of another type, in any key and in either form of a case, is one fault with its place."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from hikiwake.dossier import load, save
from hikiwake.dossier.folder.checking import check_case
from hikiwake.dossier.folder.onefile import json_text
from hikiwake.errors import HikiwakeError
from tests.synthetic import skerries

VALUES: list[Any] = [[], {}, 3, True, 1.5, ["a", 3], {"a": 1}]
KEYS = ["id", "title", "author", "publisher", "written", "language", "names", "issued", "sha256", "characters", "file"]


@pytest.mark.parametrize("value", VALUES, ids=str)
@pytest.mark.parametrize("key", KEYS)
def test_a_document_with_a_value_of_another_type(key: str, value: Any, tmp_path: Path) -> None:
    told = json.loads(json_text(skerries().dossier()))
    if key == "characters" and value == 3 and value is not True:
        value = "3"
    told["documents"][0][key] = value
    (tmp_path / "case.json").write_text(json.dumps(told), encoding="utf-8")
    with pytest.raises(HikiwakeError, match="documents"):
        load(tmp_path / "case.json")


@pytest.mark.parametrize(
    "text",
    [f"title = {'9' * 5000}", f"title = {'[' * 20_000}", "title = inf", f"title = {datetime(2000, 1, 2).isoformat()}"],
    ids=["digits", "nesting", "infinite", "moment"],
)
def test_a_frame_that_holds_something_else(text: str, tmp_path: Path) -> None:
    save(skerries().dossier(), tmp_path / "case")
    (tmp_path / "case" / "case.toml").write_text(text, encoding="utf-8")
    assert any(fault.file == "case.toml" for fault in check_case(tmp_path / "case").faults)


@pytest.mark.parametrize("odd", ["a;b", " a", "a ", ""], ids=repr)
def test_items_that_no_cell_can_hold(odd: str, tmp_path: Path) -> None:
    told = json.loads(json_text(skerries().dossier()))
    told["events"][0]["issues"] = [odd]
    (tmp_path / "case.json").write_text(json.dumps(told), encoding="utf-8")
    with pytest.raises(HikiwakeError, match=r"events\[1\].issues"):
        load(tmp_path / "case.json")


@pytest.mark.parametrize("odd", ["\x00", "\ud800", "x" * 140_000], ids=["nul", "surrogate", "long"])
def test_texts_that_no_folder_can_hold(odd: str, tmp_path: Path) -> None:
    told = json.loads(json_text(skerries().dossier()))
    told["claims"][0]["summary"] = odd
    (tmp_path / "case.json").write_text(json.dumps(told), encoding="utf-8")
    with pytest.raises(HikiwakeError, match=r"claims\[1\].summary"):
        load(tmp_path / "case.json")
