"""Merges of any kind, splits, second types, memos: each one decision, undone and done again whole."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

import pytest

from hikiwake.dossier import load
from hikiwake.dossier.competing import Analysis, Evidence, Hypothesis
from hikiwake.dossier.entering.by_hand import MisfitsError
from hikiwake.dossier.folder.reading import read_folder
from hikiwake.errors import CaseError
from hikiwake.periods import Period
from hikiwake.workbench import Asked, Proposal, Span, Workbench
from hikiwake.workbench.rows.beside import notes_in
from tests.workbench.conftest import Bench, agreed, insists, refused, span, stored, wells

HOSTILE = '<script>alert("𠮷")</script>\r\n["second", "a", '


def again(bench: Bench) -> None:
    """Undo the last decision and do it again: folder and proposals are as before, each time."""
    then, proposals = bench.dossier, bench.workbench.proposals()
    bench.workbench.undo()
    assert (bench.dossier, bench.workbench.proposals()) != (then, proposals)
    bench.workbench.redo()
    assert (bench.dossier, bench.workbench.proposals()) == (then, proposals)


def other_wells() -> Proposal:
    """The third sentence as a claim that says what the fourth does."""
    return replace(wells(), passages=span(2), cells=(*wells().cells[:-1], ("summary", "The wells again.")))


def test_two_claims_become_one_with_both_passages(bench: Bench) -> None:
    bench.workbench.propose([other_wells()], "rules")
    entry = bench.workbench.merge([wells().id, other_wells().id])
    (claim,) = bench.dossier.claims
    assert (claim.id, claim.summary, len(claim.passages)) == (entry, "About 40 wells were dry.", 2)
    assert {each.entry for each in bench.workbench.proposals(status="accepted")} == {entry}
    again(bench)
    bench.workbench.undo()
    assert not bench.dossier.claims and not bench.workbench.proposals(status="accepted")


def test_a_proposal_goes_into_an_entry_and_an_entry_into_another(bench: Bench) -> None:
    bench.workbench.propose([other_wells()], "rules")
    (first,) = bench.workbench.accept([wells().id])
    assert bench.workbench.merge([first, other_wells().id]) == first
    bench.workbench.undo()
    (second,) = bench.workbench.accept([other_wells().id])
    bench.workbench.review.memo(second, "The same?")
    assert bench.workbench.merge([first, second]) == first
    (claim,) = bench.dossier.claims
    assert len(claim.passages) == 2 and [memo.entry for memo in bench.dossier.memos] == [first]
    assert {each.entry for each in bench.workbench.proposals(status="accepted")} == {first}
    again(bench)


def test_only_what_is_of_one_kind_is_merged(bench: Bench) -> None:
    for ids in ([agreed().id, wells().id], [wells().id], [wells().id, wells().id]):
        with pytest.raises(CaseError, match="two or more of one kind"):
            bench.workbench.merge(ids)
    bench.workbench.reject([refused().id])
    with pytest.raises(CaseError, match="open or accepted"):
        bench.workbench.merge([agreed().id, refused().id])


def half(number: int) -> tuple[Span, ...]:
    """The first or the second half of the first sentence."""
    (whole,) = span(0)
    middle = stored().text.index("and", whole.start)
    return (Span(whole.document, *((whole.start, middle) if number == 0 else (middle, whole.end))),)


def test_a_proposal_is_split_into_two_each_with_its_part(bench: Bench) -> None:
    other = replace(agreed(), passages=half(1), sources=("BBB",))
    made = bench.workbench.review.split(agreed().id, {"passages": half(0), "sources": ("AAA",)}, other, "a coder")
    one, two = bench.workbench.proposal(agreed().id), bench.workbench.proposal(made.id)
    assert (one.proposal.passages, one.proposal.sources, one.status) == (half(0), ("AAA",), "open")
    assert (two.proposal.passages, two.coder, two.status) == (half(1), "a coder", "open")
    assert [each.id for each in bench.workbench.proposals(about="shared gauges")] == [made.id]
    again(bench)
    bench.workbench.accept([one.id, two.id])
    assert [len(event.mentions) for event in bench.dossier.events] == [1, 1]
    bench.workbench.undo()
    bench.workbench.undo()
    assert {each.id for each in bench.workbench.proposals()} == {
        each.id for each in (agreed(), refused(), insists(), wells())
    }
    assert bench.workbench.queue.count(Asked(about="shared")) == 1
    assert bench.workbench.proposal(agreed().id).proposal == agreed()


def test_two_acts_that_differ_in_time_alone_are_two(bench: Bench) -> None:
    made = [
        bench.workbench.review.split(agreed().id, {}, replace(agreed(), period=Period.parse(year)))
        for year in ("2014", "2015")
    ]
    assert len({agreed().id, *(each.id for each in made)}) == 3
    bench.workbench.accept([agreed().id, *(each.id for each in made)])
    assert sorted(event.period.start.year for event in bench.dossier.events) == [2013, 2014, 2015]
    again(bench)


def test_a_split_is_not_done_again_in_another_text(bench: Bench) -> None:
    bench.workbench.review.split(agreed().id, {}, replace(agreed(), passages=half(1)))
    bench.workbench.undo()
    bench.workbench.take([stored("A line before.\n" + stored().text)])
    with pytest.raises(CaseError, match="another now"):
        bench.workbench.redo()


def test_what_is_split_is_open_and_its_parts_are_two(bench: Bench) -> None:
    with pytest.raises(CaseError, match="proposed already"):
        bench.workbench.review.split(agreed().id, {}, agreed())
    with pytest.raises(CaseError, match="proposed already"):
        bench.workbench.review.split(agreed().id, {}, refused())
    bench.workbench.reject([agreed().id])
    with pytest.raises(CaseError, match="rejected already"):
        bench.workbench.review.split(agreed().id, {}, replace(agreed(), passages=half(1)))


def test_one_sentence_is_kept_under_two_types(bench: Bench) -> None:
    with pytest.raises(CaseError, match="choose another"):
        bench.workbench.review.two_types(agreed().id, replace(agreed(), sources=("AAA",)))
    bench.workbench.edit(agreed().id, types=(("AGREE", 0.6), ("CONSULT", 0.4)))
    made = bench.workbench.review.two_types(agreed().id, replace(agreed(), types=(("CONSULT", 1.0),)))
    bench.workbench.accept([agreed().id, made.id])
    assert sorted(event.type for event in bench.dossier.events) == ["AGREE", "CONSULT"]
    assert len(bench.dossier.passages) == 1
    bench.workbench.review.two_types(wells().id, replace(insists(), passages=span(3)))
    again(bench)


def test_a_memo_on_a_proposal_goes_with_it_into_the_case_and_back(bench: Bench) -> None:
    bench.workbench.review.memo(agreed().id, HOSTILE, "a coder")
    (note,) = notes_in(bench.workbench.proposal(agreed().id).beside)
    assert (note.author, note.text) == ("a coder", HOSTILE.replace("\r\n", "\n").rstrip())
    assert bench.workbench.queue.count(Asked(memo="yes")) == 1
    assert not (bench.folder / "memos.csv").exists()
    again(bench)
    (event,) = bench.workbench.accept([agreed().id])
    (memo,) = bench.dossier.memos
    assert (memo.entry, memo.author, memo.at, memo.text) == (event, note.author, note.at, note.text)
    assert bench.workbench.proposal(agreed().id).beside == ()
    again(bench)
    bench.workbench.review.memo(agreed().id, "And another.")
    assert [each.text for each in bench.dossier.memos] == [note.text, "And another."]
    bench.workbench.undo()
    bench.workbench.undo()
    assert bench.dossier.memos == () and notes_in(bench.workbench.proposal(agreed().id).beside) == (note,)


@pytest.mark.parametrize("text", ["", " \r\n ", "x" * 20_001])
def test_a_memo_has_words_and_not_too_many(bench: Bench, text: str) -> None:
    with pytest.raises(CaseError, match="nothing was noted"):
        bench.workbench.review.memo(agreed().id, text)


def test_a_memo_on_nothing_is_refused(bench: Bench) -> None:
    with pytest.raises(CaseError, match="no proposal has this id"):
        bench.workbench.review.memo("event-of-nowhere", "A note.")


def test_memos_go_with_what_is_selected_and_are_none_of_an_earlier_day(bench: Bench) -> None:
    event, claim = bench.workbench.accept([agreed().id, wells().id])
    bench.workbench.review.memo(event, "On the event.")
    bench.workbench.review.memo(claim, "On the claim.")
    case = bench.dossier
    assert [memo.entry for memo in case.select(actor="AAA").memos] == [event]
    assert case.as_written_by("2016").memos == ()
    assert read_folder(bench.folder) == case


def test_a_workbench_of_the_version_before_is_brought_up(bench: Bench) -> None:
    bench.workbench.accept([agreed().id])
    bench.workbench.reject([wells().id])
    before = bench.workbench.proposals()
    bench.workbench.close()
    place = bench.folder.with_suffix(".hwb")
    with sqlite3.connect(place) as old:
        for index in ("proposals_by_subject", "record_by_subject"):
            old.execute(f"DROP INDEX {index}")
        for column in ("proposals DROP COLUMN beside", "proposals DROP COLUMN subject", "record DROP COLUMN subject"):
            old.execute(f"ALTER TABLE {column}")
        old.execute("PRAGMA user_version = 3")
    old.close()
    with Workbench(bench.folder) as found:
        assert found.proposals() == before
        found.propose([replace(agreed(), passages=span(1))], "rules")
        assert found.queue.count(Asked(again="yes", status="open")) == 1
        found.review.memo(insists().id, "A note.")
        found.take_in()
        assert found.undo().what == "memo"
    assert load(bench.folder).events


def test_proposals_are_asked_for_by_confidence_and_by_what_the_record_has(bench: Bench) -> None:
    bench.workbench.propose([replace(agreed(), passages=span(1), confidence=0.6)], "rules")
    assert [bench.workbench.queue.count(Asked(sure=each)) for each in ("high", "middle", "low")] == [1, 1, 3]
    assert bench.workbench.queue.count(Asked(again="yes")) == 0
    bench.workbench.accept([agreed().id])
    (same,) = bench.workbench.queue.some(Asked(again="yes", status="open"), 5)
    assert same.proposal.passages == span(1)
    assert bench.workbench.queue.some(Asked(status="open", first="again"), 1) == (same,)
    assert bench.workbench.queue.some(Asked(first="surest"), 1)[0].id == agreed().id
    counts = bench.workbench.queue.counts()
    assert counts["event", "letter-2015", "open", "middle", "yes"] == 1 and sum(counts.values()) == 5


def test_a_merge_that_would_leave_something_named_and_gone_is_refused(bench: Bench) -> None:
    bench.workbench.propose([other_wells()], "rules")
    first, second = bench.workbench.accept([wells().id, other_wells().id])
    weighed = Analysis("why", "Why?", hypotheses=(Hypothesis("dry", "It was dry."),), evidence=(Evidence(second),))
    bench.workbench.rewrite("weigh", lambda dossier: replace(dossier, analyses=(weighed,)))
    before = bench.dossier
    with pytest.raises(MisfitsError, match=second):
        bench.workbench.merge([first, second])
    assert bench.dossier == before
    assert bench.workbench.merge([second, first]) == second
