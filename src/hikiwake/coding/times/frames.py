"""The time under which a place of a text stands: that of its heading, or that which opens its line.

Chronicles tell a year once and months without it below: "1996: Fighting flares up again in February." A frame that
opens a line ends with the paragraph; that of a heading, or of a year alone on its line, ends at the next heading.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Protocol

from hikiwake.coding.paragraphs import paragraphs
from hikiwake.coding.times.dated import Dated
from hikiwake.periods import Period

LONGEST_HEADING = 100  # characters
LONGEST_ENTRY = 4_000  # characters for which a time that opens a line holds
LONGEST_LINE = 40  # characters of a heading with its text on the next line
_PREFIX = re.compile(r"[\s#>*_•–—|-]*(?:\(?\d{1,2}[.)]\s+)?[\s(*_]*")
_OPENS = re.compile(r"[\s)*_]*(?:[:.|](?=\s)|[–—-]\s|\n|$)")
_START = attrgetter("start")
_UNENDED = '.!?:;,”"'


class Told(Protocol):
    """A time at its place."""

    @property
    def start(self) -> int:
        """The first character."""

    @property
    def end(self) -> int:
        """The character after the last."""

    @property
    def period(self) -> Period | None:
        """The time, where it is known."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Characters ``start`` up to ``end`` stand under a time; ``None`` under a heading that tells none."""

    start: int
    end: int
    period: Period | None


class Frames:
    """The frames of a text, asked by place."""

    def __init__(
        self, text: str, told: Iterable[Told], written: Period | None = None, names: Iterable[Told] = ()
    ) -> None:
        """Find them among the times that are told in numbers; ``names`` are those in the names of instruments.

        A heading may name an instrument ("The protocol of 1987"), a line does not open with one.
        """
        known = [each for each in told if each.period is not None and each.end > each.start]
        self._sections = _sections(text, sorted([*known, *names], key=_START), written)
        self._leads = [*_leads(text, known)]
        self._section_starts = [each.start for each in self._sections]
        self._lead_starts = [each.start for each in self._leads]

    def at(self, place: int) -> Period | None:
        """The time under which a place stands, or ``None``.

        >>> from hikiwake.coding.times.stated import stated
        >>> text = "1996: Fighting flares up again in February."
        >>> Frames(text, stated(text)).at(20).start.year
        1996
        """
        number = bisect_right(self._lead_starts, place) - 1
        lead = self._leads[number] if number >= 0 and place < self._leads[number].end else None
        frame = lead or self.section(place)
        return frame.period if frame else None

    def section(self, place: int) -> Frame | None:
        """The heading under which a place stands, with or without a time."""
        number = bisect_right(self._section_starts, place) - 1
        return self._sections[number] if number >= 0 else None


def frames_of(text: str, dated: Sequence[Dated]) -> Frames:
    """The frames of a text whose times are known."""
    written = dated[0].period if dated and dated[0].end == 0 else None
    told, names = ([each for each in dated if each.basis == basis] for basis in ("stated", "instrument"))
    return Frames(text, told, written, names)


def _leads(text: str, known: list[Told]) -> Iterator[Frame]:
    """The times that open a line, each up to the end of its paragraph or the next."""
    for each in known:
        line = text.rfind("\n", 0, each.start) + 1
        if each.start - line > 12 or not _PREFIX.fullmatch(text, line, each.start):
            continue
        if _OPENS.match(text, each.end, each.end + 6):
            farthest = min(len(text), each.end + LONGEST_ENTRY)
            end = text.find("\n\n", each.end, farthest)
            yield Frame(line, farthest if end < 0 else end, each.period)


def _sections(text: str, known: list[Told], written: Period | None) -> list[Frame]:
    """The sections of a text from heading to heading, with the one time that each heading tells."""
    heads = [*_headings(text)]
    starts = [each.start for each in known]
    found = []
    for number, (start, end) in enumerate(heads):
        first, last = bisect_right(starts, start - 1), bisect_right(starts, end - 1)
        period = known[first].period if last - first == 1 else None
        if period and _of_writing(period, start, written):
            period = None
        after = heads[number + 1][0] if number + 1 < len(heads) else len(text)
        found.append(Frame(start, after, period))
    return found


def _of_writing(period: Period, start: int, written: Period | None) -> bool:
    """Whether the time of a heading is the day on which a speech was held, or about when a report was written."""
    if period.precision not in ("day", "month"):
        return start == 0 and written is not None and period.overlaps(written)
    return (start == 0 and period.precision == "day") or (written is not None and period.overlaps(written))


def _headings(text: str) -> Iterator[tuple[int, int]]:
    """The headings: short paragraphs that do not end as a sentence does, and such lines that open a paragraph."""
    for begins, ends in paragraphs(text):
        if ends - begins <= LONGEST_HEADING and text[ends - 1] not in _UNENDED and "\n" not in text[begins:ends]:
            yield begins, ends
            continue
        line = text.find("\n", begins, min(ends, begins + LONGEST_LINE))
        if line > 0 and text[line - 1] not in _UNENDED and not text[line + 1 : line + 2].islower():
            yield begins, line
