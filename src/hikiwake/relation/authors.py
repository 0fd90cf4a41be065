"""The turning points that the authors name or deny, and how they stand to those that are found from acts alone.

An author's turning point and a found one are the same where they go the same way and the named time lies in the range
of the found one, or half a period beside it (at most half a year). One whose way no reading tells fits either; one that
is denied would have gone the way that the others tell. Where a document has several such readings, those that tell a
way decide. What was written before a turn could not have named it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from hikiwake.dossier import Dossier, Entry, Event, Reading
from hikiwake.periods import Period
from hikiwake.relation.turning_points import TurningPoint

_WAYS = {"better": "up", "worse": "down"}
YEAR = 366
HALF_A_YEAR = 183


@dataclass(frozen=True, slots=True)
class Named:
    """A turning point that an author names or denies: its reading, its documents, what it is about, when, which way.

    about: the id of the event, or of the reading where it names none; direction: up, down, or "" where no way is told
    """

    reading: str
    documents: tuple[str, ...]
    about: str
    period: Period
    direction: str
    denied: bool


@dataclass(frozen=True, slots=True)
class Held:
    """A turning point that authors name or deny, held against what the acts show.

    found: the first day of the found turning point that it fits, or ``None`` where the acts show none there
    """

    about: str
    start: date
    end: date
    directions: tuple[str, ...]
    named_by: tuple[str, ...]
    denied_by: tuple[str, ...]
    unknown_to: tuple[str, ...]
    readings: tuple[str, ...]
    found: date | None


def named_turns(dossier: Dossier) -> tuple[Named, ...]:
    """The readings of turning points whose time is told, in order of time.

    Where a dispute has more parties than two, only those about acts in which both of the dyad take part: others turn
    the relations of others.

    >>> import hikiwake as hw
    >>> named = named_turns(hw.load("japan_russia"))
    >>> [each.direction for each in named if each.about == "event-2022-02-24-invasion"]
    ['down', 'down', 'down']
    """
    asked = {question.id for question in dossier.case.questions if question.kind == "turning point"}
    readings = [(reading, _time(dossier, reading)) for reading in dossier.readings if reading.question in asked]
    made = [
        _named(dossier, reading, time)
        for reading, time in readings
        if time is not None and _of_the_two(dossier, dossier.by_id.get(reading.about))
    ]
    ways = {each.about: {one.direction for one in made if one.about == each.about} - {""} for each in made}
    told = [replace(each, direction=_denied_way(each, ways[each.about])) for each in made]
    return tuple(sorted(told, key=lambda each: (each.period.start, each.reading)))


def _of_the_two(dossier: Dossier, about: Entry | None) -> bool:
    """Whether what a reading is about turns the relation of the dyad."""
    case = dossier.case
    if not isinstance(about, Event) or {*case.sides} == {*case.dyad}:
        return True
    acting = {dossier.actor[each].state for each in about.actors}
    return all(not acting.isdisjoint(dossier.line(side)) for side in case.dyad)


def _denied_way(each: Named, ways: set[str]) -> str:
    """Which way a turn goes; one that is denied would have gone as the others say, where they say it alike."""
    return next(iter(ways)) if each.denied and len(ways) == 1 else each.direction


def _time(dossier: Dossier, reading: Reading) -> Period | None:
    """When a reading has the relation turn: a longer time than a year turns it at its beginning."""
    event = dossier.by_id.get(reading.about)
    time = event.period if isinstance(event, Event) else reading.as_of
    return time and time.until(time.start + timedelta(days=YEAR))


def _named(dossier: Dossier, reading: Reading, time: Period) -> Named:
    direction = _WAYS.get(reading.direction, "")
    about, denied = reading.about or reading.id, reading.side == "denied"
    return Named(reading.id, dossier.documents_of(reading), about, time, direction, denied)


def joined(
    dossier: Dossier, turns: Iterable[TurningPoint], named: Sequence[Named], periods: Sequence[Period]
) -> tuple[TurningPoint, ...]:
    """Turning points with the documents that name them, deny them, or could not know them."""
    return tuple(_joined(dossier, turn, [each for each in named if fits(each, turn, periods)]) for turn in turns)


def _joined(dossier: Dossier, turn: TurningPoint, named: Sequence[Named]) -> TurningPoint:
    naming, denying = (_told_by(dossier, _decisive(named), denied=each) for each in (False, True))
    unknown = tuple(each.id for each in dossier.documents if each.written.last < turn.start and each.id not in naming)
    readings = tuple(each.reading for each in named)
    return replace(turn, named_by=naming, denied_by=denying, unknown_to=unknown, readings=readings)


def _decisive(named: Sequence[Named]) -> list[Named]:
    """Of each document the readings that tell a way, where it has such; else those that fit either."""
    clear = {id_ for each in named if each.direction for id_ in each.documents}
    return [each for each in named if each.direction or not clear.issuperset(each.documents)]


def _told_by(dossier: Dossier, named: Iterable[Named], *, denied: bool) -> tuple[str, ...]:
    """The documents that name a turn, or that deny it, in the order of the case."""
    telling = {id_ for each in named if each.denied == denied for id_ in each.documents}
    return tuple(document.id for document in dossier.documents if document.id in telling)


def fits(named: Named, turn: TurningPoint, periods: Sequence[Period]) -> bool:
    """Whether a named or denied turning point is the found one."""
    first = next((each for each in periods if each.start <= turn.start <= each.last), None)
    slack = timedelta(days=min(HALF_A_YEAR, ((first.days or 1) if first else 1) // 2))
    way = named.direction in ("", turn.direction)
    return way and named.period.start - slack <= turn.end and named.period.last + slack >= turn.start


def held(
    dossier: Dossier, turns: Sequence[TurningPoint], named: Sequence[Named], periods: Sequence[Period]
) -> tuple[Held, ...]:
    """Each turning point that authors name or deny, once, in order of time, held against those that were found."""
    groups: dict[str, list[Named]] = {}
    for each in named:
        groups.setdefault(each.about, []).append(each)
    return tuple(_held(dossier, turns, group, periods) for group in groups.values())


def _held(dossier: Dossier, turns: Sequence[TurningPoint], group: Sequence[Named], periods: Sequence[Period]) -> Held:
    time = group[0].period
    fitting = [turn.start for turn in turns if any(fits(each, turn, periods) for each in group if not each.denied)]
    naming, denying = (_told_by(dossier, group, denied=each) for each in (False, True))
    unknown = tuple(each.id for each in dossier.documents if each.written.last < time.start and each.id not in naming)
    ways = tuple(dict.fromkeys(each.direction for each in group if each.direction and not each.denied))
    return Held(group[0].about, time.start, time.last, ways, naming, denying, unknown,
                tuple(each.reading for each in group), fitting[0] if fitting else None)  # fmt: skip
