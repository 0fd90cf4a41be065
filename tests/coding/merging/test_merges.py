"""Reports of one act."""

from __future__ import annotations

from hikiwake.coding import merges, propose
from hikiwake.workbench.proposal import Proposal

ONE = "On 3 May 1999 Sweden attacked a Norwegian ship near Bergen."
OTHER = "Sweden's attack on the ship of Norway near Bergen in May 1999 shook the north."
THIRD = "In May 1999 Norway and Denmark signed the Treaty of Ribe."


def found(**texts: str) -> tuple[Proposal, ...]:
    """The merges proposed between texts."""
    made = [each for name, text in texts.items() for each in propose(name, text)]
    return merges(made, texts)


def test_two_reports_of_one_act_are_merged() -> None:
    """Same pair of parties, overlapping time: a proposal with both ids, both passages and grounds."""
    (merge,) = found(one=ONE, other=OTHER)
    assert merge.kind == "merge"
    assert {span.document for span in merge.passages} == {"one", "other"}
    assert len(dict(merge.cells)["of"].split(";")) == 2
    assert {"participants", "time"} <= dict(merge.why).keys()


def test_other_parties_or_times_are_not() -> None:
    """No merge without a pair of parties and a time that two reports share."""
    assert found(one=ONE, third=THIRD) == ()
    assert found(one=ONE, later=OTHER.replace("1999", "2005")) == ()


def test_the_order_of_texts_changes_nothing() -> None:
    """The same merges whichever text comes first."""
    first = {dict(each.cells)["of"] for each in found(one=ONE, other=OTHER)}
    assert first == {dict(each.cells)["of"] for each in found(other=OTHER, one=ONE)}


def test_a_report_taken_up_near_is_another_passage() -> None:
    """ "The attack" of the next sentence belongs to the attack told before."""
    text = f"{ONE} The attack of Sweden on Norway in May 1999 was brief."
    (one,) = [each for each in propose("a", text) if each.type == "ASSAULT"]
    assert len(one.passages) == 2


def test_many_reports_are_compared_with_few() -> None:
    """A thousand reports of one pair in one year end soon, for each is compared with its neighbours."""
    texts = {f"d{number}": ONE.replace("3 May", f"{1 + number % 28} May") for number in range(300)}
    assert found(**texts)
