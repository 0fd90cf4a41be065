"""What holds in a model, as few lines: the beginning, the end that history shows, and outcomes, with everybody's ranks."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import lru_cache

from hikiwake.conflict.concepts.definitions import Concept
from hikiwake.conflict.files.reading import conflict_from
from hikiwake.conflict.model.conflict import Conflict
from hikiwake.conflict.model.naming import states_named
from hikiwake.conflict.solving.stability import Stability, solve
from hikiwake.errors import ModelError
from hikiwake.modelling.wishes import titles
from hikiwake.wording.desk import modelling as wording
from hikiwake.wording.moves import NAMES

MOST = 12  # outcomes that are shown
MOST_COMPARED = 5_000  # outcomes that are looked for in another model
REMEMBERED = 64
BY = "seq"  # the concept by which outcomes are held against those of another model


@dataclass(frozen=True, slots=True)
class Held:
    """A state: its number and signs, what is taken up in it, by which concepts it holds, everybody's rank of it."""

    number: int
    state: str
    words: str
    holds: tuple[bool, ...]
    ranks: tuple[str, ...]
    place: str
    came: bool = False


@dataclass(frozen=True, slots=True)
class Solution:
    """What holds. ``keys`` are the outcomes by the concept of comparison, as what is taken up; "" where too many."""

    states: int
    method: str
    concepts: tuple[tuple[str, str, int], ...]
    makers: tuple[str, ...]
    rows: tuple[Held, ...]
    more: int
    keys: frozenset[str]
    compared: bool = False
    gone: tuple[str, ...] = ()

    @property
    def lead(self) -> str:
        """How many states there are, and how many hold by each concept."""
        return wording.holding(self.states, [(name, count) for _, name, count in self.concepts])


@lru_cache(maxsize=REMEMBERED)
def solution_of(text: str, reading: str) -> Solution:
    """What holds in a model by one of its readings. Raises ``ModelError`` where it cannot be solved."""
    return as_lines(solve(conflict_from(text, "the model").variant(reading)))


def as_lines(stability: Stability) -> Solution:
    """The lines of what was solved."""
    conflict, states = stability.conflict, stability.states
    counts = {concept: int(stability.everywhere(concept).sum()) for concept in stability.concepts}
    shown = _shown(stability)
    named = _places(conflict, stability)
    numbers = [*named, *(each for each in shown[:MOST] if each not in named)]
    by = BY if BY in stability.concepts else stability.concepts[0]
    few = counts[by] <= MOST_COMPARED
    keys = frozenset(_key(conflict, states.text(each - 1)) for each in stability.equilibria(by)) if few else frozenset()
    return Solution(
        states=len(states),
        method=stability.method,
        concepts=tuple((concept, NAMES[concept], counts[concept]) for concept in stability.concepts),
        makers=conflict.names,
        rows=tuple(_held(stability, number, named.get(number, "")) for number in numbers),
        more=len([each for each in shown if each not in numbers]),
        keys=keys,
    )


def _shown(stability: Stability) -> list[int]:
    """The numbers of the outcomes, those that hold by most concepts first."""
    import numpy as np

    by = np.array([stability.everywhere(concept) for concept in stability.concepts]).sum(axis=0)
    (found,) = np.nonzero(by)
    return [int(each) + 1 for each in found[np.argsort(-by[found], kind="stable")]]


def _places(conflict: Conflict, stability: Stability) -> dict[int, str]:
    """The states at the beginning and at the end, where each is one, with what they are."""
    found: dict[int, str] = {}
    for name in ("status_quo", "outcome"):
        with suppress(ModelError):
            numbers = states_named(conflict, stability.states, name)
            if len(numbers) == 1:
                number = int(numbers[0]) + 1
                found[number] = wording.both_places() if number in found else wording.PLACES[name]
    return found


def _held(stability: Stability, number: int, place: str) -> Held:
    text = stability.states.text(number - 1)
    ranks, best = stability.ranks[:, number - 1], stability.ranks.max(axis=1)
    return Held(
        number,
        text,
        wording.taken(_taken(stability.conflict, text), _open(stability.conflict, text)),
        tuple(bool(stability.table(concept)[:, number - 1].all()) for concept in stability.concepts),
        tuple(wording.rank(int(top) - int(rank) + 1, int(top)) for rank, top in zip(ranks, best, strict=True)),
        place,
    )


def _taken(conflict: Conflict, text: str, sign: str = "Y") -> list[str]:
    called = titles(conflict)
    return [called[option.id] for option, each in zip(conflict.options, text, strict=True) if each == sign]


def _open(conflict: Conflict, text: str) -> list[str]:
    return _taken(conflict, text, "-")


def _key(conflict: Conflict, text: str) -> str:
    return wording.taken(_taken(conflict, text), _open(conflict, text))


def beside(now: Solution, before: Solution | None) -> Solution:
    """What holds now, with what came and what is gone since before."""
    if before is None or not before.keys and before.states > MOST_COMPARED:
        return now
    rows = tuple(replace(row, came=_holds(now, row) and row.words not in before.keys) for row in now.rows)
    return replace(now, rows=rows, compared=True, gone=tuple(sorted(before.keys - now.keys))[:MOST])


def _holds(solution: Solution, row: Held) -> bool:
    names: Sequence[str | Concept] = [concept for concept, _, _ in solution.concepts]
    return row.holds[names.index(BY)] if BY in names else False
