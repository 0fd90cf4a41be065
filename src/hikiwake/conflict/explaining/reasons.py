"""The reasons why a state is stable or not: temptations, the sanctions that deter them, and escapes from these."""

from __future__ import annotations

from dataclasses import dataclass

from hikiwake.conflict.concepts.sequences import Turn
from hikiwake.conflict.explaining.comparisons import Decided


@dataclass(frozen=True, slots=True)
class Sanction:
    """What the opponents do, and why it is not worth while for the one who moved first.

    moves: the sequence, in order; made at once under SIM
    decided: for each move why its maker prefers where it leads, where the concept asks for that
    outcome: how the state they end in compares with the state at the start
    countermoves: how the states the mover could go on to compare with it, where the concept asks for that
    """

    moves: tuple[Turn, ...]
    decided: tuple[Decided, ...]
    outcome: Decided
    countermoves: tuple[Decided, ...] = ()


@dataclass(frozen=True, slots=True)
class Escape:
    """A sanction that does not deter, because the mover has a countermove to something better than the start."""

    sanction: Sanction
    countermove: Decided


@dataclass(frozen=True, slots=True)
class Temptation:
    """A unilateral improvement, what makes it one, and what deters it (or does not).

    answers: how many states the opponents can bring about in answer, counted where none of them deters
    hindered: the opponents that have improvements, none of which can be made at the same time as the move
    """

    state: int
    decided: Decided
    sanction: Sanction | None = None
    escape: Escape | None = None
    answers: int = 0
    hindered: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a state is stable or not for one decision maker under one concept."""

    decision_maker: int
    concept: str
    state: int
    stable: bool
    temptations: tuple[Temptation, ...]
