"""A listing as text for other programs: comma- or tab-separated, or a table in Markdown; the first line names columns.

In the form for spreadsheets, with commas, a cell that one would take for a formula begins with an apostrophe, as in a
case folder.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from hikiwake.dossier.folder.cells import escape
from hikiwake.wording.tables import harmless, in_markdown


def as_csv(columns: Sequence[str], cells: Iterable[Sequence[str]]) -> str:
    """Rows with commas between, quoted where they must be.

    >>> as_csv(["a", "b"], [["x, y", "=1+1"]])
    'a,b\\n"x, y",\\'=1+1\\n'
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([escape(_line(cell)) for cell in row] for row in cells)
    return text.getvalue()


def as_tsv(columns: Sequence[str], cells: Iterable[Sequence[str]]) -> str:
    """Rows with tabs between, one a line; a tab or a line end inside a cell is a space, and all else stays as it is.

    >>> as_tsv(["a", "b"], [["x\\ty", "-N"]])
    'a\\tb\\nx y\\t-N\\n'
    """
    rows = [columns, *([_line(cell) for cell in row] for row in cells)]
    return "".join("\t".join(row) + "\n" for row in rows)


def as_markdown(columns: Sequence[str], cells: Iterable[Sequence[str]]) -> str:
    """A table as Markdown has it.

    >>> print(as_markdown(["a", "b"], [["x|y", "z"]]), end="")
    | a | b |
    | --- | --- |
    | x\\|y | z |
    """
    rows = [columns, ["---"] * len(columns), *([in_markdown(_line(cell)) for cell in row] for row in cells)]
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def _line(text: str) -> str:
    """A cell in one line, without signs that control a terminal."""
    return harmless(" ".join(text.split()))
