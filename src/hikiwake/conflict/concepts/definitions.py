"""The stability concepts: a new one is a line in this table, and everything that judges states reads it here.

A state is stable for a decision maker if none of its improvements pays. Under Nash every improvement pays. Under the
others it does not if the opponents can answer so that the decision maker ends no better off. A concept says three
things of an answer:

- *credible*: every move of it is an improvement for the opponent who makes it, not any move at all;
- *lasting*: the decision maker cannot get away from it to something better by one more move;
- *at once*: it is made at the same moment as the improvement, by one move of each who takes part; else it is a legal
  sequence of moves that starts where the improvement led.

The definitions in symbols are in ``legal`` (Nash, GMR, SMR, SEQ, SSEQ) and ``simultaneous`` (SIM).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from hikiwake.errors import ModelError
from hikiwake.wording.terminal.near import QUOTE, near_or_some

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Concept: TypeAlias = Literal["nash", "gmr", "smr", "seq", "sim", "sseq"]
Classic: TypeAlias = Literal["nash", "gmr", "smr", "seq"]
Stable: TypeAlias = "NDArray[np.bool_]"
Ranks: TypeAlias = "NDArray[np.int32]"


@dataclass(frozen=True, slots=True)
class Definition:
    """What a concept looks ahead to: no answers at all, or answers of a kind."""

    answers: bool = True
    credible: bool = False
    lasting: bool = False
    at_once: bool = False

    def within(self, other: Definition) -> bool:
        """Whether what is stable by this is by its definition stable by the other as well.

        >>> DEFINITIONS["sseq"].within(DEFINITIONS["smr"]), DEFINITIONS["smr"].within(DEFINITIONS["seq"])
        (True, False)
        """
        if not (self.answers and other.answers):
            return not self.answers
        return self.at_once == other.at_once and self.credible >= other.credible and self.lasting >= other.lasting


DEFINITIONS: dict[Concept, Definition] = {
    "nash": Definition(answers=False),
    "gmr": Definition(),
    "smr": Definition(lasting=True),
    "seq": Definition(credible=True),
    "sim": Definition(credible=True, at_once=True),
    "sseq": Definition(credible=True, lasting=True),
}
CONCEPTS: tuple[Concept, ...] = tuple(DEFINITIONS)
CLASSIC: tuple[Classic, ...] = ("nash", "gmr", "smr", "seq")  # for coalitions, unknown preference and settlements too


def defined(concept: str) -> Definition:
    """The definition of a concept by name; ModelError with the known names where there is none.

    >>> defined("sseq")
    Definition(answers=True, credible=True, lasting=True, at_once=False)
    """
    for known, definition in DEFINITIONS.items():
        if known == concept:
            return definition
    raise ModelError(f'no concept "{concept}"{near_or_some(concept, CONCEPTS, QUOTE)}')
