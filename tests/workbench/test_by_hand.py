"""Entering by hand: what is filled in is held against the whole case, and can be taken back."""

from __future__ import annotations

import pytest

from hikiwake.dossier.entering.by_hand import MisfitsError, cells_there
from hikiwake.dossier.entering.differences import rows
from hikiwake.errors import CaseError
from hikiwake.workbench import Span
from hikiwake.workbench.by_hand import ChangedError, Wanted, stand_of
from tests.workbench.conftest import Bench, span

CLAIM = {
    "holder": "A commission", "subject": "wells", "measure": "dry_wells", "comparator": "~", "value": "40",
    "kind": "actual", "start": "2014", "summary": "About 40 wells were dry.",
}  # fmt: skip
ACT = {"start": "2013-06", "sources": "AAA", "targets": "BBB", "happened": "occurred", "summary": "They agreed."}


def faults(bench: Bench, wanted: Wanted) -> dict[str, str]:
    before, lines = bench.dossier, len(bench.workbench.log)
    with pytest.raises(MisfitsError) as told:
        bench.workbench.enter(wanted)
    assert bench.dossier == before and len(bench.workbench.log) == lines
    return told.value.of(wanted.kind, wanted.id)


def test_a_claim_is_entered_with_its_passage_and_taken_back(bench: Bench) -> None:
    before = rows(bench.dossier)
    id_ = bench.workbench.enter(Wanted("claims", CLAIM, spans=span(3), adding=True), "ann")
    claim = bench.dossier.by_id[id_]
    (passage,) = claim.passages
    assert bench.dossier.passage[passage].start == span(3)[0].start
    assert "dry_wells" in [term.id for term in bench.dossier.case.measures]
    last = bench.workbench.last
    assert last and (last.what, last.who) == ("enter", "ann")
    bench.workbench.undo()
    assert rows(bench.dossier) == before
    bench.workbench.redo()
    assert bench.dossier.by_id[id_] == claim


def test_every_fault_is_told_at_its_column_at_once(bench: Bench) -> None:
    told = faults(bench, Wanted("claims", {**CLAIM, "holder": " ", "comparator": "≈", "start": "soon"}, spans=span(3)))
    assert {"holder", "comparator", "start"} == set(told)
    assert "soon" in told["start"]


@pytest.mark.parametrize(
    ("kind", "cells", "column"),
    [
        ("claims", {**CLAIM, "measure": "unheard_of"}, "measure"),
        ("events", {**ACT, "sources": "NOBODY"}, "sources"),
        ("events", {**ACT, "series": "event-none"}, "series"),
        ("eras", {"id": "1", "title": "One", "start": "2013", "precision": "day"}, "precision"),
        ("scales", {"id": "land", "title": "Land", "actor": "AAA", "order": "none"}, "order"),
        ("scales", {"id": "land", "title": "Land", "actor": "AAA", "order": "a,;"}, "order"),
        ("questions", {"id": "why", "wording": "Why?", "kind": "rhetorical"}, "kind"),
        (
            "places",
            {"id": "isle", "names": "en:Isle", "kind": "island", "longitude": "200", "latitude": "1"},
            "longitude",
        ),
        ("actors", {"id": "AAA", "kind": "state"}, "id"),
        ("actors", {"id": "CCC", "kind": "state", "names": "nameless"}, "names"),
        ("doubts", {"holder": "ann", "entry": "none", "kind": "error", "reason": "so"}, "entry"),
        ("formulas", {"holder": "ann", "title": "Half", "kind": "access", "includes": "half"}, "passages"),
    ],
)
def test_what_check_would_find_is_refused(bench: Bench, kind: str, cells: dict[str, str], column: str) -> None:
    spans = () if kind == "formulas" else span(3)
    assert set(faults(bench, Wanted(kind, cells, spans=spans))) == {column}


def test_an_event_is_entered_with_a_mention_for_its_passage(bench: Bench) -> None:
    id_ = bench.workbench.enter(Wanted("events", ACT, spans=span(0)))
    (event,) = bench.dossier.events
    assert (id_, event.id, event.holder) == ("event-2013-06-act-aaa-bbb",) * 2 + ("A commission",)
    bench.workbench.enter(Wanted("mentions", {**ACT, "event": id_, "holder": "A minister"}, spans=span(1)))
    assert [each.holder for each in bench.dossier.events[0].mentions] == ["A commission", "A minister"]
    bench.workbench.remove("events", id_)
    assert not bench.dossier.events and not bench.dossier.passages
    bench.workbench.undo()
    assert len(bench.dossier.events[0].mentions) == 2


