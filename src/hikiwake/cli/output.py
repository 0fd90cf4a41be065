"""What commands print: one JSON value, or a table for the terminal."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, NoReturn

import typer

from hikiwake.wording.tables import UNSEEN

if TYPE_CHECKING:
    from rich.console import Console

    from hikiwake.errors import Found

LONGEST_MESSAGE = 20_000
LONGEST_WORD = 12  # letters of a word that no column of a table breaks


def safe(text: str) -> str:
    """A text as it may reach a terminal: what controls it or turns its direction stands as numbers.

    >>> safe("red \\x1b[31m")
    'red \\\\x1b[31m'
    """
    return UNSEEN.sub(lambda match: ascii(match.group())[1:-1], text)


def shown(text: str) -> str:
    """A message as it may reach a terminal: safe, and not endlessly long."""
    return safe(text if len(text) <= LONGEST_MESSAGE else f"{text[:LONGEST_MESSAGE]} ...")


def say(text: object, *, err: bool = False, nl: bool = True) -> None:
    """Print a text as it may reach a terminal, on standard output or on standard error."""
    typer.echo(safe(str(text)), err=err, nl=nl)


def say_lines(lines: Iterable[str]) -> None:
    """Print sentences, one a line."""
    for line in lines:
        say(line)


def print_rows(rows: Sequence[dict[str, Any]], columns: Sequence[str], *, as_json: bool) -> None:
    """Print rows as one JSON value, or some of their columns as a table."""
    if as_json:
        print_json(rows)
    else:
        print_table(rows, columns)


def print_json(value: Any) -> None:
    """Print one JSON value to standard output, in UTF-8 whatever the terminal's own encoding is."""
    sys.stdout.buffer.write(json_text(value).encode("utf-8"))
    sys.stdout.flush()


def json_text(value: Any) -> str:
    """One JSON value as text, with a line end."""
    text = json.dumps(value, ensure_ascii=False, indent=1)
    return UNSEEN.sub(lambda match: f"\\u{ord(match.group()):04x}", text) + "\n"


def refuse(kind: str, message: str, faults: Iterable[Found] = (), *, as_json: bool) -> NoReturn:
    """Say on standard error why nothing was done, as words or as one JSON object, and end with exit code 2."""
    said = {"error": {"kind": kind, "message": shown(message), "faults": list(faults)}}
    sys.stderr.write(json_text(said) if as_json else f"hikiwake: {shown(message)}\n")
    raise SystemExit(2)


def print_table(rows: Sequence[dict[str, Any]], columns: Sequence[str]) -> None:
    """Print some columns of the rows as a table, and how many rows there are; where it is too narrow, row by row."""
    from rich.console import Console

    cells = [[safe(cell_text(row[column])) for column in columns] for row in rows]
    console = Console()
    least = _least(cells, columns)
    if _fits(least, columns, console.width):
        _print_grid(console, cells, columns, least)
    else:
        _print_records(console, cells, columns)
    console.print(f"{len(rows)} row" + ("" if len(rows) == 1 else "s"))


def _least(cells: Sequence[Sequence[str]], columns: Sequence[str]) -> list[int]:
    """The width that each column needs: an id whole, else its longest word of at most twelve letters."""

    def longest(column: str, texts: Sequence[str]) -> int:
        words = (
            texts if column == "id" else [each for text in texts for each in text.split() if len(each) <= LONGEST_WORD]
        )
        return max(map(len, words), default=1)

    return [longest(column, [column, *(row[place] for row in cells)]) for place, column in enumerate(columns)]


def _fits(least: Sequence[int], columns: Sequence[str], width: int) -> bool:
    """Whether a table has room for its columns and the lines between them, and ids do not take half of it."""
    ids = sum(needed for needed, column in zip(least, columns, strict=True) if column == "id")
    return sum(least) + 3 * (len(least) - 1) <= width and (len(columns) == 1 or 2 * ids < width)


def _print_grid(console: Console, cells: Sequence[Sequence[str]], columns: Sequence[str], least: Sequence[int]) -> None:
    """A table whose ids stand on one line."""
    from rich.table import Table
    from rich.text import Text

    table = Table(show_edge=False, pad_edge=False)
    widths = _widths(cells, columns, least, console.width - 3 * (len(columns) - 1))
    for column, width in zip(columns, widths, strict=True):
        table.add_column(column, overflow="fold", no_wrap=column == "id", width=width)
    for row in cells:
        table.add_row(*map(Text, row))
    console.print(table)


def _widths(cells: Sequence[Sequence[str]], columns: Sequence[str], least: Sequence[int], room: int) -> list[int]:
    """The widths of the columns: what each needs, and of the room that is left what each could use in proportion."""
    whole = [max(map(len, (column, *(row[place] for row in cells)))) for place, column in enumerate(columns)]
    wanted = [max(most - needed, 0) for most, needed in zip(whole, least, strict=True)]
    left, sought = room - sum(least), max(sum(wanted), 1)
    return [needed + min(more, left * more // sought) for needed, more in zip(least, wanted, strict=True)]


def _print_records(console: Console, cells: Sequence[Sequence[str]], columns: Sequence[str]) -> None:
    """Each row as a few lines: its id, then every other cell that holds something, behind its name."""
    from rich.padding import Padding
    from rich.text import Text

    for row in cells:
        told = dict(zip(columns, row, strict=True))
        console.print(Text(told.pop("id", ""), style="bold"), soft_wrap=True)
        pairs = [Text.assemble((name, "dim"), " ", value) for name, value in told.items() if value]
        console.print(Padding(Text(" · ").join(pairs), (0, 0, 0, 2), expand=False))


def cell_text(value: Any) -> str:
    """A value of a record as words for a table cell.

    >>> cell_text({"start": "1956-10-01", "end": "1956-10-31", "precision": "month", "basis": "stated"})
    '1956-10'
    """
    if isinstance(value, dict):
        return _period(value) if "precision" in value else str(value.get("name", ""))
    if isinstance(value, list):
        if value and isinstance(value[0], dict) and "name" not in value[0]:
            return str(len(value))
        return ", ".join(cell_text(item) for item in value)
    return "" if value is None else str(value)


def _period(period: dict[str, Any]) -> str:
    start, end = period["start"], period["end"]
    if end is None:
        return f"{start} on"
    cut = {"day": 10, "month": 7, "year": 4}.get(period["precision"])
    return start[:cut] if cut else f"{start} to {end}"
