"""What happened: the chart of the events, and the acts that most documents report."""

from __future__ import annotations

from dataclasses import dataclass

from hikiwake.dossier import Era, Event
from hikiwake.figures import timeline
from hikiwake.figures.drawing import shapes
from hikiwake.figures.marks import reality
from hikiwake.figures.stretches import by_era, stretches
from hikiwake.report.grounds import Grounds
from hikiwake.wording.page import not_done, several


@dataclass(frozen=True, slots=True)
class Context:
    """What the template of the timeline shows."""

    crowd: bool
    """Whether there are so many events that piles are drawn."""
    lead: str
    """How many events several documents report, and how many did not take place."""
    shapes: str
    """The shapes that the chart refers to, as SVG text."""
    wide: str
    """The chart from left to right, as SVG text."""
    narrow: str
    """The chart from top to bottom, as SVG text."""
    noted: list[tuple[Event, int]]
    """The acts that most documents report, with their number, in the order of their numbers in the chart."""
    eras: list[Era]
    """The stretches of time that the chart draws, for the zoom."""


def context(grounds: Grounds) -> Context | None:
    """What the timeline shows, or ``None`` for a case without events."""
    dossier = grounds.dossier
    if not dossier.events:
        return None
    told = {event.id: len(grounds.documents_of(event)) for event in dossier.events}
    noted = timeline.most_reported(dossier)
    undone = sum(reality(event) != "done" for event in dossier.events)
    eras = stretches(dossier)
    return Context(
        crowd=timeline.is_crowd(eras),
        lead=" ".join(filter(None, (several(sum(each > 1 for each in told.values()), len(told)), not_done(undone)))),
        shapes=shapes("timeline"),
        wide=timeline.across(eras, noted),
        narrow=timeline.downward(eras),
        noted=[(grounds.events[id_], told[id_]) for id_ in noted],
        eras=[era for era, _ in by_era(dossier)],
    )
