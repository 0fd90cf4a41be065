"""Coalitions by name: what ``coalition_stability`` returns, and the jumps between equilibria."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from hikiwake.conflict.concepts.coalitions import (
    COALITION_CONCEPTS,
    Coalition,
    CoalitionConcept,
    bounded,
    coalition_tables,
    coalitions_of,
)
from hikiwake.conflict.concepts.definitions import Stable
from hikiwake.conflict.concepts.dominance import within
from hikiwake.conflict.model.reach import itself, reaching
from hikiwake.conflict.model.states import States
from hikiwake.conflict.solving.paths import ways
from hikiwake.conflict.solving.stability import Stability, numbers
from hikiwake.errors import ModelError
from hikiwake.results import Result
from hikiwake.wording import outcomes as wording
from hikiwake.wording.moves import NAMES, listing
from hikiwake.wording.terminal.near import QUOTE, near_or_some


@dataclass(frozen=True, slots=True)
class Jump:
    """A joint improvement from one equilibrium to another, out of reach for single improvements; state numbers."""

    coalition: tuple[str, ...]
    origin: int
    target: int


@dataclass(frozen=True, slots=True)
class HeldBy:
    """A coalition by name, and by concept the numbers of the states that are stable for it."""

    members: tuple[str, ...]
    stable: Mapping[CoalitionConcept, tuple[int, ...]]


@dataclass(frozen=True, slots=True, eq=False)
class CoalitionStability(Result[HeldBy]):
    """What holds when any coalition may act; ``tables`` by coalition (indices) and concept, shape (n_states,)."""

    names: tuple[str, ...]
    states: States
    tables: Mapping[Coalition, Mapping[CoalitionConcept, Stable]]

    @property
    def rows(self) -> tuple[HeldBy, ...]:
        """Every coalition, the small ones first."""
        return tuple(
            HeldBy(tuple(self.names[member] for member in coalition),
                   {concept: numbers(table[concept]) for concept in COALITION_CONCEPTS})
            for coalition, table in self.tables.items()
        )  # fmt: skip

    def stable(self, concept: str, coalition: tuple[str, ...]) -> tuple[int, ...]:
        """The numbers of the states that are stable for one coalition, given by names."""
        asked = tuple(sorted(self.names.index(name) for name in coalition if name in self.names))
        if asked not in self.tables or len(asked) != len(coalition):
            raise ModelError(f"no coalition {', '.join(coalition) or 'of nobody'}; there are {', '.join(self.names)}")
        return numbers(self.tables[asked][_known(concept)])

    def equilibria(self, concept: str) -> tuple[int, ...]:
        """The numbers of the states that are stable for every coalition."""
        return numbers(np.logical_and.reduce([table[_known(concept)] for table in self.tables.values()]))

    def as_records(self) -> list[dict[str, Any]]:
        """Every coalition: its members, and for each concept the numbers of the states that are stable for it."""
        return [{"members": list(row.members), **{concept: list(held) for concept, held in row.stable.items()}}
                for row in self.rows]  # fmt: skip

    @property
    def sentences(self) -> tuple[str, ...]:
        """What is stable for every coalition, by each concept."""
        return tuple(
            wording.of_coalitions(NAMES[concept], [(number, self.states.text(number - 1))
                                                   for number in self.equilibria(concept)])
            for concept in COALITION_CONCEPTS
        )  # fmt: skip

    def shown(self) -> tuple[Sequence[str], Iterable[Sequence[object]]]:
        """For how many states each coalition has no joint move that pays and is not deterred."""
        return ("coalition", *(NAMES[concept] for concept in COALITION_CONCEPTS)), (
            (listing(row.members), *(f"{len(held)} of {len(self.states)} states" for held in row.stable.values()))
            for row in self.rows
        )

    def as_object(self) -> dict[str, Any]:
        """The whole result as plain lists and texts, ready for JSON."""
        return {
            "stability": self.as_records(),
            "equilibria": {concept: list(self.equilibria(concept)) for concept in COALITION_CONCEPTS},
        }


def coalition_stability(stability: Stability) -> CoalitionStability:
    """Find out which states hold against every coalition of decision makers.

    Raises ModelError where the model has more states than joint moves can be followed over.

    >>> from hikiwake.conflict.files.reading import conflict_from
    >>> from hikiwake.conflict.solving.stability import solve
    >>> conflict = conflict_from('''
    ... decision_makers = [{ name = "Row", options = [{ id = "a" }] }, { name = "Column", options = [{ id = "b" }] }]
    ... [preferences.Row]
    ... statements = [{ says = "b" }, { says = "not a" }]
    ... [preferences.Column]
    ... statements = [{ says = "a" }, { says = "not b" }]
    ... ''')
    >>> together = coalition_stability(solve(conflict))
    >>> together.equilibria("seq"), together.stable("nash", ("Row", "Column"))
    ((4,), (2, 3, 4))
    """
    tables = {
        coalition: coalition_tables(stability.moves, stability.ranks, coalition)
        for coalition in coalitions_of(len(stability.conflict.names))
    }
    return CoalitionStability(stability.conflict.names, stability.states, tables)


def equilibrium_jumps(stability: Stability, concept: str) -> tuple[Jump, ...]:
    """The joint improvements between equilibria of a concept that no path of single improvements makes."""
    held = np.flatnonzero(stability.everywhere(concept))
    if len(held) < 2:
        return ()
    bounded(stability.moves)
    names, own = stability.conflict.names, itself(len(held), 0, (len(held) + 7) // 8)
    here = np.zeros((len(stability.states), own.shape[1]), dtype=np.uint8)
    here[held] = own
    alone = np.unpackbits(reaching(ways(stability, "improvements"), here)[held], axis=1, count=len(held))
    return tuple(
        Jump(tuple(names[member] for member in coalition), int(held[origin]) + 1, int(held[target]) + 1)
        for coalition in coalitions_of(len(names))
        if len(coalition) > 1
        for origin, target in _improving(stability, coalition, held)
        if not alone[origin, target]
    )


def _improving(stability: Stability, coalition: Coalition, chosen: NDArray[np.int64]) -> Iterator[tuple[int, int]]:
    """The joint improvements of a coalition between chosen states, by their numbers among these."""
    joint, ranks = within(stability.moves, coalition), stability.ranks[list(coalition)][:, chosen]
    for place, kind in enumerate(joint.of[chosen].tolist()):
        reached = np.unpackbits(joint.rows[kind], count=len(joint.of))[chosen].astype(np.bool_)
        for target in np.flatnonzero(reached & (ranks > ranks[:, place, None]).all(axis=0)).tolist():
            yield place, target


def _known(concept: str) -> CoalitionConcept:
    for known in COALITION_CONCEPTS:
        if known == concept:
            return known
    raise ModelError(f'no coalition concept "{concept}"{near_or_some(concept, COALITION_CONCEPTS, QUOTE)}')
