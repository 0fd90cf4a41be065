"""Survey tables to claims: a cell is a claim with its table, the group that was asked, and the answer it counts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from hikiwake.coding.statements.tables import Cell, Table
from hikiwake.coding.times.stretches import year
from hikiwake.periods import Period

LONGEST_TITLE = 60  # characters of a caption in a cell
_ANSWER = re.compile(
    r"\b(?:yes|no|agree|disagree|support|oppose|favou?r|against|don[’']?t\s+know|undecided|approve|disapprove|good|bad|trust|distrust"
    r"|positive|negative|important|satisfied|dissatisfied|for|other|neither|refused|no\s+answer)\b",
    re.IGNORECASE,
)
_PERCENT = re.compile(r"%|per\s?cent\b|share\b|proportion\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class SurveyCell:
    """A cell of a table as a claim."""

    start: int
    end: int
    table: str
    group: str
    answer: str
    value: str
    unit: str
    period: Period | None

    @property
    def summary(self) -> str:
        """The claim in plain words."""
        return f"{self.table or 'table'}: {self.group}, {self.answer} = {self.value} {self.unit}".strip()


def survey_cells(table: Table) -> Iterator[SurveyCell]:
    """The cells of a table that hold numbers, row by row."""
    swapped = sum(bool(_ANSWER.search(cell.text)) for cell in table.head) > sum(
        bool(_ANSWER.search(row[0].text)) for row in table.rows
    )
    whole = " ".join(
        [table.caption, *(cell.text for cell in table.head), *(cell.text for row in table.rows for cell in row[1:])]
    )
    unit = "percent" if _PERCENT.search(whole) or _sums_to_hundred(table) else ""
    for row in table.rows:
        for number, cell in enumerate(row[1:], 1):
            if value := _value(cell):
                column = _column(table, row, number)
                group, answer = (row[0].text, column) if swapped else (column, row[0].text)
                period = _period(column, row[0].text, table.caption)
                title = table.caption[:LONGEST_TITLE].strip()
                yield SurveyCell(row[0].start, cell.end, title, group, answer, value, unit, period)


def _column(table: Table, row: tuple[Cell, ...], number: int) -> str:
    """The head of a column; where the head lacks its first cell the names stand one further left."""
    place = number - (len(row) - len(table.head))
    return table.head[place].text if 0 <= place < len(table.head) else ""


def _value(cell: Cell) -> str:
    match = re.search(r"\d[\d ,.]*", cell.text) if cell.is_value else None
    return re.sub(r"[ ,](?=\d{3}\b)", "", match.group().strip()).replace(",", ".") if match else ""


def _sums_to_hundred(table: Table) -> bool:
    """Whether a column's numbers add up to a hundred, as shares of one whole do."""
    try:
        total = sum(float(_value(row[1])) for row in table.rows if _value(row[1]))
    except ValueError:
        return False
    return 99 <= total <= 101


def _period(*texts: str) -> Period | None:
    found = next((match.group() for match in map(_YEAR.search, texts) if match), None)
    return year(int(found)) if found else None
