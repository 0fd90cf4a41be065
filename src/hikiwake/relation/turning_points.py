"""Turning points: changes of level that hold, each with its support and the acts that carry it.

Breaks of several methods that go the same way and whose confidence intervals overlap are one candidate. It is a turning
point where at most one of twenty series has one as large whose acts are dealt at random among the same times, or where
the segmentation finds it in at least half of the resamples; the others are told apart. None is a result.

The two answer two questions. Dealing keeps how much is told of each time: what it finds is a change in how the two
acted. Resamples say whether a change hangs on single documents or acts; one that they find and dealing does not may be
a change of how much is told, above all of a sum.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from hikiwake.periods import Period
from hikiwake.relation.breaks import METHODS, PERMUTATION, Break, Told, breaks, breaks_again, breaks_at
from hikiwake.relation.dealing import Dealt
from hikiwake.relation.segmentation import PENALTIES
from hikiwake.relation.series import Spread

ENOUGH = 0.5  # of the resamples
MOST_EVENTS = 5
LOW, HIGH = 0.1, 0.9  # of the resamples that find a change: between which periods they have it


@dataclass(frozen=True, slots=True)
class Support:
    """Which methods find a turning point, and which shares (0 to 1) of penalties, resamples, left-out documents.

    A share of none is ``None``: without resamples, or where one document alone tells the acts. chance: which share of
    the dealt series has a change as large, ``None`` where the permutation does not find it. kept: the ids of the
    documents without which it is found, of those that were left out.
    """

    methods: tuple[str, ...]
    penalties: float | None
    resamples: float | None
    documents: float | None
    chance: float | None = None
    kept: tuple[str, ...] = ()

    @property
    def shares(self) -> tuple[float | None, float | None, float | None]:
        """The shares of penalties, of resamples and of left-out documents that find it."""
        return self.penalties, self.resamples, self.documents


@dataclass(frozen=True, slots=True)
class TurningPoint:
    """A change of level: when, which way, how large, how well supported, and the ids of the acts that carry it.

    start, end: first and last day of the periods in which eight of ten resamples that find it have it
    likeliest: first day of the period in which it most likely lies
    before, after: the levels, in units of the scale; events: the heaviest first
    named_by, denied_by, unknown_to: ids of documents that name it, that deny it, that were written before it
    readings: the ids of their readings
    """

    start: date
    end: date
    likeliest: date
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
    """A result: nothing turned the series beyond chance; ``too_few`` where too little is told for a turning point.

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
    documents: dict[str, tuple[Break, ...]]
    chance: dict[int, float]


def search(whole: Told, resampled: Iterable[Told], left_out: Mapping[str, Told], deals: Iterable[Dealt] = ()) -> Found:
    """Every method on the whole series, every penalty, and the segmentation on each resample and left-out series.

    left_out: the series without a document, by its id; deals: what the permutation finds, of a series of acts
    """
    chance = {each.row: each.p for each in deals}
    of_acts = METHODS if whole.counts else METHODS[:2]
    by_penalty = {penalty: breaks(whole, "segmentation", penalty) for penalty in (1.0, *PENALTIES)}
    direct = {"segmentation": by_penalty[1.0]} | {
        each: breaks(whole, each) for each in of_acts if each not in ("segmentation", PERMUTATION)
    }
    return Found(
        {**direct, PERMUTATION: breaks_at(whole, chance)} if whole.counts else direct,
        tuple(by_penalty[penalty] for penalty in PENALTIES),
        tuple(breaks_again(resampled)),
        dict(zip(left_out, breaks_again(left_out.values()), strict=True)),
        chance,
    )


def candidates(found: Found) -> list[list[Break]]:
    """The breaks of all methods, those that are one change together, in order of time."""
    groups: list[list[Break]] = []
    for each in (one for every in found.methods.values() for one in every):
        group = next((group for group in groups if group[0].is_near(each)), None)
        if group is None:
            groups.append([each])
        else:
            group.append(each)
    return sorted(groups, key=lambda group: group[0].first)


def turning_points(
    periods: Sequence[Period], found: Found
) -> tuple[tuple[TurningPoint, ...], tuple[TurningPoint, ...]]:
    """The turning points of a series, then the candidates that chance or few resamples may bring about."""
    made = [_turning_point(periods, found, group) for group in candidates(found)]
    firm = tuple(each for each in made if holds(each.support))
    return firm, tuple(each for each in made if each not in firm)


def holds(support: Support) -> bool:
    """Whether a candidate is a turning point: dealing finds it, or at least half of the resamples.

    >>> holds(Support(("segmentation",), 1.0, 0.4, None)), holds(Support(("permutation",), 0.0, 0.4, None, 0.02))
    (False, True)
    """
    return support.chance is not None or (support.resamples or 0.0) >= ENOUGH


def _turning_point(periods: Sequence[Period], found: Found, group: Sequence[Break]) -> TurningPoint:
    main = group[0]
    drawn = [each for run in found.resamples for each in run if main.is_near(each)]
    start, end = _range(periods, [*group, *drawn])
    support = Support(
        tuple(name for name, each in found.methods.items() if _has(each, main)),
        _share(found.penalties, main), _share(found.resamples, main), _share([*found.documents.values()], main),
        min((found.chance[each.first] for each in group if each in _dealt(found)), default=None),
        tuple(id_ for id_, run in found.documents.items() if _has(run, main)),
    )  # fmt: skip
    likeliest = periods[_likeliest(found, group).first].start
    return TurningPoint(start, end, likeliest, main.before, main.after, support, ())


def _dealt(found: Found) -> tuple[Break, ...]:
    return found.methods.get(PERMUTATION, ())


def _likeliest(found: Found, group: Sequence[Break]) -> Break:
    """The break of a group that tells its place: that of the permutation where there is one, else the first."""
    return min((each for each in group if each in _dealt(found)),
               key=lambda each: found.chance[each.first], default=group[0])  # fmt: skip


def _has(run: Iterable[Break], main: Break) -> bool:
    return any(main.is_near(each) for each in run)


def _share(runs: Sequence[Iterable[Break]], main: Break) -> float | None:
    return sum(_has(run, main) for run in runs) / len(runs) if runs else None


def _range(periods: Sequence[Period], every: Sequence[Break]) -> tuple[date, date]:
    """From the first day of the earliest period to the last of the latest, without the outermost tenths."""
    earliest = sorted(each.last + 1 for each in every)
    latest = sorted(each.first for each in every)
    return (
        periods[earliest[math.floor(LOW * (len(every) - 1))]].start,
        periods[latest[math.ceil(HIGH * (len(every) - 1))]].last,
    )


def carried(series: Spread, turn: TurningPoint) -> TurningPoint:
    """A turning point with the acts in its range that pull the level its way, by how far they do."""
    import numpy as np

    way = 1 if turn.direction == "up" else -1
    rows = [row for row, each in enumerate(series.periods) if each.start <= turn.end and each.last >= turn.start]
    pull = (series.shares_in(rows) * way * (series.scores - turn.before)).round(9)  # equal ones by time
    pulling = np.flatnonzero(pull > 0)
    ranked = pulling[np.argsort(-pull[pulling], kind="stable")]
    return replace(turn, events=tuple(series.acts.named(ranked[:MOST_EVENTS])))
