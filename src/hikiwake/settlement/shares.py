"""In what share of random draws a settlement gets which verdict, by the same judgement as a finding's.

A draw takes one reading of the model, its own or a variant, each as likely, and puts every statement about where it
stands: one with ``about = k`` shifts by up to k places. Shares come with Wilson's interval (95 %).

Reference: Wilson (1927), Journal of the American Statistical Association 22(158), 209-212.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np

from hikiwake.conflict.changing.robustness import about
from hikiwake.conflict.concepts.definitions import Concept
from hikiwake.conflict.model.conflict import Conflict, Preference
from hikiwake.conflict.model.preferences import preference_ranks
from hikiwake.settlement.judgement import Play, Verdict, judge
from hikiwake.settlement.terms import Ground, Terms
from hikiwake.settlement.told import spoken_of

NORMAL = 1.959963984540054  # two-sided 95 %
Refusing = Mapping[tuple[str, str], frozenset[int]]  # by formula and reading


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
    known: dict[Preference, tuple[np.ndarray, frozenset[str]]] = {}
    plays: dict[tuple[bytes, tuple[frozenset[str], ...]], Play] = {}
    found: dict[str, Counter[Verdict]] = {terms.settlement.formula: Counter() for terms in chosen}
    for (name, preferences), times in draws.items():
        for each in preferences:
            if each not in known:
                known[each] = preference_ranks(each, ground.states), spoken_of(ground.states, each)
        ranks = np.array([known[each][0] for each in preferences], dtype=np.int32)
        spoken = tuple(known[each][1] for each in preferences)
        one = plays.setdefault((ranks.tobytes(), spoken), Play(ground, concept, ranks, spoken))
        for terms in chosen:
            formula = terms.settlement.formula
            found[formula][judge(one, terms, refusing[formula, name]).verdict] += times
    return found
