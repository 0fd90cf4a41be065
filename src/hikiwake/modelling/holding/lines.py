"""What holds in a model, in few columns: the beginning, the end, and outcomes, with everybody's ranks of them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import count

from hikiwake.conflict.files.reading import conflict_from
from hikiwake.conflict.model.conflict import Conflict
from hikiwake.conflict.model.states import States
from hikiwake.conflict.model.titles import titles
from hikiwake.conflict.solving.stability import Stability, solve
from hikiwake.errors import ModelError
from hikiwake.wording.desk import modelling as wording
from hikiwake.wording.moves import NAMES

MOST = 8  # outcomes that are shown
MOST_COMPARED = 5_000  # outcomes that are looked for in another model
REMEMBERED = 64
BY = "seq"  # the concept by which outcomes are held against those of another model


@dataclass(frozen=True, slots=True)
class Held:
    """A state: its number and signs, what is taken up in it, by which concepts it holds, everybody's rank of it.

    ``place`` says whether it is the beginning or the end; ``came`` whether it did not hold before.
    """

    number: int
    state: str
    words: str
    holds: tuple[bool, ...]
    ranks: tuple[int, ...]
    place: str
    came: bool = False


@dataclass(frozen=True, slots=True)
class Solution:
    """What holds. ``concepts`` have id, name and how many states hold; ``makers`` a name, and options with their place
    in a state; ``best`` how many ranks each has; ``keys`` are the outcomes by ``BY``, as what is taken up in them.
    """

    states: int
    method: str
    concepts: tuple[tuple[str, str, int], ...]
    makers: tuple[tuple[str, tuple[tuple[int, str], ...]], ...]
    best: tuple[int, ...]
    rows: tuple[Held, ...]
    more: int
    keys: frozenset[str]
    compared: bool = False
    gone: str = ""

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
    named, perhaps = _places(conflict, states)
    numbers = [*named, *(each for each in shown[:MOST] if each not in named)]
    by = BY if BY in stability.concepts else stability.concepts[0]
    few = counts[by] <= MOST_COMPARED
    keys = frozenset(_key(conflict, states.text(each - 1)) for each in stability.equilibria(by)) if few else frozenset()
    return Solution(
        states=len(states),
        method=stability.method,
        concepts=tuple((concept, NAMES[concept], counts[concept]) for concept in stability.concepts),
        makers=tuple(_parties(conflict)),
        best=tuple(stability.ranks.max(axis=1).tolist()),
        rows=tuple(
            _held(stability, number, named.get(number, wording.PERHAPS if number in perhaps else ""))
            for number in numbers
        ),
        more=len([each for each in shown if each not in numbers]),
        keys=keys,
    )


def _parties(conflict: Conflict) -> Iterator[tuple[str, tuple[tuple[int, str], ...]]]:
    places = count()
    for maker in conflict.decision_makers:
        yield maker.name, tuple((next(places), option.title or option.id) for option in maker.options)


def _shown(stability: Stability) -> list[int]:
    """The numbers of the outcomes, those that hold by most concepts first."""
    import numpy as np

    by = np.array([stability.everywhere(concept) for concept in stability.concepts]).sum(axis=0)
    (found,) = np.nonzero(by)
    return [int(each) + 1 for each in found[np.argsort(-by[found], kind="stable")]]


def _places(conflict: Conflict, states: States) -> tuple[dict[int, str], frozenset[int]]:
    """The beginning and the end by number, where each is one state; and the states that may be the end, if several."""
    found: dict[int, str] = {}
    perhaps = frozenset[int]()
    for name in ("status_quo", "outcome"):
        with suppress(ModelError):
            numbers = [int(each) + 1 for each in states.matching(getattr(conflict, name))]
            if len(numbers) == 1:
                found[numbers[0]] = wording.both_places() if numbers[0] in found else wording.PLACES[name]
            elif name == "outcome":
                perhaps = frozenset(numbers)
    return found, perhaps


def _held(stability: Stability, number: int, place: str) -> Held:
    text = stability.states.text(number - 1)
    ranks, best = stability.ranks[:, number - 1], stability.ranks.max(axis=1)
    return Held(
        number,
        text,
        wording.taken(_taken(stability.conflict, text), _open(stability.conflict, text)),
        tuple(bool(stability.table(concept)[:, number - 1].all()) for concept in stability.concepts),
        tuple((best - ranks + 1).tolist()),
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
    if before is None or (not before.keys and before.states > MOST_COMPARED):
        return now
    rows = tuple(replace(row, came=_holds(now, row) and row.words not in before.keys) for row in now.rows)
    return replace(now, rows=rows, compared=True, gone=wording.gone(sorted(before.keys - now.keys)))


def _holds(solution: Solution, row: Held) -> bool:
    names = [concept for concept, _, _ in solution.concepts]
    return row.holds[names.index(BY)] if BY in names else False
