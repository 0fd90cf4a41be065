"""Records in JSON, one list or one record a line, as rows of text; lists as the narrow table needs them.

What a record says stays as it is published: a text as text, all else as JSON. Beside it stand, under names that no file
has, the codes of the actors on each side, and whether they all act on each other (nobody is named as target).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from hikiwake.relation.importing.columns import HIDDEN, MUTUAL, ROW, SIDES, published
from hikiwake.relation.importing.faults import BadRow, ImportingError, bad
from hikiwake.relation.importing.reading.parsing import Parsed
from hikiwake.vocabulary.layouts import Form

if TYPE_CHECKING:
    import polars as pl

LARGEST = 200_000_000  # bytes of one list; one record a line has no such bound
JOINED = ";"
_FLAT = ("event", "mode", "context", "quad_code", "event_scale", "publication")
AT_ONCE = 50_000


def form_for(form: Form) -> Form:
    """The form of records with the actors where this module puts them."""
    hidden = {side: [f"{HIDDEN}{side}"] for side in SIDES}
    return replace(form, fields={**form.fields, **hidden}, joined=JOINED)


def read_records(blocks: Iterable[bytes], form: Form, first: int, where: str) -> Iterator[Parsed]:
    """The records of a file in parts, numbered from one on. Raises ``ImportingError`` for what is no JSON at all."""
    rows: list[dict[str, Any]] = []
    faults: list[BadRow] = []
    number = first - 1
    for record in _parsed(blocks, where):
        number += 1
        if isinstance(record, dict):
            rows.append({**_row(record, form), ROW: number})
        else:
            faults.append(bad(number, "no record in JSON", record if isinstance(record, bytes) else json.dumps(record)))
        if len(rows) >= AT_ONCE:
            yield Parsed(_frame(rows, form), len(rows) + len(faults), faults)
            rows, faults = [], []
    yield Parsed(_frame(rows, form), len(rows) + len(faults), faults)


def _parsed(blocks: Iterable[bytes], where: str) -> Iterator[Any]:
    """Each record as Python has it; the bytes of a line that is none."""
    held, stream = b"", iter(blocks)
    for block in stream:
        held += block
        if held.strip():
            break
    if held.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"["):
        yield from _of_list(held, stream, where)
        return
    for line in _lines(held, stream):
        if line.strip():
            yield _record(line)


def _record(line: bytes) -> Any:
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        return line


def _of_list(held: bytes, stream: Iterable[bytes], where: str) -> list[Any]:
    parts, length = [held], len(held)
    for block in stream:
        length += len(block)
        if length > LARGEST:
            raise ImportingError(f"{where}: a list of more than {LARGEST:,} bytes; write one record a line")
        parts.append(block)
    try:
        records = json.loads(b"".join(parts).decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise ImportingError(f"{where}: no JSON that can be read ({error})") from None
    return records if isinstance(records, list) else [records]


def _lines(held: bytes, stream: Iterable[bytes]) -> Iterator[bytes]:
    for block in stream:
        *lines, held = (held + block).split(b"\n")
        yield from lines
    yield from held.split(b"\n")


def _row(record: dict[str, Any], form: Form) -> dict[str, Any]:
    """The cells of a record, under the names of the form, and what is told of its actors."""
    told = {published(form.renamed.get(name, name)): each for name, each in record.items()}
    codes = {side: _codes(told.get(side)) for side in SIDES}
    mutual = not codes["target"] and len(set(codes["source"])) > 1
    if mutual:
        codes["target"] = codes["source"]
    cells = {name: "; ".join(_words(each)) if name in _FLAT else _text(each) for name, each in told.items()}
    hidden = {f"{HIDDEN}{side}": JOINED.join(codes[side]) for side in SIDES}
    return {**cells, **hidden, MUTUAL: mutual}


def _codes(actors: Any) -> list[str]:
    """The codes of the actors of one side: each a record with a code, or a text."""
    each = actors if isinstance(actors, list) else [actors]
    told = [one.get("code") or one.get("actorText") or "" if isinstance(one, dict) else one or "" for one in each]
    return [str(code) for code in told if code]


def _words(cell: Any) -> list[str]:
    """The parts of a cell that may have one or several."""
    each: Sequence[Any] = cell if isinstance(cell, list) else [cell]
    return [str(one) for one in each if one not in (None, "")]


def _text(cell: Any) -> str | None:
    return cell if cell is None or isinstance(cell, str) else json.dumps(cell, ensure_ascii=False)


def _frame(rows: list[dict[str, Any]], form: Form) -> pl.DataFrame:
    """The rows as columns of text; those of the form are always there."""
    import polars as pl

    names = dict.fromkeys([*form.columns, *(name for row in rows for name in row)])
    kinds: dict[str, Any] = dict.fromkeys(names, pl.String) | {ROW: pl.Int64, MUTUAL: pl.Boolean}
    return pl.DataFrame([{name: row.get(name) for name in kinds} for row in rows], schema=kinds)
