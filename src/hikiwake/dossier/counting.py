"""How much a dossier holds: every number that a page, a command or a notebook says of it is counted here.

An event belongs to the era in which it begins, so that each is counted once; what began before the first era is a group
of its own. A position is held in every era that its time overlaps, and counts in each; one that lies in none counts in
none.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import chain

from hikiwake.dossier.case import Era
from hikiwake.dossier.dossier import KINDS, Dossier
from hikiwake.dossier.entries import Event, Position
from hikiwake.periods import Period
from hikiwake.wording.phrases import before

BEFORE = "before"  # the id of the group of what began before the first era


def counted(dossier: Dossier) -> dict[str, int]:
    """How many documents, actors, passages, mentions and entries of each kind there are, figures and survey cells too.

    compared: values of comparison series, which are no entries

    >>> import hikiwake as hw
    >>> found = counted(hw.load("japan_russia"))
    >>> found["documents"], found["figures"] + found["cells"] == found["claims"]
    (5, True)
    """
    cells = sum(bool(claim.table) for claim in dossier.claims)
    return {
        **{kind: len(getattr(dossier, kind)) for kind in ("documents", "actors", "passages", *KINDS)},
        "mentions": sum(len(event.mentions) for event in dossier.events),
        "compared": len(dossier.compared),
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
    """The events of each era in order of time; first, where there are such, those that began before the first era."""
    eras = eras_of(dossier)
    groups: dict[str, list[Event]] = {BEFORE: [], **{era.id: [] for era in eras}}
    for event in sorted(dossier.events, key=lambda event: (event.period.start, event.period.last, event.id)):
        begun = [era.id for era in eras if era.period.start <= event.period.start]
        groups[begun[-1] if begun else BEFORE].append(event)
    earlier = groups[BEFORE]
    told = [_before(eras[0], earlier), *eras] if earlier else eras
    return [(era, groups[era.id]) for era in told]


def _before(first: Era, events: Sequence[Event]) -> Era:
    """The time before the first era, from the first event on."""
    day = first.period.start
    return Era(BEFORE, before(day), Period(events[0].period.start, day - timedelta(days=1)))


def positions_by_era(dossier: Dossier) -> list[tuple[Era, list[Position]]]:
    """The positions of each era in the order of the record."""
    eras = eras_of(dossier)
    held = [(position, eras_held(dossier, position)) for position in dossier.positions]
    return [(era, [position for position, ids in held if era.id in ids]) for era in eras]


def eras_held(dossier: Dossier, position: Position) -> tuple[str, ...]:
    """The ids of the eras in which a position is held."""
    lasting = dossier.lasting(position)
    return tuple(era.id for era in eras_of(dossier) if era.period.overlaps(lasting))
