"""Breaks that dealing the acts anew does not bring about: seldom where nothing changes, mostly where something does."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from hikiwake.periods import Period
from hikiwake.relation.dealing import LEVEL, dealt, largest
from hikiwake.relation.scales import Act
from hikiwake.relation.series import Spread, periods_of, spread

RECORDS, DEALS = 60, 99


def series(record: int, turn: int | None = None, bursts: bool = False, rising: bool = False) -> Spread:
    """A record of 120 acts in forty years, half of them of conflict; from one year on four of five.

    bursts: the acts of a month are alike; rising: more is told the later it is
    """
    chance = np.random.default_rng(record)
    size = 120 // (4 if bursts else 1)
    when = 40 * chance.uniform(size=size) ** (0.4 if rising else 1.0)
    against = chance.uniform(size=size) < np.where(when < (turn or 99), 0.4, 0.85)
    acts = []
    for number, (year, hostile) in enumerate(
        zip(np.repeat(when, 120 // size), np.repeat(against, 120 // size), strict=True)
    ):
        day = date(1950 + int(year), 1 + int(year % 1 * 12), 1)
        score = float(chance.choice([-6.0, -3.0] if hostile else [2.5, 5.0]))
        acts.append(Act(f"act-{number}", Period(day, day), score, 4 if hostile else 1, ("one",), "plover"))
    acts.sort(key=lambda act: act.period.start)
    return spread(acts, periods_of(acts, "year"))


@pytest.mark.parametrize("measure", ["mean", "sum", "net"])
@pytest.mark.parametrize("how", [{}, {"bursts": True}, {"rising": True}], ids=["alone", "bursts", "rising"])
def test_where_nothing_changes_a_break_is_found_no_oftener_than_the_level_says(
    measure: str, how: dict[str, bool]
) -> None:
    found = [bool(dealt(series(record, **how), measure, record, DEALS)) for record in range(RECORDS)]
    assert np.mean(found) <= LEVEL + 2.6 * np.sqrt(LEVEL * (1 - LEVEL) / RECORDS)


@pytest.mark.parametrize("measure", ["mean", "net"])
def test_a_change_of_kind_is_mostly_found_and_near_its_place(measure: str) -> None:
    found = [dealt(series(record, turn=25), measure, record, DEALS) for record in range(20)]
    assert sum(bool(each) for each in found) >= 17
    years = [1950 + each[0].row for each in found if each]
    assert np.median(np.abs(np.array(years) - 1975)) <= 2


def test_the_largest_change_is_the_one_that_all_cuts_have_least() -> None:
    chance = np.random.default_rng(2)
    shares, scores = chance.uniform(0.1, 2, size=(9, 9)), chance.normal(size=(9, 3))
    gain, last = largest(shares, scores, "mean")
    for column in range(3):
        weights, totals = shares.sum(axis=1), shares @ scores[:, column]
        cuts = {}
        for cut in range(2, 8):
            before, after = (totals[part].sum() / weights[part].sum() for part in (slice(0, cut), slice(cut, 9)))
            cuts[cut] = (before - after) ** 2 / (1 / weights[:cut].sum() + 1 / weights[cut:].sum())
        assert gain[column] == pytest.approx(max(cuts.values()))
        assert last[column] + 1 == max(cuts, key=lambda each: cuts[each])


def test_acts_of_one_score_have_no_break() -> None:
    day = [Period(date(1950 + year, 1, 1), date(1950 + year, 1, 1)) for year in range(20)]
    acts = [Act(f"act-{number}", each, 5.0, 1, ("one",), "plover") for number, each in enumerate(day)]
    assert dealt(spread(acts, periods_of(acts, "year")), "mean") == ()
    assert dealt(spread(acts[:4], periods_of(acts[:4], "year")), "mean") == ()
