"""What is asked of a listing: in which form, and how many rows. On a terminal a table, in a pipe tab-separated rows."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from typing import Annotated, Any

import typer

from hikiwake.cli.listing.cells import cell_text
from hikiwake.cli.listing.options import Command, taking
from hikiwake.cli.output import print_json, print_text, safe, say_dim, streamed
from hikiwake.wording.terminal.listings import rows_shown

Row = dict[str, Any]
BATCH = 10_000  # rows that are written together where there are very many


class Format(StrEnum):
    """The forms of a listing."""

    TABLE = "table"
    CSV = "csv"
    TSV = "tsv"
    JSON = "json"
    MD = "md"


HEADS = {"comparator": ""}  # what stands over a column on the terminal, where it is not its name
FORMAT_HELP = "table, csv, tsv, json or md (Markdown); else a table on a terminal, and tsv in a pipe or a file."
LIMIT = Annotated[int | None, typer.Option("--limit", min=1, help="At most so many rows.")]
AS_JSON = Annotated[bool, typer.Option("--json", help="The same as --format json.")]
OPTIONS: dict[str, tuple[Any, Any]] = {
    "limit": (LIMIT, None),
    "form": (Annotated[Format | None, typer.Option("--format", metavar="FORM", help=FORMAT_HELP)], None),
    "as_json": (AS_JSON, False),
}


@dataclass(frozen=True, slots=True)
class Listing:
    """A form, and how many rows at most, ``None`` for all; ``given`` says whether the form was asked for."""

    form: Format
    limit: int | None = None
    given: bool = False

    @property
    def is_table(self) -> bool:
        """Whether it is for a reader, not for a program."""
        return self.form is Format.TABLE

    @property
    def is_json(self) -> bool:
        """Whether it is one JSON value."""
        return self.form is Format.JSON

    def some(self, rows: Sequence[Any]) -> Sequence[Any]:
        """The first rows, as many as are asked for."""
        return rows[: self.limit]

    def written(self, rows: Sequence[Row], columns: Sequence[str], value: Callable[[], Any] | None = None) -> bool:
        """Write rows in a form for programs, where one is asked for; whether it was.

        value: makes the JSON value, where that is not the rows
        """
        if self.is_table:
            return False
        if self.form is Format.JSON:
            told = rows if value is None else value()
            print_json(self.some(told) if isinstance(told, list) else told)
            return True
        print_text(self._text(self.some(rows), columns))
        return True

    def stream(self, rows: Iterable[Row], columns: Sequence[str], about: Row) -> bool:
        """Write very many rows as ``written`` does, some at a time; JSON is an object, ``about`` and then its rows."""
        if self.is_table:
            return False
        if self.is_json:
            for text in streamed(about, rows):
                print_text(text)
            return True
        left = iter(rows)
        print_text(self._text(list(islice(left, BATCH)), columns))
        head = len(self._text([], columns))
        while batch := list(islice(left, BATCH)):
            print_text(self._text(batch, columns)[head:])
        return True

    def _text(self, rows: Sequence[Row], columns: Sequence[str]) -> str:
        from hikiwake.cli.listing import plain

        forms = {Format.CSV: plain.as_csv, Format.TSV: plain.as_tsv, Format.MD: plain.as_markdown}
        return forms[self.form](columns, _cells(rows, columns))

    def show(self, rows: Sequence[Row], columns: Sequence[str], spare: Sequence[str] = ()) -> None:
        """Print rows in the form that is asked for; a table ends with how many there are, and what had no room.

        spare: the columns that a table leaves out first, in this order
        """
        if not self.written(rows, columns):
            chosen = self.some(rows)
            say_dim(rows_shown(len(chosen), len(rows), _draw(chosen, columns, spare)))

    def print_some(self, rows: Sequence[Row], columns: Sequence[str], most: int, of: int | None = None) -> None:
        """Print a table among sentences: at most ``most`` rows where no limit is given; what is not there is told.

        of: how many rows there are, where those that are given are the first of them
        """
        chosen = rows[: self.limit or most]
        left_out, every = _draw(chosen, columns, ()), of or len(rows)
        if left_out or len(chosen) < every:
            say_dim(rows_shown(len(chosen), every, left_out))


def _draw(rows: Sequence[Row], columns: Sequence[str], spare: Sequence[str]) -> tuple[str, ...]:
    """Draw a table; gives the names of the columns that had no room."""
    from hikiwake.cli.listing.grid import print_grid

    cells = [[safe(" ".join(cell.split())) for cell in row] for row in _cells(rows, columns)]
    return print_grid([HEADS.get(column, column) for column in columns], cells, spare) if cells else ()


def asked(limit: int | None, form: Format | None, as_json: bool) -> Listing:
    """What the options ask for. Raises ``typer.BadParameter`` for two forms at once."""
    if as_json and form not in (None, Format.JSON):
        raise typer.BadParameter(f"--json and --format {form}: give one of them")
    plain = Format.TABLE if sys.stdout.isatty() else Format.TSV
    return Listing(Format.JSON if as_json else form or plain, limit, given=as_json or form is not None)


def as_listing(command: Command) -> Command:
    """A command with ``--limit``, ``--format`` and ``--json`` in place of its argument ``listing``."""
    return taking(command, "listing", OPTIONS, asked)


def rows_of(head: Sequence[str], cells: Iterable[Iterable[object]]) -> tuple[list[str], list[Row]]:
    """The names of columns and the rows of a table whose second column, the letters of a state, has no name.

    >>> rows_of(["state", "", "Nash"], [[1, "NN", "yes"]])
    (['number', 'state', 'Nash'], [{'number': 1, 'state': 'NN', 'Nash': 'yes'}])
    """
    names = list(head)
    if "" in names:
        place = names.index("")
        names[place - 1 : place + 1] = ["number", "state"]
    return names, [dict(zip(names, row, strict=True)) for row in cells]


def _cells(rows: Sequence[Row], columns: Sequence[str]) -> list[list[str]]:
    return [[cell_text(row[column]) for column in columns] for row in rows]
