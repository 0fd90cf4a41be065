"""What is counted in several places is counted once: the page, the commands and Python say the same numbers."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

import hikiwake as hw
from hikiwake.cli import app
from hikiwake.dossier import KINDS, Dossier
from hikiwake.dossier.counting import counted, eras_held, events_by_era, positions_by_era
from hikiwake.dossier.folder.checking import check_case
from hikiwake.exports import FORMATS
from hikiwake.figures.stretches import stretches
from hikiwake.periods import Period
from hikiwake.report.findings import on_record
from hikiwake.report.grounds import Grounds
from hikiwake.report.otherwise.matters import matters
from hikiwake.report.page import edition
from hikiwake.wording.phrases import brief, number, tally
from hikiwake.wording.phrases import counted as counted_in_words
from tests import built_in
from tests.built_in import japan_russia
from tests.report.lines import lines_of
from tests.skerries_model import modelled
from tests.synthetic import Builder

LISTED = ("claims", "readings", "positions", "formulas", "drivers")


@dataclass
class Told:
    """A case with its folder and its page, section by section."""

    dossier: Dossier
    place: str
    sections: dict[str, str]

    def words(self, section: str) -> str:
        """A section as its reader reads it."""
        return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", self.sections.get(section, ""))))

    def shown(self, section: str) -> list[int]:
        """The numbers at the head of each list of a section."""
        return [int(each.replace(",", "")) for each in re.findall(r"data-shown>([\d,]+)<", self.sections[section])]

    def lines(self, kind: str) -> list[dict[str, Any]]:
        """The lines of one kind in the table of the record."""
        return [line for line in lines_of(self.sections["record"]) if line["kind"] == [kind]]


def seen(dossier: Dossier) -> dict[str, str]:
    parts = re.split(
        r'<section[^>]* id="([^"]+)"', built_in.edition() if dossier is japan_russia() else edition(dossier)
    )
    return dict(zip(parts[1::2], parts[2::2], strict=True))


@pytest.fixture(scope="module", params=["built in", "small"])
def case(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Told:
    """The built-in case and the small one."""
    if request.param == "built in":
        dossier, place = japan_russia(), "japan_russia"
    else:
        folder = tmp_path_factory.mktemp("counts") / "case"
        hw.save(modelled(), folder)
        dossier, place = hw.load(folder), str(folder)
    return Told(dossier, place, seen(dossier))


def rows(case: Told, *command: str) -> list[dict[str, Any]]:
    """What a command prints as JSON."""
    result = CliRunner().invoke(app, [command[0], case.place, *command[1:], "--json"], catch_exceptions=False)
    return list(json.loads(result.stdout))


def test_the_record_holds_what_is_counted(case: Told) -> None:
    found = counted(case.dossier)
    nouns = {
        "events": "event", "figures": "figure", "cells": "survey cell", "mentions": "mention", "positions": "position",
        "formulas": "formula", "drivers": "argued cause", "readings": "reading", "doubts": "doubt",
    }  # fmt: skip
    assert [
        kind for kind, noun in nouns.items() if found[kind] and tally(found[kind], noun) not in case.words("voices")
    ] == []
    assert found["events"] == len(rows(case, "timeline")) == len(case.lines("event"))
    kinds = {"figure": "figures", "survey": "cells", "position": "positions", "cause": "drivers"}
    assert {kind: len(case.lines(kind)) for kind in kinds} == {kind: found[name] for kind, name in kinds.items()}
    assert found["mentions"] == sum(len(row["mentions"]) for row in rows(case, "timeline"))
    assert {kind: found[kind] for kind in LISTED} == {kind: len(rows(case, kind)) for kind in LISTED}
    assert found["documents"] == len(rows(case, "documents"))


def test_check_exports_pages_and_notebooks_count_alike(case: Told, tmp_path: Path) -> None:
    found = counted(case.dossier)
    checked = check_case(case.place).counts
    always = (*KINDS, "documents", "actors", "passages", "mentions")
    assert {*always} <= {*checked} <= {*always, "compared"}
    assert checked == {kind: found[kind] for kind in checked}
    assert ("compared" in checked) == (found["compared"] > 0)
    told = [FORMATS["json"].counts(case.dossier)]
    told += [hw.report(case.dossier, tmp_path / "page.html").counts] if case.place != "japan_russia" else []
    for counts in told:
        assert dict(counts) == {kind: found[kind] for kind, _ in counts}
    assert [kind for kind in KINDS if f"<td>{found[kind]:,}</td>" not in case.dossier._repr_html_()] == []


def test_each_era_has_one_number_of_events(case: Told) -> None:
    """In the table, in the drawing, and in the sentence on what is thinnest."""
    eras = events_by_era(case.dossier)
    told = [line["era"] for line in case.lines("event")]
    assert [told.count([era.id]) for era, _ in eras] == [len(events) for _, events in eras]
    thin = on_record.thin(Grounds(case.dossier))
    assert thin is not None
    held = {era.id: len(positions) for era, positions in positions_by_era(case.dossier)}
    thinnest = [
        f"{brief(era.period)} ({tally(len(events), 'event')}, {tally(held[era.id], 'position')})"
        for era, events in eras
        if era.id in held
    ]
    assert sum(each in thin.sentence for each in thinnest) == min(2, len(eras))


def test_each_era_has_one_number_of_positions(case: Told) -> None:
    """The marks of a column of the matrix are the positions held in the era."""
    cells = re.findall(
        r"<t[dh].*?</t[dh]>", case.sections["positions"].partition("</thead>")[2].partition("</table>")[0], re.S
    )
    width = len(case.dossier.case.eras) + 1
    columns = [sum(cell.count("<a ") for cell in cells[place::width]) for place in range(1, width)]
    assert columns == [len(positions) for _, positions in positions_by_era(case.dossier)]


def test_disagreements_and_doubts_are_counted_as_they_are_listed(case: Told) -> None:
    found = hw.disagreements(case.dossier)
    real, points = found.real, found.doubts
    assert len(rows(case, "disagreements")) == len(found) == len(real) + sum(not row.real for row in found)
    assert len(rows(case, "disagreements", "--real")) == len(real)
    assert len(rows(case, "disagreements", "--doubts")) == len(points)
    across = sum(each.across for each in real)
    among = "all" if 1 < len(real) == across else f"of which {number(across)}"
    told = counted_in_words(len(found), "disagreement"), number(len(real)), among
    assert "{}: {} real, {} between documents".format(*told) in case.words("otherwise")
    assert counted_in_words(len(points), "point").capitalize() + " that the editor doubts" in case.words("doubts")
    assert sum(case.shown("otherwise")) == len(matters(case.dossier, found))


def test_links_questions_and_turns_are_counted_once(case: Told) -> None:
    links = {(each.cause, each.effect): set[str]() for each in case.dossier.drivers}
    for each in case.dossier.drivers:
        links[each.cause, each.effect].add(each.sign)
    rival = sum(len(signs) > 1 for signs in links.values())
    assert tally(len(links), "argued link") in case.words("drivers")
    assert f"on {number(rival)} of them" in case.words("drivers")
    assert f"{number(rival)} of {number(len(links))} argued link" in case.words("findings").lower()
    asked = {question.id for question in case.dossier.case.questions if question.kind == "rival"}
    answered = {reading.question for reading in case.dossier.readings} & asked
    assert counted_in_words(len(answered), "question") in case.words("otherwise").lower()
    turns = {each.about or each.id for each in case.dossier.readings if each.question == "turning_point"}
    assert counted_in_words(len(turns), "turning point") in case.words("otherwise")


def test_an_event_is_in_the_era_in_which_it_begins_and_a_position_in_all_of_its_time() -> None:
    build = Builder()
    document = build.document("north", "Institute of the North", "NOR", "2000")
    for name, period in (("old", "1980"), ("long", "1993/1997"), ("late", "1999")):
        passage = build.say(document, f"The {name} one.")
        build.event(f"event-{name}", passage, period, "CONSULT", "They meet.")
        build.add("position", passage, actor="NOR", on="trade", stance="Trade.", period=Period.parse(period))
    dossier = replace(build.dossier(), case=replace(build.dossier().case, scales=()))
    told = [(era.id, [event.id for event in events]) for era, events in events_by_era(dossier)]
    assert told == [("before", ["event-old"]), ("1990-1994", ["event-long"]), ("1995-", ["event-late"])]
    earlier = events_by_era(dossier)[0][0]
    assert (earlier.title, brief(earlier.period)) == ("Before 1990", "1980–89")
    assert [eras_held(dossier, each) for each in dossier.positions] == [
        (),
        ("1990-1994", "1995-"),
        ("1995-",),
    ]
    without = replace(dossier, case=replace(dossier.case, eras=()))
    assert [(era.id, len(events)) for era, events in events_by_era(without)] == [("all", 3)]


def test_what_began_before_the_first_era_is_told_and_drawn_apart() -> None:
    """The list and the drawing have a group of their own for it; the finding on what is thinnest counts none of it."""
    build = Builder()
    document = build.document("north", "Institute of the North", "NOR", "2000")
    for place, year in enumerate((1904, 1962, 1991, 1992, 1999)):
        passage = build.say(document, f"They met in {year}.")
        build.event(f"event-{place}", passage, f"{year}", "CONSULT", "They meet.")
    old = build.add("position", passage, actor="NOR", on="trade", stance="Trade.", period=Period.parse("1962"))
    dossier = replace(build.dossier(), case=replace(build.dossier().case, scales=()))
    drawn = [(each.id, each.first.year, each.last.year, len(each.acts)) for each in stretches(dossier)]
    assert drawn == [("before", 1904, 1989, 2), ("1990-1994", 1990, 1994, 2), ("1995-", 1995, 2000, 1)]
    listed = Told(dossier, "", seen(dossier))
    eras = [era for line in listed.lines("event") for era in line["era"]]
    assert eras == ["before", "before", "1990-1994", "1990-1994", "1995-"]
    assert [(line["id"], line["era"]) for line in listed.lines("position")] == [(old, [])]
    thin = on_record.thin(Grounds(dossier))
    assert thin is not None
    assert "1990–94 (2 events, 0 positions)" in thin.sentence
    assert "1904" not in thin.sentence
