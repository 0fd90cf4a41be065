"""The folder stays the record: what is changed in it by hand is shown and taken in; a changed document is followed."""

from __future__ import annotations

from dataclasses import replace

from hikiwake.dossier import save
from hikiwake.dossier.folder.checking import check_case
from tests.workbench.conftest import SENTENCES, TEXT, Bench, agreed, document, refused, stored, wells


def test_rows_changed_by_hand_are_shown_and_taken_in(bench: Bench) -> None:
    (event,) = bench.workbench.accept([agreed().id])
    assert bench.workbench.differences() == ()
    dossier = bench.dossier
    save(replace(dossier, events=(replace(dossier.events[0], summary="By hand."),)), bench.folder)
    (change,) = bench.workbench.differences()
    assert (change.kind, change.id) == ("events", event)
    assert "By hand." in (change.after or ())
    assert bench.workbench.take_in() == (change,)
    assert bench.workbench.differences() == ()


def test_an_entry_taken_out_by_hand_is_a_proposal_again(bench: Bench) -> None:
    bench.workbench.accept([agreed().id, wells().id])
    save(replace(bench.dossier, events=()), bench.folder)
    bench.workbench.take_in()
    assert bench.workbench.proposal(agreed().id).status == "open"
    assert bench.workbench.proposal(wells().id).status == "accepted"


def test_reading_the_same_again_changes_nothing(bench: Bench) -> None:
    before, log = bench.workbench.proposals(), bench.workbench.log
    taken = bench.workbench.take([stored()], [document()])
    assert (taken.same, taken.new, taken.changed) == (("letter-2015",), (), ())
    assert (bench.workbench.proposals(), bench.workbench.log) == (before, log)


def test_a_changed_text_moves_passages_and_marks_what_is_gone(bench: Bench) -> None:
    bench.workbench.accept([agreed().id, wells().id])
    text = f"A new preface, of some length.\n\n{TEXT}".replace(SENTENCES[1], "That sentence is out.")
    taken = bench.workbench.take([stored(text)], [document(text)])
    assert (taken.changed, taken.lost) == (("letter-2015",), ())
    assert len(taken.stale) == 1
    dossier = bench.dossier
    said = {text[each.start : each.end].strip(".") for each in dossier.passages}
    assert said == {SENTENCES[0].strip("."), SENTENCES[3].strip(".")}
    assert dossier.documents[0].characters == len(text)
    assert not check_case(bench.folder, None).faults
    kept = {each.proposal.kind + each.status for each in bench.workbench.proposals()}
    assert kept == {"eventaccepted", "eventstale", "positionopen", "claimaccepted"}
    back = bench.workbench.take([stored()], [document()])
    assert back.stale == ()
    assert bench.workbench.propose([refused()], "rules") == 0
    assert bench.workbench.proposal(refused().id).status == "open"


def test_a_passage_of_the_record_that_is_gone_from_the_text_is_told(bench: Bench) -> None:
    bench.workbench.accept([wells().id])
    text = TEXT.replace(SENTENCES[3], "Nothing about wells.")
    taken = bench.workbench.take([stored(text)])
    assert taken.lost == tuple(each.id for each in bench.dossier.passages)
    (passage,) = bench.dossier.passages
    assert passage.end <= len(text)
    assert bench.dossier.claims  # the entry stays: whether it goes is for a person to say


def test_what_is_taken_back_after_a_change_of_the_text_stands_where_its_words_do(bench: Bench) -> None:
    bench.workbench.edit(refused().id, mode="in writing")
    bench.workbench.reject([wells().id])
    text = f"A new preface, of some length.\n\n{TEXT}".replace(SENTENCES[1], "That sentence is out.")
    bench.workbench.take([stored(text)], [document(text)])
    bench.workbench.undo()
    (claim,) = bench.workbench.proposals(kind="claim")
    assert (claim.status, text[claim.proposal.passages[0].start : claim.proposal.passages[0].end]) == (
        "open",
        SENTENCES[3],
    )
    bench.workbench.undo()
    assert bench.workbench.proposal(refused().id).status == "stale"
