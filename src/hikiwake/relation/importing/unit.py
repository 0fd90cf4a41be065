"""One unit of an import: some files of one layout, read once, and all that comes of them written in one place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextvars import ContextVar
from pathlib import Path
from typing import TYPE_CHECKING

from hikiwake.relation.importing.accounts import FileCounts, account, note
from hikiwake.relation.importing.choices import Choices, unit_name
from hikiwake.relation.importing.columns import ROW
from hikiwake.relation.importing.faults import ImportingError, bad
from hikiwake.relation.importing.meaning.actors import Actors
from hikiwake.relation.importing.meaning.looking_up import with_lookup
from hikiwake.relation.importing.meaning.narrowing import Narrowing
from hikiwake.relation.importing.meaning.repairing import repaired
from hikiwake.relation.importing.reading.cutting import ahead, pieces
from hikiwake.relation.importing.reading.matching import Shape, shape_of
from hikiwake.relation.importing.reading.opening import Told, kind_of_file, streams
from hikiwake.relation.importing.reading.parquet import read_parquet
from hikiwake.relation.importing.reading.parsing import Parsed, Table, together
from hikiwake.relation.importing.reading.records import form_for, read_records
from hikiwake.relation.importing.repeated import Repeated
from hikiwake.relation.importing.staging import begun, complete, staged, whole
from hikiwake.relation.importing.tables import Tables
from hikiwake.vocabulary.layouts import Form

if TYPE_CHECKING:
    import polars as pl

IMPORTED = "imported"
HEAD = 1 << 16  # bytes that tell the shape of a table
PARTS_AHEAD = 1  # part that is parsed before it is asked for

told_of_bytes: ContextVar[Told] = ContextVar("told_of_bytes", default=lambda _: None)


def take_unit(batch: tuple[str, tuple[tuple[str, str], ...], Choices]) -> bytes:
    """Stage a unit for a folder: what became of each file, as TOML. A file that cannot be read is told and left out."""
    into, files, choices = batch
    folder, unit = Path(into), unit_name(files, choices)
    told = staged(whole(folder, unit), IMPORTED, f"{unit}.toml")
    if told.is_file():
        return told.read_bytes()
    faults: dict[tuple[str, str], str] = {}
    while True:
        staging = _Unit(folder, unit, choices)
        try:
            content = staging.take([each for each in files if each not in faults], faults)
            break
        except _FileError as fault:
            faults[fault.file] = str(fault)
    complete(folder, unit)
    return content


class _FileError(ImportingError):
    def __init__(self, file: tuple[str, str], message: str) -> None:
        super().__init__(message)
        self.file = file


class _Unit:
    """A unit while it is staged."""

    def __init__(self, folder: Path, unit: str, choices: Choices) -> None:
        self.folder, self.choices = folder, choices
        self.place = begun(folder, unit)
        self.unit = unit
        self.forms = choices.forms()
        self.tables = Tables(self.place, unit, choices.layout, self.forms[0].scale)
        self.open_names: Counter[str] = Counter()
        self.seen = Repeated(self.forms[0].column("id"), self.forms[0].missing, choices.duplicates)
        self.narrowings: dict[int, Narrowing] = {}

    def take(self, files: Sequence[tuple[str, str]], faults: Mapping[tuple[str, str], str]) -> bytes:
        """Take all files; the account of them as TOML. Raises ``_FileError`` for one that cannot be read."""
        import tomli_w

        told = []
        for path, digest in files:
            counts = FileCounts()
            try:
                self._file(Path(path), digest[:16], counts)
            except ImportingError as fault:
                self.tables.close()
                raise _FileError((path, digest), str(fault)) from None
            told.append({"name": Path(path).name, "sha256": digest, **account(counts)})
        self.tables.open_names(self.open_names)
        self.tables.close()
        same, same_id = self.seen.counts(self.tables.published())
        told_of_unit = {
            "layout": self.choices.layout,
            "version": self.forms[0].version,
            "choices": self.choices.digest,
            "events": self.tables.events,
            "repeated_rows": same,
            "repeated_ids": same_id,
            "unreadable": [
                {"name": Path(path).name, "sha256": digest, "fault": fault} for (path, digest), fault in faults.items()
            ],
            "files": told,
        }
        content = tomli_w.dumps(told_of_unit).encode()
        staged(self.place, IMPORTED, f"{self.unit}.toml").write_bytes(content)
        return content

    def _file(self, path: Path, file: str, counts: FileCounts) -> None:
        for form, separator, parsed in self._parts(path, counts):
            counts.rows += parsed.rows
            counts.trimmed += parsed.trimmed
            self.tables.set_aside(file, parsed.bad)
            counts.aside.update(row.reason for row in parsed.bad)
            if len(parsed.frame):
                self._rows(parsed.frame, form, file, separator, counts)

    def _parts(self, path: Path, counts: FileCounts) -> Iterator[tuple[Form, str, Parsed]]:
        """The parts of a file, parsed, each with its form and what separates its fields."""
        told = told_of_bytes.get()
        if kind_of_file(path) == "parquet":
            form, parts = read_parquet(path, self.forms, told)
            yield from ((form, "\t", parsed) for parsed in parts)
            return
        first = 1
        for blocks in streams(path, told):
            if self.forms[0].kind == "records":
                form = form_for(self.forms[0])
                records = read_records(blocks, form, first, str(path))
                found = iter([(form, "\t", parsed) for parsed in records])
            else:
                found = self._of_table(blocks, path, first, counts)
            for each in found:
                first += each[2].rows
                yield each

    def _of_table(
        self, blocks: Iterable[bytes], path: Path, first: int, counts: FileCounts
    ) -> Iterator[tuple[Form, str, Parsed]]:
        head, rest = _head(blocks)
        shape = shape_of(head, self.forms, str(path))
        note(shape, counts)
        for parsed in ahead(together(_parsed(rest, shape, first)), PARTS_AHEAD):
            parsed.frame.columns = [*shape.names, ROW]
            yield shape.form, shape.separator, parsed

    def _rows(self, frame: pl.DataFrame, form: Form, file: str, separator: str, counts: FileCounts) -> None:
        """Take some rows: as they are published, and as events."""
        import polars as pl

        given = [name for name in frame.columns if not name.startswith("\0") and name != ROW]
        later = self.seen.later(frame)
        frame, repairs = repaired(frame, form)
        counts.repaired.update(repairs)
        wide = frame.select(pl.exclude("^\0.*$")).with_columns(pl.lit(file).alias("file"))
        self.tables.add_published(wide.select(pl.exclude(ROW), ROW))
        if later is not None and later.any():
            self._aside(frame.filter(later), given, "a repetition of a row before it", file, separator, counts)
            frame = frame.filter(~later)
        if not form.has_events:
            return
        if form.not_events and form.column("code") in frame.columns:
            none = frame[form.column("code")].is_in(form.not_events).fill_null(value=False)
            self._aside(frame.filter(none), given, "a record about the file, no event", file, separator, counts)
            frame = frame.filter(~none)
        narrowing = self.narrowings.setdefault(id(form), Narrowing(form, Actors(dict(self.choices.names), form.joined)))
        narrowed = narrowing.narrow(with_lookup(frame, form, self.folder), file)
        self.tables.add_events(narrowed.events)
        self.open_names.update(narrowed.open_names)
        for (reason,), part in narrowed.undated.group_by("reason", maintain_order=True):
            rows = frame.filter(pl.col(ROW).is_in(part[ROW].implode()))
            self._aside(rows, given, str(reason), file, separator, counts)

    def _aside(
        self, frame: pl.DataFrame, given: Sequence[str], reason: str, file: str, separator: str, counts: FileCounts
    ) -> None:
        """Set whole rows aside; they stay in the published table."""
        import polars as pl

        if len(frame):
            raw = pl.concat_str([pl.col(name).fill_null("") for name in given], separator=separator).alias("raw")
            self.tables.set_aside(file, (bad(row, reason, text) for row, text in frame.select(ROW, raw).iter_rows()))
            counts.aside[reason] += len(frame)


def _head(blocks: Iterable[bytes]) -> tuple[bytes, Iterator[bytes]]:
    """The first bytes of a text, and all of it again."""
    stream, held = iter(blocks), b""
    for block in stream:
        held += block
        if len(held) >= HEAD:
            break

    def again() -> Iterator[bytes]:
        yield held
        yield from stream

    return held[:HEAD], again()


def _parsed(blocks: Iterable[bytes], shape: Shape, first: int) -> Iterator[Parsed]:
    """The rows of a table of some shape, piece by piece, numbered from ``first`` on."""
    form, table = shape.form, Table(len(shape.names), shape.separator, shape.form.quote)
    for number, piece in enumerate(ahead(pieces(blocks, form.quote))):
        text = piece if form.encoding == "utf-8" else piece.decode(form.encoding).encode()
        if not number:
            text = text.removeprefix(b"\xef\xbb\xbf")
            text = _without_header(text, table) if shape.has_header else text
        parsed = table.parse(text, first)
        first += parsed.rows
        yield parsed


def _without_header(text: bytes, table: Table) -> bytes:
    """A piece without its first record that is not blank."""
    text = text.lstrip(b"\r\n ") if table.separator != "\t" else text.lstrip(b"\r\n")
    return text.partition(b"\n")[2]
