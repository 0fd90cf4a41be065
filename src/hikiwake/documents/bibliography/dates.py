"""When it appeared, in EDTF (ISO 8601-2, level 1): 2001, 2001-03, 2001-21 (spring), 1995/1997, 1999/.., 2001~.

Nothing is invented: what is not said of a date is not there, and a season is only as exact as its year, as it begins in
another month on the other half of the earth.
"""

from __future__ import annotations

import re
import unicodedata

from hikiwake.documents.bibliography.faults import OddEntryError, short
from hikiwake.periods import Period

SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_END = re.compile(r"(\d{4}|\d{3}X|\d{2}XX)(?:-(\d{1,2}|XX))?(?:-(\d{1,2}|XX))?(?:T[\d:.,+Z-]*)?", re.IGNORECASE)
_BEFORE_CHRIST = re.compile(r"\bB\.?\s?C\.?(?:\s?E\b\.?)?|^\s*-\s*\d", re.IGNORECASE)
EXPECTED = "a year from 0001 to 9999, as 1956, 1956-10 or 1956-10-19"


def normal_date(text: str) -> str | None:
    """A date of EDTF in its one form, or ``None`` for other words.

    Raises ``OddEntryError`` for a year outside 0001 to 9999 and for a day that no calendar has.

    >>> normal_date("2004-06?"), normal_date("1999/open"), normal_date("2018-12/2019-21"), normal_date("May")
    ('2004-06~', '1999/..', '2018-12/2019-21', None)
    """
    plain = unicodedata.normalize("NFKC", text).strip()
    refuse_other_years(plain)
    first, slash, last = (part.strip() for part in plain.partition("/"))
    begin, end = _normal(first), None
    if begin is None:
        return None
    if not slash:
        return begin
    if last.casefold() in ("", "..", "open", "unknown"):
        return f"{begin}/.."
    end = _normal(last)
    if end is None:
        return None
    if "/" in begin or "/" in end:
        return None
    whole = f"{begin}/{end}" if "~" not in begin + end else f"{begin.rstrip('~')}~/{end.rstrip('~')}~"
    period_of(whole)
    return whole


def refuse_other_years(text: str) -> None:
    """Raise ``OddEntryError`` for years before 0001 and after 9999."""
    other = re.fullmatch(r"\s*Y?(-\s*\d+|0+|\d{5,7}|\d{9,})(?:[-/.].*)?\s*", text, re.DOTALL)
    if other or _BEFORE_CHRIST.search(text):
        year = other[1] if other else text
        raise OddEntryError(f"year {year[:20]} is outside 0001 to 9999", EXPECTED)


def _normal(text: str) -> str | None:
    about = "~" if re.search(r"[?~%]", text) else ""
    match = _END.fullmatch(re.sub(r"[?~%]", "", text))
    if match is None:
        return None
    year, month, day = (part.upper() if part else "" for part in match.groups())
    month = "" if month in ("XX", "0", "00") else month
    day = "" if day in ("XX", "0", "00") or not month else day
    parts = (year, f"{int(month):02d}" if month else "", f"{int(day):02d}" if day else "")
    found = "-".join(filter(None, parts))
    if "X" in year:
        found = f"{year.replace('X', '0')}/{year.replace('X', '9')}" if not month else year
    period_of(found)
    return found + about if "/" not in found else found


def dated(year: int, month: int | None = None, day: int | None = None) -> str:
    """A year, a month or a day; 21 to 24 in place of a month are the seasons."""
    if not 1 <= year <= 9999:
        raise OddEntryError(f"year {str(year) if year < 0 else format(year, '04d')} is outside 0001 to 9999", EXPECTED)
    text = f"{year:04d}" + (f"-{month:02d}" if month else "") + (f"-{day:02d}" if month and day else "")
    period_of(text)
    return text


def period_of(date: str) -> Period:
    """The days of a date, as a period on the basis ``written``."""
    first, slash, last = date.partition("/")
    try:
        begin = _plain_period(first)
        if not slash:
            return begin
        end = None if last == ".." else _plain_period(last).end
        return Period(begin.start, end, "approximate" if "~" in date else "range", "written")
    except ValueError as error:
        raise OddEntryError(f"date {short(date)}: {error}", EXPECTED) from error


def _plain_period(text: str) -> Period:
    plain = text.rstrip("~")
    if re.fullmatch(r"\d{4}-2[1-4]", plain):
        plain = plain[:4]
    period = Period.parse(plain, "written")
    return Period(period.start, period.end, "approximate", "written") if text.endswith("~") else period


def is_plain(date: str) -> bool:
    """Whether a date is a year, a month or a day, as every format has it."""
    return bool(re.fullmatch(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d{2})?)?", date))


def parts_of(date: str) -> list[list[int]]:
    """The numbers of a date, or of the two dates of a range; ``[0]`` is an open end."""
    ends = (end.rstrip("~") for end in date.split("/"))
    return [[0] if end == ".." else [int(part) for part in end.split("-")] for end in ends]
