"""Merges of one act in one decision, and what has become of proposals whose events were merged by other ways."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hikiwake.dossier import save
from hikiwake.dossier.entering.differences import rows
from hikiwake.errors import CaseError
from hikiwake.workbench import Proposal
from hikiwake.workbench.reviewing.telling import told
from hikiwake.workbench.uniting import united
from tests.workbench.conftest import TEXT, Bench, agreed, document, insists, refused, span, stored, wells

REPORTS = (agreed(), replace(agreed(), passages=span(1)), replace(agreed(), passages=span(3)))


def merge(one: Proposal, other: Proposal) -> Proposal:
    """The proposal that two are one act."""
    return Proposal("merge", (*one.passages, *other.passages), cells=(("of", ";".join(sorted((one.id, other.id)))),))


def pairs() -> list[Proposal]:
    """Three reports of one act give three merges."""
    first, second, third = REPORTS
    return [merge(first, second), merge(first, third), merge(second, third)]


@pytest.mark.parametrize("before", [[], [0], [0, 1, 2]], ids=["all open", "one accepted", "all accepted"])
def test_the_pairs_of_one_act_are_accepted_together(bench: Bench, before: list[int]) -> None:
    bench.workbench.propose([*REPORTS, *pairs()], "rules")
    if before:
        bench.workbench.accept([REPORTS[number].id for number in before])
    state = rows(bench.dossier)
    status = {each.id: (each.status, each.entry) for each in bench.workbench.proposals()}
    entries = bench.workbench.accept([each.id for each in pairs()])
    (event,) = bench.dossier.events
    assert (len(event.mentions), set(entries)) == (3, {event.id})
    assert {bench.workbench.proposal(each.id).entry for each in (*REPORTS, *pairs())} == {event.id}
    bench.workbench.undo()
    assert rows(bench.dossier) == state
    assert {each.id: (each.status, each.entry) for each in bench.workbench.proposals()} == status
    bench.workbench.redo()
    assert len(bench.dossier.events) == 1


def test_a_merge_of_what_is_one_event_already_is_done(bench: Bench) -> None:
    bench.workbench.propose([*REPORTS, *pairs()], "rules")
    bench.workbench.accept([pairs()[0].id])
    bench.workbench.accept([pairs()[1].id])
    assert bench.workbench.proposals(kind="merge", status="open") == ()


def test_all_that_stood_on_an_event_follow_it_into_another(bench: Bench) -> None:
    fourth = replace(agreed(), passages=span(2))
    one, two, three = REPORTS
    across = merge(two, fourth)
    bench.workbench.propose([*REPORTS, fourth, across], "rules")
    bench.workbench.merge([one.id, two.id])
    bench.workbench.merge([fourth.id, three.id])
    bench.workbench.accept([across.id])
    bench.workbench.take_in()
    (event,) = bench.dossier.events
    assert {bench.workbench.proposal(each.id).entry for each in (*REPORTS, fourth)} == {event.id}


def test_what_was_merged_by_hand_is_not_open_again(bench: Bench) -> None:
    bench.workbench.propose([*REPORTS, *pairs()], "rules")
    first, second, third = bench.workbench.accept([each.id for each in REPORTS])
    bench.workbench.accept([wells().id])
    dossier, _ = united(bench.dossier, [second, first])
    save(dossier, bench.folder)
    bench.workbench.take_in()
    stand = [(each.status, each.entry) for each in map(bench.workbench.proposal, [each.id for each in REPORTS])]
    assert stand == [("accepted", second), ("accepted", second), ("accepted", third)]
    assert [bench.workbench.proposal(each.id).status for each in pairs()] == ["accepted", "open", "open"]
    save(replace(bench.dossier, events=bench.dossier.events[:1]), bench.folder)
    bench.workbench.take_in()
    assert {bench.workbench.proposal(each.id).status for each in REPORTS} == {"accepted", "open"}


def test_a_decision_is_told_by_kind_number_and_first_words(bench: Bench) -> None:
    bench.workbench.accept([insists().id, wells().id])
    bench.workbench.edit(agreed().id, cells=(("summary", "They agree on one gauge for all of their common rivers."),))
    bench.workbench.reject([agreed().id])
    bench.workbench.reject([refused().id])
    lines = [told(line) for line in bench.workbench.log if line.turns]
    assert lines == [
        "accept of 1 position and 1 claim (“Its old quota” and 1 more)",
        "edit of 1 event (“They agree on one gauge for all of …”)",
        "reject of 1 event (“They agree on one gauge for all of …”)",
        "reject of 1 event (“REJECT BBB → AAA”)",
    ]


def test_a_merge_names_its_proposals_where_a_changed_text_has_moved_them(bench: Bench) -> None:
    bench.workbench.propose([*REPORTS, *pairs()], "rules")
    bench.workbench.reject([pairs()[2].id])
    text = f"A new preface, of some length.\n\n{TEXT}"
    bench.workbench.take([stored(text)], [document(text)])
    here = [replace(each, passages=span(number, text)) for each, number in zip(REPORTS, (0, 1, 3), strict=True)]
    again = [merge(here[0], here[1]), merge(here[0], here[2]), merge(here[1], here[2])]
    assert bench.workbench.propose([*here, *again], "rules") == 0
    assert [bench.workbench.proposal(each.id).status for each in again] == ["open", "open", "rejected"]
    bench.workbench.accept([again[0].id])
    (event,) = bench.dossier.events
    assert len(event.mentions) == 2


def test_what_was_decided_otherwise_since_is_not_done_again(bench: Bench) -> None:
    bench.workbench.accept([agreed().id])
    bench.workbench.undo()
    bench.workbench.reject([agreed().id])
    assert not [*bench.workbench.undone]
    bench.workbench.undo()
    assert [line.what for line in bench.workbench.undone] == ["accept", "reject"]
    bench.workbench.redo()
    with pytest.raises(CaseError, match="accepted now"):
        bench.workbench.redo()
    assert bench.workbench.proposal(agreed().id).status == "accepted"
    assert bench.dossier.events
