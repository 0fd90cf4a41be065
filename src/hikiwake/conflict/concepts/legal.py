"""Stability by legal sequences, on explicit moves: exact for every model.

Notation (Fang, Hipel and Kilgour 1993): R_i(s) are the states to which i can move from s, R+_i(s) those among them
that i prefers to s; for a set H of decision makers R_H(s), R+_H(s) are the states that legal sequences of moves
(improvements) by members of H reach: sequences of one move or more in which nobody moves twice in a row. Each
improvement is one for its mover at the state where it is made. N-i are the opponents of i. State s is, for i,

- Nash  stable if R+_i(s) is empty;
- GMR   stable if for every s1 in R+_i(s) some s2 in R_{N-i}(s1) is not better than s for i;
- SMR   stable if moreover no s3 in R_i(s2) is better than s for i;
- SEQ   stable as GMR, with s2 in R+_{N-i}(s1);
- SSEQ  stable as SMR, with s2 in R+_{N-i}(s1) (Rêgo and Vieira 2017, Group Decision and Negotiation 26(6)).

Who moved last matters where moves are not transitive, so values live on pairs of state and next mover. Each concept
asks one number per landing state: the *sanction value* v(s1) = min over s2 of a value (the rank of s2, or the best rank
within a countermove from s2). State s is stable iff v(s1) <= rank(s) for every improvement s1.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from hikiwake.conflict.model.arcs import Arcs
from hikiwake.conflict.model.reach import over_sequences

Ranks = NDArray[np.int32]
NEVER = np.iinfo(np.int32).max


def sanctioned(improvements: Arcs, ranks: Ranks, sanction: Ranks) -> NDArray[np.bool_]:
    """Where every improvement lands on a state whose sanction value is at most the rank one came from."""
    stable: NDArray[np.bool_] = improvements.over(np.maximum, sanction, 0) <= ranks
    return stable


def sanction_value(opponents: Sequence[Arcs], value: Ranks) -> Ranks:
    """The least value the opponents can reach from each state by a legal sequence; NEVER where they cannot move."""
    return over_sequences(opponents, value, np.minimum, NEVER)
