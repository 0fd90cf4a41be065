"""What every result of an analysis keeps to; a new one is one line in ``RESULTS``, with the command that prints it."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable
from functools import cache
from html import unescape
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from xml.etree import ElementTree

import pytest

import hikiwake as hw
from hikiwake import cli
from hikiwake.comparison import candidates
from hikiwake.conflict import (
    baseline,
    coalition_stability,
    draws,
    evolve,
    improvement_paths,
    inverse,
    move_paths,
    solve_unknown,
    survivors,
)
from hikiwake.conflict.changing.inverse import window
from hikiwake.conflict.files.reading import read_conflict
from hikiwake.modelling.drafting import draft
from hikiwake.modelling.scenarios import Scenario, assumption
from hikiwake.relation.querying import Asked, ImportedEvents, all_dyads, one_dyad
from hikiwake.results import Result
from hikiwake.settlement.scenarios import compared
from hikiwake.wording.tables import MOST_ROWS
from tests.built_in import caspian_sea, japan_russia
from tests.relation.querying.planted_rows import planted
from tests.synthetic import skerries

MODEL = Path(__file__).resolve().parents[2] / "examples" / "elmira.toml"
PACKAGES = MODEL.parent / "packages"
CASE = japan_russia()
FIVE = caspian_sea()  # of five parties, with texts of its own
ASSUMED = "flip Soviet Union: not transfer_large"
ELMIRA = read_conflict(MODEL)
SOLVED = hw.solve(ELMIRA)
ROWS, PAIR = ImportedEvents(Path(planted())), ("JPN", "RUS")
RESULTS: dict[
    str, tuple[Callable[[], Result[Any]], tuple[str, ...]]
] = {  # what makes it, and the command that prints it
    "adjusted winner": (lambda: hw.divide(PACKAGES / "camp_david.toml"), ("divide", str(PACKAGES / "camp_david.toml"))),
    "bargaining ranges": (lambda: hw.bargaining_range(CASE), ("range", "japan_russia")),
    "candidates": (lambda: candidates(CASE), ("disagreements", "japan_russia", "--candidates")),
    "coalitions": (lambda: coalition_stability(SOLVED), ("solve", str(MODEL), "--coalitions")),
    "disagreements": (lambda: hw.disagreements(CASE), ("disagreements", "japan_russia")),
    "doubts": (lambda: hw.disagreements(CASE).doubts, ("disagreements", "japan_russia", "--doubts")),
    "events": (lambda: hw.entries(CASE), ("timeline", "japan_russia")),
    "claims": (lambda: hw.entries(CASE, "claims"), ("claims", "japan_russia")),
    "readings": (lambda: hw.entries(CASE, "readings"), ("readings", "japan_russia")),
    "positions": (lambda: hw.entries(CASE, "positions"), ("positions", "japan_russia")),
    "formulas": (lambda: hw.entries(CASE, "formulas"), ("formulas", "japan_russia")),
    "drivers": (lambda: hw.entries(CASE, "drivers"), ("drivers", "japan_russia")),
    "entered doubts": (lambda: hw.entries(CASE, "doubts"), ()),
    "draft": (lambda: draft(CASE, "2019-2022"), ()),
    "coincidence": (
        lambda: hw.coincidence(CASE, (1, 5), draws=49),
        ("drivers", "japan_russia", "--test", "--within", "1,5", "--draws", "49"),
    ),
    "draws": (lambda: draws(ELMIRA, 50, 0), ("robust", str(MODEL), "--draws", "50", "--orders", "50")),
    "evolution": (lambda: evolve(hw.solve(ELMIRA, ["seq"])), ("evolve", str(MODEL))),
    "fallback": (
        lambda: hw.divide(PACKAGES / "fund.toml", "fallback"),
        ("divide", str(PACKAGES / "fund.toml"), "--method", "fallback"),
    ),
    "findings": (
        lambda: hw.findings(CASE, "1956-1959", draws=5),
        ("findings", "japan_russia", "--era", "1956-1959", "--draws", "5"),
    ),
    "history": (
        lambda: hw.history(CASE, "1956-1959", orders=5),
        ("history", "japan_russia", "--era", "1956-1959", "--orders", "5"),
    ),
    "hypotheses": (lambda: hw.hypotheses(CASE), ("hypotheses", "japan_russia")),
    "weighed evidence": (lambda: hw.hypotheses(CASE).evidence, ("hypotheses", "japan_russia")),
    "changes of a conclusion": (lambda: hw.hypotheses(CASE).changes, ("hypotheses", "japan_russia")),
    "between analysts": (lambda: hw.hypotheses(CASE).between_analysts, ("hypotheses", "japan_russia")),
    "improvement paths": (lambda: improvement_paths(SOLVED), ("paths", str(MODEL))),
    "inverse": (
        lambda: inverse(ELMIRA, "9", [window("Firm=3")]),
        ("inverse", str(MODEL), "9", "--window", "Firm=3"),
    ),
    "levers": (lambda: hw.levers(ELMIRA, "9", most=2), ("levers", str(MODEL), "9", "--most", "2")),
    "move paths": (lambda: move_paths(SOLVED), ("paths", str(MODEL))),
    "scenarios": (
        lambda: compared(CASE, [Scenario("assumed", "assumed", "1956-1959", (assumption(ASSUMED),))]),
        ("whatif", "japan_russia", "--era", "1956-1959", "--assume", ASSUMED),
    ),
    "packages": (lambda: hw.packages(PACKAGES / "fund.toml"), ("packages", str(PACKAGES / "fund.toml"))),
    "random orders": (lambda: baseline(ELMIRA, 50, 0), ("robust", str(MODEL), "--draws", "50", "--orders", "50")),
    "comparisons": (lambda: hw.compare(CASE, resamples=5), ("compare", "japan_russia", "--resamples", "5")),
    "questions to event data": (lambda: all_dyads(ROWS, Asked("month")), ("events", planted(), "--by", "month")),
    "one dyad of event data": (lambda: one_dyad(ROWS, PAIR), ("events", planted(), "--dyad", ",".join(PAIR))),
    "relation": (lambda: hw.relation(CASE, resamples=5), ("relation", "japan_russia", "--resamples", "5")),
    "relation by event data": (
        lambda: hw.relation(ROWS, PAIR, resamples=5),
        ("relation", planted(), "--dyad", ",".join(PAIR), "--resamples", "5"),
    ),
    "imported files": (lambda: _taken_in("Day,A,B\n1956-10-19,JPN,RUS\n"), ()),
    "nothing found": (lambda: hw.search(CASE, "xyzzy"), ("search", "xyzzy", "japan_russia")),
    "not in the documents": (lambda: _all_read("xyzzy"), ()),
    "search": (lambda: hw.search(CASE, "joint declaration"), ("search", "joint declaration", "japan_russia")),
    "silence": (lambda: solve_unknown(ELMIRA), ("solve", str(MODEL), "--silence", "unknown")),
    "stability": (lambda: SOLVED, ("solve", str(MODEL))),
    "survival": (lambda: survivors(ELMIRA), ("robust", str(MODEL), "--draws", "50", "--orders", "50")),
    "why": (lambda: hw.why(ELMIRA, "9"), ("why", str(MODEL), "9")),
    "bargaining ranges of five parties": (lambda: hw.bargaining_range(FIVE), ("range", "caspian_sea")),
    "disagreements of four texts": (lambda: hw.disagreements(FIVE), ("disagreements", "caspian_sea")),
    "events of five parties": (lambda: hw.entries(FIVE), ("timeline", "caspian_sea")),
    "findings of five parties": (
        lambda: hw.findings(FIVE, "1998-2007", draws=5),
        ("findings", "caspian_sea", "--era", "1998-2007", "--draws", "5"),
    ),
    "history of five parties": (
        lambda: hw.history(FIVE, "1998-2007", orders=5),
        ("history", "caspian_sea", "--era", "1998-2007", "--orders", "5"),
    ),
    "relation of two of five": (
        lambda: hw.relation(FIVE, resamples=5),
        ("relation", "caspian_sea", "--resamples", "5"),
    ),
    "search in texts of the case": (
        lambda: hw.search(FIVE, "modified median line"),
        ("search", "modified median line", "caspian_sea"),
    ),
}
EMPTY = {"nothing found", "not in the documents", "between analysts"}
DRAWN = {
    "bargaining ranges",
    "bargaining ranges of five parties",
    "comparisons",
    "evolution",
    "findings",
    "findings of five parties",
    "improvement paths",
    "move paths",
    "relation",
    "relation by event data",
    "relation of two of five",
}


def _taken_in(table: str) -> Result[Any]:
    """What becomes of a table of events that is taken in."""
    with TemporaryDirectory() as folder:
        (file := Path(folder) / "acts.csv").write_text(table, encoding="utf-8")
        columns = {"date": "Day", "source": "A", "target": "B"}
        return hw.import_events("plain", [file], Path(folder) / "into", columns=columns)


def _all_read(question: str) -> Result[Any]:
    """What a search finds in a library that holds every document of the case."""
    made = skerries()
    with TemporaryDirectory() as folder:
        return hw.search(made.dossier(), question, made.library(Path(folder)))


@pytest.fixture(params=RESULTS)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@cache
def made(name: str) -> Result[Any]:
    """A result, made once: results are frozen."""
    return RESULTS[name][0]()


@pytest.fixture
def result(name: str) -> Result[Any]:
    return made(name)


def test_every_kind_of_result_is_in_the_table() -> None:
    assert {type(made(name)).__qualname__ for name in RESULTS} == _below(Result)


def _below(kind: type) -> set[str]:
    """The names of the program's own kinds of result; of a class with slots Python knows two, of one name."""
    kinds: list[type] = kind.__subclasses__()
    return {each.__qualname__ for each in kinds if each.__module__.startswith("hikiwake.")}.union(*map(_below, kinds))


