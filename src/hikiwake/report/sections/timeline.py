"""What happened: the chart of the events, the acts that most documents report, and the list by era."""

from __future__ import annotations

from dataclasses import dataclass

from hikiwake.dossier import Era
from hikiwake.figures import timeline
from hikiwake.figures.marks import reality
from hikiwake.figures.stretches import Stretch, by_era, issues, stretches
from hikiwake.report.grounds import Grounds
from hikiwake.report.records import records
from hikiwake.report.rows import Row, row_of
from hikiwake.wording.page import not_done, several
from hikiwake.wording.phrases import happened


@dataclass(frozen=True, slots=True)
class Context:
    """What the template of the timeline shows."""

    crowd: bool
    """Whether there are so many events that piles are drawn and the list is written by the page's script."""
    records: str
    """The rows of the list as JSON for that script; nothing for a smaller case."""
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
    noted: list[Row]
    """The acts that most documents report, in the order of their numbers in the chart."""
    groups: list[tuple[Era, list[Row]]]
    """Every event by the era in which it begins."""
    choices: dict[str, list[tuple[str, str]]]
    """What each filter offers: value and words."""


def context(grounds: Grounds) -> Context | None:
    """What the timeline shows, or ``None`` for a case without events."""
    dossier = grounds.dossier
    if not dossier.events:
        return None
    rows = {event.id: row_of(grounds, event) for event in dossier.events}
    noted = timeline.most_reported(dossier)
    shared = sum(len(grounds.documents_of(event)) > 1 for event in dossier.events)
    undone = sum(reality(event) != "done" for event in dossier.events)
    groups = [(era, [rows[event.id] for event in events]) for era, events in by_era(dossier)]
    eras, lanes = stretches(dossier), issues(dossier)
    crowd = timeline.is_crowd(eras)
    return Context(
        crowd=crowd,
        records=records(groups) if crowd else "",
        lead=" ".join(filter(None, (several(shared, len(rows)), not_done(undone)))),
        legend=timeline.legend()[: 3 if crowd else None],
        wide=timeline.across(eras, lanes, noted),
        narrow=timeline.downward(eras, lanes, noted),
        close_ups=timeline.close_ups(eras, lanes, noted),
        noted=[rows[id_] for id_ in noted],
        groups=groups,
        choices=choices(grounds),
    )


def choices(grounds: Grounds) -> dict[str, list[tuple[str, str]]]:
    """What the filters offer: issues, actors and ways of happening that occur, and documents."""
    dossier, names = grounds.dossier, grounds.names
    used = {issue for event in dossier.events for issue in event.issues}
    acting = {actor.partition("/")[0] for event in dossier.events for actor in event.actors}
    return {
        "issue": [(term.id, term.title) for term in dossier.case.issues if term.id in used],
        "actor": sorted(((id_, names.actor(id_)) for id_ in acting), key=lambda each: each[1].casefold()),
        "document": [(str(index), name) for index, name in enumerate(grounds.labels)],
        "happened": [(word, happened(word) or word) for word in sorted({each.happened for each in dossier.events})],
    }
