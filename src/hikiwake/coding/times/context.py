"""What a text has told of time so far, and how far that reaches.

The last time told serves its own paragraph and the next; the last exact one (a day or a month) lends its year a little
further. A year also comes from the time of writing, for a day or month that has just been.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from hikiwake.periods import Period

MOST_BLOCKS = 3  # paragraphs after which what was told is forgotten
KNOWN = 120  # days within which the time of writing must be known to lend its year


@dataclass
class Context:
    """What was told so far: the last time, the last that is exact, and in which block each stood."""

    written: Period | None
    last: Period | None = None
    last_block: int = -9
    exact: Period | None = None
    exact_block: int = -9
    block: int = 0
    starts: Sequence[int] = ()
    news: bool = False

    def go_to(self, place: int) -> None:
        """Take up the block of a place."""
        self.block = bisect_right(self.starts, place)

    def note(self, told: Period) -> None:
        """Remember a time."""
        self.last, self.last_block = told, self.block
        if told.precision in ("day", "month") or (told.end and (told.end - told.start).days < 32):
            self.exact, self.exact_block = told, self.block

    @property
    def anchor(self) -> Period | None:
        """The last time told here or in the paragraph before."""
        return self.last if self.block - self.last_block <= 1 else None

    @property
    def near(self) -> Period | None:
        """The last exact time, else the last of all, as far as this paragraph reaches."""
        if self.exact and self.exact_block == self.block:
            return self.exact
        return self.last if self.last_block == self.block else None

    def year_of(self, number: int, day: int = 1) -> tuple[int, str] | None:
        """The year of a month (and day) told without one, and on what basis; in ``news`` the last there was."""
        recent = _recent(self.written, number, day)
        if self.news and recent:
            return recent, "written"
        if self.near and self.near.end and self.near.start.year == self.near.end.year:
            return self.near.start.year, "context"
        far = self.exact if self.block - self.exact_block <= MOST_BLOCKS else None
        if far and (recent is None or self.written is None or self.written.start.year - far.start.year > 1):
            return far.start.year, "context"
        return (recent, "written") if recent else None


def _recent(written: Period | None, number: int, day: int) -> int | None:
    """The year in which a day last was before the time of writing, if that time is known to a few months."""
    if written is None or written.end is None or (written.end - written.start).days > KNOWN:
        return None
    this = written.end.year
    fits = (number, day) <= (written.end.month, written.end.day)
    return this if fits else this - 1