def test_an_actor_that_the_vocabulary_knows_is_added(bench: Bench) -> None:
    bench.workbench.enter(Wanted("events", {**ACT, "sources": "EGY", "targets": "ETH/public"}, spans=span(0)))
    assert {each.id for each in bench.dossier.actors} >= {"EGY", "ETH", "ETH/public"}


def test_what_others_name_is_not_taken_out(bench: Bench) -> None:
    bench.workbench.enter(Wanted("events", ACT, spans=span(0)))
    with pytest.raises(MisfitsError, match=r"events event-.*, sources: found 'AAA'"):
        bench.workbench.remove("actors", "AAA")
    assert "AAA" in bench.dossier.actor


@pytest.mark.parametrize(
    ("kind", "cells", "change"),
    [
        ("eras", {"id": "one", "title": "One", "start": "2013/2015"}, {"title": "Another"}),
        ("questions", {"id": "why", "wording": "Why?", "kind": "rival", "open": "True"}, {"open": "False"}),
        (
            "places",
            {"id": "isle", "names": "en:Isle", "kind": "island", "longitude": "1.5", "latitude": "1"},
            {"disputed": "True"},
        ),
        ("issues", {"id": "quota", "title": "Quota"}, {"title": "The quota"}),
    ],
)
def test_the_lists_of_the_frame_are_edited_and_taken_back(
    bench: Bench, kind: str, cells: dict[str, str], change: dict[str, str]
) -> None:
    id_ = bench.workbench.enter(Wanted(kind, cells))
    first = cells_there(bench.dossier, kind, id_)
    bench.workbench.enter(Wanted(kind, {**cells, **change}, id_, stand_of(first)), "ben")
    second = cells_there(bench.dossier, kind, id_)
    bench.workbench.undo("ann")
    assert cells_there(bench.dossier, kind, id_) == first
    told = [(line.who, each.before, each.after) for line, each in bench.workbench.history.of(kind, id_)]
    assert told[1:] == [("ben", first, second), ("ann", second, first)]
    assert bench.workbench.take_in() == ()


def test_who_comes_second_sees_what_the_first_wrote(bench: Bench) -> None:
    bench.workbench.enter(Wanted("issues", {"id": "quota", "title": "Quota"}))
    shown = stand_of(cells_there(bench.dossier, "issues", "quota"))
    bench.workbench.enter(Wanted("issues", {"id": "quota", "title": "The first"}, "quota", shown))
    with pytest.raises(ChangedError, match="changed meanwhile"):
        bench.workbench.enter(Wanted("issues", {"id": "quota", "title": "The second"}, "quota", shown))
    with pytest.raises(ChangedError):
        bench.workbench.remove("issues", "quota", shown)
    assert bench.dossier.case.issues[-1].title == "The first"


def test_what_changes_nothing_is_no_decision(bench: Bench) -> None:
    bench.workbench.enter(Wanted("issues", {"id": "quota", "title": "Quota"}))
    lines = len(bench.workbench.log)
    bench.workbench.enter(Wanted("issues", {"id": "quota", "title": " Quota "}, "quota"))
    assert len(bench.workbench.log) == lines


def test_a_passage_needs_its_text(bench: Bench) -> None:
    with pytest.raises(CaseError, match="not at hand"):
        bench.workbench.enter(Wanted("claims", CLAIM, spans=(Span("elsewhere", 0, 9),)))


def test_the_latest_lines_of_the_log_come_first(bench: Bench) -> None:
    for number in range(3):
        bench.workbench.enter(Wanted("issues", {"id": f"i{number}", "title": "An issue"}))
    latest = bench.workbench.history.latest(2)
    assert [line.rows[0].id for line in latest] == ["i2", "i1"]
    assert bench.workbench.history.latest(1, latest[-1].number)[0].rows[0].id == "i0"
    assert bench.workbench.history.latest(5, 1) == ()
