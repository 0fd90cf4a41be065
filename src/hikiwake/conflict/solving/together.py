"""Coalitions by name: what ``coalition_stability`` returns, and the jumps between equilibria."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from hikiwake.conflict.solving.coalitions import (
    COALITION_CONCEPTS,
    Coalition,
    CoalitionConcept,
    Jumper,
    coalition_tables,
    coalitions_of,
)
from hikiwake.conflict.solving.concepts import Stable
from hikiwake.conflict.solving.stability import Stability, numbers
from hikiwake.errors import ModelError


@dataclass(frozen=True, slots=True)
class Jump:
    """A joint improvement from one equilibrium to another, out of reach for single improvements; state numbers."""

    coalition: tuple[str, ...]
    origin: int
    target: int


@dataclass(frozen=True, slots=True, eq=False)
class CoalitionStability:
    """What holds when any coalition may act; ``tables`` by coalition (indices) and concept, shape (n_states,)."""

    names: tuple[str, ...]
    tables: Mapping[Coalition, Mapping[CoalitionConcept, Stable]]

    def stable(self, concept: str, coalition: tuple[str, ...]) -> tuple[int, ...]:
        """The numbers of the states that are stable for one coalition, given by names."""
        asked = tuple(sorted(self.names.index(name) for name in coalition if name in self.names))
        if asked not in self.tables or len(asked) != len(coalition):
            raise ModelError(f"no coalition {', '.join(coalition) or 'of nobody'}; there are {', '.join(self.names)}")
        return numbers(self.tables[asked][_known(concept)])

    def equilibria(self, concept: str) -> tuple[int, ...]:
        """The numbers of the states that are stable for every coalition."""
        return numbers(np.logical_and.reduce([table[_known(concept)] for table in self.tables.values()]))

    def as_object(self) -> dict[str, Any]:
        """The whole result as plain lists and texts, ready for JSON."""
        return {
            "stability": [
                {"members": [self.names[member] for member in coalition],
                 **{concept: list(numbers(table[concept])) for concept in COALITION_CONCEPTS}}
                for coalition, table in self.tables.items()
            ],
            "equilibria": {concept: list(self.equilibria(concept)) for concept in COALITION_CONCEPTS},
        }  # fmt: skip


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
    return CoalitionStability(stability.conflict.names, tables)


def equilibrium_jumps(stability: Stability, concept: str) -> tuple[Jump, ...]:
    """The joint improvements between equilibria of a concept that no path of single improvements makes."""
    equilibria = stability.everywhere(concept)
    if equilibria.sum() < 2:
        return ()
    jumper = Jumper(stability.moves, stability.ranks)
    names = stability.conflict.names
    alone = np.unpackbits(jumper.by_improvements(tuple(range(len(names)))), axis=1, count=len(equilibria))
    return tuple(
        Jump(tuple(names[member] for member in coalition), origin + 1, target + 1)
        for coalition in coalitions_of(len(names))
        if len(coalition) > 1
        for origin, target in jumper.improving(coalition)
        if equilibria[origin] and equilibria[target] and not alone[origin, target]
    )


def _known(concept: str) -> CoalitionConcept:
    for known in COALITION_CONCEPTS:
        if known == concept:
            return known
    raise ModelError(f'no coalition concept "{concept}"; there are {", ".join(COALITION_CONCEPTS)}')
