"""What would be said under an assumption agrees with the search for least changes, and leaves the record alone."""

from __future__ import annotations

import pytest

import hikiwake as hw
from hikiwake.settlement.changing.assumed import assumed
from hikiwake.settlement.findings import findings_as_is
from tests.built_in import japan_russia

CASE = japan_russia()


@pytest.fixture(scope="module")
def found() -> list[hw.Finding]:
    """Every finding of the case; asked for by tests, and not while they are collected."""
    return [*findings_as_is(CASE, draws=1)]


@pytest.fixture(scope="module")
def deals(found: list[hw.Finding]) -> list[hw.Finding]:
    """The findings that are no act of one alone."""
    return [each for each in found if each.verdict != "alone"]


def test_after_each_of_its_least_changes_a_deal_is_agreed(deals: list[hw.Finding]) -> None:
    asked = [(each, lever) for each in deals for lever in each.levers]
    assert asked
    for finding, lever in asked:
        then = {each.settlement: each.look for each in assumed(CASE, finding, lever)}
        assert then[finding.settlement] == "agreed", (finding.settlement, lever)
        assert finding.look != "agreed", finding.settlement


def test_every_settlement_of_the_reading_is_judged_in_its_order(deals: list[hw.Finding]) -> None:
    finding = next(each for each in deals if each.levers)
    told = [each.settlement for each in assumed(CASE, finding, finding.levers[0])]
    assert told == [one.formula for one in finding.conflict.settlements]
    assert len(set(told)) > 1


def test_a_refusal_on_record_stands_under_an_assumption_too(found: list[hw.Finding], deals: list[hw.Finding]) -> None:
    """No assumption about a wish makes a settlement agreed that a party refuses."""
    refused = {(each.era, each.variant, each.settlement) for each in found if each.refused_by}
    asked = 0
    for finding in deals:
        for lever in finding.levers[:1]:
            for each in assumed(CASE, finding, lever):
                if (finding.era, finding.variant, each.settlement) in refused:
                    asked += 1
                    assert each.look not in ("agreed", "signed_only")
    assert asked
