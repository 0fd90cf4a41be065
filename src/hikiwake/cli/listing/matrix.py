"""A matrix of signs by era that fits the terminal: narrow columns, and several tables where eras are many."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from hikiwake.cli.output import console_for, print_drawn, safe

GAP = 1
LEAST_TITLE = 20

Row = Sequence[str]


def print_matrix(head: Sequence[str], parts: Sequence[tuple[str, Sequence[Row]]]) -> None:
    """Print a matrix in parts, each under a title of its own where it has one; a part without rows is left out.

    head: what the rows are, then the eras; of each row the first cell is its title
    """
    console = console_for()
    told = [(title, [[safe(cell) for cell in row] for row in rows]) for title, rows in parts if rows]
    for places in _blocks(head, [row for _, rows in told for row in rows], console.width):
        _print_block(console, head, told, places)


def _narrowest(head: Sequence[str], rows: Sequence[Row], place: int) -> int:
    """The width of an era's column: its name is broken behind hyphens."""
    return max(map(cell_len, [*re.split("(?<=-)", head[place]), *(row[place] for row in rows)]))


def _blocks(head: Sequence[str], rows: Sequence[Row], room: int) -> Iterator[dict[int, int]]:
    """The columns that stand beside each other, each with its width; as many as leave room for the titles."""
    block: dict[int, int] = {}
    for place in range(1, len(head)):
        needed = _narrowest(head, rows, place)
        if block and LEAST_TITLE + sum(block.values()) + needed + GAP * (len(block) + 1) > room:
            yield block
            block = {}
        block[place] = needed
    if block:
        yield block


def _print_block(
    console: Console, head: Sequence[str], parts: Sequence[tuple[str, Sequence[Row]]], widths: dict[int, int]
) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    titles = [each[0] for title, rows in parts for each in (*rows, [title])]
    longest = max(map(cell_len, (head[0], *titles)))
    room = console.width - sum(widths.values()) - GAP * len(widths)
    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=0)
    table.add_column(Text(head[0]), width=min(longest, room), overflow="fold")
    for place, width in widths.items():
        table.add_column(Text("\n".join(re.split("(?<=-)(?=.)", head[place]))), width=width, no_wrap=True)
    for title, rows in parts:
        if title:
            table.add_row(Text(title, style="dim italic"))
        for row in rows:
            table.add_row(Text(row[0]), *(Text(row[place]) for place in widths))
    print_drawn(console, table)
