"""What a timeline draws: stretches of time, each with the acts that begin in it, and how both come from a dossier."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass
from datetime import date

from hikiwake.dossier import Dossier, Era, Event
from hikiwake.dossier.counting import events_by_era
from hikiwake.figures.marks import direction_of_event, lasts, look, tone
from hikiwake.wording.figures import act
from hikiwake.wording.phrases import brief, dated, happened


@dataclass(frozen=True, slots=True)
class Act:
    """An act: the id that its mark opens, its first and its last possible day, its direction, and its classes.

    ``issue`` is the id of its first issue, ``tone`` 1, 2 or 3 by how many documents tell of it, ``words`` what it is in
    full, ``summary`` without its time. It ``lasts`` from the first day to the last, or lies somewhere between them.
    """

    id: str
    start: date
    end: date
    way: str
    look: str
    issue: str = ""
    tone: int = 1
    lasts: bool = False
    approximate: bool = False
    words: str = ""
    summary: str = ""

    @property
    def denied(self) -> bool:
        """Whether it was called off or did not take place."""
        return self.look.endswith(" denied")


@dataclass(frozen=True, slots=True)
class Stretch:
    """An era: id, title, its time in words, its first and last day, and the acts that begin in it, in order of time.

    ``told`` is the last day that is drawn: the era's own or, where the era goes on, the last that anything tells of.
    """

    id: str
    title: str
    when: str
    start: date
    end: date
    told: date
    acts: tuple[Act, ...]

    @property
    def first(self) -> date:
        """The first day that is drawn."""
        return self.start

    @property
    def last(self) -> date:
        """The last day that is drawn."""
        return self.told


def stretches(dossier: Dossier) -> list[Stretch]:
    """The eras of a dossier in which something begins, with its events as acts."""
    series = {event.series for event in dossier.events}
    return [_stretch(dossier, era, events, series) for era, events in by_era(dossier)]


def issues(dossier: Dossier) -> list[tuple[str, str]]:
    """The issues in which events stand, id and title: those of the case in its order, then any other."""
    titles = {term.id: term.title for term in dossier.case.issues}
    first = dict.fromkeys(event.issues[0] for event in dossier.events if event.issues)
    return [(id_, title) for id_, title in titles.items() if id_ in first] + [
        (id_, id_) for id_ in first if id_ not in titles
    ]


def _stretch(dossier: Dossier, era: Era, events: Sequence[Event], series: Set[str]) -> Stretch:
    acts = tuple(_act(dossier, event, event.id in series) for event in events)
    last = _last_day(dossier, era, events)
    return Stretch(era.id, era.title, brief(era.period), era.period.start, era.period.last, last, acts)


def _act(dossier: Dossier, event: Event, in_parts: bool) -> Act:
    documents = len({dossier.passage[id_].document for id_ in event.passages})
    titles = {term.id: term.title for term in dossier.case.issues}
    also = [titles.get(id_, id_) for id_ in event.issues[1:]]
    return Act(
        event.id,
        event.period.start,
        event.period.last,
        direction_of_event(event),
        look(event, documents),
        issue=event.issues[0] if event.issues else "",
        tone=tone(documents),
        lasts=lasts(event, in_parts),
        approximate=event.period.precision == "approximate",
        words=act(dated(event.period), event.summary, happened(event.happened), also),
        summary=event.summary,
    )


def by_era(dossier: Dossier) -> list[tuple[Era, list[Event]]]:
    """The events of each era, eras without any left out."""
    return [(era, events) for era, events in events_by_era(dossier) if events]


def _last_day(dossier: Dossier, era: Era, events: Sequence[Event]) -> date:
    """The last day of a panel: the era's own, or for an era that goes on, the last day that anything tells of."""
    if era.period.end is not None:
        return era.period.end
    known = [event.period.end or event.period.start for event in events]
    return max([*known, *(document.written.last for document in dossier.documents)])
