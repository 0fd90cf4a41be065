"""The date of a CSL item: numbers in ``date-parts``, a season, words in ``raw`` or ``literal``, or EDTF."""

from __future__ import annotations

import re
from typing import Any

from hikiwake.documents.bibliography.dates import EXPECTED, dated, normal_date, parts_of
from hikiwake.documents.bibliography.faults import OddEntryError, short
from hikiwake.documents.bibliography.written_dates import month_number, read_date


def issued(date: str) -> dict[str, Any]:
    """A date in EDTF as CSL has it.

    >>> issued("2001-21"), issued("1995~/1997~")
    ({'date-parts': [[2001]], 'season': 1}, {'date-parts': [[1995], [1997]], 'circa': True})
    """
    parts = parts_of(date)
    about = {"circa": True} if "~" in date else {}
    if len(parts) == 1 and len(parts[0]) == 2 and parts[0][1] > 20:
        return {"date-parts": [[parts[0][0]]], "season": parts[0][1] - 20, **about}
    return {"date-parts": parts, **about}


def date_of(value: object) -> str:
    """The date of ``issued`` in EDTF. Raises ``OddEntryError``, with what stands there, for what is no date."""
    if isinstance(value, bool) or value in (None, "", {}, []):
        raise OddEntryError("no date (issued)", EXPECTED)
    try:
        found = _date(value)
    except OddEntryError as odd:
        raise OddEntryError(f"issued: {odd.found}", odd.expected) from odd
    if not found:
        raise OddEntryError(f"issued {_told(value)}", EXPECTED)
    return found


def _told(value: object) -> str:
    try:
        return short(value)
    except RecursionError:
        return "nested too deeply"


def _date(value: object) -> str | None:
    if isinstance(value, str | int):
        return read_date(str(value))
    if isinstance(value, list):
        return _parts(value)
    if not isinstance(value, dict):
        return None
    found = _parts(value["date-parts"]) if isinstance(value.get("date-parts"), list) else None
    if found:
        return _completed(found, value)
    for name in ("edtf", "raw", "literal"):
        if isinstance(value.get(name), str) and (found := read_date(value[name])):
            return found
    return None


def _completed(date: str, value: dict[str, Any]) -> str:
    """The date with its season, and marked where it is about right."""
    if re.fullmatch(r"\d{4}", date) and (season := _season(value.get("season"))):
        date = f"{date}-{season}"
    if value.get("circa") and "~" not in date:
        return "/".join(end if end == ".." else f"{end}~" for end in date.split("/"))
    return date


def _season(value: object) -> int | None:
    """21 to 24 for a season by its number or name."""
    text = str(value).removeprefix("season-") if isinstance(value, str | int) and not isinstance(value, bool) else ""
    number = int(text) if re.fullmatch(r"0?[1-4]|1[3-6]|2[1-4]", text) else month_number(text[:40]) or 0
    return {1: 21, 2: 22, 3: 23, 0: 24}[number % 4] if number in {1, 2, 3, 4, 21, 22, 23, 24} else _thirteen(number)


def _thirteen(number: int) -> int | None:
    return number + 8 if 13 <= number <= 16 else None


def _parts(value: list[Any]) -> str | None:
    """One date or two, as lists of numbers; a flat list is one date."""
    ends = [end for end in value if isinstance(end, list)] or [value]
    dates = [None if place and end in ([0], ["0"]) else _end(end) for place, end in enumerate(ends[:2])]
    if not dates or not dates[0]:
        return None
    if len(dates) == 1:
        return dates[0]
    return normal_date(f"{dates[0]}/{dates[1] or '..'}")


def _end(parts: list[Any]) -> str | None:
    numbers = [_number(part) for part in parts[:3] if part not in (None, "")]
    if not numbers:
        return None
    year, month, day = (*numbers, None, None)[:3]
    if year is None:
        return None
    if month is not None and 13 <= month <= 16:
        month += 8
    return dated(year, month or None, day or None if month and month <= 12 else None)


def _number(part: Any) -> int | None:
    if isinstance(part, bool):
        return None
    if isinstance(part, float) and part == part and abs(part) < 1e6 and part == int(part):
        return int(part)
    text = str(part) if isinstance(part, str | int | float) else ""
    if text.startswith("season"):
        return _season(text)
    if not re.fullmatch(r"\s*-?\d{1,9}\s*", text):
        raise OddEntryError(f"date-parts {short(text or ascii(part))}: the number is outside 0001 to 9999", EXPECTED)
    return int(text)
