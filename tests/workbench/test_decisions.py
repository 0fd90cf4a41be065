"""What is accepted stands in the folder, what is taken back is gone from it, and nothing else changes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from hikiwake.dossier import load, save
from hikiwake.dossier.entering.differences import rows
from hikiwake.dossier.folder.checking import check_case
from hikiwake.errors import CaseError
from hikiwake.periods import Period
from hikiwake.workbench import Proposal, Workbench
from tests.workbench.conftest import TEXT, Bench, agreed, insists, refused, span, wells


def content(folder: Path) -> dict[str, bytes]:
    """The files of a folder by name."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_accepted_entries_stand_in_the_folder_with_their_passages(bench: Bench) -> None:
    ids = [each.id for each in bench.workbench.proposals()]
    entries = bench.workbench.accept(ids, who="editor")
    dossier = bench.dossier
    assert set(entries) == {dossier.events[0].id, dossier.events[1].id, dossier.positions[0].id, dossier.claims[0].id}
    for entry in entries:
        for passage in dossier.by_id[entry].passages:
            assert TEXT[dossier.passage[passage].start : dossier.passage[passage].end] in TEXT.splitlines()
    assert {"quota"} <= {term.id for term in dossier.case.issues}
    assert {term.id for term in dossier.case.measures} == {"dry_wells"}
    assert not check_case(bench.folder, None).faults
    assert {each.status for each in bench.workbench.proposals()} == {"accepted"}


def test_a_summary_is_of_the_acts_own_words_and_names_who_takes_part_at_last(bench: Bench) -> None:
    """The words of the passage stay when a person mends who acts; a summary that is given goes before them."""
    own = (("rule", "verb turn down"), ("act", "turn down the plan"))
    said, given = (replace(refused(), passages=span(number), why=own) for number in (0, 2))
    bench.workbench.propose([said, given], "rules")
    bench.workbench.edit(said.id, sources=("AAA",), targets=("BBB",))
    bench.workbench.edit(given.id, cells=(("summary", "The plan fails."),))
    ids = bench.workbench.accept([said.id, given.id])
    told = [next(event.summary for event in bench.dossier.events if event.id == id_) for id_ in ids]
    one, two = (bench.dossier.actor[id_].name() for id_ in ("AAA", "BBB"))
    assert told == [f"{one} turns down the plan, towards {two}.", "The plan fails."]


def test_undo_and_redo_bring_back_every_row(bench: Bench) -> None:
    states = [rows(bench.dossier)]
    for proposal in (agreed(), refused(), insists(), wells()):
        bench.workbench.accept([proposal.id])
        states.append(rows(bench.dossier))
    for state in reversed(states[:-1]):
        assert bench.workbench.undo(who="editor").what == "accept"
        assert rows(bench.dossier) == state
    assert {each.status for each in bench.workbench.proposals()} == {"open"}
    with pytest.raises(CaseError, match="nothing to undo"):
        bench.workbench.undo()
    for state in states[1:]:
        bench.workbench.redo()
        assert rows(bench.dossier) == state
    with pytest.raises(CaseError, match="nothing to redo"):
        bench.workbench.redo()


def test_what_is_decided_after_an_undo_ends_what_could_be_done_again(bench: Bench) -> None:
    bench.workbench.accept([agreed().id])
    bench.workbench.undo()
    bench.workbench.reject([refused().id])
    with pytest.raises(CaseError, match="nothing to redo"):
        bench.workbench.redo()
    bench.workbench.undo()
    assert bench.workbench.proposal(refused().id).status == "open"


def test_a_rejected_proposal_writes_nothing_and_is_not_proposed_again(bench: Bench) -> None:
    before = content(bench.folder)
    bench.workbench.reject([wells().id])
    assert content(bench.folder) == before
    assert bench.workbench.propose([wells(), agreed()], "rules") == 0
    assert bench.workbench.proposal(wells().id).status == "rejected"


def test_an_edit_changes_what_is_accepted_and_keeps_the_id(bench: Bench) -> None:
    id_ = agreed().id
    edited = bench.workbench.edit(id_, types=(("CONSULT", 1.0),), period=Period.parse("2013-06-02"))
    assert edited.id == id_
    assert bench.workbench.proposal(id_).proposal.type == "CONSULT"
    bench.workbench.accept([id_])
    assert (bench.dossier.events[0].type, bench.dossier.events[0].period.precision) == ("CONSULT", "day")
    bench.workbench.undo()
    bench.workbench.undo()
    assert bench.workbench.proposal(id_).proposal == agreed()


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (replace(agreed(), period=None, happened="planned"), "period"),
        (replace(agreed(), sources=()), "who acts"),
        (replace(wells(), cells=()), "subject"),
        (replace(agreed(), passages=(replace(span(0)[0], document="other"),)), "'other'"),
        (replace(insists(), cells=tuple({**dict(insists().cells), "verb": "wishes"}.items())), "verb"),
        (Proposal("position", span(2), cells=(("actor", "AAA"), ("on", "quota"))), "strength: how firmly"),
        (Proposal("position", span(2), cells=(("actor", "AAA;BBB"), ("on", "quota"))), "one actor, not 'AAA;BBB'"),
    ],
)
def test_what_an_entry_must_have_is_never_made_up(bench: Bench, given: Proposal, told: str) -> None:
    bench.workbench.propose([given], "rules")
    before = content(bench.folder)
    with pytest.raises(CaseError, match=told) as failed:
        bench.workbench.accept([wells().id, given.id])
    assert f"proposal {given.id}: " in str(failed.value)
    assert str(failed.value).endswith("; nothing was accepted")
    assert content(bench.folder) == before
    assert bench.workbench.proposal(agreed().id).status == "open"
    assert [line.state for line in bench.workbench.log if line.what == "accept"] == []


