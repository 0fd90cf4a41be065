"""Where in a TOML file a key stands: the reader of the standard library does not say, so the text is searched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from hikiwake.conflict.model.faults import Place

_HEADER = re.compile(r"^\s*(\[{1,2})([A-Za-z][^\[\]]*)\]{1,2}\s*(?:#.*)?$")
_TEXT = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'[^']*'|#.*")
_BRACKET = re.compile(r"[\[\]{}]")
_PART = re.compile(r"\"[^\"]*\"|'[^']*'|[^.\s]+")


def line_of(text: str, place: Place) -> int | None:
    """The line (from 1) on which the thing at a place is written, as near as can be told; None if not found.

    >>> file = '[preferences.Row]\\nstatements = [\\n{ says = "a" },\\n{ says = "b" },\\n]'
    >>> line_of(file, ("preferences", "Row", "statements", 1, "says"))
    4
    """
    lines = text.splitlines()
    sections = list(_sections(lines))
    covering = [(len(address), row) for row, address in sections if place[: len(address)] == address]
    if not covering:
        within = next((row + 1 for row, address in sections if address[: len(place)] == place), None)
        return within or _inside(lines, 0, sections[0][0] if sections else len(lines), place)
    depth, start = max(covering)
    end = next((row for row, _ in sections if row > start), len(lines))
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
    """The line within one section: a key, then the entry of the list behind it, then the key inside that entry."""
    line = _key(lines, start, end, rest[0]) if rest else None
    if line is None or len(rest) < 2 or not isinstance(rest[1], int):
        return line
    entry = next(islice(_entries(lines, line - 1, end), rest[1], None), line)
    return (_key(lines, entry - 1, end, rest[2]) if len(rest) > 2 else None) or entry


def _entries(lines: list[str], start: int, end: int) -> Iterator[int]:
    """The line on which each list or table inside the first list begins."""
    depth = 0
    for row in range(start, end):
        for bracket in _BRACKET.findall(_TEXT.sub("", lines[row])):
            depth += 1 if bracket in "[{" else -1
            if depth == 2 and bracket in "[{":
                yield row + 1
            if depth == 0:
                return


def _key(lines: list[str], start: int, end: int, key: str | int) -> int | None:
    """The first line that gives the key a value."""
    given = re.compile(rf"(?<![\w-])[\"']?{re.escape(str(key))}[\"']?\s*=")
    return next((row + 1 for row in range(start, end) if given.search(lines[row])), None)
