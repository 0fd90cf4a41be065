"""Coalitions: which states hold when several decision makers may act together.

For a coalition H, R_H(s) are the states reached by legal sequences of moves of its members, and its improvements are

    R++_H(s) = those s1 in R_H(s) that every member of H prefers to s.

State s deters H at s2 if some member of H does not prefer s2 to s. For H the state s is

- Nash stable if R++_H(s) is empty;
- GMR  stable if for every s1 in R++_H(s) some s2 in R_{N-H}(s1) deters H;
- SMR  stable if moreover every s3 in R_H(s2) deters H;
- SEQ  stable as GMR, with s2 in R+_{N-H}(s1): legal sequences of improvements of single opponents.

A state is coalitionally stable if it is stable for every coalition; for a coalition of one these are the concepts for
single decision makers. The coalition of everybody has no opponents: nothing deters it. An *equilibrium jump* is an
improvement of a coalition from one equilibrium to another that no legal sequence of improvements of single decision
makers makes.

References: Kilgour, Hipel, Fang and Peng (2001), Group Decision and Negotiation 10(2), 159-175; Inohara and Hipel
(2008), Systems Engineering 11(4), 343-359.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import Literal, TypeAlias

import numpy as np

from hikiwake.conflict.model.moves import Arcs, Moves
from hikiwake.conflict.model.reach import Bits, Kinds, kinds_of, members, reached
from hikiwake.conflict.solving.concepts import Ranks, Stable
from hikiwake.errors import ModelError

Coalition: TypeAlias = tuple[int, ...]
CoalitionConcept: TypeAlias = Literal["nash", "gmr", "smr", "seq"]
COALITION_CONCEPTS: tuple[CoalitionConcept, ...] = ("nash", "gmr", "smr", "seq")
MOST_STATES = 1 << 14


@dataclass(frozen=True)
class Jumper:
    """The joint moves and improvements of one conflict; ranks have shape (n_decision_makers, n_states)."""

    moves: Moves
    ranks: Ranks

    def __post_init__(self) -> None:
        if len(self.moves.states) > MOST_STATES:
            raise ModelError(f"coalitions are followed over at most {MOST_STATES:,} states; "
                             f"this model has {len(self.moves.states):,}")  # fmt: skip

    @cached_property
    def improvements(self) -> tuple[Arcs, ...]:
        """The unilateral improvements of each decision maker."""
        return tuple(arcs.improving(own) for arcs, own in zip(self.moves.arcs, self.ranks, strict=True))

    def by_moves(self, coalition: Coalition) -> Bits:
        """R_H, a row of bits for each state."""
        return reached([self.moves.arcs[member] for member in coalition], len(self.moves.states))

    def by_improvements(self, coalition: Coalition) -> Bits:
        """R+_H, a row of bits for each state."""
        return reached([self.improvements[member] for member in coalition], len(self.moves.states))

    def preferred(self, coalition: Coalition, state: int) -> Bits:
        """The states that every member prefers to this one, as a row of bits."""
        ranks = self.ranks[list(coalition)]
        return np.packbits((ranks > ranks[:, state, None]).all(axis=0))

    def opponents(self, coalition: Coalition) -> Coalition:
        """Everybody else."""
        return tuple(other for other in range(len(self.ranks)) if other not in coalition)

    def improving(self, coalition: Coalition) -> Iterator[tuple[int, int]]:
        """The pairs of a state and a joint improvement of the coalition from it."""
        joint = self.by_moves(coalition)
        for state in range(len(joint)):
            for target in members(joint[state] & self.preferred(coalition, state), len(joint)).tolist():
                yield state, target


def coalitions_of(n_decision_makers: int) -> Iterator[Coalition]:
    """Every coalition, smaller ones first.

    >>> list(coalitions_of(2))
    [(0,), (1,), (0, 1)]
    """
    for size in range(1, n_decision_makers + 1):
        yield from combinations(range(n_decision_makers), size)


def coalition_tables(moves: Moves, ranks: Ranks, coalition: Coalition) -> Mapping[CoalitionConcept, Stable]:
    """Where a coalition is stable by each concept, bool, shape (n_states,) each.

    In the sets of sanctions and of countermoves the state itself may stay: it cannot deter, or has been judged.
    """
    jumper = Jumper(moves, ranks)
    opponents = jumper.opponents(coalition)
    joint = jumper.by_moves(coalition)
    countermoves = kinds_of(joint)
    replies, credible = kinds_of(jumper.by_moves(opponents)), kinds_of(jumper.by_improvements(opponents))
    stable = {concept: np.ones(len(joint), dtype=np.bool_) for concept in COALITION_CONCEPTS}
    for state in range(len(joint)):
        preferred = jumper.preferred(coalition, state)
        tempting = members(joint[state] & preferred, len(joint))
        if len(tempting):
            stable["nash"][state] = False
            stable["seq"][state] = credible.all_meet(tempting, ~preferred)
            stable["gmr"][state] = replies.all_meet(tempting, ~preferred)
            stable["smr"][state] = stable["gmr"][state] and replies.all_meet(
                tempting, _lasting(countermoves, preferred)
            )
    return stable


def _lasting(countermoves: Kinds, preferred: Bits) -> Bits:
    """The deterring states from which the coalition cannot jointly get back to anything it prefers."""
    escaping = np.packbits(countermoves.meeting(preferred)[countermoves.of])
    lasting: Bits = ~preferred & ~escaping
    return lasting
