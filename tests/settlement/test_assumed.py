"""What would be said under an assumption agrees with the search for least changes, and leaves the record alone."""

from __future__ import annotations

import pytest

import hikiwake as hw
from hikiwake.settlement.changing.assumed import assumed
from hikiwake.settlement.findings import findings_as_is
from tests.built_in import japan_russia

CASE = japan_russia()
FOUND = findings_as_is(CASE, draws=1)
DEALS = [each for each in FOUND if each.verdict != "alone"]


@pytest.mark.parametrize("finding", [each for each in DEALS if each.levers], ids=lambda each: each.settlement)
def test_after_each_of_its_least_changes_a_deal_is_agreed(finding: hw.Finding) -> None:
    for lever in finding.levers:
        then = {each.settlement: each.look for each in assumed(CASE, finding, lever)}
        assert then[finding.settlement] == "agreed"
        assert finding.look != "agreed"


def test_every_settlement_of_the_reading_is_judged_in_its_order() -> None:
    finding = next(each for each in DEALS if each.levers)
    told = [each.settlement for each in assumed(CASE, finding, finding.levers[0])]
    assert told == [one.formula for one in finding.conflict.settlements]
    assert len(set(told)) > 1


def test_a_refusal_on_record_stands_under_an_assumption_too() -> None:
    """No assumption about a wish makes a settlement agreed that a party refuses."""
    refused = {(each.era, each.variant, each.settlement) for each in FOUND if each.refused_by}
    asked = 0
    for finding in DEALS:
        for lever in finding.levers[:1]:
            for each in assumed(CASE, finding, lever):
                if (finding.era, finding.variant, each.settlement) in refused:
                    asked += 1
                    assert each.look not in ("agreed", "signed_only")
    assert asked
