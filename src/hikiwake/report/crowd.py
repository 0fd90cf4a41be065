"""The timeline of a case with very many events: piles instead of marks, and a list that is written when it is opened.

Above ``MANY`` events one mark each can be neither told apart nor drawn without stutter. Each era is then cut into equal
stretches of time; a pile is as high as the number of events that begin in one. What the list shows stands on the page
as compact records, every repeated word once, from which the page's own script writes the rows that are asked for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from hikiwake.dossier import Dossier, Era, Event
from hikiwake.periods import Period
from hikiwake.report.grounds import script_safe
from hikiwake.report.marks import AGAINST, APART, WITH, direction_of_event
from hikiwake.report.timechart import GAP, by_era, last_day, ticks
from hikiwake.wording.page import piled
from hikiwake.wording.phrases import span

if TYPE_CHECKING:
    from hikiwake.report.timeline import Row

MANY = 2_000
REACH, STEP, AXIS = 96.0, 6.0, 2.0  # of the highest pile; along time, of one pile; free room beside the axis


@dataclass(frozen=True, slots=True)
class Pile:
    """The events of one direction that begin in a stretch of time: where it stands, how high it is, what it is."""

    way: str
    along: float
    away: float
    height: float
    first: int
    last: int
    words: str


@dataclass(frozen=True, slots=True)
class Pane:
    """An era's part of the chart."""

    era: Era
    along: float
    length: float
    piles: list[Pile]
    ticks: tuple[tuple[float, str], ...]


@dataclass(frozen=True, slots=True)
class Piles:
    """The chart in one orientation: its panes, its length, and how far it reaches from the axis."""

    panes: list[Pane]
    length: float
    above: float
    below: float
    step: float
    most: int


def piles(dossier: Dossier, length: float) -> Piles:
    """The chart over a length; each era gets room by how much it holds."""
    groups = by_era(dossier)
    weights = [len(events) ** 0.5 for _, events in groups]
    room = length - GAP * (len(groups) - 1)
    along = 0.0
    counted: list[tuple[Era, float, float, date, date, Counter[tuple[str, int]]]] = []
    for (era, events), weight in zip(groups, weights, strict=True):
        own = room * weight / sum(weights)
        first, last = min(era.period.start, events[0].period.start), last_day(dossier, era, events)
        counted.append((era, along, own, first, last, _counts(events, first, last, max(int(own / STEP), 1))))
        along += own + GAP
    most = max(count for *_, counts in counted for count in counts.values())
    floor = REACH * max((n for *_, c in counted for (way, _), n in c.items() if way == AGAINST), default=0) / most
    panes = [_pane(*each, most, floor) for each in counted]
    apart = REACH * max((n for *_, c in counted for (way, _), n in c.items() if way == APART), default=0) / most
    return Piles(panes, length, REACH + AXIS, round(floor + apart + 4 * AXIS + 6, 1), STEP, most)


def _counts(events: Iterable[Event], first: date, last: date, bins: int) -> Counter[tuple[str, int]]:
    days = (last - first).days + 1
    return Counter(
        (direction_of_event(event), min((event.period.start - first).days * bins // days, bins - 1)) for event in events
    )


def _pane(
    era: Era,
    along: float,
    length: float,
    first: date,
    last: date,
    counts: Counter[tuple[str, int]],
    most: int,
    floor: float,
) -> Pane:
    bins, days = max(int(length / STEP), 1), (last - first).days + 1
    made = []
    for (way, index), count in sorted(counts.items()):
        start = first + timedelta(days=-(-index * days // bins))
        end = first + timedelta(days=-(-(index + 1) * days // bins) - 1)
        height = max(round(REACH * count / most, 1), 1.0)
        away = {WITH: -AXIS - height, AGAINST: AXIS, APART: floor + 3 * AXIS + 6}[way]
        words = piled(count, way, span(Period(start, max(start, end))))
        made.append(
            Pile(
                way,
                round(along + index * length / bins, 1),
                round(away, 1),
                height,
                start.toordinal(),
                max(start, end).toordinal(),
                words,
            )
        )
    return Pane(era, round(along, 1), round(length, 1), made, tuple(ticks(first, last, along, length)))


def records(groups: Iterable[tuple[Era, list[Row]]]) -> str:
    """The rows of the list as JSON that is safe inside a script element: words once, rows as numbers by era."""
    words: dict[str, int] = {}

    def word(text: str) -> int:
        return words.setdefault(text, len(words))

    rows = {era.id: [_record(row, word) for row in each] for era, each in groups}
    return script_safe({"words": list(words), "eras": rows})


def _record(row: Row, word: _Word) -> list[object]:
    """Id, summary and dates as they are; as words: when, who, act, issues, outcome, look, citations, facets, series."""
    facets = row.facets
    cited = " ".join(f"{each.document}:{each.times}" for each in row.cited)
    told = (row.when, row.who, row.act, row.issues, row.tag, row.mark, cited, facets["issue"], facets["actor"])
    more = (facets["happened"], row.part_of.id if row.part_of else "", " ".join(row.doubts))
    numbers = int(facets["start"]), int(facets["end"]), row.parts
    return [row.event.id, row.event.summary, *numbers, *map(word, told), *map(word, more)]


if TYPE_CHECKING:
    from collections.abc import Callable

    _Word = Callable[[str], int]
