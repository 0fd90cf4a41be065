"""What commands print: one JSON value, or a table for the terminal."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, NoReturn

import typer

from hikiwake.wording.tables import UNSEEN

if TYPE_CHECKING:
    from hikiwake.errors import Found

LONGEST_MESSAGE = 20_000


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
    """Print some columns of the rows as a table, and how many rows there are."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(show_edge=False, pad_edge=False)
    for column in columns:
        table.add_column(column, overflow="fold", no_wrap=column == "id")
    for row in rows:
        table.add_row(*(Text(safe(cell_text(row[column]))) for column in columns))
    console = Console()
    console.print(table)
    console.print(f"{len(rows)} row" + ("" if len(rows) == 1 else "s"))


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
