"""Voices that differ: others beside them give another answer for a time that overlaps.

How many voices of a group speak of a time that overlaps another is had by leaving out those that end before and those
that begin after it, which two sorted lists tell. Of all voices, those of one name and those of one answer are left out
as well, and those of both are not left out twice: what is left differs. So each voice is looked at once.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Hashable, Iterable, Sequence
from datetime import date

from hikiwake.periods import Period

Voice = tuple[str, str, Period | None]  # who answers, which answer, of what time; of none in particular is of all


class Times:
    """The times of some voices, by their first and their last days."""

    def __init__(self, voices: Iterable[Voice]) -> None:
        """Sort the days."""
        spans = [_span(time) for _, _, time in voices]
        self._starts = sorted(start for start, _ in spans)
        self._ends = sorted(end for _, end in spans)

    def overlapping(self, time: Period | None) -> int:
        """How many of the times overlap another.

        >>> Times([("A", "yes", Period.parse("1990")), ("B", "no", None)]).overlapping(Period.parse("1991"))
        1
        """
        start, end = _span(time)
        return bisect_right(self._starts, end) - bisect_left(self._ends, start)


def _span(time: Period | None) -> tuple[date, date]:
    return (time.start, time.last) if time else (date.min, date.max)


def by(voices: Iterable[Voice], key: Callable[[Voice], Hashable]) -> dict[Hashable, Times]:
    """The times of the voices of each group."""
    groups: dict[Hashable, list[Voice]] = {}
    for voice in voices:
        groups.setdefault(key(voice), []).append(voice)
    return {of: Times(own) for of, own in groups.items()}


def apart(voices: Iterable[Voice]) -> Sequence[Voice]:
    """The voices beside which another one gives another answer for a time that overlaps, in their order.

    >>> found = apart([("A", "yes", None), ("B", "no", Period.parse("1990")), ("A", "no", None)])
    >>> [voice[:2] for voice in found]
    [('A', 'yes'), ('B', 'no')]
    """
    told = list(voices)
    every, names, sides = Times(told), by(told, lambda each: each[0]), by(told, lambda each: each[1])
    both = by(told, lambda each: each[:2])

    def others(voice: Voice) -> int:
        of, time = voice[:2], voice[2]
        alike = names[of[0]].overlapping(time) + sides[of[1]].overlapping(time) - both[of].overlapping(time)
        return every.overlapping(time) - alike

    return [voice for voice in told if others(voice)]
