"""How a series moved: its values with their bands, its turning points, the changes that are less sure."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hikiwake.relation.breaks import Told, told, told_again
from hikiwake.relation.dealing import dealt
from hikiwake.relation.result import Point
from hikiwake.relation.series import Spread
from hikiwake.relation.turning_points import NoTurningPoint, TurningPoint, carried, search, turning_points
from hikiwake.relation.uncertainty import band, drawn_again

if TYPE_CHECKING:
    from hikiwake.relation.noise import Numbers


@dataclass(frozen=True, slots=True)
class Moved:
    """A series by periods, the turning points that most resamples find, those that fewer do, and why there is none."""

    points: tuple[Point, ...]
    firm: tuple[TurningPoint, ...]
    weaker: tuple[TurningPoint, ...]
    nothing: NoTurningPoint | None


def moved(series: Spread, measure: str, resamples: int, seed: int, left_out: Mapping[str, Told]) -> Moved:
    """How a series moved by a measure; left_out: the series without each of those that tell it, by its id."""
    whole = told(series, measure)
    drawn: list[Numbers] = []
    again = _again(series, measure, resamples, seed, drawn)
    found = turning_points(series.periods, search(whole, again, left_out, dealt(series, measure, seed)))
    firm, weaker = (tuple(carried(series, turn) for turn in turns) for turns in found)
    nothing = None if firm else NoTurningPoint(len(whole.rows), whole.too_few)
    return Moved(_points(series, measure, drawn), firm, weaker, nothing)


def _again(series: Spread, measure: str, resamples: int, seed: int, values: list[Numbers]) -> Iterator[Told]:
    """The series drawn again, one after another, of which only the values are kept."""
    import numpy as np

    for found in told_again(series, measure, drawn_again(series, resamples, seed)):
        every = np.full(len(series.periods), np.nan)
        every[list(found.rows)] = found.values
        values.append(every)
        yield found


def _points(series: Spread, measure: str, drawn: list[Numbers]) -> tuple[Point, ...]:
    values, quads = series.measured(measure)[0], series.quads()
    ends = [each or (None, None) for each in band(series, drawn)]
    return tuple(
        Point(
            period,
            None if math.isnan(values[row]) else float(values[row]),
            ends[row][0],
            ends[row][1],
            float(quads[row].sum()),
            tuple(float(each) for each in quads[row]),
            series.ids_in(row),
        )
        for row, period in enumerate(series.periods)
    )
