"""How the outcome of an era fared in one reading: does it hold, is it reached, and what would chance have given?

It depends on the content of the reading alone (``conflict.model.content``): what two readings, or two editions of a
case, have in common is found once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from hikiwake.conflict.changing.chances import at_states, random_orders
from hikiwake.conflict.concepts.definitions import CLASSIC
from hikiwake.conflict.model import content
from hikiwake.conflict.model.conflict import Conflict
from hikiwake.conflict.solving.paths import improvement_paths
from hikiwake.conflict.solving.stability import Stability, solve
from hikiwake.conflict.solving.steps import Steps
from hikiwake.modelling.compared import Verdict
from hikiwake.wording import history as wording

REMEMBERED = 256


@dataclass(frozen=True, slots=True)
class Fared:
    """What a reading says of an outcome; the fields are those of ``Comparison``."""

    states: int
    verdicts: tuple[Verdict, ...]
    reachable: bool
    reachable_by_moves: bool
    reached: str
    leaves: tuple[str, ...]


@lru_cache(maxsize=REMEMBERED)
def fared(reading: Conflict, outcome: str, orders: int, seed: int) -> Fared:
    """How an outcome fared in a reading, as ``content.numbered`` leaves it."""
    steps = _steps(content.ground(reading))
    everyone, start = tuple(range(len(reading.names))), steps.states.index(reading.status_quo)
    stability = solve(reading, CLASSIC)
    reached = stability.states.matching(outcome).tolist()
    steps_pay = {number - 1 for number in improvement_paths(stability).reachable}
    by_moves = {start, *steps.reached(everyone, start).tolist()}
    return Fared(
        len(stability.states),
        tuple(_verdicts(stability, steps, reached, orders, seed)),
        steps_pay.issuperset(reached),
        by_moves.issuperset(reached),
        wording.reached(_held(steps_pay, reached), _held(by_moves, reached)),
        _leaving(stability, reached),
    )


def forget() -> None:
    """Let go of the moves of the last model; what was found is kept."""
    _steps.cache_clear()


@lru_cache(maxsize=1)
def _steps(ground: Conflict) -> Steps:
    return Steps.of(ground)


def _held(found: set[int], reached: Sequence[int]) -> str:
    return wording.held(found.issuperset(reached), not found.isdisjoint(reached))


def _verdicts(stability: Stability, steps: Steps, reached: Sequence[int], orders: int, seed: int) -> Iterator[Verdict]:
    chance = at_states(steps, reached, random_orders(stability.conflict), orders, seed)
    for concept in CLASSIC:
        held = stability.everywhere(concept)
        yield Verdict(
            concept, bool(held[reached].all()), bool(held[reached].any()), float(held.mean()), chance[concept]
        )


def _leaving(stability: Stability, reached: Sequence[int]) -> tuple[str, ...]:
    """Who is not stable at that state of the pattern where fewest are not; nobody where it holds."""
    table = stability.table("seq")[:, reached]
    best = int((~table).sum(axis=0).argmin())
    return tuple(
        name for name, stable in zip(stability.conflict.names, table[:, best].tolist(), strict=True) if not stable
    )
