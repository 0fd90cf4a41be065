"""Silence as unknown preference: the arrays and a plain version of the definitions agree in every cell."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from hikiwake.conflict import solve, solve_unknown
from hikiwake.conflict.solving.silence import Known
from hikiwake.conflict.solving.unknown import EXTENSIONS, UNKNOWN_CONCEPTS, UnknownStability
from tests.agreement.engine import conflict_of
from tests.agreement.models import draw, notation
from tests.agreement.plain import Formula, PlainModel, State

Better = Callable[[int, State, State], bool]


def mentioned(formula: Formula) -> set[int]:
    word, *parts = formula
    return {parts[0]} if word == "option" else set().union(*map(mentioned, parts))


def silent_options(model: PlainModel, i: int) -> list[int]:
    """The options of which decision maker i says nothing; every weight and every ranking says something."""
    kind, given = model.preferences[i]
    options = range(sum(map(len, model.owned)))
    return sorted(set(options) - set().union(*map(mentioned, given))) if kind == "statements" else []


def silence(model: PlainModel) -> Better:
    """s U t: no statement tells them apart, and they differ in an option that no statement mentions."""

    def unknown(i: int, s: State, t: State) -> bool:
        differ = any(notation(s)[k] != notation(t)[k] for k in silent_options(model, i))
        return model.value(i, s) == model.value(i, t) and differ

    return unknown


def stable(model: PlainModel, better: Better, unknown: Better, x: str, concept: str, i: int, s: State) -> bool:
    """The definition, word by word."""

    def up(j: int, state: State) -> set[State]:
        return {t for t in model.moves(j, state) if better(j, t, state) or unknown(j, t, state)}

    def deters(t: State) -> bool:
        return not better(i, t, s) and (x in "cd" or not unknown(i, t, s))

    tempting = {t for t in model.moves(i, s) if better(i, t, s) or (x in "ac" and unknown(i, t, s))}
    if concept == "nash":
        return not tempting
    step = up if concept == "seq" else model.moves
    return all(
        any(
            deters(s2) and (concept != "smr" or all(deters(s3) for s3 in model.moves(i, s2)))
            for s2 in model.joint(model.opponents([i]), s1, step)
        )
        for s1 in tempting
    )


def cells_that_differ(model: PlainModel, found: UnknownStability, better: Better, unknown: Better) -> list[Any]:
    return [
        (x, concept, i, number)
        for x in EXTENSIONS
        for concept in UNKNOWN_CONCEPTS
        for i in model.decision_makers
        for number, s in enumerate(model.states)
        if bool(found.table(concept, x)[i, number]) != stable(model, better, unknown, x, concept, i, s)
    ]


@pytest.mark.parametrize("seed", range(12))
def test_silence_agrees_with_the_definitions(seed: int) -> None:
    rng = random.Random(seed)
    for _ in range(4):
        model = draw(rng)
        assert not cells_that_differ(model, solve_unknown(conflict_of(model)), model.better, silence(model))


@pytest.mark.parametrize("seed", range(8))
def test_blocks_that_nobody_compares_agree_with_the_definitions(seed: int) -> None:
    rng = random.Random(300 + seed)
    model = draw(rng)
    n = len(model.states)
    drawn = [[[rng.randrange(high) for _ in range(n)] for high in (3, 2, 2)] for _ in model.owned]
    at = {state: place for place, state in enumerate(model.states)}

    def better(i: int, s: State, t: State) -> bool:
        ranks, _, blocks = drawn[i]
        return blocks[at[s]] == blocks[at[t]] and ranks[at[s]] > ranks[at[t]]

    def unknown(i: int, s: State, t: State) -> bool:
        ranks, silent, blocks = drawn[i]
        apart = blocks[at[s]] != blocks[at[t]]
        return apart or (ranks[at[s]] == ranks[at[t]] and silent[at[s]] != silent[at[t]])

    known = {f"D{i}": Known(*map(np.array, drawn[i])) for i in model.decision_makers}
    assert not cells_that_differ(model, solve_unknown(conflict_of(model), known), better, unknown)


@pytest.mark.parametrize("seed", range(10))
def test_where_nothing_is_unknown_all_extensions_are_the_ordinary_concepts(seed: int) -> None:
    rng = random.Random(500 + seed)
    model = draw(rng)
    while any(silent_options(model, i) for i in model.decision_makers):
        model = draw(rng)
    conflict = conflict_of(model)
    found, plain = solve_unknown(conflict), solve(conflict)
    for x in EXTENSIONS:
        for concept in UNKNOWN_CONCEPTS:
            assert np.array_equal(found.table(concept, x), plain.table(concept))


@pytest.mark.parametrize("seed", range(10))
def test_the_extensions_are_nested(seed: int) -> None:
    found = solve_unknown(conflict_of(draw(random.Random(700 + seed))))
    for concept in UNKNOWN_CONCEPTS:
        for inner, outer in ("ab", "ac", "bd", "cd"):
            assert not (found.table(concept, inner) & ~found.table(concept, outer)).any()
