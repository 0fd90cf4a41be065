"""Where in a TOML file a key stands: the reader of the standard library does not say, so the text is searched."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hikiwake.conflict.checks import Place

_HEADER = re.compile(r"^\s*(\[{1,2})([^\[\]]+)\]{1,2}\s*(?:#.*)?$")
_PART = re.compile(r"\"[^\"]*\"|'[^']*'|[^.\s]+")


def line_of(text: str, place: Place) -> int | None:
    """The line (from 1) on which the thing at a place is written, as near as can be told; None if not found.

    >>> file = '[preferences.Row]\\nstatements = [\\n{ says = "a" },\\n{ says = "b" },\\n]'
    >>> line_of(file, ("preferences", "Row", "statements", 1, "says"))
    4
    """
    lines = text.splitlines()
    rows = [row for row, line in enumerate(lines) if _HEADER.match(line)] + [len(lines)]
    covering = [(len(address), row) for row, address in _sections(lines) if place[: len(address)] == address]
    if not covering:
        return _inside(lines, 0, rows[0], place)
    depth, start = max(covering)
    end = next(row for row in rows if row > start)
    return _inside(lines, start + 1, end, place[depth:]) or start + 1


def _sections(lines: list[str]) -> Iterator[tuple[int, Place]]:
    """Every header with the place it opens; a repeated ``[[header]]`` is counted from 0."""
    count: dict[tuple[str, ...], int] = {}
    for row, line in enumerate(lines):
        if match := _HEADER.match(line):
            path = tuple(part.strip("\"'") for part in _PART.findall(match[2]))
            if match[1] == "[[":
                count[path] = count.get(path, -1) + 1
            address: list[str | int] = []
            for length, part in enumerate(path, start=1):
                address.append(part)
                if path[:length] in count:
                    address.append(count[path[:length]])
            yield row, tuple(address)


def _inside(lines: list[str], start: int, end: int, rest: Place) -> int | None:
    """The line within one section: the first key of the rest, then the numbered repetition of the key under it."""
    keys = [part for part in rest if isinstance(part, str)]
    line = _key(lines, start, end, keys[0], 0) if keys else None
    number = next((part for part in rest if isinstance(part, int)), None)
    if line is None or number is None or len(keys) < 2:
        return line
    return _key(lines, line - 1, end, keys[1], number) or line


def _key(lines: list[str], start: int, end: int, key: str, number: int) -> int | None:
    """The line of the repetition of ``key =`` with this number, from 0."""
    found = -1
    for row in range(start, end):
        found += len(re.findall(rf"(?<![\w-])[\"']?{re.escape(key)}[\"']?\s*=", lines[row]))
        if found >= number:
            return row + 1
    return None
