"""A table as text: cells separated by commas, semicolons or tabs, as RFC 4180 quotes them.

The same reading serves the case that is loaded and the file that is mended in place.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Collection, Iterator

from hikiwake.storage.incoming import UnreadError

SEPARATORS = ",;\t"
MOST_ROWS = 50_000  # of one table
_QUOTING = "quoting as in RFC 4180: quotes inside a cell are doubled"
_MENDS = {"field": "cells of at most 131,072 characters"}
SAID = re.compile(r"sep=[,;\t]\r?\n", re.IGNORECASE)  # the line in which a spreadsheet names its separator


def separator_of(text: str, headers: Collection[str]) -> str:
    """The separator under which most of the known headers stand in the first line that says something."""
    first = next((line for line in beginning(text) if line.strip(SEPARATORS + " \r\n")), "")
    cells = {each: re.split(each, first.replace('"', "")) for each in SEPARATORS}
    return max(SEPARATORS, key=lambda each: len({cell.strip().casefold() for cell in cells[each]} & {*headers}))


def beginning(text: str) -> Iterator[str]:
    """The lines of a text, one after another."""
    return (match.group() for match in re.finditer(r"[^\n]*\n|[^\n]+", text))


def separated(text: str, headers: Collection[str]) -> Iterator[tuple[int, list[str]]]:
    """The rows of a text with the line each begins in, blank ones included. Raises ``UnreadError`` for no table."""
    if "\x00" in text:
        raise UnreadError("\x00", "text without NUL", text.count("\n", 0, text.index("\x00")) + 1)
    if (lines := text.count("\n")) > MOST_ROWS:
        raise UnreadError(f"{lines:,} lines", f"at most {MOST_ROWS:,}; split the case")
    said = SAID.match(text)
    source = io.StringIO(text[said.end() :] if said else text, newline="")
    before = 1 if said else 0
    rows, line = csv.reader(source, strict=True, delimiter=separator_of(source.getvalue(), headers)), 1 + before
    try:
        for cells in rows:
            yield line, cells
            line = rows.line_num + 1 + before
    except csv.Error as error:
        raise UnreadError(str(error), _MENDS.get(str(error)[:5], _QUOTING), line) from error
