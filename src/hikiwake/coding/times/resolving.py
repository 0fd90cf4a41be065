"""From what a text tells to periods: what is counted from another time, or lacks its year, gets it from the context.

The context is what was told last: in the same paragraph, else in the few before it, else (for a year) the time of
writing. Where nothing is near enough, nothing is said.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hikiwake.coding.times.context import Context
from hikiwake.coding.times.dated import Dated
from hikiwake.coding.times.expressions import COUNTS, ORDINALS, Expression
from hikiwake.coding.times.stated import Stated
from hikiwake.coding.times.stretches import month, moved, part, season, year
from hikiwake.periods import Period
from hikiwake.vocabulary import date_words

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_EARLIER = ("before", "earlier", "previously", "prior", "ago")


def resolved(told: Stated | Expression, context: Context, following: Stated | None) -> Dated | None:
    """One place with its period, or ``None`` where the context does not tell it."""
    if isinstance(told, Stated):
        return _stated(told, context)
    period = _MEANINGS[told.kind](told.parts, context, following)
    if period is None:
        return None
    if "portion" in told.parts and told.kind != "stretch":
        period = part(period, told.parts["portion"].casefold())
    bound = told.parts.get("lead", "").casefold() in ("since", "until", "till", "after", "before")
    return Dated(told.start, told.end, period, period.basis, bound)


def _stated(told: Stated, context: Context) -> Dated | None:
    if told.period:
        basis = "instrument" if told.instrument else "stated"
        return Dated(told.start, told.end, replace(told.period, basis=basis), basis, told.bound)
    number, day = int(told.yearless[:2]), int(told.yearless[2:])
    found = context.year_of(number, day)
    if found is None:
        return None
    try:
        when = date(found[0], number, day)
    except ValueError:
        return None
    basis = "stated" if found[1] == "context" else "written"
    return Dated(told.start, told.end, Period(when, when, "day", basis), basis)


def _same(parts: dict[str, str], context: Context, _following: Stated | None) -> Period | None:
    """That same day, that year: the day, week, month, year of what was told last."""
    anchor, unit = context.anchor, parts["same"].casefold()
    if anchor is None or anchor.end is None:
        return None
    if unit in ("day", "date"):
        return replace(anchor, basis="context") if anchor.precision == "day" else None
    if number := date_words().months.get(unit.rstrip(".")):
        return month(anchor.start.year, number, "context") if anchor.start.year == anchor.end.year else None
    return _wider(anchor, unit)


def _wider(anchor: Period, unit: str) -> Period | None:
    """The unit of time in which a time lies, if it lies in one."""
    if anchor.end is None:
        return None
    one_year = anchor.start.year == anchor.end.year
    one_month = one_year and anchor.start.month == anchor.end.month
    if unit == "month":
        return month(anchor.start.year, anchor.start.month, "context") if one_month else None
    if unit == "week":
        return moved(anchor, 0, "week", "context") if anchor.precision == "day" else None
    if unit == "year":
        return year(anchor.start.year, "context") if one_year else None
    if unit == "decade":
        first = anchor.start.year // 10 * 10
        return Period(date(first, 1, 1), date(first + 9, 12, 31), "range", "context")
    return season(anchor.start.year, unit, "context") if one_year else None


def _time(_parts: dict[str, str], context: Context, _following: Stated | None) -> Period | None:
    """At the time: when what was told last was."""
    return replace(context.anchor, basis="context") if context.anchor and context.anchor.end else None


def _here(parts: dict[str, str], context: Context, _following: Stated | None) -> Period | None:
    """This, last, next month or year: seen from the time of writing."""
    written, unit = context.written, parts["here"].casefold()
    step = {"this": 0, "last": -1, "next": 1}[parts["which"].casefold()]
    if written is None or written.end is None or written.start.year != written.end.year:
        return None
    if unit in ("day", "week", "month", "year", "decade"):
        return moved(written, step, unit, "written")
    if unit in date_words().seasons or unit == "winter":
        return season(written.start.year + step, unit, "written") if unit != "winter" else None
    return _by_month(unit, step, written)


def _by_month(name: str, step: int, written: Period) -> Period:
    """Last March is the one before the writing, next March the one after it."""
    number, this = date_words().months[name.rstrip(".")], written.start.month
    behind = number < this or (step == 0 and number <= this)
    ahead = number > this
    offset = {-1: 0 if behind else -1, 0: 0, 1: 0 if ahead else 1}[step]
    return month(written.start.year + offset, number, "written")


def _step(parts: dict[str, str], context: Context, _following: Stated | None) -> Period | None:
    """The following month, the previous year."""
    anchor, unit = context.anchor, parts["stepped"].casefold()
    step = -1 if parts["step"].casefold() in ("previous", "preceding") else 1
    if anchor is None:
        return None
    if unit in date_words().seasons or unit == "winter":
        return _next_season(anchor, step, unit)
    number = date_words().months.get(unit.rstrip("."))
    if number:
        passed = number <= anchor.start.month if step > 0 else number >= anchor.start.month
        whole = anchor.precision == "year"
        return month(anchor.start.year + (step if whole or passed else 0), number, "context")
    return moved(anchor, step, unit, "context")


def _next_season(anchor: Period, step: int, unit: str) -> Period | None:
    """The season of the year after or before; from a day or month, the next or the last there is."""
    if anchor.precision == "year":
        return season(anchor.start.year + step, unit, "context")
    if anchor.precision not in ("day", "month", "season") or step < 0:
        return None
    this = season(anchor.start.year, unit, "context")
    return this if this and this.start > anchor.start else season(anchor.start.year + 1, unit, "context")


def _shift(parts: dict[str, str], context: Context, following: Stated | None) -> Period | None:
    """Two weeks later, a year before: from what was told last, or from the date that follows before or after."""
    count = COUNTS.get(parts["count"].casefold()) or int(parts["count"])
    way, unit = parts["way"].casefold(), parts["unit"].casefold()
    count = -count if way in _EARLIER else count
    if way == "ago":
        exact = context.written and context.written.end and context.written.start.year == context.written.end.year
        return _ago(context.written, count, unit) if exact and context.written else None
    anchor = context.anchor
    if following is not None and way in ("before", "after"):
        anchor = following.period
    if anchor and (unit in date_words().seasons or unit == "winter"):
        return _seasons_later(anchor, count, unit)
    return moved(anchor, count, unit, "context") if anchor else None


def _seasons_later(anchor: Period, count: int, unit: str) -> Period | None:
    """Three summers later: the third summer after what was told."""
    if anchor.end is None or anchor.start.year != anchor.end.year or count < 1:
        return None
    this = season(anchor.start.year, unit, "context")
    first = anchor.precision != "year" and this.start > anchor.start
    return season(anchor.start.year + count - first, unit, "context")


def _ago(written: Period, count: int, unit: str) -> Period | None:
    """So long before the writing; round numbers of years are only about it."""
    found = moved(written, count, unit, "written")
    if found is None or found.end is None or unit != "year" or count > -5:
        return found
    return Period(found.start - timedelta(365), found.end + timedelta(365), "approximate", "written")


def _beside(parts: dict[str, str], context: Context, following: Stated | None) -> Period | None:
    """The day before, the year after."""
    step = 1 if parts["side"].casefold() == "after" else -1
    anchor = following.period if following else context.anchor
    return moved(anchor, step, parts["beside"].casefold(), "context") if anchor else None


def _month(parts: dict[str, str], context: Context, _following: Stated | None) -> Period | None:
    """In March; in March of that year."""
    number = date_words().months[parts["month"].casefold().rstrip(".")]
    which = parts.get("that", "").casefold()
    if which in ("last", "this", "next"):
        written = context.written
        step = {"last": -1, "this": 0, "next": 1}[which]
        return month(written.start.year + step, number, "written") if written else None
    if which:
        anchor = context.anchor
        if anchor is None or (anchor.end is not None and anchor.start.year != anchor.end.year):
            return None
        step = {"the following": 1, "the next": 1, "the previous": -1}.get(which, 0)
        return month(anchor.start.year + step, number, "context")
    found = context.year_of(number)
    return month(found[0], number, "stated" if found[1] == "context" else "written") if found else None


def _entry(parts: dict[str, str], context: Context, _following: Stated | None) -> Period | None:
    """May, or March to April, where it opens a line of a chronicle."""
    numbers = [date_words().months[parts[name].casefold().rstrip(".")] for name in ("entry", "until") if name in parts]
    found = context.year_of(numbers[0])
    if found is None:
        return None
    first = month(found[0], numbers[0], "stated" if found[1] == "context" else "written")
    if len(numbers) == 1:
        return first
    return replace(first, end=month(found[0] + (numbers[1] < numbers[0]), numbers[1]).end, precision="range")


def _day(parts: dict[str, str], context: Context, _following: Stated | None) -> Period | None:
    """On Tuesday: the last one before a text that was written on a known day."""
    written = context.written
    if written is None or written.precision != "day":
        return None
    back = (written.start.weekday() - _WEEKDAYS.index(parts["weekday"].casefold())) % 7
    when = written.start - timedelta(back)
    return Period(when, when, "day", "written")


def _yesterday(_parts: dict[str, str], context: Context, _following: Stated | None) -> Period | None:
    written = context.written
    return moved(written, -1, "day", "written") if written and written.precision == "day" else None


def _season(parts: dict[str, str], context: Context, _following: Stated | None) -> Period | None:
    """In the spring, of the year that was told."""
    near = context.near
    if near is None or near.end is None or near.start.year != near.end.year:
        return None
    return season(near.start.year, parts["season"].casefold(), "context")


def _century(parts: dict[str, str], _context: Context, _following: Stated | None) -> Period | None:
    name = parts["century"].casefold().replace(" ", "-")
    number = ORDINALS.get(name) or int(name.rstrip("stndrh"))
    first = (number - 1) * 100
    return Period(date(first + 1, 1, 1), date(first + 100, 12, 31), "range")


def _stretch(parts: dict[str, str], _context: Context, _following: Stated | None) -> Period | None:
    words = {name.casefold(): period for name, period in date_words().stretches.items()}
    whole = Period.parse(words[parts["stretch"].casefold()])
    if whole.end and parts.get("portion") in ("end", "close"):
        return year(whole.end.year)
    return year(whole.start.year) if parts.get("portion") in ("beginning", "start") else whole


_MEANINGS = {
    "same": _same, "time": _time, "here": _here, "step": _step, "shift": _shift, "beside": _beside, "month": _month,
    "entry": _entry, "day": _day, "yesterday": _yesterday, "season": _season, "century": _century, "stretch": _stretch,
}  # fmt: skip
