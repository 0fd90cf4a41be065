"""Which form of a layout a table has: told by its first lines, before anything is taken in.

A table with a header fits a form where it has the columns that the fields need and most of the others; their order is
that of the table. One without fits where it has as many columns and their values are of the types of the form's.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from hikiwake.relation.importing.columns import published
from hikiwake.relation.importing.faults import ImportingError
from hikiwake.vocabulary.layouts import Form, layout, layout_names

SEPARATORS = ("\t", ",", ";", "|")
MOST_SAID = 6  # names of columns in a message
LINES = 20  # that are looked at
_SHARE = 0.8  # of the columns of a form that a header must have
_TYPED = {
    "integer": re.compile(r"-?\d*(\.0*)?"),
    "number": re.compile(r"-?(\d*\.?\d+([eE][-+]?\d+)?)?"),
    "day": re.compile(r"\d{8}|\d{4}-\d{2}-\d{2}|\d{10,14}"),
    "date": re.compile(r".*\d.*|"),
}


@dataclass(frozen=True, slots=True)
class Shape:
    """How a table is to be read: its form and separator, the names of its columns in order, whether it has a header."""

    form: Form
    separator: str
    names: tuple[str, ...]
    has_header: bool

    @property
    def unknown(self) -> tuple[str, ...]:
        """Columns of the table that the form does not know; they are kept."""
        return tuple(name for name in self.names if name not in self.form.columns and not self.form.open)

    @property
    def absent(self) -> tuple[str, ...]:
        """Columns of the form that the table does not have."""
        return tuple(name for name in self.form.columns if name not in self.names)


def shape_of(head: bytes, forms: Sequence[Form], where: str) -> Shape:
    """The shape of a table that begins with some bytes. Raises ``ImportingError`` where it has none of the forms.

    >>> shape_of(b"source,event,target,date\\na,b,c,2014-01-01\\n", layout("icews-reduced"), "x.csv").separator
    ','
    """
    lines = _lines(head, forms[0].encoding)
    if not lines:
        raise ImportingError(f"{where}: holds no rows")
    for form in forms:
        if found := _shaped(lines, form):
            return found
    raise ImportingError(_told(lines, forms, where))


def fitting(head: bytes, encoding: str = "utf-8") -> tuple[str, ...]:
    """The layouts whose form a table may have.

    >>> fitting(b"source,event,target,date\\n")
    ('icews-reduced',)
    """
    lines = _lines(head, encoding)
    return tuple(name for name in layout_names() if any(_shaped(lines, form) for form in layout(name) if form.columns))


def _lines(head: bytes, encoding: str) -> list[str]:
    """The first lines that are not blank; the last one is left out where it may not be whole."""
    text = head.removeprefix(b"\xef\xbb\xbf").decode(encoding, "replace")
    lines = text.split("\n")
    whole = lines if len(lines) == 1 or len(text) < 1 << 16 else lines[:-1]
    return [line.rstrip("\r") for line in whole if line.strip("\r ")][:LINES]


def _split(line: str, separator: str, quote: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=separator, quotechar=quote or None, quoting=_quoting(quote)), [])
    except csv.Error:
        return line.split(separator)


def _quoting(quote: str) -> Literal[0, 3]:
    return csv.QUOTE_MINIMAL if quote else csv.QUOTE_NONE


def _shaped(lines: Sequence[str], form: Form) -> Shape | None:
    """The shape of a table in a form, or nothing."""
    if form.kind != "table" or not lines:
        return None
    for separator in dict.fromkeys((form.separator, *SEPARATORS)):
        cells = _split(lines[0], separator, form.quote)
        names = names_of(cells, form, _split(lines[1], separator, form.quote) if len(lines) > 1 else [])
        if form.header != "no" and _is_header(names, form):
            return Shape(form, separator, names, has_header=True)
        if form.header != "yes" and len(cells) == len(form.columns) and _typed(lines, separator, form):
            return Shape(form, separator, tuple(form.columns), has_header=False)
    return None


def names_of(cells: Iterable[str], form: Form, row: Sequence[str] = ()) -> tuple[str, ...]:
    """The names of columns as a form has them; a name that is not there, or there twice, gets a number.

    ``row`` are the fields of the first row: surplus names of a header are left out where the row has fewer fields.

    >>> names_of(["", "a", "a"], layout("plain")[0])
    ('column_1', 'a', 'a_2')
    """
    known = {_plain(name): name for name in form.columns} | {_plain(old): new for old, new in form.renamed.items()}
    told = [cell.strip() for cell in cells]
    if row and len(row) < len(told):
        told = [name for name in told if name not in form.surplus]
    while told and not told[-1] and row and len(row) < len(told):
        told.pop()
    counts: Counter[str] = Counter()
    names = []
    for number, cell in enumerate(told, 1):
        name = published(known.get(_plain(cell), cell)) or f"column_{number}"
        counts[name] += 1
        names.append(name if counts[name] == 1 else f"{name}_{counts[name]}")
    return tuple(names)


def _plain(name: str) -> str:
    return re.sub(r"[\s_]+", " ", name.strip().casefold())


def _is_header(names: Sequence[str], form: Form) -> bool:
    """Whether names are those of a form: all that its fields need, and most of the others."""
    if form.open:
        return len(names) > 1 and form.needed <= {*names}
    shared = sum(name in form.columns for name in names)
    return form.needed <= {*names} and shared >= _SHARE * max(len(form.columns), len(names))


def _typed(lines: Sequence[str], separator: str, form: Form) -> bool:
    """Whether lines have the values of a form: of each typed column, in most lines."""
    rows = [row for line in lines if len(row := _split(line, separator, form.quote)) == len(form.columns)]
    if 2 * len(rows) < len(lines):
        return False
    columns = zip(form.columns.values(), zip(*rows, strict=True), strict=True)
    return all(_fits(kind, values, form.missing) for kind, values in columns if kind in _TYPED)


def _fits(kind: str, values: Sequence[str], missing: Sequence[str]) -> bool:
    fitting_ = sum(value in missing or bool(_TYPED[kind].fullmatch(value.strip())) for value in values)
    return 2 * fitting_ > len(values)


def _told(lines: Sequence[str], forms: Sequence[Form], where: str) -> str:
    """What was found and what was expected, and which layouts would fit."""
    form = forms[0]
    best = max(dict.fromkeys((form.separator, *SEPARATORS)), key=lambda each: lines[0].count(each))
    cells = _split(lines[0], best, form.quote)
    missing = sorted(form.needed - {*names_of(cells, form)})
    lacking = f"; not found: {_named(missing)}" if missing and form.header != "no" and len(missing) <= MOST_SAID else ""
    others = [name for name in fitting("\n".join(lines).encode()) if name != form.layout]
    mend = (
        f"take it in as {' or '.join(others)}" if others else "say its columns: import plain --map date=...,source=..."
    )
    counts = " or ".join(str(len(each.columns)) for each in forms)
    return (
        f"{where}: found {len(cells)} column{'s' if len(cells) != 1 else ''} ({_named(cells)}), "
        f"expected the {counts} of {form.layout} ({_named(list(form.columns))}){lacking}; {mend}"
    )


def _named(names: Sequence[str]) -> str:
    """Some names, cut where they are many or long."""
    shown = ", ".join(name[:40] for name in names[:MOST_SAID])
    return f"{shown}, ..." if len(names) > MOST_SAID else shown
