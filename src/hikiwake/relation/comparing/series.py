"""A comparison series as an analysis has it: its values, its own turning points, and how it goes with a relation."""

from __future__ import annotations

from dataclasses import dataclass

from hikiwake.dossier.compared import Compared, Comparison
from hikiwake.periods import Period
from hikiwake.relation.comparing.correlating import CHANGES, LEVELS, Correlation, NoCorrelation
from hikiwake.relation.rows import rounded, span, turned
from hikiwake.relation.turning_points import NoTurningPoint, TurningPoint
from hikiwake.results import Plain
from hikiwake.wording.clauses import comparing as wording
from hikiwake.wording.phrases import brief
from hikiwake.wording.phrases import span as stretch


@dataclass(frozen=True, slots=True)
class ComparisonSeries:
    """A comparison series beside a relation.

    head: what it is and where it is from; values: in order of time; aside: rows of its file that could not be read
    turning_points, weaker, no_turning_point: as those of a relation, by its values alone
    correlations: with the relation, levels then changes, by lag; none where their periods differ in length
    """

    head: Comparison
    names: tuple[str, str]
    values: tuple[Compared, ...]
    aside: int
    turning_points: tuple[TurningPoint, ...]
    weaker: tuple[TurningPoint, ...]
    no_turning_point: NoTurningPoint | None
    correlations: tuple[Correlation | NoCorrelation, ...]

    def as_record(self) -> Plain:
        """The series as plain values."""
        head, none = self.head, self.no_turning_point
        told = ("id", "title", "kind", "by", "unit", "means", "counts", "source", "licence")
        return {
            **{name: getattr(head, name) for name in told},
            "dyad": list(head.dyad),
            "files": [dict(zip(("name", "sha256"), each.split(" sha256:"), strict=False)) for each in head.files],
            "set_aside": self.aside,
            "periods": [_value_row(value) for value in self.values],
            "turning_points": [turned(turn) for turn in self.turning_points],
            "no_turning_point": None if none is None else {"periods": none.told, "too_few": none.too_few},
            "weaker": [turned(turn) for turn in self.weaker],
            "correlations": [_correlation_row(each) for each in self.correlations],
        }

    def at(self, of: str, lag: int = 0) -> Correlation | NoCorrelation | None:
        """The correlation of levels or of changes at a lag, ``None`` where none was looked for."""
        return next((each for each in self.correlations if (each.of, each.lag) == (of, lag)), None)

    @property
    def behind(self) -> int:
        """How much stands behind all values together."""
        return sum(value.count or 0 for value in self.values)

    @property
    def told(self) -> str:
        """What it tells of whom, when, and how much stands behind it."""
        head = self.head
        counted = wording.behind(self.behind, head.counts) if head.weighs and self.behind else ""
        when = stretch(Period(self.values[0].period.start, self.values[-1].period.last)) if self.values else ""
        return wording.told(head.title, head.unit, self.names, head.by, when, len(self.values), counted)

    @property
    def turns(self) -> str:
        """Where it turned, or that it did not."""
        if self.no_turning_point is not None:
            return wording.none_found(self.no_turning_point.told, self.no_turning_point.too_few)
        spans = [(turn, brief(Period(turn.start, turn.end))) for turn in self.turning_points]
        return wording.turned([(turn.direction, when, turn.before, turn.after) for turn, when in spans])

    def goes_with(self, unit: str, by: str) -> str:
        """How it goes together with a relation that is measured in a unit, by periods of a length."""
        if self.head.by != by:
            return wording.not_by(self.head.by, by)
        levels, changes = self.at(LEVELS), self.at(CHANGES)
        return wording.correlated(_numbers(levels), _numbers(changes), levels.pairs if levels else 0, unit, by)

    @property
    def source(self) -> str:
        """Where it is from."""
        files = [each.partition(" ")[0] for each in self.head.files]
        return wording.source(self.head.source, self.head.licence, files)


def _numbers(found: Correlation | NoCorrelation | None) -> tuple[float, float | None, float | None, int] | None:
    return (found.value, found.low, found.high, found.pairs) if isinstance(found, Correlation) else None


def _value_row(value: Compared) -> Plain:
    return {**span(value.period.start, value.period.last), "value": rounded(value.value), "count": value.count}


def _correlation_row(each: Correlation | NoCorrelation) -> Plain:
    known = each if isinstance(each, Correlation) else None
    return {
        "of": each.of,
        "lag": each.lag,
        "pairs": each.pairs,
        **{name: rounded(getattr(known, name, None)) for name in ("value", "low", "high")},
        "too_few": isinstance(each, NoCorrelation) and each.too_few,
    }
