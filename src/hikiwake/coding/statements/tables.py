"""Tables in a text: lines with bars, tabs, or columns set apart by spaces, as cells with their places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

LONGEST_LINE = 600  # characters; a longer line is no row
LONGEST_ANSWER = 50  # characters; a longer line with a share at its end is prose
LEAST_ROWS = 2  # rows with numbers that make a table
_SIGNS = ("|", "\t", "  ", "\u3000")  # what stands between cells
_LINE = re.compile(r"[^\n\r]+")
_BETWEEN = re.compile(r"\s*\|\s*|\t+|\s{2,}|\u3000+|\s+(?=\d{1,3}(?:[.,]\d+)?\s?%\s*$)")
_RULE = re.compile(r"[\s|:+=–—-]+$")
_VALUE = re.compile(
    r"\(?[<>~]?\s?\d{1,3}(?:[ ,]?\d{3})*(?:[.,]\d+)?\s?%?\)?(?:\s?\([\d.,%]+\))?$|[-–—]$|n/?a$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its text and its place."""

    text: str
    start: int
    end: int

    @property
    def is_value(self) -> bool:
        """Whether it holds a number, or the sign that there is none."""
        return _VALUE.match(self.text) is not None


@dataclass(frozen=True, slots=True)
class Table:
    """A table: the line above it, its head, and its rows, each with its name first."""

    start: int
    end: int
    caption: str
    head: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]


def tables(text: str) -> list[Table]:
    """The tables of a text in order.

    >>> text = "Support, %\\n| | 2001 | 2005 |\\n|---|---|---|\\n| Yes | 40 | 45 |\\n| No | 60 | 55 |"
    >>> [len(table.rows) for table in tables(text)]
    [2]
    """
    return [table for lines in _runs(text) if (table := _table(text, lines))]


def _runs(text: str) -> Iterator[list[tuple[int, int]]]:
    """Lines of several cells that follow each other."""
    run: list[tuple[int, int]] = []
    for line in _LINE.finditer(text):
        start, end = line.span()
        if _may_be_row(text, start, end) and (not run or text.count("\n", run[-1][1], start) <= 2):
            run.append((start, end))
            continue
        if len(run) >= LEAST_ROWS:
            yield run
        run = []
    if len(run) >= LEAST_ROWS:
        yield run


def _may_be_row(text: str, start: int, end: int) -> bool:
    """Whether a line has several cells, or is the rule between head and body."""
    if end - start > LONGEST_LINE:
        return False
    line = text[start:end]
    return any(sign in line for sign in _SIGNS) or line.rstrip().endswith("%") or _RULE.match(line) is not None


def _table(text: str, lines: list[tuple[int, int]]) -> Table | None:
    """The table of some lines, if enough of them are rows with numbers."""
    rows = [_cells(text, *line) for line in lines if not _RULE.match(text, *line)]
    rows = [row for row in rows if len(row) > 1]
    first = next((number for number, row in enumerate(rows) if _holds_values(row)), None)
    if first == 0 and len(rows) > 1 and all(re.fullmatch(r"(?:19|20)\d\d", cell.text) for cell in rows[0][1:]):
        first = 1
    if first is None or (first == 0 and not _is_list(rows)):
        return None
    body = [row for row in rows[first:] if _holds_values(row)]
    if len(body) < LEAST_ROWS:
        return None
    head = tuple(rows[first - 1]) if first else ()
    return Table(lines[0][0], lines[-1][1], _caption(text, lines[0][0]), head, tuple(map(tuple, body)))


def _is_list(rows: list[list[Cell]]) -> bool:
    """Whether each row is an answer with its share, so that no head is needed."""
    return all(len(row) == 2 and len(row[0].text) <= LONGEST_ANSWER and row[1].text.endswith("%") for row in rows)


def _cells(text: str, start: int, end: int) -> list[Cell]:
    """The cells of a line; of one with bars also those that are empty, but for those outside the bars."""
    found, place = [], start
    bars = text[start:end].strip().startswith("|")
    for gap in [*_BETWEEN.finditer(text, start, end), None]:
        last = gap.start() if gap else end
        words = text[place:last].strip()
        if words or (bars and place > start and gap):
            found.append(Cell(words, place, last))
        place = gap.end() if gap else end
    return found


def _holds_values(row: list[Cell]) -> bool:
    values = [cell for cell in row[1:] if cell.is_value]
    return (
        not row[0].is_value
        and bool(values)
        and len(values) * 2 >= len(row) - 1
        and any(re.search(r"\d", v.text) for v in values)
    )


def _caption(text: str, start: int) -> str:
    """The line above a table, where it is short."""
    above = text[max(0, start - 300) : start].rstrip().rsplit("\n", 1)[-1].strip(" #*_")
    return above if 0 < len(above) < 200 and not _BETWEEN.search(above.strip()) else ""
