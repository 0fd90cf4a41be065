"""Writing a case folder: only the files that change, all of them or none; what the user keeps there stays.

A file that means already what is to be written stays byte for byte; TOML is edited in place. What is written is read
again before it is put into place, so that nothing is ever written that cannot be read.
"""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Callable, Container, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import tomli_w

from hikiwake.dossier.dossier import Dossier
from hikiwake.dossier.folder.analyses.file import FILE as HYPOTHESES
from hikiwake.dossier.folder.analyses.file import analyses_table
from hikiwake.dossier.folder.cells import escape
from hikiwake.dossier.folder.dictionary import data_dictionary
from hikiwake.dossier.folder.editing import edited
from hikiwake.dossier.folder.examination import Examination
from hikiwake.dossier.folder.frame import DICTIONARY, DOCUMENTS, FRAME, case_table, documents_table
from hikiwake.dossier.folder.known.proving import examine_texts, files_changed
from hikiwake.dossier.folder.known.rows import rows_of, rows_written
from hikiwake.dossier.folder.known.said import frame_said
from hikiwake.dossier.folder.reading import examine
from hikiwake.dossier.folder.references import dangling
from hikiwake.dossier.folder.tables import Table, tables
from hikiwake.dossier.models import MODEL_FOLDERS, model_files, models_of
from hikiwake.errors import CaseError, StorageError
from hikiwake.storage.names import inside, name_faults
from hikiwake.storage.writing import State, outstanding, taken, write_taken


def write_folder(dossier: Dossier, folder: Path, expected: State | None = None, *, force: bool = False) -> State:
    """Write a dossier as a case folder, of what stood there only what differs in meaning; the state that it has then.

    A case that stands there must be as it was in the state ``expected``, which was read from it; ``force`` replaces any
    other. A model that the dossier has no longer is taken away where ``expected`` has it or with ``force``. Raises
    ``StorageError`` where the folder changed, was not read or cannot be written, and ``CaseError`` for a dossier that
    could not be read again.
    """
    files = _encoded(folder, dict(case_files(dossier)))
    _read_again(dossier, folder, files)
    with taken(folder) as place:
        write_in(place, dossier, files, None if force else expected, force=force)
        return replace(state_of(place), folder=folder)


def write_taken_folder(dossier: Dossier, place: Path, expected: State, before: Dossier) -> None:
    """The same in a folder that was taken already and read as ``before``: files of what is the same object stay."""
    files = _encoded(place, dict(case_files(dossier, files_changed(before, dossier))))
    refuse_names(dossier, place)
    refuse_different(dossier, place, examine_texts(dossier, files))
    write_in(place, dossier, files, expected, force=False)


def write_in(place: Path, dossier: Dossier, files: dict[str, bytes], expected: State | None, *, force: bool) -> None:
    """Put a case's files into a folder that was taken, less what stands there already."""
    if (place / FRAME).exists():
        files = _encoded(place, dict(_kept(dossier, place, files)))
        if not force:
            _refuse_unread(place, files, expected)
    else:
        files, expected = dict(_beside_others(place, files, force=force)), None
    write_taken(place, files, gone=_gone(dossier, place, expected, force=force), expected=expected)


def _refuse_unread(place: Path, files: dict[str, bytes], expected: State | None) -> None:
    """Raise ``StorageError`` where a case would lose what its writer has not read; what is the same loses nothing."""
    gone = [name for name in _optional(place) if name not in files]
    if not any(outstanding(place, files, gone)):
        return
    now = state_of(place)
    if expected is None or (expected.changed(now) and expected.folder.resolve() != place.resolve()):
        raise StorageError(
            f"{place}: a case that what is written was not read from; nothing was written; give another folder, or "
            "force=True to replace it"
        )
    expected.refuse(now)


def _beside_others(place: Path, files: dict[str, bytes], *, force: bool) -> Iterator[tuple[str, bytes]]:
    """A case's files for a folder that is no case: a file that stands there is somebody's, and a README stays."""
    for name, content in files.items():
        there = (place / name).exists()
        if there and name != DICTIONARY and not force:
            raise StorageError(f"{place / name}: something is there already; nothing was written; give another folder")
        if not there or name != DICTIONARY:
            yield name, content


