"""What happened: the chart of the events, and the acts that most documents report."""

from __future__ import annotations

from dataclasses import dataclass

from hikiwake.dossier import Event
from hikiwake.figures import timeline
from hikiwake.figures.marks import reality
from hikiwake.figures.stretches import Stretch, issues, stretches
from hikiwake.report.grounds import Grounds
from hikiwake.wording.page import not_done, several


@dataclass(frozen=True, slots=True)
class Context:
    """What the template of the timeline shows."""

    crowd: bool
    """Whether there are so many events that piles are drawn."""
    lead: str
    """How many events several documents report, and how many did not take place."""
    legend: list[tuple[str, str]]
    """What the marks of the chart mean: each as SVG text, with its words; of piles the directions alone."""
    wide: str
    """The chart from left to right, as SVG text."""
    narrow: str
    """The chart for narrow pages, as SVG text."""
    close_ups: list[tuple[Stretch, str]]
    """Each era drawn over the whole length, as SVG text."""
    noted: list[tuple[Event, int]]
    """The acts that most documents report, with their number, in the order of their numbers in the chart."""


def context(grounds: Grounds) -> Context | None:
    """What the timeline shows, or ``None`` for a case without events."""
    dossier = grounds.dossier
    if not dossier.events:
        return None
    told = {event.id: len(grounds.documents_of(event)) for event in dossier.events}
    noted = timeline.most_reported(dossier)
    undone = sum(reality(event) != "done" for event in dossier.events)
    eras, lanes = stretches(dossier), issues(dossier)
    crowd = timeline.is_crowd(eras)
    return Context(
        crowd=crowd,
        lead=" ".join(filter(None, (several(sum(each > 1 for each in told.values()), len(told)), not_done(undone)))),
        legend=timeline.legend()[: 3 if crowd else None],
        wide=timeline.across(eras, lanes, noted),
        narrow=timeline.downward(eras, lanes, noted),
        close_ups=timeline.close_ups(eras, lanes, noted),
        noted=[(grounds.events[id_], told[id_]) for id_ in noted],
    )