@pytest.mark.parametrize("id_", ["", "no such id", "x' OR '1'='1"])
def test_an_id_that_is_none_is_told(bench: Bench, id_: str) -> None:
    with pytest.raises(CaseError, match="proposal"):
        bench.workbench.accept([id_])


def test_a_merge_makes_one_event_of_two_and_undo_makes_two_of_it(bench: Bench) -> None:
    again = replace(agreed(), passages=span(1), types=(("CONSULT", 1.0),))
    merge = Proposal("merge", (*agreed().passages, *again.passages), cells=(("of", f"{agreed().id}; {again.id}"),))
    bench.workbench.propose([again, merge], "rules")
    bench.workbench.accept([agreed().id])
    before = rows(bench.dossier)
    (event,) = bench.workbench.accept([merge.id])
    (one,) = bench.dossier.events
    assert (one.id, len(one.mentions), {each.type for each in one.mentions}) == (event, 2, {"AGREE", "CONSULT"})
    assert bench.workbench.proposal(again.id).status == "accepted"
    bench.workbench.undo()
    assert rows(bench.dossier) == before
    assert bench.workbench.proposal(again.id).status == "open"


def test_undo_leaves_what_somebody_changed_meanwhile(bench: Bench) -> None:
    (event,) = bench.workbench.accept([agreed().id])
    dossier = bench.dossier
    save(replace(dossier, events=(replace(dossier.events[0], summary="By hand."),)), bench.folder)
    before = content(bench.folder)
    with pytest.raises(CaseError, match=f"{event}.*changed since"):
        bench.workbench.undo()
    assert content(bench.folder) == before


def test_the_log_says_who_did_what(bench: Bench) -> None:
    bench.workbench.accept([agreed().id], who="one")
    bench.workbench.undo(who="two")
    told = [(line.who, line.what.split(" of ")[0], line.state) for line in bench.workbench.log[-2:]]
    assert told == [("one", "accept", "undone"), ("two", "undo", "outside")]
    assert bench.workbench.log[-2].as_row()["proposals"] == [agreed().id]


def test_another_opening_finds_the_same(bench: Bench) -> None:
    bench.workbench.accept([agreed().id])
    with Workbench(bench.folder) as other:
        assert other.proposals() == bench.workbench.proposals()
        assert [each.id for each in other.proposals(about="dam")] == [refused().id]
        assert [each.id for each in other.proposals(status="open", kind="claim")] == [wells().id]
    assert load(bench.folder).events


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize("first", [0, 1])
def test_a_merge_keeps_every_report_whichever_was_accepted_before(bench: Bench, turned: bool, first: int) -> None:
    again = replace(agreed(), passages=span(1), types=(("CONSULT", 1.0),))
    parts = [agreed(), again]
    ids = [each.id for each in (reversed(parts) if turned else parts)]
    merge = Proposal("merge", (*agreed().passages, *again.passages), cells=(("of", "; ".join(ids)),))
    bench.workbench.propose([again, merge], "rules")
    bench.workbench.accept([parts[first].id])
    (event,) = bench.workbench.accept([merge.id])
    (one,) = bench.dossier.events
    assert (one.id, len(one.mentions)) == (event, 2)
    assert {bench.workbench.proposal(each.id).entry for each in parts} == {event}
    bench.workbench.take_in()
    assert {bench.workbench.proposal(each.id).status for each in parts} == {"accepted"}


def test_a_merge_of_what_was_merged_already_keeps_every_report(bench: Bench) -> None:
    third = replace(agreed(), passages=span(2))
    again = replace(agreed(), passages=span(1))
    one = Proposal("merge", (*agreed().passages, *again.passages), cells=(("of", f"{agreed().id}; {again.id}"),))
    two = Proposal("merge", (*again.passages, *third.passages), cells=(("of", f"{again.id}; {third.id}"),))
    bench.workbench.propose([again, third, one, two], "rules")
    bench.workbench.accept([one.id])
    bench.workbench.accept([two.id])
    (event,) = bench.dossier.events
    assert len(event.mentions) == 3