def state_of(folder: Path) -> State:
    """The state of a case's own files."""
    own = (FRAME, DOCUMENTS, HYPOTHESES, DICTIONARY, *(table.file for table in tables().values()))
    return State.of(folder, (*own, *model_files(folder)))


def case_files(dossier: Dossier, wanted: Container[str] | None = None) -> Iterator[tuple[str, str]]:
    """The files of a case folder, or those of them that are wanted: each one's name and text."""
    for name, text in _texts(dossier):
        if wanted is None or name in wanted:
            yield name, text()


def _texts(dossier: Dossier) -> Iterator[tuple[str, Callable[[], str]]]:
    """The name of each file of a case, and what makes its text."""
    yield FRAME, lambda: tomli_w.dumps(case_table(dossier.case))
    yield DOCUMENTS, lambda: tomli_w.dumps(documents_table(dossier.documents))
    for table in tables().values():
        rows = rows_of(dossier, table.kind)
        if rows or not table.optional:
            yield table.file, partial(table_text, table, rows)
    for kind, name, text in models_of(dossier):
        yield f"{kind}/{name}.toml", partial(str, text)
    if dossier.analyses:
        yield HYPOTHESES, lambda: tomli_w.dumps(analyses_table(dossier.analyses))
    yield DICTIONARY, lambda: data_dictionary(dossier.case.title)


def table_text(table: Table, rows: tuple[Any, ...]) -> str:
    """A table as CSV (RFC 4180 quoting, each row ended by a newline)."""
    lines = _Lines()
    writer = csv.writer(lines, lineterminator="\r\n")  # so that a lone \r or \n in a cell is quoted, too
    columns = table.columns_for(rows)
    writer.writerow([header for column in columns for header in column.codec.headers])
    for row in rows:
        cells = (cell for column in columns for cell in column.codec.cells(getattr(row, column.field)))
        writer.writerow([escape(cell) for cell in cells])
    return "".join(lines)


class _Lines(list[str]):
    """What a CSV writer writes to: one string a row, ended by a newline alone."""

    def write(self, row: str) -> None:
        """Keep a row."""
        self.append(row.removesuffix("\r\n") + "\n")


def _optional(folder: Path) -> tuple[str, ...]:
    """The names of the files of a folder that a case need not have: models, competing hypotheses."""
    return (*model_files(folder), *((HYPOTHESES,) if (folder / HYPOTHESES).exists() else ()))


def _gone(dossier: Dossier, place: Path, expected: State | None, *, force: bool) -> list[str]:
    """The optional files that go, and files of tables without a row.

    Raises ``StorageError`` where a file would have to go that nobody has asked to remove.
    """
    known = {name for name, _ in expected.digests} if expected else set()
    own = {f"{kind}/{own}.toml" for kind, own, _ in models_of(dossier)} | ({HYPOTHESES} if dossier.analyses else set())
    gone = [name for name in _optional(place) if name not in own]
    for name in gone:
        if not force and name not in known:
            raise StorageError(
                f"{place / name}: a file that is not in what is written; nothing was written; move it away first, "
                "or give another folder"
            )
    emptied = [table.file for table in tables().values() if table.optional and not rows_of(dossier, table.kind)]
    return [*gone, *(name for name in emptied if (place / name).exists())]


def encoded(text: str, place: str) -> bytes:
    """A text as UTF-8. Raises ``CaseError`` for one that no file can hold, with the line of the place."""
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError as error:
        line = text[: error.start].count("\n") + 1
        sign = ascii(text[error.start])
        raise CaseError(
            f"{place}:{line}: found {sign}, expected text without lone surrogates; nothing was written"
        ) from None


def _encoded(folder: Path, files: dict[str, str]) -> dict[str, bytes]:
    """The files as bytes. Raises ``CaseError`` for text that is none."""
    return {name: encoded(text, f"{folder}: {ascii(name)[1:-1]}") for name, text in files.items()}


def refuse_names(dossier: Dossier, folder: Path) -> None:
    """Raise ``CaseError`` where a model's name is no name of a file."""
    for kind in MODEL_FOLDERS:
        for name, fault in name_faults(name for name, _ in getattr(dossier, kind)):
            raise CaseError(f"{folder}: {kind}: found {name!a}, expected {fault}; nothing was written")


