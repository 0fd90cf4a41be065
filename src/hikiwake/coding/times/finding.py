"""The times of a text, in order, each with its period as far as the text and its date of writing tell it."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from itertools import pairwise

from hikiwake.coding.paragraphs import beginnings
from hikiwake.coding.times.clauses import in_opening_name, opens
from hikiwake.coding.times.context import Context
from hikiwake.coding.times.dated import Dated
from hikiwake.coding.times.expressions import Expression, expressions
from hikiwake.coding.times.frames import Frames
from hikiwake.coding.times.resolving import resolved
from hikiwake.coding.times.stated import Stated, stated
from hikiwake.periods import Period

LEAST_WITHOUT = 3  # months and days without a year that a text of news tells at least
WITHOUT = 2  # how many of them it tells for each with a year
LONGEST_TIE = 90  # characters between "a week before" and the date it counts from
_ENDS = frozenset(".;!?\n:")
_OF_NOW = ("month", "day", "here", "yesterday")


def times(text: str, written: Period | None = None, language: str = "en") -> tuple[Dated, ...]:
    """The times of a text in order, what is counted from others or lacks its year settled by the context.

    ``written`` is when the text was written: it settles "last year" and stands first among the times, at no characters.
    Words of time are those of English; dates in numbers and with names of months are read in every language.

    >>> found = times("In May 2018 they met; two months later not.")
    >>> [(str(each.period.start), each.period.precision) for each in found]
    [('2018-05-01', 'month'), ('2018-07-01', 'month')]
    """
    places = [*_in_order(text, language)]
    numbers = [each for each in places if isinstance(each, Stated) and each.period]
    names = [each for each in numbers if each.instrument]
    frames = Frames(text, (each for each in numbers if not each.instrument), written, names)
    context = Context(text, written, frames, starts=beginnings(text), news=_news(places, frames))
    found = [Dated(0, 0, replace(written, basis="written"), "written")] if written else []
    for told, after in pairwise([*places, None]):
        if told is None:  # the end
            break
        context.go_to(told.start, told.end)
        here = resolved(told, context, _tied(text, told, after))
        if here is None:
            continue
        found.append(here)
        if here.basis != "instrument":
            context.note(here.period, leads=here.basis == "context" or opens(text, here.start))
        elif in_opening_name(text, here.start):
            context.note_name(here.period)
    return tuple(found)


def _news(places: list[Stated | Expression], frames: Frames) -> bool:
    """Whether a text tells most of its months and days without a year, as what is written at the time does.

    Where the first that it tells has none, half as many are enough.
    """
    told = [each for each in places if isinstance(each, Expression) or not each.instrument]
    without = sum(_without_year(each) for each in told if frames.at(each.start) is None)
    dated = (each.period for each in told if isinstance(each, Stated) and each.period)
    exact = sum(period.precision in ("day", "month") for period in dated)
    times_as_many = 1 if told and _without_year(told[0]) else WITHOUT
    return without >= max(LEAST_WITHOUT, times_as_many * exact)


def _without_year(told: Stated | Expression) -> bool:
    if isinstance(told, Expression):
        return told.kind in _OF_NOW
    return bool(told.yearless) and told.period is None


def _in_order(text: str, language: str) -> list[Stated | Expression]:
    """What is told in numbers and what in words; words that share a place with numbers tell nothing of their own."""
    numbers = stated(text)
    if language != "en":
        return list[Stated | Expression](numbers)
    starts = [told.start for told in numbers]
    worded = [each for each in expressions(text) if not _overlaps(each, numbers, starts)]
    return sorted([*numbers, *worded], key=lambda each: each.start)


def _overlaps(told: Expression, numbers: list[Stated], starts: list[int]) -> bool:
    near = bisect_left(starts, told.end)
    return near > 0 and numbers[near - 1].end > told.start


def _tied(text: str, told: Stated | Expression, after: Stated | Expression | None) -> Stated | None:
    """The date that "a week before" counts from: the next one of its clause, where something stands between."""
    if not isinstance(after, Stated) or after.period is None or after.start - told.end > LONGEST_TIE:
        return None
    between = text[told.end : after.start]
    return None if _ENDS.intersection(between) or between.lstrip()[:1] == "," else after
