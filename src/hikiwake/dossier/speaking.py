"""Which positions accept or refuse, and whose speak for a side.

A state's own speak for it, its government's, and those of persons who then held an office.
"""

from __future__ import annotations

from dataclasses import replace

from hikiwake.dossier.dossier import Dossier
from hikiwake.dossier.entries import Position
from hikiwake.periods import Period

ACCEPTING = ("proposes", "offers", "supports", "accepts", "conditions", "demands")
REFUSING = ("opposes", "rejects", "denies")
KINDS = ("declared", "revealed", "perceived")  # what is only recommended is nobody's position


def speaks(dossier: Dossier, position: Position, line: tuple[str, ...]) -> bool:
    """Whether a position speaks for an actor: the state's own, its government's, or that of who then held an office."""
    actor = dossier.actor[position.actor]
    return actor.state in line and actor.speaks_in(dossier.lasting(position))


def during(dossier: Dossier, period: Period, position: Position) -> Position:
    """A position for as long as it is known to last in a period that it falls into."""
    return replace(position, period=dossier.lasting(position).since(period.start).until(period.last))


def comes_first(one: Position, other: Position) -> bool:
    """Whether one position begins and ends before another does."""
    return one.period.start < other.period.start and one.period.last < other.period.last
