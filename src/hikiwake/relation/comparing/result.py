"""What a comparison comes to: series beside the relation, each with its source, its turns and its correlations."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from hikiwake.periods import Period
from hikiwake.relation.comparing.correlating import CHANGES, LEVELS, Correlation
from hikiwake.relation.comparing.series import ComparisonSeries
from hikiwake.relation.result import RelationSeries
from hikiwake.results import Plain, Result
from hikiwake.wording.clauses import comparing as wording
from hikiwake.wording.phrases import brief
from hikiwake.wording.tables import paragraphs


@dataclass(frozen=True)
class Comparisons(Result[ComparisonSeries]):
    """Comparison series beside a relation; they are never merged with it, nor with each other.

    relation: the one they stand beside; lags: from -lags to lags periods; resamples, seed: of their uncertainty
    """

    rows: tuple[ComparisonSeries, ...]
    relation: RelationSeries
    lags: int
    resamples: int
    seed: int

    def as_records(self) -> list[Plain]:
        """The series as plain values."""
        return [row.as_record() for row in self.rows]

    def as_record(self) -> Plain:
        """The whole as plain values, as ``--json`` prints it: beside which relation, how made, and the series."""
        beside = self.relation
        return {
            "relation": {
                "dyad": list(beside.dyad), "by": beside.by, "measure": beside.measure, "scale": beside.scale.id,
                "periods": len(beside.told),
            },
            "lags": self.lags,
            "resamples": self.resamples,
            "seed": self.seed,
            "series": self.as_records(),
        }  # fmt: skip

    def values(self) -> list[Plain]:
        """Every value of every series, as a row of its own: series, start, end, value, count."""
        return [{"series": row.head.id, **each} for row in self.rows for each in row.as_record()["periods"]]

    @property
    def sentences(self) -> tuple[str, ...]:
        """Of each series what it tells, where it turned, how it goes with the relation, where it is from; a caution."""
        if not self.rows:
            return (wording.NO_SERIES,)
        said = (sentence for row in self.rows for sentence in self.said_of(row))
        correlated = any(isinstance(each, Correlation) for row in self.rows for each in row.correlations)
        return (*said, *([wording.CAUTION] if correlated else []))

    def said_of(self, row: ComparisonSeries) -> list[str]:
        """The sentences on one series."""
        aside = [wording.set_aside(row.aside)] if row.aside else []
        source = [row.source] if row.source else []
        return [row.told, row.turns, row.goes_with(self.relation.unit, self.relation.by), *source, *aside]

    def shown(self) -> tuple[Sequence[str], Iterable[Iterable[object]]]:
        """Each series: what, of whom, from when to when, its turns, and its correlations without a lag."""
        return wording.HEAD, ([*_outline(row), _shown(row, LEVELS), _shown(row, CHANGES)] for row in self.rows)

    def _repr_html_(self) -> str:
        return f"{super()._repr_html_() if self.rows else ''}{paragraphs(self.sentences)}"


def _outline(row: ComparisonSeries) -> list[str]:
    turns = ", ".join(f"{turn.direction} {brief(Period(turn.start, turn.end))}" for turn in row.turning_points)
    ends = [brief(row.values[place].period) for place in (0, -1)] if row.values else ["", ""]
    return [row.head.title, wording.between(row.names), *ends, str(len(row.values)), turns]


def _shown(row: ComparisonSeries, of: str) -> str:
    found = row.at(of)
    return wording.signed(found.value) if isinstance(found, Correlation) else ""
