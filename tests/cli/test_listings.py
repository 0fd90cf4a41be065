"""Filters and ids of every listing; everything about one id; the current folder as CASE; version and completion."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import webbrowser
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

import hikiwake as hw
from hikiwake.cli import app
from hikiwake.cli.listing.asked import Format, Listing
from hikiwake.dossier import save
from hikiwake.dossier.filtering import Filters
from tests.safety.folders import ROOT
from tests.synthetic import skerries

LISTINGS = ["timeline", "claims", "readings", "positions", "formulas", "drivers", "disagreements"]


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """The case of the Skerries."""
    save(skerries().dossier(), tmp_path / "case")
    return tmp_path / "case"


def rows(*words: str) -> list[dict[str, Any]]:
    """The rows that a listing prints as JSON."""
    told = CliRunner().invoke(app, [*words, "--json"])
    assert told.exit_code == 0, told.output
    found: list[dict[str, Any]] = json.loads(told.stdout)
    return found


FILTERS = [
    ("--actor", "SUD"),
    ("--document", "north-1996"),
    ("--issue", "territory"),
    ("--from", "1993"),
    ("--to", "1992"),
    ("--holder", "Institute of the North"),
]


@pytest.mark.parametrize("listing", LISTINGS)
@pytest.mark.parametrize(("option", "word"), FILTERS)
def test_every_listing_takes_every_filter(listing: str, option: str, word: str, case: Path) -> None:
    """What is left is a part of the whole, in its order, and the same again with the same words."""
    whole = [row["id"] for row in rows(listing, str(case))]
    part = [row["id"] for row in rows(listing, str(case), option, word)]
    assert [id_ for id_ in whole if id_ in part] == part
    assert rows(listing, str(case), option, word) == rows(listing, str(case), option, word)


def test_what_a_filter_leaves(case: Path) -> None:
    """By the entry's own fields, or by those of the event that it tells of."""
    dossier = hw.load(case)
    for row in rows("positions", str(case), "--actor", "SUD"):
        assert row["actor"].split("/")[0] == "SUD"
    for row in rows("timeline", str(case), "--actor", "SUD"):
        assert any(id_.split("/")[0] == "SUD" for id_ in (*row["sources"], *row["targets"]))
    for row in rows("claims", str(case), "--document", "north-1996"):
        assert {passage["document"] for passage in row["passages"]} == {"north-1996"}
    early = rows("positions", str(case), "--to", "1992")
    assert early and all(row["period"]["start"] < "1993" for row in early)
    kept = Filters(issue="territory").of(dossier)
    assert kept.events and all("territory" in event.issues for event in kept.events)
    abouts = [each.about for each in kept.claims]
    abouts += [each.about for each in kept.readings]
    abouts += [each.about for each in kept.drivers]
    for about in abouts:
        event = dossier.by_id[about]
        assert isinstance(event, hw.Event) and "territory" in event.issues


def test_a_holder_by_a_part_of_the_name(case: Path) -> None:
    """In any capitals; the whole name goes before what only contains it."""
    holders = {claim.holder for claim in hw.load(case).claims}
    one = sorted(holders)[0]
    assert {row["holder"] for row in rows("claims", str(case), "--holder", one.upper())} == {one}
    part = one.split()[-1].casefold()
    found = {row["holder"] for row in rows("claims", str(case), "--holder", part)}
    assert found == {each for each in holders if part in each.casefold()}


@pytest.mark.parametrize(
    ("option", "word", "said"),
    [
        ("--actor", "SUDD", "did you mean 'SUD'?"),
        ("--document", "north-1969", "did you mean 'north-1996'?"),
        ("--issue", "teritory", "did you mean 'territory'?"),
        ("--holder", "nobody at all", "is no holder of the case"),
        ("--from", "soon", "write a year"),
        ("--to", "1990-13", "has month 13"),
    ],
)
@pytest.mark.parametrize("listing", ["claims", "disagreements"])
def test_a_word_that_the_case_does_not_know(option: str, word: str, said: str, listing: str, case: Path) -> None:
    told = CliRunner().invoke(app, [listing, str(case), option, word])
    assert isinstance(told.exception, hw.HikiwakeError) and said in str(told.exception)


