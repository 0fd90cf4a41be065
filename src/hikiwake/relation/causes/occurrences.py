"""What is told of a cause and of an effect: the dated events on each side, and those that a chance cause could be."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from hikiwake.dossier import Dossier, Driver, Event
from hikiwake.relation.causes.acts import Indicator, quads
from hikiwake.relation.causes.indicators import indicator
from hikiwake.relation.scales import DONE
from hikiwake.wording.clauses.causes import kind_of_act


@dataclass(frozen=True, slots=True)
class Side:
    """One side of an argued link: how it is told (in words, "" where by no act), and its events, earliest first.

    named: whether these are the events that the drivers themselves name
    """

    told: str
    events: tuple[Event, ...]
    named: bool = False


@dataclass(frozen=True)
class Record:
    """What was done and when, the same for all links of a dossier: its events, in order of time."""

    dossier: Dossier
    events: tuple[Event, ...]
    _indicators: dict[str, Indicator | None] = field(default_factory=dict, repr=False, compare=False)

    @property
    def end(self) -> int:
        """The last day of which the record tells: the last event, or the last day of writing."""
        last = [event.period.last.toordinal() for event in self.events]
        written = [each.written.last.toordinal() for each in self.dossier.documents if each.written.end is not None]
        return max([*last, *written], default=0)

    def cause(self, variable: str) -> Side:
        """The events of a cause: by its indicator, else those that drivers with this cause name, with their parts."""
        found = self._indicator(variable)
        if found is not None:
            return Side(self._told(found), self._of(found))
        named = {driver.about for driver in self.dossier.drivers if driver.cause == variable and driver.about}
        events = tuple(event for event in self.events if event.id in named or event.series in named)
        return Side("", self._parts(events), named=bool(named))

    def effect(self, variable: str, sign: str) -> tuple[Side, bool]:
        """The events of an effect, and whether they tell less of it, as they do where a driver argues for less."""
        found = self._indicator(variable)
        if found is None:
            return Side("", ()), False
        less = sign == "-" and bool(found.less)
        return Side(self._told(found, less=less), self._of(found, less=less)), less

    def apart(self, cause: Side, effect: Side) -> Side:
        """The effect without the events of the cause, those they are part of, and their parts."""
        own = {event.id for event in cause.events}
        series = {event.series for event in cause.events if event.series} | own
        kept = tuple(each for each in effect.events if each.id not in own | series and each.series not in series)
        return replace(effect, events=kept)

    def _indicator(self, variable: str) -> Indicator | None:
        """How a variable is told by acts; each is read once, in however many links it stands."""
        if variable not in self._indicators:
            self._indicators[variable] = indicator(self.dossier, variable)
        return self._indicators[variable]

    def _told(self, found: Indicator, *, less: bool = False) -> str:
        """In words, which acts these are."""
        about = [term.title for term in self.dossier.case.issues if term.id in found.issues]
        return kind_of_act(quads(found.less if less else found.acts), about, found.words)

    def _of(self, found: Indicator, *, less: bool = False) -> tuple[Event, ...]:
        return self._parts(event for event in self.events if found.tells(event, less=less))

    def _parts(self, events: Iterable[Event]) -> tuple[Event, ...]:
        """Events without those of which a part is among them too."""
        every = list(events)
        wholes = {event.series for event in every}
        return tuple(event for event in every if event.id not in wholes)


def record_of(dossier: Dossier) -> Record:
    """The events of a dossier that were done, in order of time."""
    done = [event for event in dossier.events if event.happened in DONE and event.period.end is not None]
    events = tuple(sorted(done, key=lambda event: (event.period.start, event.period.last, event.id)))
    return Record(dossier, events)


def links(drivers: Iterable[Driver]) -> dict[tuple[str, str, str], tuple[Driver, ...]]:
    """The drivers by cause, effect and sign, in the order of the record."""
    found: dict[tuple[str, str, str], list[Driver]] = {}
    for driver in drivers:
        found.setdefault((driver.cause, driver.effect, driver.sign), []).append(driver)
    return {link: tuple(each) for link, each in found.items()}
