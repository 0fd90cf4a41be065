"""How much a dossier holds: every number that a page, a command or a notebook says of it is counted here.

An event belongs to the era in which it begins, so that each is counted once; what began before the first era belongs to
the first. A position is held in every era that its time overlaps, and counts in each; one that lies in none counts in
the first.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import chain

from hikiwake.dossier.case import Era
from hikiwake.dossier.dossier import KINDS, Dossier
from hikiwake.dossier.entries import Event, Position
from hikiwake.periods import Period


def counted(dossier: Dossier) -> dict[str, int]:
    """How many documents, actors, passages, mentions and entries of each kind there are, figures and survey cells too.

    >>> import hikiwake as hw
    >>> found = counted(hw.load("japan_russia"))
    >>> found["documents"], found["figures"] + found["cells"] == found["claims"]
    (5, True)
    """
    cells = sum(bool(claim.table) for claim in dossier.claims)
    return {
        **{kind: len(getattr(dossier, kind)) for kind in ("documents", "actors", "passages", *KINDS)},
        "mentions": sum(len(event.mentions) for event in dossier.events),
        "cells": cells,
        "figures": len(dossier.claims) - cells,
    }


def eras_of(dossier: Dossier) -> Sequence[Era]:
    """The eras in order of time; without any, one in which everything is."""
    if dossier.case.eras:
        return sorted(dossier.case.eras, key=lambda era: era.period.start)
    told: chain[Event | Position] = chain(dossier.events, dossier.positions)
    starts = [each.period.start for each in told]
    return [Era("all", "", Period(min(starts, default=date(1900, 1, 1)), None))]


def events_by_era(dossier: Dossier) -> list[tuple[Era, list[Event]]]:
    """The events of each era in order of time."""
    eras = eras_of(dossier)
    groups: dict[str, list[Event]] = {era.id: [] for era in eras}
    for event in sorted(dossier.events, key=lambda event: (event.period.start, event.period.last, event.id)):
        begun = [era for era in eras if era.period.start <= event.period.start]
        groups[(begun or eras)[-1 if begun else 0].id].append(event)
    return [(era, groups[era.id]) for era in eras]


def positions_by_era(dossier: Dossier) -> list[tuple[Era, list[Position]]]:
    """The positions of each era in the order of the record."""
    eras = eras_of(dossier)
    held = [(position, eras_held(dossier, position)) for position in dossier.positions]
    return [(era, [position for position, ids in held if era.id in ids]) for era in eras]


def eras_held(dossier: Dossier, position: Position) -> tuple[str, ...]:
    """The ids of the eras in which a position is held."""
    eras, lasting = eras_of(dossier), dossier.lasting(position)
    return tuple(era.id for era in eras if era.period.overlaps(lasting)) or tuple(era.id for era in eras[:1])
