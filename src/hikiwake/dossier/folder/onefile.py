"""A case as one JSON file, for other programs and for keeping: written from the tables, read back exactly.

The file holds ``case`` and ``documents`` as the case folder's TOML has them, and for each table a list of rows with the
fields of its entries: lists as lists, periods as {start, end, precision, basis}. What is wrong in it is told like the
faults of a folder, with the row and the field.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hikiwake.dossier.dossier import Dossier
from hikiwake.dossier.folder.analyses.file import KEY, analyses_table, read_analyses
from hikiwake.dossier.folder.cells import MisfitError, Number, Several, Whole
from hikiwake.dossier.folder.examination import Examination
from hikiwake.dossier.folder.faults import MOST_FAULTS, Fault, refusal, too_many
from hikiwake.dossier.folder.frame import case_table, documents_table, read_case, read_documents
from hikiwake.dossier.folder.intervals import Interval
from hikiwake.dossier.folder.known.rows import rows_of
from hikiwake.dossier.folder.records import period_record
from hikiwake.dossier.folder.references import dangling
from hikiwake.dossier.folder.sheets.separated import MOST_ROWS
from hikiwake.dossier.folder.tables import Column, Table, tables
from hikiwake.dossier.folder.toml.file import TomlFile
from hikiwake.dossier.folder.writing import encoded, refuse_different, refuse_names
from hikiwake.dossier.models import MODEL_FOLDERS, ModelFolder
from hikiwake.errors import CaseError
from hikiwake.storage.incoming import UnreadError, text_of
from hikiwake.storage.names import name_faults

FORMAT = "hikiwake case 1"
DIGITS = 12  # of the digest of a record, where it is named beside other words
LARGEST_JSON = 30_000_000  # bytes
MOST_BRACKETS = 2_000_000  # each may be a list or an object
LONGEST_CELL = 131_072  # characters: the longest cell that a table is read with
_UNWRITABLE = re.compile(r"[\x00\ud800-\udfff]")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_PERIOD = ("start", "end", "precision", "basis")


def json_text(dossier: Dossier) -> str:
    """A dossier as one JSON text.

    >>> import hikiwake as hw
    >>> json.loads(json_text(hw.load("japan_russia")))["case"]["dyad"]
    ['JPN', 'RUS']
    """
    told: dict[str, Any] = {"format": FORMAT, "case": case_table(dossier.case)}
    told |= documents_table(dossier.documents)
    for table in tables().values():
        rows = rows_of(dossier, table.kind)
        if rows or not table.optional:
            told[table.kind] = [_row(table, entry) for entry in rows]
    told["conflicts"] = dict(dossier.conflicts)
    for kind in ("packages", "scenarios"):
        told |= {kind: dict(getattr(dossier, kind))} if getattr(dossier, kind) else {}
    if dossier.analyses:
        told |= analyses_table(dossier.analyses)
    return json.dumps(told, ensure_ascii=False, indent=1, default=date.isoformat) + "\n"


def record_digest(dossier: Dossier) -> str:
    """The digest of a record: the SHA-256 sum of its one JSON text, as 64 hexadecimal digits.

    Two records have the same digest where they hold the same frame, documents, rows and models, in the same order,
    whether they were read from a folder or from a file. Scenarios are no part of the record.

    >>> import hikiwake as hw
    >>> record_digest(hw.load("japan_russia")) == record_digest(hw.load("japan_russia").as_written_by("2018"))
    False
    """
    return hashlib.sha256(json_text(replace(dossier, scenarios=())).encode("utf-8", "surrogatepass")).hexdigest()


def json_bytes(dossier: Dossier, target: Path) -> bytes:
    """The same as the bytes of a file. Raises ``CaseError`` for a dossier that could not be read again from them."""
    refuse_names(dossier, target)
    content = encoded(json_text(dossier), str(target))
    with TemporaryDirectory(prefix="hikiwake-") as scratch:
        file = Path(scratch) / "case.json"
        file.write_bytes(content)
        refuse_different(dossier, target, examine_json(file))
    return content


def _row(table: Table, entry: Any) -> dict[str, Any]:
    return {column.field: _value(column, getattr(entry, column.field)) for column in table.columns_for([entry])}


def _value(column: Column, value: Any) -> Any:
    if isinstance(column.codec, Interval):
        return None if value is None else period_record(value)
    return [str(item) for item in value] if isinstance(column.codec, Several) else value


def read_json(path: Path) -> Dossier:
    """The dossier in a JSON file. Raises ``CaseError`` with the first faults where there are any."""
    reading = examine_json(path)
    if reading.faults:
        raise refusal(path, reading.faults)
    return reading.dossier()


def examine_json(path: Path) -> Examination:
    """Read a JSON file and note every fault. Raises ``CaseError`` only where there is no case at all."""
    text, told = _told(path)
    faults: list[Fault] = list(_unfit(told, path.name))
    if faults:
        raise refusal(path, faults)
    frames = [_frame(path.name, text, told, key) for key in ("case", "documents")]
    reading = Examination(path, read_case(frames[0]), read_documents(frames[1]))
    reading.note(*frames)
    for table in tables().values():
        reading.rows[table.kind] = list(_entries(table, told.get(table.kind, [] if table.optional else None), reading))
    for kind in MODEL_FOLDERS:
        setattr(reading, kind, tuple(_models(told.get(kind, {}), kind, path.name, faults)))
    if KEY in told:
        reading.weighed = weighed = _frame(path.name, text, told, KEY)
        reading.analyses = read_analyses(weighed)
        faults += weighed.faults
    between = (placed(fault, path.name) for fault in dangling(reading))
    reading.faults += [*faults, *between]
    return reading


def _told(path: Path) -> tuple[str, dict[str, Any]]:
    """The file's text and the object in it."""
    try:
        text = text_of(path, LARGEST_JSON)
        if (brackets := text.count("{") + text.count("[")) > MOST_BRACKETS:
            raise UnreadError(f"{brackets:,} brackets", f"at most {MOST_BRACKETS:,}; split the case")
        told = json.loads(text, parse_constant=_no_number)
    except UnreadError as error:
        place = f"{path}:{error.line}" if error.line else str(path)
        raise CaseError(f"{place}: {error}") from error
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", 1)
        said = "nested too deeply" if isinstance(error, RecursionError) else error
        raise CaseError(f"{path}:{line}: not JSON ({said}); give a file that `hikiwake export` wrote") from error
    if not isinstance(told, dict) or told.get("format") != FORMAT:
        raise CaseError(f'{path}: no case, which says "format": "{FORMAT}"; give a file that `hikiwake export` wrote')
    return text, told


