"""The acts of a series as columns: when each was, its score and class, and who tells it, without an object for each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, overload

from hikiwake.relation.scales import Act, one_scale

if TYPE_CHECKING:
    from hikiwake.relation.noise import Numbers, Places


class RowIds(Sequence[str]):
    """References to rows, ``file:row``, written out only where one is asked for.

    files: the names of all files; which, rows: of each reference the number of its file, and the row in it
    """

    __slots__ = ("files", "rows", "which")

    def __init__(self, files: Sequence[str], which: Places, rows: Places) -> None:
        """Keep the names and the numbers."""
        self.files, self.which, self.rows = files, which, rows

    def __len__(self) -> int:
        """How many there are."""
        return len(self.rows)

    @overload
    def __getitem__(self, place: int) -> str: ...
    @overload
    def __getitem__(self, place: slice) -> RowIds: ...
    def __getitem__(self, place: int | slice) -> str | RowIds:
        """One of them, or some."""
        if isinstance(place, slice):
            return RowIds(self.files, self.which[place], self.rows[place])
        return f"{self.files[self.which[place]]}:{self.rows[place]}"

    def __iter__(self) -> Iterator[str]:
        """All of them, in order."""
        return (
            f"{self.files[which]}:{row}" for which, row in zip(self.which.tolist(), self.rows.tolist(), strict=True)
        )

    def __eq__(self, other: object) -> bool:
        """Whether another sequence has the same references."""
        return isinstance(other, RowIds | tuple) and len(self) == len(other) and all(map(str.__eq__, self, other))

    def __hash__(self) -> int:
        """That of the references as a tuple."""
        return hash(tuple(self))

    def __repr__(self) -> str:
        """As a tuple is shown."""
        return repr(tuple(self))

    def of(self, places: Places) -> RowIds:
        """Those at some places, in the order of these."""
        return RowIds(self.files, self.which[places], self.rows[places])


@dataclass(frozen=True, eq=False)
class Acts:
    """Acts of one scale, each column as long as there are acts.

    ids: of each its event, or its row; starts, lasts: its days, counted from the first of the calendar
    scores, quads: its score and quad class; names: all who tell any, in order
    tellings: who tells what, as the places of acts, in order, and of names
    """

    ids: tuple[str, ...] | RowIds
    starts: Places
    lasts: Places
    scores: Numbers
    quads: Places
    names: tuple[str, ...]
    tellings: tuple[Places, Places]

    @classmethod
    def of(cls, acts: Sequence[Act]) -> Acts:
        """The columns of some acts. Raises ``HikiwakeError`` for acts with scores of several scales."""
        import numpy as np

        one_scale(acts)
        names = tuple(sorted({id_ for act in acts for id_ in act.documents}))
        number = {id_: place for place, id_ in enumerate(names)}
        told = [(place, number[id_]) for place, act in enumerate(acts) for id_ in act.documents]
        tells, teller = np.array(told, dtype=np.intp).reshape(-1, 2).T
        days = [(act.period.start.toordinal(), act.period.last.toordinal()) for act in acts]
        starts, lasts = np.array(days, dtype=np.intp).reshape(-1, 2).T
        return cls(
            tuple(act.id for act in acts), starts, lasts, np.array([act.score for act in acts], dtype=float),
            np.array([act.quad for act in acts], dtype=np.intp), names, (tells, teller),
        )  # fmt: skip

    def __len__(self) -> int:
        """How many acts there are."""
        return len(self.scores)

    def named(self, places: Places) -> tuple[str, ...] | RowIds:
        """The ids of the acts at some places, in the order of these."""
        return (
            self.ids.of(places) if isinstance(self.ids, RowIds) else tuple(self.ids[each] for each in places.tolist())
        )

    def without(self, name: str) -> Numbers:
        """How often each act counts without those that one of the names tells: once or not at all."""
        import numpy as np

        tells, teller = self.tellings
        often = np.ones(len(self))
        often[tells[teller == self.names.index(name)]] = 0.0
        return often

    def telling_most(self, count: int) -> list[str]:
        """Who tells most of the acts, the one who tells more of them first, then the one who is told first."""
        import numpy as np

        of = self.tellings[1]
        found, first, many = np.unique(of, return_index=True, return_counts=True)
        return [self.names[found[place]] for place in np.lexsort((first, -many))[:count]]

    @cached_property
    def middles(self) -> Numbers:
        """The day in the middle of each act, counted from the first of the calendar."""
        found: Numbers = (self.starts + self.lasts) / 2
        return found

    @cached_property
    def months(self) -> Places:
        """The month in which the middle of each act lies, counted from the first of the calendar."""
        import numpy as np

        days = self.middles.astype(np.int64) - _EPOCH
        return (days.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64) + 1970 * 12 + 1).astype(np.intp)


_EPOCH = 719163  # the day on which numpy begins to count, 1 January 1970


def as_columns(acts: Acts | Sequence[Act]) -> Acts:
    """Acts as columns, whichever way they are given."""
    return acts if isinstance(acts, Acts) else Acts.of(acts)
