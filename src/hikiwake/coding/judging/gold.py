"""What a person found in a text, to hold a coder against: lines of JSON, or a table beside a short text."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from hikiwake.periods import Period

COLUMNS = ("kind", "quote", "type", "also", "source", "target", "when", "happened", "attributed_to")


@dataclass(frozen=True, slots=True)
class Coded:
    """One thing that a person found: an event, a position or a claim, at characters ``start`` to ``end``.

    ``types`` are those that can be defended; none for what is no act between parties. ``period`` is ``None`` where the
    text gives no time.
    """

    kind: str
    document: str
    start: int
    end: int
    types: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    period: Period | None = None
    happened: str = "occurred"
    attributed_to: str = ""


def from_lines(lines: Iterable[str], kind: str = "event") -> tuple[Coded, ...]:
    """Read lines of JSON, one mention each, with ``doc``, ``char_start`` and ``char_end``; an event has more keys.

    >>> from_lines(['{"doc": "a", "char_start": 0, "char_end": 9, "plover": "AID"}'])[0].types
    ('AID',)
    """
    return tuple(_from_row(json.loads(line), kind) for line in lines if line.strip())


def _from_row(row: dict[str, Any], kind: str) -> Coded:
    types = tuple(name for name in (row.get("plover"), row.get("plover_alt")) if name)
    sources, targets = (tuple(row.get(side) or ()) for side in ("source", "target"))
    if kind != "event":
        return Coded(kind, row["doc"], row["char_start"], row["char_end"])
    return Coded(
        kind,
        row["doc"],
        row["char_start"],
        row["char_end"],
        types,
        sources,
        targets,
        _period(row),
        row.get("status") or "occurred",
    )


def _period(row: dict[str, Any]) -> Period | None:
    first, last = row.get("date_start"), row.get("date_end")
    if not first:
        return None
    return Period(date.fromisoformat(first), date.fromisoformat(last) if last else None)


def from_table(document: str, text: str, table: str) -> tuple[Coded, ...]:
    """Read the table beside a short text; each quote stands in the text once, or is numbered (``word#2``).

    Raises ``ValueError`` naming the row for a quote that the text does not have, or has more than once.

    >>> from_table("a", "They met.", "kind,quote,type\\nevent,They met,CONSULT\\n")[0].types
    ('CONSULT',)
    """
    rows = csv.DictReader(io.StringIO(table))
    return tuple(_from_cells(document, text, row, number) for number, row in enumerate(rows, 2))


def _from_cells(document: str, text: str, row: dict[str, str | None], line: int) -> Coded:
    cells = {name: (row.get(name) or "").strip() for name in COLUMNS}
    start, length = _found(text, cells["quote"], line)
    types = tuple(name for name in (cells["type"], cells["also"]) if name)
    sources, targets = (tuple(each for each in cells[side].split(";") if each) for side in ("source", "target"))
    period = Period.parse(cells["when"]) if cells["when"] else None
    happened = cells["happened"] or "occurred"
    kind = cells["kind"] or "event"
    return Coded(
        kind, document, start, start + length, types, sources, targets, period, happened, cells["attributed_to"]
    )


def _found(text: str, quote: str, line: int) -> tuple[int, int]:
    """Where a quote stands in a text, and its length."""
    words, mark, number = quote.rpartition("#")
    if not (mark and number.isdigit()):
        words, number = quote, ""
    start = -1
    for _ in range(int(number or 1)):
        start = text.find(words, start + 1)
    if not words or start < 0:
        raise ValueError(f"row {line}: the text has no “{quote}”; copy the words from it")
    if not number and text.find(words, start + 1) >= 0:
        raise ValueError(f"row {line}: “{quote}” stands in the text more than once; take more words, or add #1 or #2")
    return start, len(words)
