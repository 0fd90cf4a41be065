"""The panels of the chart: one per era, each with its own scale: a dense decade stands beside a sparse century."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from hikiwake.figures.stretches import Stretch

GAP = 9.0  # between panels
YEARS = (1, 2, 5, 10, 20, 25, 50, 100)  # the steps of ticks and of counts
BETWEEN = 34.0  # the least distance of two ticks


@dataclass(frozen=True, slots=True)
class Panel:
    """An era's part of the chart: where it begins, how long it is, and its scale."""

    era: Stretch
    along: float
    length: float

    @property
    def end(self) -> float:
        """Where it ends."""
        return round(self.along + self.length, 1)

    @property
    def last(self) -> date:
        """The last day of its scale, which has two days at least."""
        return max(self.era.last, self.era.first + timedelta(days=1))

    def at(self, day: date) -> float:
        """Where a day begins, or the nearest place inside the panel."""
        days = (self.last - self.era.first).days + 1
        place = (day - self.era.first).days / days * self.length
        return self.along + min(max(place, 0.0), self.length)

    def reach(self, start: date, end: date) -> tuple[float, float]:
        """From where to where a stretch of days is drawn: both ends belong to it."""
        return self.at(start), self.at(end + timedelta(days=1)) if end < self.last else self.end

    def ticks(self) -> list[tuple[float, str]]:
        """Years that the panel has room for, at round steps."""
        return ticks(self.era.first, self.last, self.along, self.length)


def panels(eras: Sequence[Stretch], start: float, total: float, shortest: float) -> list[Panel]:
    """The panels of the chart, side by side from a start over a total length; each gets room by how much it holds."""
    weights = [len(era.acts) for era in eras]
    room = total - GAP * (len(eras) - 1) - shortest * len(eras)
    along, found = start, []
    for era, weight in zip(eras, weights, strict=True):
        length = round(shortest + room * weight / sum(weights), 1)
        found.append(Panel(era, along, length))
        along = round(along + length + GAP, 1)
    return found


def ticks(first: date, last: date, along: float, length: float) -> list[tuple[float, str]]:
    """Years that a stretch of days has room for over a length, at round steps."""
    days = (last - first).days + 1
    years = range(first.year, last.year + 1)
    step = next((step for step in YEARS if len(years) / step <= max(length / BETWEEN, 1)), 200)
    found = []
    for year in years:
        place = (date(year, 1, 1) - first).days / days * length
        if year % step == 0 and 0 <= place <= length - 16:
            found.append((round(along + place, 1), str(year)))
    return found or [(along, str(first.year))]
