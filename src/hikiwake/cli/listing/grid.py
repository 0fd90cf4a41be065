"""A table that fits the terminal: where it is too wide, columns are left out before a word is broken.

An id that would take more than a quarter of the width stands under the longest text of its row. Where even two columns
have no room, each row is told in a few lines.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from hikiwake.cli.output import console_for, print_drawn

GAP = 2
LONGEST_WORD = 30  # of what no column breaks
LEAST_TEXT = 24  # columns for the longest text of a row
NARROW = 2  # a column of signs is never left out
ID = "id"


@dataclass(frozen=True, slots=True)
class Layout:
    """Which columns of a table are shown how wide; under which the id stands, if under any; what is left out."""

    places: tuple[int, ...]
    widths: tuple[int, ...]
    under: int | None
    left_out: tuple[str, ...]


def print_grid(columns: Sequence[str], cells: Sequence[Sequence[str]], spare: Sequence[str] = ()) -> tuple[str, ...]:
    """Print a table; gives the names of the columns that had no room.

    cells: row by row, safe for a terminal; spare: the columns that are left out first, in this order
    """
    console = console_for()
    layout = layout_of(columns, cells, spare, console.width)
    if layout is None:
        _print_records(console, columns, cells)
        return ()
    _print_table(console, columns, cells, layout)
    return layout.left_out


def layout_of(columns: Sequence[str], cells: Sequence[Sequence[str]], spare: Sequence[str], room: int) -> Layout | None:
    """How the columns share the room; ``None`` where not even two of them, or the one that there is, find any.

    >>> layout_of(["era", "why"], [["1995", "nothing is shared"]], [], 20)
    Layout(places=(0, 1), widths=(4, 14), under=None, left_out=())
    >>> layout_of(["era", "why"], [["1995", "nothing is shared"]], ["why"], 9) is None
    True
    """
    every = [[column, *(row[place] for row in cells)] for place, column in enumerate(columns)]
    whole = [max(map(cell_len, texts)) for texts in every]
    word = [whole[place] if column == ID else min(whole[place], _longest_word(every[place]))
            for place, column in enumerate(columns)]  # fmt: skip
    texts = [place for place, column in enumerate(columns) if column != ID] or [0]
    main = max(texts, key=lambda place: (whole[place], -place))
    shown, under = list(range(len(columns))), None
    own = columns.index(ID) if ID in columns else main
    if own != main and 4 * whole[own] > room:
        under = main
        whole[main], word[main] = (max(each[main], whole[own]) for each in (whole, word))
        shown.remove(own)
    least = [max(needed, min(whole[place], LEAST_TEXT)) if place == main else needed
             for place, needed in enumerate(word)]  # fmt: skip
    gone = _left_out(columns, shown, main, least, spare, room)
    shown = [place for place in shown if place not in gone]
    least = least if _needed(least, shown) <= room else word
    if _needed(least, shown) > room or len(shown) + (under is not None) < min(2, len(columns)):
        return None
    return Layout(tuple(shown), _widths(least, whole, shown, room), under, tuple(columns[place] for place in gone))


def _longest_word(texts: Sequence[str]) -> int:
    words = (cell_len(word) for text in texts for word in text.split())
    return max((min(length, LONGEST_WORD) for length in words), default=1)


def _needed(least: Sequence[int], shown: Sequence[int]) -> int:
    return sum(least[place] for place in shown) + GAP * (len(shown) - 1)


def _left_out(
    columns: Sequence[str], shown: Sequence[int], main: int, least: Sequence[int], spare: Sequence[str], room: int
) -> list[int]:
    """The places of the columns that go until the others fit: the spare ones first, then from the right."""
    kept = {main, shown[0], *(place for place in shown if columns[place] == ID or least[place] <= NARROW)}
    wanted = [columns.index(name) for name in spare if name in columns]
    turn = [place for place in (*wanted, *reversed(shown)) if place in shown and place not in kept]
    gone: list[int] = []
    for place in dict.fromkeys(turn):
        if _needed(least, [each for each in shown if each not in gone]) <= room:
            break
        gone.append(place)
    return sorted(gone)


def _widths(least: Sequence[int], whole: Sequence[int], shown: Sequence[int], room: int) -> tuple[int, ...]:
    """What each column needs, and of the room that is left what each could use in proportion."""
    wanted = [max(whole[place] - least[place], 0) for place in shown]
    left, sought = room - _needed(least, shown), max(sum(wanted), 1)
    return tuple(least[place] + min(more, left * more // sought) for place, more in zip(shown, wanted, strict=True))


def _print_table(console: Console, columns: Sequence[str], cells: Sequence[Sequence[str]], layout: Layout) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, GAP - 1, 0, 0))
    for place, width in zip(layout.places, layout.widths, strict=True):
        table.add_column(Text(columns[place]), overflow="fold", width=width)
    for row in cells:
        table.add_row(*_texts(columns, row, layout))
    print_drawn(console, table)


def _texts(columns: Sequence[str], row: Sequence[str], layout: Layout) -> Iterator[Text]:
    for place in layout.places:
        if place == layout.under and (id_ := row[columns.index(ID)]):
            yield Text.assemble(row[place], "\n" if row[place] else "", (id_, "dim"))
        else:
            yield Text(row[place])


def _print_records(console: Console, columns: Sequence[str], cells: Sequence[Sequence[str]]) -> None:
    """Each row as a few lines: its id, then every other cell that holds something, behind its name."""
    from rich.padding import Padding

    for row in cells:
        told = dict(zip(columns, row, strict=True))
        if id_ := told.pop(ID, ""):
            print_drawn(console, Text(id_, style="bold"), soft_wrap=True)
        pairs = [Text.assemble((name, "dim"), " ", value) for name, value in told.items() if value]
        print_drawn(console, Padding(Text(" · ").join(pairs), (0, 0, 0, 2), expand=False))
