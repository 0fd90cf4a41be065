"""The inverse against listing every ranking: equal counts, and conditions that hold exactly where it is stable."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from itertools import permutations, product

import numpy as np
import pytest
from numpy.typing import NDArray

from hikiwake.conflict import CONCEPTS, Conflict, Ranking, solve
from hikiwake.conflict.changing.conditions import Clause
from hikiwake.conflict.changing.inverse import Inverse, Window, inverse
from tests.agreement.engine import conflict_of
from tests.agreement.models import draw, notation
from tests.agreement.plain import PlainModel


def ranked(rng: random.Random) -> PlainModel:
    """A random conflict of 2 or 3 decision makers with at most 8 states, every preference a ranking."""
    while True:
        model = draw(rng)
        if len(model.states) <= 8 and len(model.owned) <= 3:
            groups = [tuple((state,) for state in rng.sample(model.states, len(model.states))) for _ in model.owned]
            tied = [(*each[:-2], each[-2] + each[-1]) if rng.random() < 0.3 else each for each in groups]
            return replace(model, preferences=tuple(("ranking", each) for each in tied))


def windows(rng: random.Random, model: PlainModel) -> list[Window]:
    widths = [4, 3, 2]
    opened = []
    for maker, (_, groups) in enumerate(model.preferences):
        width = min(widths[maker], len(groups))
        first = rng.randint(1, len(groups) - width + 1)
        opened.append(Window(f"D{maker}", first, first + width - 1))
    return opened


def every_ranking(model: PlainModel, opened: list[Window]) -> Iterator[Conflict]:
    """The conflict under each way to order the groups inside the windows."""
    choices = []
    for (_, groups), one in zip(model.preferences, opened, strict=True):
        names = [tuple(notation(state) for state in group) for group in groups]
        inside = names[one.first - 1 : one.last]
        choices.append([(*names[: one.first - 1], *order, *names[one.last :]) for order in permutations(inside)])
    for chosen in product(*choices):
        conflict = conflict_of(model)
        for maker, groups in enumerate(chosen):
            conflict = conflict.with_preference(f"D{maker}", Ranking(groups))
        yield conflict


def met(answer: Inverse, concept: str, ranks: NDArray[np.int32]) -> bool:
    """Whether the conditions of the answer hold under the ranks of one of the conflicts."""

    def clause_met(clause: Clause) -> bool:
        return any(
            all(
                ranks[one.decision_maker, one.state] > ranks[one.decision_maker, one.than]
                or (not one.strictly and ranks[one.decision_maker, one.state] == ranks[one.decision_maker, one.than])
                for one in way
            )
            for way in clause.ways
        )

    return all(clause_met(clause) for clauses in answer.conditions(concept) for clause in clauses)


@pytest.mark.parametrize("seed", range(8))
def test_counts_and_conditions_agree_with_listing_all_rankings(seed: int) -> None:
    rng = random.Random(seed)
    model = ranked(rng)
    opened = windows(rng, model)
    target = rng.randint(1, len(model.states))
    answer = inverse(conflict_of(model), target, opened)
    listed = dict.fromkeys(CONCEPTS, 0)
    rankings = 0
    for conflict in every_ranking(model, opened):
        stability = solve(conflict, CONCEPTS)
        rankings += 1
        for concept in CONCEPTS:
            holds = stability.is_equilibrium(concept, target)
            listed[concept] += holds
            assert met(answer, concept, stability.ranks) == holds, (concept, conflict)
    assert answer.rankings == rankings
    assert answer.counts == listed
