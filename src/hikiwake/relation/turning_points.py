"""Turning points: changes of level that most resamples find too, each with its support and the acts that carry it.

Breaks of several methods that go the same way and whose confidence intervals overlap are one candidate. A candidate
that the segmentation finds in at least half of the resamples is a turning point; the others are told apart. None is a
result.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from hikiwake.relation.breaks import METHODS, Break, Told, breaks, breaks_again
from hikiwake.relation.segmentation import PENALTIES
from hikiwake.relation.series import Spread

ENOUGH = 0.5  # of the resamples
MOST_EVENTS = 5
LOW, HIGH = 0.1, 0.9  # of the resamples that find a change: between which periods they have it


@dataclass(frozen=True, slots=True)
class Support:
    """Which methods find a turning point, and which shares (0 to 1) of penalties, resamples, left-out documents.

    A share of none is ``None``: without resamples, or where one document alone tells the acts.
    """

    methods: tuple[str, ...]
    penalties: float | None
    resamples: float | None
    documents: float | None

    @property
    def shares(self) -> tuple[float | None, float | None, float | None]:
        """The shares of penalties, of resamples and of left-out documents that find it."""
        return self.penalties, self.resamples, self.documents


@dataclass(frozen=True, slots=True)
class TurningPoint:
    """A change of level: when, which way, how large, how well supported, and the ids of the acts that carry it.

    start, end: first and last day of the periods in which eight of ten resamples that find it have it
    before, after: the levels, in units of the scale; events: the heaviest first
    named_by, denied_by, unknown_to: ids of documents that name it, that deny it, that were written before it
    readings: the ids of their readings
    """

    start: date
    end: date
    before: float
    after: float
    support: Support
    events: tuple[str, ...]
    named_by: tuple[str, ...] = ()
    denied_by: tuple[str, ...] = ()
    unknown_to: tuple[str, ...] = ()
    readings: tuple[str, ...] = ()

    @property
    def direction(self) -> str:
        """Which way: up for better, down for worse."""
        return "up" if self.after > self.before else "down"

    @property
    def size(self) -> float:
        """How much higher the new level is, below 0 where it is lower."""
        return self.after - self.before


@dataclass(frozen=True, slots=True)
class NoTurningPoint:
    """A result: nothing that most resamples would find turned the series; ``too_few`` where too little is told for one.

    told: how many periods have a value
    """

    told: int
    too_few: bool


@dataclass(frozen=True)
class Found:
    """What all runs over a series found: the breaks by method, penalty, resample and left-out document."""

    methods: dict[str, tuple[Break, ...]]
    penalties: tuple[tuple[Break, ...], ...]
    resamples: tuple[tuple[Break, ...], ...]
    documents: tuple[tuple[Break, ...], ...]


def search(whole: Told, resampled: Iterable[Told], left_out: Iterable[Told]) -> Found:
    """Every method on the whole series, every penalty, and the segmentation on each resample and left-out series."""
    return Found(
        {method: breaks(whole, method) for method in METHODS},
        tuple(breaks(whole, "segmentation", penalty) for penalty in PENALTIES),
        tuple(map(breaks_again, resampled)),
        tuple(map(breaks_again, left_out)),
    )


def candidates(found: Found) -> list[list[Break]]:
    """The breaks of all methods, those that are one change together, in order of time."""
    groups: list[list[Break]] = []
    for each in (one for method in METHODS for one in found.methods[method]):
        group = next((group for group in groups if group[0].is_near(each)), None)
        if group is None:
            groups.append([each])
        else:
            group.append(each)
    return sorted(groups, key=lambda group: group[0].first)


def turning_points(series: Spread, found: Found) -> tuple[tuple[TurningPoint, ...], tuple[TurningPoint, ...]]:
    """The turning points of a series, then the candidates that fewer than half of the resamples find."""
    made = [_turning_point(series, found, group) for group in candidates(found)]
    firm = tuple(each for each in made if (each.support.resamples or 0.0) >= ENOUGH)
    return firm, tuple(each for each in made if each not in firm)


def _turning_point(series: Spread, found: Found, group: Sequence[Break]) -> TurningPoint:
    main = group[0]
    drawn = [each for run in found.resamples for each in run if main.is_near(each)]
    start, end = _range(series, [*group, *drawn])
    support = Support(
        tuple(name for name in METHODS if _has(found.methods[name], main)),
        _share(found.penalties, main), _share(found.resamples, main), _share(found.documents, main),
    )  # fmt: skip
    made = TurningPoint(start, end, main.before, main.after, support, ())
    return replace(made, events=_carrying(series, made))


def _has(run: Iterable[Break], main: Break) -> bool:
    return any(main.is_near(each) for each in run)


def _share(runs: Sequence[Iterable[Break]], main: Break) -> float | None:
    return sum(_has(run, main) for run in runs) / len(runs) if runs else None


def _range(series: Spread, every: Sequence[Break]) -> tuple[date, date]:
    """From the first day of the earliest period to the last of the latest, without the outermost tenths."""
    earliest = sorted(each.last + 1 for each in every)
    latest = sorted(each.first for each in every)
    return (
        series.periods[earliest[math.floor(LOW * (len(every) - 1))]].start,
        series.periods[latest[math.ceil(HIGH * (len(every) - 1))]].last,
    )


def _carrying(series: Spread, turn: TurningPoint) -> tuple[str, ...]:
    """The acts in the range of a turn that pull the level its way, by how far they do."""
    way = 1 if turn.direction == "up" else -1
    rows = [row for row, each in enumerate(series.periods) if each.start <= turn.end and each.last >= turn.start]
    pull = (series.shares_in(rows) * way * (series.scores - turn.before)).round(9)  # equal ones by time
    ranked = sorted((place for place in range(len(pull)) if pull[place] > 0), key=lambda place: -pull[place])
    return tuple(series.acts[place].id for place in ranked[:MOST_EVENTS])