@pytest.mark.parametrize("listing", LISTINGS)
def test_ids_stand_in_every_table(listing: str, case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each in one piece, so that it can be copied."""
    monkeypatch.setenv("COLUMNS", "250")
    found = rows(listing, str(case))
    shown = CliRunner().invoke(app, [listing, str(case), "--format", "table"]).stdout
    for row in found:
        wanted = row["entries"][:1] if listing == "disagreements" else [row["id"]]
        assert all(id_ in shown for id_ in wanted)


def test_everything_about_an_entry(case: Path, tmp_path: Path) -> None:
    """Its cells, its passages with their words, and what refers to it."""
    dossier = hw.load(case)
    library = skerries().library(tmp_path / "library")
    claim = dossier.claims[0]
    told = CliRunner().invoke(app, ["show", str(case), claim.id, "--library", str(library)])
    assert told.exit_code == 0 and claim.summary in told.stdout and claim.holder in told.stdout
    passage = dossier.passage[claim.passages[0]]
    text = skerries().texts[passage.document][passage.start : passage.end]
    assert f"characters {passage.start} to {passage.end}" in told.stdout
    assert " ".join(text.split()[:25]) in told.stdout
    (shown,) = rows("show", str(case), passage.id)
    assert {"file": "claims.csv", "id": claim.id, "column": "passages"} in shown["cited_by"]
    assert shown["passages"][0]["words"] is None


def test_every_id_of_a_case_can_be_shown(case: Path) -> None:
    """Entries, mentions, documents, actors, passages and the words of the frame."""
    dossier = hw.load(case)
    ids = [*dossier.by_id, *dossier.document, *dossier.actor, *dossier.passage]
    ids += [each.id for name in ("issues", "eras", "scales", "questions") for each in getattr(dossier.case, name)]
    for id_ in ids:
        assert all(row["id"] == id_ for row in rows("show", str(case), id_))
    event = dossier.events[0]
    (shown,) = rows("show", str(case), event.id)
    assert [each["id"] for each in shown["passages"]] == list(dict.fromkeys(event.passages))
    assert {each["id"] for each in shown["cited_by"]} >= {mention.id for mention in event.mentions}


def test_an_id_that_is_none(case: Path) -> None:
    wrong = f"{hw.load(case).claims[0].id}x"
    told = CliRunner().invoke(app, ["show", str(case), wrong])
    assert "did you mean" in str(told.exception)
    assert CliRunner().invoke(app, ["show"]).exit_code == 2
    assert CliRunner().invoke(app, ["show", str(case), "a", "b"]).exit_code == 2


def test_the_quoting_rule_holds(case: Path, tmp_path: Path) -> None:
    """None, at most 25 words, or all."""
    library = str(skerries().library(tmp_path / "library"))
    claim = hw.load(case).claims[0].id
    words = {
        quotes: rows("show", str(case), claim, "--library", library, "--quotes", quotes)[0]["passages"][0]["words"]
        for quotes in ("none", "short", "full")
    }
    assert words["none"] is None and len(words["short"].split()) <= 25 and words["full"]


@pytest.mark.parametrize("command", [*LISTINGS, "documents", "actors", "check", "range"])
def test_the_current_folder_is_the_case(
    command: str, case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where it is one; else the built-in case; a case that is named goes before both."""
    named = rows(command, str(case))
    monkeypatch.chdir(case)
    assert rows(command) == named
    monkeypatch.chdir(tmp_path)
    assert rows("documents") != rows("documents", str(case))
    monkeypatch.chdir(case)
    assert rows("documents", "japan_russia") != rows("documents")


def test_show_in_the_folder_of_a_case(case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(case)
    assert rows("show", "NOR")[0]["kind"] == "actor"
    monkeypatch.chdir(tmp_path)
    assert rows("show", "JPN")[0]["kind"] == "actor"


def test_the_version() -> None:
    told = CliRunner().invoke(app, ["--version"])
    assert (told.exit_code, told.stdout) == (0, f"hikiwake {version('hikiwake')}\n")


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [("hikiwake time", "timeline"), ("hikiwake sho", "show"), ("hikiwake timeline --hol", "--holder")],
)
def test_the_shell_completes(typed: str, wanted: str) -> None:
    env = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "_HIKIWAKE_COMPLETE": "complete_bash", "COMP_WORDS": typed,
           "COMP_CWORD": str(len(typed.split()) - 1)}  # fmt: skip
    start = "import sys; sys.argv = ['hikiwake']; from hikiwake.cli import main; main()"
    told = subprocess.run([sys.executable, "-c", start], env=env, capture_output=True, text=True, check=False)
    assert wanted in told.stdout.split()


@pytest.mark.parametrize("there", [True, False])
def test_a_page_is_opened_once_it_is_written(
    there: bool, case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def browser(address: str) -> bool:
        opened.append(address)
        return there

    monkeypatch.setattr(webbrowser, "open", browser)
    page = tmp_path / "page.html"
    told = CliRunner().invoke(app, ["report", str(case), "--output", str(page), "--open"])
    assert told.exit_code == 0 and opened == [page.resolve().as_uri()]
    assert ("no browser was found" in told.stderr) is not there


WORDS = ("a conference on fishery", "Norland", "agreement", "1992-02-04")
COLUMNS = ("id", "summary", "side", "type", "when", "place")
LONG = "event-1992-02-conference-of-norland-and-suderland"


def printed(id_: str, width: int, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> str:
    """Two rows as a table in a terminal of a width."""
    monkeypatch.setenv("COLUMNS", str(width))
    Listing(Format.TABLE).show([dict(zip(COLUMNS, (id_, *WORDS, ""), strict=True))] * 2, COLUMNS, ["when"])
    return capfd.readouterr().out


@pytest.mark.parametrize("width", [25, 40, 60, 80, 100, 200])
@pytest.mark.parametrize("id_", ["event-1", LONG])
def test_no_word_of_a_table_is_broken(
    width: int, id_: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """Words stay whole, in columns or row by row; what had no room is named below; ids stay whole."""
    told = printed(id_, width, monkeypatch, capfd)
    said = " ".join(told.split())
    gone = said.partition("; no room for ")[2].partition(" (")[0].split(", ")
    words = dict(zip(COLUMNS[1:], WORDS, strict=False))
    assert all(word in told for name, text in words.items() if name not in gone for word in text.split())
    assert told.count(id_) == 2 and "2 rows" in said
    assert all(len(line) <= width for line in told.splitlines() if id_ not in line)


def test_the_spare_column_goes_first(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    wide, narrow, least = (printed("event-1", width, monkeypatch, capfd) for width in (80, 62, 48))
    assert "no room" not in wide and "1992-02-04" in wide
    assert narrow.endswith("2 rows; no room for when (--format csv has all)\n") and "agreement" in narrow
    assert " ".join(least.split()).endswith("2 rows; no room for type, when, place (--format csv has all)")


def test_a_long_id_stands_under_the_longest_text(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    lines = printed(LONG, 80, monkeypatch, capfd).splitlines()
    first = next(line for line in lines if WORDS[0] in line)
    under = lines[lines.index(first) + 1]
    assert under.index(LONG) == first.index(WORDS[0]) and under.strip() == LONG
