"""In what share of random draws a settlement gets which verdict, by the same judgement as a finding's.

A draw takes one reading of the model, its own or a variant, each as likely, and puts every statement about where it
stands: one with ``about = k`` shifts by up to k places. Shares come with Wilson's interval (95 %).

Reference: Wilson (1927), Journal of the American Statistical Association 22(158), 209-212.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from hikiwake.conflict.changing.robustness import about
from hikiwake.conflict.concepts.definitions import Concept
from hikiwake.conflict.model.conflict import Conflict, Preference
from hikiwake.settlement.judgement import ORDER, VERDICTS, Verdict
from hikiwake.settlement.playing import Under, batches
from hikiwake.settlement.terms import Ground, Terms
from hikiwake.settlement.verdicts import Against, verdicts

NORMAL = 1.959963984540054  # two-sided 95 %
Refusing = Mapping[tuple[str, str], frozenset[int]]  # by formula and reading
Drawn = tuple[str, int]  # a reading, and how often it was drawn
BY_ORDER = sorted(VERDICTS, key=ORDER.__getitem__)


@dataclass(frozen=True, slots=True)
class Share:
    """A share of draws (0 to 1) with the bounds of its interval."""

    share: float
    low: float
    high: float


def wilson(times: int, of: int) -> Share:
    """A share with Wilson's interval.

    >>> wilson(0, 200)
    Share(share=0.0, low=0.0, high=0.0188)
    """
    part, square = times / of, NORMAL * NORMAL / of
    middle, half = part + square / 2, NORMAL * sqrt(part * (1 - part) / of + square / (4 * of))
    low, high = (middle - half) / (1 + square), (middle + half) / (1 + square)
    return Share(part, max(0.0, round(low, 4)), min(1.0, round(high, 4)))


def drawn(
    readings: Sequence[tuple[str, Conflict]], count: int, seed: int
) -> Counter[tuple[str, tuple[Preference, ...]]]:
    """Random draws: the name of the reading and everyone's preferences, each with how often it was drawn."""
    rng = np.random.default_rng(seed)
    tally: Counter[tuple[str, tuple[Preference, ...]]] = Counter()
    for _ in range(count):
        name, reading = readings[int(rng.integers(len(readings)))]
        tally[name, tuple(about(maker.preference, rng) for maker in reading.decision_makers)] += 1
    return tally


def verdicts_of(
    ground: Ground,
    chosen: Sequence[Terms],
    draws: Counter[tuple[str, tuple[Preference, ...]]],
    concept: Concept,
    refusing: Refusing,
) -> dict[str, Counter[Verdict]]:
    """For each settlement how many draws give which verdict."""
    wanted = list(dict.fromkeys(each for _, preferences in draws for each in preferences))
    known = dict(zip(wanted, zip(ground.rankings.all_of(wanted), map(ground.spoken, wanted), strict=True), strict=True))
    alike: dict[tuple[Hashable, ...], tuple[Under, list[Drawn]]] = {}
    for (name, preferences), times in draws.items():
        ranks, spoken = [known[each][0] for each in preferences], tuple(known[each][1] for each in preferences)
        key = spoken, *(own.tobytes() for own in ranks)
        alike.setdefault(key, ((ranks, spoken), []))[1].append((name, times))
    found: dict[str, Counter[Verdict]] = {terms.settlement.formula: Counter() for terms in chosen}
    drawn_of = iter(of for _, of in alike.values())
    for batch in batches(ground, concept, [under for under, _ in alike.values()]):
        every = np.arange(len(batch.plays))
        against, of = Against.of(batch, every), [next(drawn_of) for _ in batch.plays]
        for terms in chosen:
            formula = terms.settlement.formula
            for refused_by, often in _by_refusal(of, formula, refusing).items():
                counts = np.bincount(verdicts(against, terms, refused_by), often, len(BY_ORDER))
                found[formula].update({BY_ORDER[place]: int(counts[place]) for place in np.flatnonzero(counts)})
    return found


def _by_refusal(
    of: Sequence[Sequence[Drawn]], formula: str, refusing: Refusing
) -> dict[frozenset[int], NDArray[np.int64]]:
    """By who refuses a formula, how often each of some plays was drawn of such readings."""
    times: dict[frozenset[int], NDArray[np.int64]] = {}
    for place, each in enumerate(of):
        for name, often in each:
            own = times.setdefault(refusing[formula, name], np.zeros(len(of), dtype=np.int64))
            own[place] += often
    return times
