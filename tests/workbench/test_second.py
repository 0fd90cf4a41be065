"""A second coder's pass: blind, compared, and settled; what lost is kept."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hikiwake.dossier.entering.by_hand import MisfitsError
from hikiwake.errors import CaseError
from hikiwake.periods import Period
from hikiwake.workbench.deciding.differing import Difference
from hikiwake.workbench.deciding.second import SecondPass, Wanted
from hikiwake.workbench.reviewing.agreeing import agreement
from hikiwake.workbench.reviewing.alpha import alpha
from tests.workbench.conftest import Bench, agreed, insists, refused, span, wells
from tests.workbench.test_reviewing_more import again

ALL = Wanted()


def apart(second: SecondPass, coder: str) -> tuple[Difference, ...]:
    """All differences with a second coder."""
    found = second.compared(coder)
    told = second.differences((*found.unsettled, *found.settled), coder)
    assert [each.settled is not None for each in told] == [False] * len(found.unsettled) + [True] * len(found.settled)
    assert all(each.what for each in told)
    return told


@pytest.fixture
def second(bench: Bench) -> SecondPass:
    """The second pass of the small case, in which the first coder has decided on all four."""
    bench.workbench.edit(agreed().id, types=(("CONSULT", 1.0),))
    bench.workbench.review.memo(agreed().id, "Not an agreement.")
    bench.workbench.accept([agreed().id, insists().id])
    bench.workbench.reject([refused().id, wells().id])
    return bench.workbench.second


def test_the_second_coder_sees_what_was_proposed_and_nothing_that_was_decided(second: SecondPass) -> None:
    found = second.left(ALL, "two", 10)
    assert {each.proposal for each in found} == {agreed(), refused(), insists(), wells()}
    assert {(each.status, each.entry, each.beside) for each in found} == {("open", "", ())}
    assert second.left(Wanted(kind="claim"), "two", 9)[0].id == wells().id
    shares = [second.count(Wanted(share=share)) for share in ("", "half", "quarter", "sixteenth")]
    assert shares[0] == 4 and shares == sorted(shares, reverse=True)
    with pytest.raises(CaseError, match="no share"):
        second.count(Wanted(share="most"))


def test_a_verdict_changes_nothing_in_the_record_and_is_taken_back(bench: Bench, second: SecondPass) -> None:
    before = bench.dossier
    second.judge(agreed().id, "two", "accepted", {"sources": ("AAA",)})
    assert bench.dossier == before and second.count(ALL, "two") == 3 and second.count(ALL, "three") == 4
    assert second.coders() == {"two": 1}
    assert (bench.workbench.last.what, bench.workbench.last.who) == ("second reading", "two")  # type: ignore[union-attr]
    again(bench)
    with pytest.raises(CaseError, match="decided on it already"):
        second.judge(agreed().id, "two", "rejected")
    second.judge(agreed().id, 'three", "', "rejected")
    assert second.coders() == {"two": 1, 'three", "': 1}


@pytest.mark.parametrize(("coder", "status"), [("", "accepted"), (" ", "accepted"), ("two", "open")])
def test_a_verdict_needs_a_name_and_a_decision(second: SecondPass, coder: str, status: str) -> None:
    with pytest.raises(CaseError, match="needs a name"):
        second.judge(agreed().id, coder, status)


def all_judged(second: SecondPass) -> None:
    """The second coder agrees on the last two, and differs on the type of the first and on whether the others count."""
    second.judge(agreed().id, "two", "accepted")
    second.judge(refused().id, "two", "accepted")
    second.judge(insists().id, "two", "rejected")
    second.judge(wells().id, "two", "rejected")


def test_agreement_and_differences(second: SecondPass) -> None:
    all_judged(second)
    told = {each.variable: each for each in second.agreement("two")}
    pairs = [("accepted", "accepted"), ("rejected", "accepted"), ("accepted", "rejected"), ("rejected", "rejected")]
    assert told["accepted"].units == 4 and told["accepted"].alpha == pytest.approx(alpha(pairs))
    assert told["accepted"].alpha == pytest.approx(1 - 0.5 * 8 * 7 / 32)
    assert told["type"].units == 1 and told["type"].alpha == pytest.approx(0.0)
    what = {each.kept.id: each.what for each in apart(second, "two")}
    assert what == {
        agreed().id: (("type", "CONSULT", "AGREE"),),
        refused().id: (("decision", "rejected", "accepted"),),
        insists().id: (("decision", "accepted", "rejected"),),
    }
    assert apart(second, "three") == () and second.agreement("three")[0].units == 0


def test_a_person_is_compared_by_what_was_accepted_in_either_pass(bench: Bench) -> None:
    bench.workbench.accept([agreed().id, refused().id], "one")
    bench.workbench.second.judge(agreed().id, "two", "accepted", {"happened": "planned"})
    told = {each.variable: each.units for each in agreement(bench.workbench, "one", "two")}
    assert (told["spans"], told["type"]) == (4, 1)
    with pytest.raises(CaseError, match="three"):
        agreement(bench.workbench, "one", "three")


def test_settled_for_the_first_the_record_stays_and_the_loser_is_kept(bench: Bench, second: SecondPass) -> None:
    all_judged(second)
    before = bench.dossier
    second.settle(refused().id, "two", "first", "editor")
    assert bench.dossier == before
    (row,) = [each for each in apart(second, "two") if each.settled]
    assert row.settled and (row.settled.who, row.settled.chosen, row.settled.status) == ("editor", "first", "accepted")
    again(bench)
    with pytest.raises(CaseError, match="nothing to settle"):
        second.settle(refused().id, "two", "second")
    for id_, chosen in ((wells().id, "first"), (agreed().id, "third")):
        with pytest.raises(CaseError, match=r"settle"):
            second.settle(id_, "two", chosen)


def test_settled_for_the_second_the_record_says_what_that_coder_says_under_the_same_id(
    bench: Bench, second: SecondPass
) -> None:
    all_judged(second)
    (event,) = bench.dossier.events
    alphas = second.agreement("two")
    second.settle(agreed().id, "two", "second", "editor")
    (after,) = bench.dossier.events
    assert (after.id, after.type, after.mentions[0].type) == (event.id, "AGREE", "AGREE")
    assert [memo.entry for memo in bench.dossier.memos] == [event.id]
    kept = bench.workbench.proposal(agreed().id)
    assert (kept.status, kept.entry, kept.proposal.type) == ("accepted", event.id, "AGREE")
    (row,) = [each for each in apart(second, "two") if each.settled]
    assert row.what == (("type", "CONSULT", "AGREE"),) and row.first.type == "CONSULT"
    assert second.agreement("two") == alphas
    again(bench)


def test_settled_for_the_second_an_entry_goes_or_comes(bench: Bench, second: SecondPass) -> None:
    all_judged(second)
    second.settle(insists().id, "two", "second")
    assert bench.dossier.positions == () and bench.workbench.proposal(insists().id).status == "rejected"
    again(bench)
    second.settle(refused().id, "two", "second")
    assert [event.type for event in bench.dossier.events] == ["CONSULT", "REJECT"]
    again(bench)
    bench.workbench.undo()
    bench.workbench.undo()
    assert len(bench.dossier.positions) == len(bench.dossier.events) == 1


def test_of_an_event_of_several_only_the_mention_follows(bench: Bench) -> None:
    also = replace(agreed(), passages=span(1))
    bench.workbench.propose([also], "rules")
    event = bench.workbench.merge([agreed().id, also.id])
    second = bench.workbench.second
    second.judge(also.id, "two", "accepted", {"period": Period.parse("2014")})
    second.judge(agreed().id, "two", "rejected")
    second.settle(also.id, "two", "second")
    (after,) = bench.dossier.events
    assert after.id == event and after.period.start.year == 2013
    assert sorted(each.period.start.year for each in after.mentions) == [2013, 2014]
    second.settle(agreed().id, "two", "second")
    (after,) = bench.dossier.events
    assert [each.period.start.year for each in after.mentions] == [2014]


def test_what_others_name_is_not_taken_out_by_a_settlement(bench: Bench, second: SecondPass) -> None:
    from hikiwake.workbench.by_hand import Wanted as Row

    all_judged(second)
    (position,) = bench.dossier.positions
    cells = {"entry": position.id, "kind": "uncertain", "reason": "Who says so?", "holder": "An editor"}
    bench.workbench.enter(Row("doubts", {**cells, "passages": "; ".join(position.passages)}))
    before = bench.dossier
    with pytest.raises(MisfitsError):
        second.settle(insists().id, "two", "second")
    assert bench.dossier == before
