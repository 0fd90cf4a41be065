"""What a text has told of time so far, and how far that reaches.

The last time told serves its own paragraph and the next; the last exact one (a day or a month) lends its year a little
further. Above both stands the time of the line or heading under which a place stands. A year also comes from the time
of writing, for a day or month that has just been.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from hikiwake.coding.times.clauses import aside, to_come
from hikiwake.coding.times.frames import Frame, Frames
from hikiwake.periods import Period

MOST_BLOCKS = 3  # paragraphs after which what was told is forgotten
FARTHEST = 8  # months by which a text goes on from one to the next without a year
KNOWN = 120  # days within which the time of writing must be known to lend its year


@dataclass
class Context:
    """What was told so far: the last time, the last that is exact, in which block each stood, and the frames."""

    text: str
    written: Period | None
    frames: Frames
    last: Period | None = None
    last_block: int = -9
    exact: Period | None = None
    exact_block: int = -9
    block: int = 0
    starts: Sequence[int] = ()
    news: bool = False
    frame: Period | None = None
    section: Frame | None = None
    leads: bool = False
    place: tuple[int, int] = (0, 0)

    def go_to(self, place: int, end: int) -> None:
        """Take up the place of a time, and its block."""
        self.place = place, end
        self.block = bisect_right(self.starts, place)
        self.frame = self.frames.at(place)
        before, self.section = self.section, self.frames.section(place)
        if before and before.period and before is not self.section:
            self.exact_block = self.last_block = -9  # what a heading dated ends with it

    def note(self, told: Period, *, leads: bool = False) -> None:
        """Remember a time; one that ``leads`` opens its sentence, and what follows is of its year."""
        self.last, self.last_block, self.leads = told, self.block, leads
        if told.precision in ("day", "month") or (told.end and (told.end - told.start).days < 32):
            self.exact, self.exact_block = told, self.block

    def note_name(self, told: Period) -> None:
        """Remember the date of a treaty or a judgment that opens a sentence, for "the same day" and "a year later"."""
        self.last, self.last_block, self.leads = told, self.block, False

    @property
    def anchor(self) -> Period | None:
        """The last time told here or in the paragraph before."""
        return self.last if self.block - self.last_block <= 1 else None

    @property
    def near(self) -> Period | None:
        """The last exact time, else the last of all, as far as this paragraph reaches."""
        if self.leads and self.last_block == self.block and _one_year(self.last):
            return self.last
        if self.exact and self.exact_block == self.block:
            return self.exact
        return self.last if self.last_block == self.block else None

    def year_of(self, number: int, day: int = 1) -> tuple[int, str] | None:
        """The year of a month (and day) told without one, and on what basis; in ``news`` the last there was."""
        if self.frame:
            framed = self._in_frame(self.frame, number)
            return (framed, "context") if framed else None
        recent = self._of_writing(number, day)
        near = self.near if _one_year(self.near) else None
        if self.news and recent and (near is None or near.basis == "written"):
            return recent, "written"
        if near:
            return self._onwards(near, number, FARTHEST), "context"
        far = self.exact if self.block - self.exact_block <= MOST_BLOCKS else None
        if self.leads and _one_year(self.last) and self.block - self.last_block <= 1:
            far = self.last
        if far and (recent is None or self.written is None or self.written.start.year - far.start.year > 1):
            return far.start.year, "context"
        return (recent, "written") if recent else None

    def _in_frame(self, frame: Period, number: int) -> int | None:
        """The year of a month under a heading of one year; of several, the next such month after what was told last."""
        if _one_year(frame):
            return frame.start.year
        near = self.near or self.anchor
        if near is None or not _one_year(near) or not frame.overlaps(near):
            return frame.start.year if frame.end is None else None
        year = self._onwards(near, number)
        return year if year <= frame.last.year else near.start.year

    def _onwards(self, near: Period, number: int, farthest: int = 12) -> int:
        """The year of a month told after another: the next one, where that month had passed and it can have been.

        What is told aside, and what would be more than so many months later, is of the same year.
        """
        ahead = number - near.start.month + 12
        if (
            near.precision not in ("day", "month")
            or not ahead < 12
            or ahead > farthest
            or aside(self.text, *self.place)
        ):
            return near.start.year
        latest = self.written.last if self.written else None
        year = near.start.year + 1
        return near.start.year if latest and (year, number) > (latest.year, latest.month) else year

    def _of_writing(self, number: int, day: int) -> int | None:
        """The year in which a day last was, or will next be, seen from a time of writing known to a few months."""
        written = self.written
        if written is None or written.end is None or (written.end - written.start).days > KNOWN:
            return None
        been = (number, day) <= (written.end.month, written.end.day)
        if to_come(self.text, *self.place):
            return written.end.year + ((number, day) < (written.start.month, written.start.day))
        return written.end.year - (not been)


def _one_year(told: Period | None) -> bool:
    return told is not None and told.end is not None and told.start.year == told.end.year
