"""A series of event rows reckoned row by row, an object for each, in plain loops: what columns must give, exactly."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np

from hikiwake.periods import Period
from hikiwake.relation.dealing import LEVEL, Dealt, largest
from hikiwake.relation.scales import Act
from hikiwake.relation.segmentation import SHORTEST
from hikiwake.relation.series import LEAST

Entry = tuple[int, int, float]


def acts_of(rows: Sequence[dict[str, Any]], scale: str) -> list[Act]:
    """The rows with a score on a scale, in order of time, each as an act."""
    ordered = sorted((each for each in rows if _score(each, scale) is not None),
                     key=lambda each: (each["date"], each["last"], each["file"], each["row"]))  # fmt: skip
    told = any(each["publisher"] for each in ordered)
    return [
        Act(
            f"{each['file']}:{each['row']}",
            Period(each["date"], each["last"], "day" if each["date"] == each["last"] else "range"),
            float(_score(each, scale) or 0.0), each["quad"] or 0, (each["publisher"] or "",) if told else (), scale,
        )
        for each in ordered
    ]  # fmt: skip


def _score(row: dict[str, Any], scale: str) -> float | None:
    if scale != "quad":
        score: float | None = row["score"]
        return score
    return None if row["quad"] is None else 1.0 if row["quad"] <= 2 else -1.0


def entries(acts: Sequence[Act], periods: Sequence[Period]) -> list[Entry]:
    """Period, act and share of each period that an act touches."""
    starts = [each.start for each in periods]
    return [
        (place, column, share)
        for column, act in enumerate(acts)
        for place in range(max(0, bisect_right(starts, act.period.start) - 1), bisect_right(starts, act.period.last))
        if (share := _share(act.period, periods[place])) > LEAST
    ]


def _share(act: Period, period: Period) -> float:
    common = (min(act.last, period.last) - max(act.start, period.start)).days + 1
    return max(0, common) / ((act.last - act.start).days + 1)


def ids_in(acts: Sequence[Act], found: Sequence[Entry], place: int) -> list[str]:
    """The acts of a period, those with most of it first."""
    here = sorted((each for each in found if each[0] == place), key=lambda each: -each[2])
    return [acts[column].id for _, column, _ in here]


def drawn_again(acts: Sequence[Act], count: int, seed: int) -> Iterator[list[float]]:
    """How often each act counts in each resample."""
    chance = np.random.default_rng(seed)
    names = sorted({each for act in acts for each in act.documents})
    for _ in range(count):
        heard = [not names] * len(acts)
        if names:
            drawn = {names[each] for each in chance.integers(len(names), size=len(names)).tolist()}
            heard = [not drawn.isdisjoint(act.documents) for act in acts]
        kept = [place for place, each in enumerate(heard) if each]
        counts = Counter(kept[each] for each in chance.integers(len(kept), size=len(kept)).tolist())
        yield [float(counts[place]) for place in range(len(acts))]


def telling_most(acts: Sequence[Act], count: int) -> list[str]:
    """Who tells most."""
    return [name for name, _ in Counter(each for act in acts for each in act.documents).most_common(count)]


@dataclass(frozen=True)
class Dealer:
    """The search by permutation, with an order of all acts for each deal."""

    acts: Sequence[Act]
    shares: Any
    measure: str
    deals: int
    chance: Any

    def within(self, first: int, end: int) -> Iterator[Dealt]:
        """The breaks between two periods."""
        there = np.flatnonzero(self.shares[first:end].sum(axis=0) > LEAST)
        shares = self.shares[first:end][:, there]
        scores = np.array([self.acts[each].score for each in there.tolist()])
        rows = np.flatnonzero(shares.sum(axis=1) > LEAST)
        if len(rows) < 2 * SHORTEST + 1 or not scores.std():
            return
        gain, last = largest(shares[rows], scores[:, None], self.measure)
        again = [largest(shares[rows], scores[order][:, None], self.measure)[0][0] for order in self._orders(there)]
        p = (1 + sum(bool(each >= gain[0] * (1 - 1e-12)) for each in again)) / (self.deals + 1)
        if p <= LEVEL:
            row = first + int(rows[last[0] + 1])
            yield Dealt(row, p)
            yield from self.within(first, row)
            yield from self.within(row, end)

    def _orders(self, there: Any) -> Iterator[Any]:
        months = [self._month(self.acts[each]) for each in there.tolist()]
        names = sorted({*months})
        by_month = {name: [place for place, each in enumerate(months) if each == name] for name in names}
        places = [place for name in names for place in by_month[name]]
        for order in np.argsort(self.chance.random((self.deals, len(names))), axis=1, kind="stable").tolist():
            given = [place for each in order for place in by_month[names[each]]]
            found = np.empty(len(months), dtype=int)
            found[places] = given
            yield found

    @staticmethod
    def _month(act: Act) -> tuple[int, int]:
        day = date.fromordinal(int((act.period.start.toordinal() + act.period.last.toordinal()) / 2))
        return day.year, day.month