def _no_number(word: str) -> float:
    raise ValueError(f"{word} is no number")


def _unfit(told: Any, name: str) -> Iterator[Fault]:
    """Texts that no case folder can hold: with NUL or halves of characters (surrogates), or longer than a cell."""
    levels = [_inside("", told)]
    while levels:
        place, value = next(levels[-1], ("", None))
        if value is None:
            levels.pop()
        elif isinstance(value, dict | list):
            levels.append(_inside(place, value))
        else:
            if odd := _UNWRITABLE.search(value):
                yield Fault(
                    name, 0, ascii(place)[1:-1], odd.group(), "text without NUL and without halves of characters"
                )
            elif len(value) > LONGEST_CELL and not place.startswith(tuple(f"{kind}." for kind in MODEL_FOLDERS)):
                yield Fault(name, 0, place, f"{len(value):,} characters", f"at most {LONGEST_CELL:,}")


def _inside(place: str, value: dict[str, Any] | list[Any]) -> Iterator[tuple[str, Any]]:
    """The texts, objects and lists inside an object or a list, each with its place; keys are texts too."""
    if isinstance(value, list):
        numbered = ((f"{place}[{number}]", each) for number, each in enumerate(value, 1))
        yield from ((at, each) for at, each in numbered if isinstance(each, str | dict | list))
        return
    for key, each in value.items():
        yield f"{place}, a key", key
        if isinstance(each, str | dict | list):
            yield f"{place}.{key}".lstrip("."), each


def _frame(name: str, text: str, told: dict[str, Any], key: str) -> TomlFile:
    """A part of the file as if it were the folder's TOML file, with days made days."""
    source = TomlFile(name, "")
    part = told.get(key, {})
    source.root = part if key == "case" and isinstance(part, dict) else {key: part}
    source.text = text
    for group, inner in (("eras", None), ("documents", "written")):
        rows = source.root.get(group, [])
        for row in rows if isinstance(rows, list) else ():
            period = row.get(inner) if inner and isinstance(row, dict) else row
            if isinstance(period, dict):
                period.update({end: _day(period[end]) for end in ("start", "end") if end in period})
    return source


