"""A series: regular periods, and what the acts in each come to by a measure; silence is silence, never zero.

An act whose date is imprecise is spread over its interval: each period has the share of its days, and all shares of an
act make one. With scores s and shares w of the acts in a period:

- **sum**: of w s; it follows how much is told;
- **mean**: sum of w s over sum of w; it hides how much is told;
- **net**: sum of w s over sum of w |s|, from -1 (conflict alone) to 1 (cooperation alone); on the scale of quad classes
  it is (cooperation - conflict) / (cooperation + conflict), as in the literature.

A period with no act has no value. One whose acts all score zero has no net cooperation.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Any

from hikiwake.errors import HikiwakeError
from hikiwake.periods import Period
from hikiwake.relation.columns import Acts, RowIds, as_columns
from hikiwake.relation.noise import variance
from hikiwake.relation.scales import Act

if TYPE_CHECKING:
    from hikiwake.relation.noise import Numbers, Places, Truths

LENGTHS = ("day", "month", "quarter", "year", "decade", "era")
MEASURES = ("mean", "sum", "net")
_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120}
LEAST = 1e-9  # of an act: less is nothing


def periods_of(acts: Acts | Sequence[Act], by: str, eras: Iterable[Period] = ()) -> tuple[Period, ...]:
    """The regular periods from the first act to the last, without a gap between; for eras those given.

    >>> from hikiwake.periods import Period
    >>> act = Act("a", Period.parse("1956-10/1957-01"), 5.0, 1, (), "plover")
    >>> [period.start.isoformat() for period in periods_of([act], "quarter")]
    ['1956-10-01', '1957-01-01']
    """
    given = as_columns(acts)
    if not len(given):
        return ()
    first, last = date.fromordinal(int(given.starts.min())), date.fromordinal(int(given.lasts.max()))
    if by == "era":
        return tuple(_inside(era, last) for era in eras if era.start <= last and era.last >= first)
    return periods_between(first, last, by)


def periods_between(first: date, last: date, by: str) -> tuple[Period, ...]:
    """The regular periods from one day to another, without a gap between; ``by`` is any of ``LENGTHS`` but era.

    >>> [period.start.isoformat() for period in periods_between(date(1956, 10, 19), date(1957, 1, 1), "quarter")]
    ['1956-10-01', '1957-01-01']
    """
    starts = [_beginning(first, by)]
    while (following := _following(starts[-1], by)) is not None and following <= last:
        starts.append(following)
    return tuple(period_of(start, by) for start in starts)


def period_of(day: date, by: str) -> Period:
    """The regular period that a day falls into; ``by`` is any of ``LENGTHS`` but era.

    >>> period_of(date(1968, 5, 1), "quarter").last
    datetime.date(1968, 6, 30)
    """
    start = _beginning(day, by)
    return Period(start, _end(start, by), by if by in ("day", "month", "year") else "range")


def _inside(era: Period, last: date) -> Period:
    return era if era.end is not None else era.until(last)


def _beginning(day: date, by: str) -> date:
    if by == "day":
        return day
    if by == "decade":
        return date(max(1, day.year // 10 * 10), 1, 1)
    months = _MONTHS[by]
    return date(day.year, (day.month - 1) // months * months + 1, 1)


def _following(start: date, by: str) -> date | None:
    end = _end(start, by)
    return None if end == date.max else end + timedelta(days=1)


def _end(start: date, by: str) -> date:
    if by == "day":
        return start
    if by == "decade":
        return date(min(start.year // 10 * 10 + 9, date.max.year), 12, 31)
    month = start.month + _MONTHS[by] - 1
    return date(start.year, month, calendar.monthrange(start.year, month)[1])


@dataclass(frozen=True)
class Spread:
    """Acts of one scale spread over periods: period ``rows[k]`` has the part ``share[k]`` of act ``columns[k]``.

    Every act has an entry for each period that it touches, those of an act together, in order of time.
    """

    acts: Acts
    periods: tuple[Period, ...]
    rows: Places
    columns: Places
    share: Numbers

    @property
    def scores(self) -> Numbers:
        """The scores of the acts."""
        return self.acts.scores

    def ids_in(self, place: int) -> tuple[str, ...] | RowIds:
        """The ids of the acts of which a period has a share, those with most of it first, then in order of time."""
        import numpy as np

        order, ends = self._by_row
        here = order[ends[place] : ends[place + 1]]
        return self.acts.named(self.columns[here[np.argsort(-self.share[here], kind="stable")]])

    def count_in(self, place: int) -> int:
        """Of how many acts a period has a share."""
        ends = self._by_row[1]
        return int(ends[place + 1] - ends[place])

    @cached_property
    def _by_row(self) -> tuple[Places, Places]:
        """The entries by period, in the order of the acts, and where each period begins among them."""
        import numpy as np

        sizes = np.bincount(self.rows, minlength=len(self.periods))
        return np.argsort(self.rows, kind="stable"), np.concatenate([[0], np.cumsum(sizes)]).astype(np.intp)

    def by_period(self, amounts: Numbers) -> Numbers:
        """What an amount of each act comes to in each period, by its shares; of each draw, where each has a row."""
        import numpy as np

        many, size = np.atleast_2d(amounts), len(self.periods)
        places = self.rows + np.arange(len(many))[:, None] * size
        parts = self.share * many[:, self.columns]
        found = np.bincount(places.ravel(), parts.ravel(), len(many) * size).astype(float)
        return found.reshape(*amounts.shape[:-1], size)

    def several(self) -> Truths:
        """Which periods have shares of more than one act."""
        import numpy as np

        found: Truths = np.bincount(self.rows, minlength=len(self.periods)) > 1
        return found

    def shares_in(self, rows: Sequence[int]) -> Numbers:
        """How much of each act some periods have together."""
        import numpy as np

        here = np.isin(self.rows, list(rows))
        return np.bincount(self.columns[here], self.share[here], len(self.acts)).astype(float)

    def measured(self, measure: str, times: Numbers | None = None) -> tuple[Numbers, Numbers]:
        """The value of each period, ``nan`` where nothing is told, and how much carries it: acts, or their scores.

        times: how often each act counts, once where nothing is given; or so for many draws, one in a row
        """
        import numpy as np

        often = np.ones(len(self.acts)) if times is None else times
        weight = self.by_period(often)
        total = self.by_period(often * self.scores)
        carried = self.by_period(often * np.abs(self.scores)) if measure == "net" else weight
        told = carried > LEAST
        under = np.where(told, carried, 1.0) if measure != "sum" else 1.0
        return np.where(told, total / under, np.nan), np.where(told, 1.0 if measure == "sum" else carried, 0.0)

    def noise(self, measure: str, times: Numbers | None = None) -> float:
        """The variance of a value that one act carries, from acts that follow each other; of sums, from the values.

        Acts, not values, since one act that is spread over many periods would make them alike.
        """
        import numpy as np

        if measure == "sum":
            values, weights = self.measured(measure, times)
            told = weights > 0
            return variance(values[told], weights[told])
        often = (np.ones(len(self.acts)) if times is None else times)[self._in_time]
        there = often > 0
        scores = self.scores[self._in_time][there]
        again = float((often**2).sum() / often.sum()) if there.any() else 1.0  # one act drawn twice is not two acts
        if measure == "net":
            scores = scores[scores != 0]
            size = float(np.abs(scores).mean()) if len(scores) else 0.0
            return again * size * variance(np.sign(scores), np.ones(len(scores)))
        return again * variance(scores, np.ones(len(scores)))

    @cached_property
    def _in_time(self) -> Places:
        """The acts in the order of the days in their middle."""
        import numpy as np

        return np.argsort(self.acts.middles, kind="stable")

    @cached_property
    def shares(self) -> Any:
        """How much of each act (column) each period (row) has, as a sparse array."""
        from scipy.sparse import csr_array

        return csr_array((self.share, (self.rows, self.columns)), shape=(len(self.periods), len(self.acts)))

    def quads(self) -> Numbers:
        """How many acts of each of the four quad classes each period has: periods by classes."""
        import numpy as np

        return np.column_stack([self.by_period((self.acts.quads == quad).astype(float)) for quad in (1, 2, 3, 4)])


def spread(acts: Acts | Sequence[Act], periods: Sequence[Period]) -> Spread:
    """Each act spread over the days of its interval; what lies in no period counts in none.

    Raises ``HikiwakeError`` for acts with scores of several scales.
    """
    import numpy as np

    given = as_columns(acts)
    starts, ends = (np.array([getattr(each, end).toordinal() for each in periods], dtype=np.intp)
                    for end in ("start", "last"))  # fmt: skip
    first = np.maximum(0, np.searchsorted(starts, given.starts, side="right") - 1)
    touched = np.maximum(0, np.searchsorted(starts, given.lasts, side="right") - first)
    columns = np.repeat(np.arange(len(given)), touched)
    rows = np.arange(len(columns)) - np.repeat(np.cumsum(touched) - touched, touched) + np.repeat(first, touched)
    began, ended = given.starts[columns], given.lasts[columns]
    common = np.minimum(ended, ends[rows]) - np.maximum(began, starts[rows]) + 1
    share = np.maximum(0, common) / (ended - began + 1)
    there = share > LEAST
    return Spread(given, tuple(periods), rows[there], columns[there], share[there])


def refuse_unknown(name: str, given: str, known: Sequence[str]) -> None:
    """Raise ``HikiwakeError`` for a word that is none of those that a series knows."""
    if given not in known:
        raise HikiwakeError(f"{name}: {given!r} is none of {', '.join(known)}")