def test_is_a_sequence_of_its_rows(name: str, result: Result[Any]) -> None:
    assert len(result) == len(result.rows) == len(list(result))
    assert (len(result) > 0) == (name not in EMPTY)
    assert result[:1] == result.rows[:1]
    assert result[:2] == result.rows[:2]
    with pytest.raises(IndexError):
        result[len(result)]


def test_is_frozen(result: Result[Any]) -> None:
    with pytest.raises((AttributeError, TypeError)):
        result.rows = ()  # type: ignore[misc]


def test_a_record_is_plain_values_under_the_same_names(result: Result[Any]) -> None:
    records = result.as_records()
    assert len(records) == len(result)
    assert json.loads(json.dumps(records)) == records
    assert len({tuple(record) for record in records}) <= 1
    assert all(len(record) > 1 for record in records)


def test_a_row_is_flat_and_goes_into_a_table(result: Result[Any]) -> None:
    """The same columns in every row, a single value in every cell, one type to a column: what a data frame asks for."""
    rows = result.as_rows()
    assert len(rows) == len(result)
    assert len({tuple(row) for row in rows}) <= 1
    for column in rows[0] if rows else ():
        assert {type(row[column]) for row in rows} - {type(None)} in ({str}, {int}, {float}, {bool}, set()), column
    written = StringIO()
    table = csv.DictWriter(written, rows[0] if rows else ())
    table.writeheader()
    table.writerows(rows)
    assert len(list(csv.DictReader(StringIO(written.getvalue())))) == len(rows)


