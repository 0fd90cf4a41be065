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

Being better for every member is being higher in everything (``dominance``), so little has to be followed. Let v(s1) be
for each member the least rank to which the opponents can lead from s1: an answer deters H at s iff v(s1) is not above
the rank of s for some member. So s is unstable iff some s1 in R_H(s) is, and v(s1) is, above s for every member. For
SMR the states are gathered in kinds, of which H can bring about the same: an answer lasts at s iff nothing that H can
bring about from its kind is above s for every member.

References: Kilgour, Hipel, Fang and Peng (2001), Group Decision and Negotiation 10(2), 159-175; Inohara and Hipel
(2008), Systems Engineering 11(4), 343-359.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import TypeAlias

import numpy as np

from hikiwake.conflict.model.moves import Moves
from hikiwake.conflict.solving.concepts import CLASSIC, DEFINITIONS, Classic, Definition, Ranks, Stable
from hikiwake.conflict.solving.dominance import Within, within
from hikiwake.conflict.solving.legal import sanction_value
from hikiwake.errors import ModelError

Coalition: TypeAlias = tuple[int, ...]
CoalitionConcept: TypeAlias = Classic
COALITION_CONCEPTS = CLASSIC
MOST_STATES = 1 << 16
MOST_FOLLOWED = 1 << 14  # states, where moves are not transitive


def bounded(moves: Moves) -> None:
    """ModelError where a model has more states than joint moves can be followed over."""
    most = min(MOST_STATES, MOST_STATES if moves.transitive else MOST_FOLLOWED)
    if len(moves.states) > most:
        kind = "" if moves.transitive else " where states are merged or moves forbidden"
        raise ModelError(f"coalitions are followed over at most {most:,} states{kind}; "
                         f"this model has {len(moves.states):,}")  # fmt: skip


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
    bounded(moves)
    own, joint = ranks[list(coalition)], within(moves, coalition)
    opponents = [other for other in range(len(ranks)) if other not in coalition]
    replies = within(moves, opponents)
    credible = [moves.arcs[other].improving(ranks[other]) for other in opponents]

    def stable(asked: Definition) -> Stable:
        if not asked.answers or not opponents:
            return ~joint.dominated(own, own)
        if asked.lasting:
            return ~_unanswered_for_good(joint, replies, own)
        left = [sanction_value(credible, each) if asked.credible else replies.least(each) for each in own]
        return ~joint.dominated(np.minimum(own, left), own)

    return {concept: stable(DEFINITIONS[concept]) for concept in COALITION_CONCEPTS}


def _unanswered_for_good(joint: Within, replies: Within, own: Ranks) -> Stable:
    """Where a coalition has a joint improvement to which no answer lasts.

    Improvements are taken together that the opponents can lead to states of the same kinds.
    """
    answers, which = np.unique(replies.meeting(joint), axis=0, return_inverse=True)
    lasting, answered = ~joint.dominating(own, own), which.ravel()[replies.of]
    open_ = np.zeros(len(joint.of), dtype=np.bool_)
    for number, kinds in enumerate(answers):
        unmet = ~(lasting & kinds).any(axis=1)
        if unmet.any():
            open_ |= unmet & joint.dominated(own, own, answered == number)
    return open_
