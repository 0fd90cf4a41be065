"""What a timeline draws: stretches of time, each with the acts that begin in it, and how both come from a dossier."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from hikiwake.dossier import Dossier, Era, Event
from hikiwake.dossier.counting import events_by_era
from hikiwake.figures.marks import direction_of_event, look
from hikiwake.wording.phrases import brief


@dataclass(frozen=True, slots=True)
class Act:
    """An act: the id that its mark opens, its first and its last possible day, its direction, and its classes."""

    id: str
    start: date
    end: date
    way: str
    look: str


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
    return [_stretch(dossier, era, events) for era, events in by_era(dossier)]


def _stretch(dossier: Dossier, era: Era, events: Sequence[Event]) -> Stretch:
    acts = tuple(_act(dossier, event) for event in events)
    last = _last_day(dossier, era, events)
    return Stretch(era.id, era.title, brief(era.period), era.period.start, era.period.last, last, acts)


def _act(dossier: Dossier, event: Event) -> Act:
    documents = len({dossier.passage[id_].document for id_ in event.passages})
    way = direction_of_event(event)
    return Act(event.id, event.period.start, event.period.last, way, look(event, documents))


def by_era(dossier: Dossier) -> list[tuple[Era, list[Event]]]:
    """The events of each era, eras without any left out."""
    return [(era, events) for era, events in events_by_era(dossier) if events]


def _last_day(dossier: Dossier, era: Era, events: Sequence[Event]) -> date:
    """The last day of a panel: the era's own, or for an era that goes on, the last day that anything tells of."""
    if era.period.end is not None:
        return era.period.end
    known = [event.period.end or event.period.start for event in events]
    return max([*known, *(document.written.last for document in dossier.documents)])