def _day(value: object) -> object:
    """A day where the value is one; anything else is left for the reader to find fault with."""
    try:
        return date.fromisoformat(value) if isinstance(value, str) else value
    except ValueError:
        return value


def _entries(table: Table, rows: Any, reading: Examination) -> Iterator[tuple[int, Any]]:
    """The entries of one table with the number of each row, counted from 1; what cannot be read is noted."""
    name, before = reading.folder.name, len(reading.faults)
    if not isinstance(rows, list) or len(rows) > MOST_ROWS:
        found = f"{len(rows):,} rows" if isinstance(rows, list) else str(rows)
        reading.faults.append(Fault(name, 0, table.kind, found, f"a list of rows, at most {MOST_ROWS:,}"))
        reading.unread.add(table.kind)
        return
    for number, row in enumerate(rows, 1):
        if (entry := _entry(table, row, f"{table.kind}[{number}]", name, reading.faults)) is not None:
            yield number, entry
        else:
            id_ = row.get("id", "") if isinstance(row, dict) else ""
            reading.left_out.setdefault(table.kind, set()).add(str(id_))
            if len(reading.faults) - before >= MOST_FAULTS:
                reading.faults.append(Fault.of(name, too_many()))
                reading.unread.add(table.kind)
                return


def _models(told: Any, kind: ModelFolder, name: str, faults: list[Fault]) -> Iterator[tuple[str, str]]:
    """The models of a kind, each by its name."""
    if not isinstance(told, dict) or not all(isinstance(model, str) for model in told.values()):
        faults.append(Fault(name, 0, kind, str(told), "an object with the text of a model for each name"))
        return
    for model, fault in name_faults(told):
        faults.append(Fault(name, 0, kind, model, fault))
    yield from told.items()


def _entry(table: Table, row: Any, place: str, name: str, faults: list[Fault]) -> Any:
    """The entry of one row, or ``None`` with a fault for every field that does not fit."""
    named = {column.field for column in table.columns}
    needed = {column.field for column in table.columns if not column.optional}
    if not isinstance(row, dict) or not needed <= set(row) <= named:
        keys = ", ".join(sorted(row)) if isinstance(row, dict) else str(row)
        faults.append(Fault(name, 0, place, keys, f"the fields {', '.join(sorted(named))}"))
        return None
    values, before = {}, len(faults)
    for column in (column for column in table.columns if column.field in row):
        try:
            values[column.field] = column.codec.parse(_cells(column, row[column.field]))
        except MisfitError as misfit:
            faults.append(Fault(name, 0, f"{place}.{column.field}", misfit.found, misfit.expected))
    return table.entry(**values) if len(faults) == before else None


def _cells(column: Column, value: Any) -> list[str]:
    """A JSON value as the cells in which a table has it."""
    match column.codec:
        case Interval(required=False) if value is None:
            return [""] * len(_PERIOD)
        case Interval():
            parts = [value.get(key) for key in _PERIOD] if isinstance(value, dict) else [value]
            if len(parts) != len(_PERIOD) or not all(part is None or isinstance(part, str) for part in parts):
                raise MisfitError(0, str(value), "an object with start, end, precision and basis")
            if short := next((part for part in parts[:2] if part and not _DAY.fullmatch(part)), ""):
                raise MisfitError(0, short, "a day as YYYY-MM-DD")
            return [part or "" for part in parts]
        case Several() if isinstance(value, list) and all(isinstance(item, str) for item in value):
            if any(";" in item or item != item.strip() or not item for item in value):
                raise MisfitError(0, str(value), "items without semicolons and without blanks at their ends")
            return ["; ".join(value)]
        case Whole() if value is None or (isinstance(value, int) and not isinstance(value, bool)):
            return ["" if value is None else str(value)]
        case Number() if isinstance(value, int | float) and not isinstance(value, bool):
            return column.codec.cells(value)
        case Number():
            raise MisfitError(0, str(value), "a number")
        case Several() | Whole():
            raise MisfitError(
                0, str(value), "a list of words" if isinstance(column.codec, Several) else "a whole number"
            )
    if not isinstance(value, str):
        raise MisfitError(0, str(value), "some words in quotes")
    return [value]


def placed(fault: Fault, name: str) -> Fault:
    """A fault between rows, told with this file's name and the row in it."""
    row = f"{fault.file.removesuffix('.csv')}[{fault.line}]." if fault.line else ""
    return replace(fault, file=name, line=0, column=f"{row}{fault.column}")
