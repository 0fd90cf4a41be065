"""The chart of the gap from its results: a row for every era, how far each side goes, and who is in the way."""

from __future__ import annotations

from dataclasses import dataclass

from hikiwake.comparison.ranges import BargainingRange, Bound, Reach
from hikiwake.dossier import Position
from hikiwake.figures.gap import Arm, Era, Tick, gap, seen
from hikiwake.report.answer.modelled import Modelled, in_the_way
from hikiwake.report.answer.reached import Reached
from hikiwake.report.naming import window_id
from hikiwake.wording.clauses import charted as wording
from hikiwake.wording.phrases import brief, the
from hikiwake.wording.ranges import best


@dataclass(frozen=True, slots=True)
class Drawn:
    """The chart: a row for every era, what stands at both ends, what it is called, and how many columns it has."""

    eras: tuple[Era, ...]
    ends: tuple[str, str]
    label: str
    columns: int

    @property
    def seen(self) -> frozenset[str]:
        """What occurs in the chart, for its key."""
        return seen(self.eras)

    def svg(self, name: str) -> str:
        """The chart as SVG text, wide or narrow."""
        return gap(self.eras, self.columns, self.ends, self.label, name)

    @property
    def rows(self) -> list[tuple[str, ...]]:
        """What the chart shows, row by row: both sides in words, and the column to which each goes by each document."""
        by_document = [wording.by_document(end) for end in self.ends]
        head = (*wording.HEAD[:2], *self.ends, *by_document, *wording.HEAD[2:])
        return [head, *map(_row, self.eras)]


def _row(era: Era) -> tuple[str, ...]:
    sides = (era.left, era.right)
    ticks = ("; ".join(f"{tick.label}: {tick.place + 1}" for tick in side.ticks) for side in sides)
    return (era.when, era.overlap, *(side.words for side in sides), *ticks, *era.margin)


def drawn(ranges: Reached, models: Modelled | None) -> Drawn:
    """The chart of the ranges of a case."""
    scale = ranges.scale
    other = ranges.grounds.dossier.case.against(scale)
    ends = tuple(best(the(ranges.grounds.names.actor(side))) for side in (scale.actor, other))
    eras = tuple(_era(ranges, models, row) for row in ranges.rows)
    return Drawn(eras, (ends[0], ends[1]), wording.chart(scale.title), len(scale.order))


def _era(ranges: Reached, models: Modelled | None, row: BargainingRange) -> Era:
    place = {formula: index for index, group in enumerate(ranges.scale.order) for formula in group}
    finding = models.on(row.era, row.shared) if models else None
    who = [name for names in in_the_way(finding) for name in names] if finding else []
    said = wording.margin(row.overlap, finding.verdict if finding else "", who)
    arms = {each.actor == ranges.scale.actor: _arm(ranges, row, each, place) for each in row.reaches}
    shared = tuple(sorted({place[each] for each in row.shared}))
    return Era(row.era, brief(row.period), window_id(row), row.overlap, arms[True], arms[False], shared, said)


def _arm(ranges: Reached, row: BargainingRange, reach: Reach, place: dict[str, int]) -> Arm:
    """How far one side goes: by every account, by some, and by each document."""
    left = reach.actor == ranges.scale.actor
    furthest = max if left else min
    sure, some = (furthest((place[each] for each in told), default=None) for told in (reach.certain, reach.possible))
    names = ranges.grounds.names
    titles = ["" if not told else names.term(told[-1] if left else told[0]) for told in (reach.certain, reach.possible)]
    words = wording.reach(the(names.actor(reach.actor)), titles[0], titles[1], reach.refuses)
    first: dict[tuple[int, int], Tick] = {}
    for bound in (each for each in row.bounds if each.actor == reach.actor):
        for tick in _ticks(ranges, bound, furthest(map(place.__getitem__, bound.accepts), default=None)):
            first.setdefault((tick.place, tick.document), tick)
    return Arm(sure, some, reach.refuses, words, tuple(first.values()))


def _ticks(ranges: Reached, bound: Bound, at: int | None) -> list[Tick]:
    """For each document of a bound one tick, at the formula to which the side goes by it."""
    if at is None:
        return []
    grounds = ranges.grounds
    told = [entry for id_ in bound.positions if isinstance(entry := grounds.dossier.by_id[id_], Position)]
    return [Tick(at, index, grounds.labels[index], entry.id) for entry in told for index in grounds.documents_of(entry)]
