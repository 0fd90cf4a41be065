"""Which of its meanings a name has at a place: by the times told near it, and by whom the text spoke of before."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from datetime import timedelta

from hikiwake.coding.actors.gazetteer import Sense
from hikiwake.coding.times import Dated
from hikiwake.periods import Period

BESIDE = 200  # characters from a name within which a time tells whether its bearer was in office
REACH = 700  # characters before a name within which a time tells which of two states it was
RECENT = 400  # characters within which a state that was named is the one that its seat stands for
SLACK = timedelta(60)  # by which an office may be named before it begins or after it ends


class Times:
    """The times of a text by place; parts of treaties' names tell nothing of who is meant."""

    def __init__(self, text: str, dated: Sequence[Dated]) -> None:
        """Keep those that tell when something was."""
        self._text = text
        told = [each for each in dated if each.basis != "instrument" and each.end > each.start]
        self.written = dated[0].period if dated and dated[0].end == 0 else None
        self._starts = [each.start for each in told]
        self._periods = [each.period for each in told]

    def beside(self, place: int) -> list[Period]:
        """The times told close to a place, in its sentence."""
        begins = max(self._text.rfind(". ", max(0, place - BESIDE), place), place - BESIDE)
        ends = self._text.find(". ", place, place + BESIDE)
        first = bisect_left(self._starts, begins)
        return self._periods[first : bisect_left(self._starts, ends if ends > 0 else place + BESIDE)][:20]

    def nearest(self, place: int) -> Period | None:
        """The time nearest to a place, of those before it and right behind it."""
        last = bisect_left(self._starts, place)
        near = [number for number in (last - 1, last) if 0 <= number < len(self._starts)]
        near = [number for number in near if -BESIDE < place - self._starts[number] < REACH]
        return self._periods[min(near, key=lambda number: abs(self._starts[number] - place))] if near else None


def chosen(senses: Sequence[Sense], place: int, times: Times, last: dict[str, int]) -> Sense | None:
    """The sense a name has at a place, or ``None`` where it can have none.

    ``last`` is where each actor was named last. Of several states the one that a time of the sentence fits, the
    shorter-lived first; else the one named just before; else by a time nearby; else the one the text spoke of last.
    """
    if len(senses) == 1 and senses[0].how != "office":
        return senses[0]
    if senses and senses[0].how == "office":
        return _in_office(senses, place, times)
    beside = times.beside(place)
    named = [sense for sense in senses if place - last.get(sense.actor, -RECENT) < RECENT]
    if named and not beside:
        return max(named, key=lambda sense: last[sense.actor])
    when = beside[0] if beside else times.nearest(place) or times.written
    fitting = [sense for sense in senses if when and sense.fits(when)]
    if fitting:
        return min(fitting, key=lambda sense: sense.last is None)
    spoken = [sense for sense in senses if sense.actor in last]
    if spoken:
        return max(spoken, key=lambda sense: last[sense.actor])
    return next((sense for sense in senses if sense.last is None), senses[0])


def _in_office(senses: Sequence[Sense], place: int, times: Times) -> Sense | None:
    """The office that a person held at the time told beside the name; any, where none is told."""
    known = [sense for sense in senses if times.written is None or sense.first <= times.written.last]
    when = times.beside(place)
    if not when:
        return known[-1] if known else None
    return next((sense for sense in known for period in when if _about(sense, period)), None)


def _about(sense: Sense, period: Period) -> bool:
    first = sense.first - SLACK if sense.first.year > 1 else sense.first
    last = sense.last + SLACK if sense.last else None
    return first <= period.last and (last is None or period.start <= last)
