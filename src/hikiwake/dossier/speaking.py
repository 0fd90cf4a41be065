"""Which positions accept or refuse, and whose speak for a side.

A state's own speak for it, its government's, and those of persons who then held an office.
"""

from __future__ import annotations

from hikiwake.dossier.dossier import Dossier
from hikiwake.dossier.entries import Position

ACCEPTING = ("proposes", "offers", "supports", "accepts", "conditions", "demands")
REFUSING = ("opposes", "rejects", "denies")
KINDS = ("declared", "revealed", "perceived")  # what is only recommended is nobody's position


def speaks(dossier: Dossier, position: Position, line: tuple[str, ...]) -> bool:
    """Whether a position speaks for an actor: the state's own, its government's, or that of who then held an office."""
    actor = dossier.actor[position.actor]
    return actor.state in line and actor.speaks_in(dossier.lasting(position))