def test_a_row_leaves_no_column_of_a_record_out(result: Result[Any]) -> None:
    for record, row in zip(result.as_records(), result.as_rows(), strict=True):
        for name, value in record.items():
            assert any(column == name or column.startswith(f"{name}_") for column in row), name
            if isinstance(value, list) and all(isinstance(each, str) for each in value):
                assert row[name] == (" " if name == "sentences" else "; ").join(value)
            elif not isinstance(value, dict | list):
                assert row.get(name) == value  # of a record that is not there, no column says anything


def test_the_same_is_printed_with_json(name: str, result: Result[Any], capfd, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    command = RESULTS[name][1]
    if not command:
        pytest.skip("no command prints this one as JSON here")
    monkeypatch.setattr("sys.argv", ["hikiwake", *command, "--json"])
    with pytest.raises(SystemExit):
        cli.main()
    printed = json.loads(capfd.readouterr().out)
    assert result.as_records() in list(_lists(printed))


def _lists(value: Any) -> list[list[Any]]:
    """The lists of a printed value, at any depth of objects."""
    if isinstance(value, list):
        return [value]
    return [each for inner in value.values() for each in _lists(inner)] if isinstance(value, dict) else []


def test_says_what_it_says_in_sentences(result: Result[Any]) -> None:
    assert isinstance(result.sentences, tuple)
    assert result.sentences
    for sentence in result.sentences:
        assert sentence == sentence.strip()
        assert len(sentence.split()) > 2
        assert not re.search(r"\bNone\b|\{|\}|  |object at|\(\)", sentence)


def test_shows_itself_in_a_notebook(result: Result[Any]) -> None:
    html = result._repr_html_()
    if not result.rows:
        assert html.startswith("<p>")
        return
    head, cells = result.shown()
    body = html.split("<tbody>")[1].split("</tbody>")[0]
    assert body.count("<tr>") == min(len(list(cells)), MOST_ROWS)
    assert html.count("<th>") == len(head)
    assert all(row.count("<td>") == len(head) for row in body.split("</tr>")[:-1])


def test_shows_titles_in_place_of_ids(result: Result[Any]) -> None:
    """No cell is the id of an entry, a formula, an era's scale or a document of the case."""
    ids = {*CASE.by_id, *(each.id for each in CASE.formulas), *(each.id for each in CASE.documents)}
    _, cells = result.shown()
    parts = (part for row in cells for cell in row for part in (cell if isinstance(cell, list | tuple) else [cell]))
    assert not {str(part) for part in parts} & ids


def test_is_drawn_or_says_that_it_is_not(name: str, result: Result[Any]) -> None:
    if name in DRAWN:
        assert ElementTree.fromstring(hw.figure(result)).tag.endswith("svg")
    else:
        with pytest.raises(hw.HikiwakeError, match=f"no figure of {type(result).__name__}; there is one of Bargaining"):
            hw.figure(result)


@pytest.mark.parametrize("kind", ["disagreements", "bargaining_range"])
def test_markup_of_a_case_is_text_in_a_notebook(kind: str) -> None:
    """A title with markup is shown, never obeyed."""
    from dataclasses import replace

    found = skerries().dossier()
    evil = "<script>alert(1)</script>"
    case = replace(found.case, eras=tuple(replace(era, title=evil) for era in found.case.eras))
    html = getattr(hw, kind)(replace(found, case=case))._repr_html_()
    assert "<script" not in html
    assert kind == "disagreements" or evil in unescape(html)