def _read_again(dossier: Dossier, folder: Path, files: dict[str, bytes]) -> None:
    """Raise ``CaseError`` where the files would not be read as the dossier that they are written from."""
    refuse_names(dossier, folder)
    with TemporaryDirectory(prefix="hikiwake-") as scratch:
        for name, content in files.items():
            path = inside(Path(scratch), *name.split("/"))
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(content)
        reading = examine(Path(scratch))
    refuse_different(dossier, folder, reading)


def refuse_different(dossier: Dossier, target: Path, reading: Examination) -> None:
    """Raise ``CaseError`` where what was read of a written dossier is not that dossier."""
    between = {(fault.found, fault.expected) for fault in dangling(reading)}
    for fault in reading.faults:
        if (fault.found, fault.expected) not in between:  # a half-made case may be kept; a cell that misfits may not
            raise CaseError(f"{target}: could not be read again: {fault}; nothing was written")
    for part in different(dossier, reading):
        raise CaseError(f"{target}: {part}: something in it would not be read again as it is; nothing was written")


def different(dossier: Dossier, reading: Examination) -> Iterator[str]:
    """The files of a reading that do not say what the dossier does."""
    if reading.case != dossier.case:
        yield FRAME
    if reading.documents != dossier.documents:
        yield DOCUMENTS
    for table in tables().values():
        rows = tuple(row for _, row in reading.rows[table.kind])
        if rows != rows_written(dossier, table.kind):
            yield table.file
    for kind in MODEL_FOLDERS:
        if sorted(getattr(reading, kind)) != sorted(getattr(dossier, kind)):
            yield kind
    if reading.analyses != dossier.analyses:
        yield HYPOTHESES


def _kept(dossier: Dossier, place: Path, files: dict[str, bytes]) -> Iterator[tuple[str, str]]:
    """The texts of a case's files, as they stand in a folder wherever that means the same."""
    reading = examine(place)
    changed = set(different(dossier, reading)) | {fault.file for fault in reading.faults}
    same = {table.file for table in tables().values()} - changed
    frame, documents = _text(place / FRAME), _text(place / DOCUMENTS)
    for name, content in files.items():
        text = content.decode("utf-8")
        if name == FRAME and frame:
            yield name, edited(frame, case_table(dossier.case), lambda each: meaning(FRAME, each))
        elif name == DOCUMENTS and documents:
            table = documents_table(dossier.documents)
            yield name, edited(documents, table, lambda each: meaning(DOCUMENTS, each))
        elif name == HYPOTHESES and (there := _text(place / name)):
            yield name, edited(there, analyses_table(dossier.analyses), lambda each: meaning(HYPOTHESES, each))
        elif name == DICTIONARY and (place / name).exists():
            yield name, text if _is_ours(place) else _text(place / name)
        elif name in reading.sheets and name in same:
            if (place / name).exists():
                yield name, _text(place / name)
        elif name in reading.sheets:
            sheet = reading.sheets[name][0][0]
            raise StorageError(
                f"{place}: rows of {name} stand in {sheet}, which is not written; save the sheet as {name} and put the "
                "workbook away, or give another folder"
            )
        elif name in same or _text(place / name).removeprefix("\ufeff") == text:
            yield name, _text(place / name)
        else:
            yield name, text


def _text(path: Path) -> str:
    """The text of a file, line ends as they are; empty where there is none, or no text."""
    try:
        return path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return ""


def meaning(name: str, text: str) -> tuple[object, bool]:
    """What a TOML file of a case says, with the faults in it."""
    source, said = frame_said(name, text.removeprefix("\ufeff"))
    return said, bool(source.faults)


def _is_ours(place: Path) -> bool:
    """Whether the data dictionary of a folder is as the program wrote it, under the title that the case has there."""
    try:
        title = tomllib.loads(_text(place / FRAME).removeprefix("\ufeff"))["title"]
    except (tomllib.TOMLDecodeError, KeyError):
        return False
    return _text(place / DICTIONARY) == data_dictionary(str(title))
