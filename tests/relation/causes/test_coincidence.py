"""What chance comes to: on dates that have nothing to do with each other no more is found than the level says."""

from __future__ import annotations

import numpy as np
import pytest

from hikiwake.relation.causes.coincidence import chances, counted, drawn, in_time, interval
from tests.relation.causes.planted_records import DAYS, days

RECORDS, DRAWS, LEVEL = 200, 99, 0.05
KINDS = {"even": {}, "told more the later it is": {"late": True}}


def p_values(record: int, bursts: int = 0, **how: bool) -> tuple[float, float]:
    """The p-values for more and for less, in a record where cause and effect have nothing to do with each other."""
    causes, effects, others = (days(record * 3 + part, size, bursts if part == 0 else 0, **how)
                               for part, size in enumerate((10, 15, 60)))  # fmt: skip
    every = np.concatenate([causes, effects, others])
    place = np.arange(len(every))
    found = counted(
        in_time(np.repeat(every[None, :], DRAWS, axis=0)), place < 10, (place >= 10) & (place < 25), 365, DAYS, record
    )
    told = chances(found, record)
    return told.above, told.below


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("bursts", [0, 3], ids=["alone", "in bursts"])
def test_chance_alone_is_found_no_oftener_than_the_level_says(kind: str, bursts: int) -> None:
    told = np.array([p_values(record, bursts, **KINDS[kind]) for record in range(RECORDS)])
    most = LEVEL + 2.6 * np.sqrt(LEVEL * (1 - LEVEL) / RECORDS)
    assert (told <= LEVEL).mean(axis=0).max() <= most


def test_days_drawn_evenly_would_find_a_link_where_only_the_telling_rises() -> None:
    """What the shift along the record guards against: a record that tells of its last quarter alone."""
    fooled = 0
    for record in range(40):
        causes, effects = (days(seed, size) / 4 + DAYS * 3 / 4 for seed, size in ((record, 10), (999 + record, 15)))
        evenly = np.random.default_rng(record).uniform(0, DAYS, size=(99, 10))
        seen, *by_chance = (_followed(each, effects) for each in (causes, *evenly))
        fooled += float(np.mean(np.array([*by_chance, seen]) >= seen)) <= LEVEL
    assert fooled > 20


def _followed(causes: np.ndarray, effects: np.ndarray) -> float:
    return float(np.mean([((effects >= day) & (effects <= day + 365)).any() for day in causes]))


def test_what_is_counted_is_what_counting_by_hand_finds() -> None:
    chance = np.random.default_rng(7)
    times = chance.integers(0, 2000, size=(5, 40)).astype(float)
    cause, effect = np.arange(40) < 8, np.arange(40) >= 30
    found = counted(in_time(times), cause, effect, 100, 1800, seed=0)
    for row, day in enumerate(times):
        over = [each for each in day[cause] if each + 100 <= 1800]
        assert found.causes[row] == len(over)
        assert found.followed[row] == sum(any(each <= other <= each + 100 for other in day[effect]) for each in over)
        assert found.preceded[row] == sum(any(each - 100 <= other < each for other in day[effect]) for each in over)
    assert (found.shifted <= found.causes).all()


def test_a_window_that_the_record_does_not_see_the_end_of_says_nothing() -> None:
    times = np.array([[0.0, 10.0, 500.0, 950.0, 960.0]])
    found = counted(in_time(times), np.array([1, 0, 0, 1, 0], bool), np.array([0, 1, 0, 0, 1], bool), 100, 1000, seed=0)
    assert (found.causes[0], found.followed[0]) == (1.0, 1.0)


def test_imprecise_dates_are_drawn_from_their_interval_and_never_after_the_record() -> None:
    made = drawn(np.array([100.0, 50.0]), np.array([200.0, 50.0]), 150, 500, seed=1)
    assert made[:, 0].min() == 100 and made[:, 0].max() == 150
    assert set(made[:, 1]) == {50.0}
    assert (made == drawn(np.array([100.0, 50.0]), np.array([200.0, 50.0]), 150, 500, seed=1)).all()


def test_no_effect_at_all_is_followed_by_none() -> None:
    times = np.array([[0.0, 10.0, 20.0]])
    found = counted(in_time(times), np.array([True, False, False]), np.zeros(3, bool), 100, 1000, seed=0)
    assert (found.followed[0], found.shifted[0]) == (0.0, 0.0)


def test_the_interval_holds_the_share_and_narrows_with_draws() -> None:
    few, many = interval(0.1, 99), interval(0.1, 9999)
    assert few[0] < many[0] < 0.1 < many[1] < few[1]
    assert interval(1.0, 99)[1] == 1.0
