"""The one file of a workbench: SQLite beside the case folder, in which a kill or a second writer costs nothing.

``CASE.hwb`` stands beside the folder ``CASE``: it holds the texts of the documents, which a case folder never does. It
can be thrown away and made again from the folder and the documents, but for what was not decided yet.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from hikiwake.errors import CaseError, StorageError
from hikiwake.storage.incoming import kind_of
from hikiwake.storage.locking import patience

ENDING = ".hwb"
VERSION = 4  # 1 had no eras, scales and places of a case, 2 no texts (models ...), 3 no memos and subjects
_CODED = "CREATE TABLE IF NOT EXISTS coded (document TEXT PRIMARY KEY, knew TEXT NOT NULL) STRICT"
SEEN = "CREATE TABLE IF NOT EXISTS seen (one INTEGER PRIMARY KEY CHECK (one = 1), state TEXT NOT NULL) STRICT"
_MARK = 0x68776231  # "hwb1" in the header of the file
_TABLES = """
CREATE TABLE documents (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, original TEXT NOT NULL, sha256 TEXT NOT NULL, text TEXT NOT NULL,
  about TEXT NOT NULL, read_at TEXT NOT NULL
) STRICT;
CREATE TABLE proposals (
  number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, document TEXT NOT NULL,
  start INTEGER NOT NULL, confidence REAL NOT NULL, coder TEXT NOT NULL, status TEXT NOT NULL,
  entry TEXT NOT NULL DEFAULT '', body TEXT NOT NULL, proposed TEXT NOT NULL, beside TEXT NOT NULL DEFAULT '',
  subject TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX proposals_by_place ON proposals (document, start);
CREATE INDEX proposals_by_status ON proposals (status, kind);
CREATE INDEX proposals_by_subject ON proposals (subject);
CREATE VIRTUAL TABLE said USING fts5 (words, tokenize = 'porter unicode61 remove_diacritics 2');
CREATE TABLE commands (
  number INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, who TEXT NOT NULL, what TEXT NOT NULL,
  state TEXT NOT NULL, proposals TEXT NOT NULL, rows TEXT NOT NULL
) STRICT;
CREATE TABLE answers (
  key TEXT PRIMARY KEY, words TEXT NOT NULL, asked INTEGER NOT NULL, told INTEGER NOT NULL, at TEXT NOT NULL
) STRICT;
CREATE TABLE record (
  kind TEXT NOT NULL, id TEXT NOT NULL, cells TEXT NOT NULL, subject TEXT NOT NULL DEFAULT '', PRIMARY KEY (kind, id)
) STRICT;
CREATE INDEX record_by_subject ON record (subject);
"""


def place_of(folder: Path) -> Path:
    """Where the workbench of a case folder stands: beside it, under its name.

    Raises ``CaseError`` for what is a file, as a workbench itself, and no folder.

    >>> place_of(Path("cases/water")).name
    'water.hwb'
    """
    whole = folder.resolve()
    if folder.suffix == ENDING and not whole.is_dir():
        raise CaseError(f"{folder}: a workbench, no case; give the folder of the case, {folder.with_suffix('')}")
    if whole.exists() and not whole.is_dir():
        raise CaseError(f"{folder}: a file, no case; give the folder of a case, new or old")
    return whole.with_name(whole.name + ENDING)


class Connection(sqlite3.Connection):
    """A connection whose faults are ours: a broken file is told as one, wherever it is found broken."""

    def execute(self, sql: str, parameters: Any = (), /) -> Cursor:
        """Carry out a statement. Raises ``StorageError`` where the file is broken."""
        try:
            cursor = self.cursor(Cursor)
            return cursor.execute(sql, parameters)
        except sqlite3.OperationalError as error:
            if "locked" in str(error) or "busy" in str(error):
                raise
            raise broken(error) from None
        except sqlite3.IntegrityError:
            raise
        except (sqlite3.DatabaseError, OverflowError) as error:
            raise broken(error) from None


class Cursor(sqlite3.Cursor):
    """Rows of such a connection."""

    def execute(self, sql: str, parameters: Any = (), /) -> Cursor:
        """Carry out a statement."""
        super().execute(sql, parameters)
        return self

    def __next__(self) -> Any:
        """The next row. Raises ``StorageError`` where the file is broken."""
        try:
            return super().__next__()
        except sqlite3.DatabaseError as error:
            raise broken(error) from None

    def fetchone(self) -> Any:
        """One row, or ``None``."""
        return next(self, None)

    def fetchall(self) -> list[Any]:
        """All rows."""
        return list(self)


def broken(error: Exception) -> StorageError:
    """What is said of a file that is no workbench, or a broken one."""
    return StorageError(
        f"no workbench, or a broken one ({error}); move the .hwb file away and read the documents again"
    )


def connect(place: Path, *, create: bool = False) -> sqlite3.Connection:
    """A connection to the file. Raises ``StorageError`` where there is none, or where it is no workbench."""
    kind = kind_of(place)
    if kind and not (create and kind == "no such file"):
        raise StorageError(f"{place}: {kind}; `hikiwake read FILES... --into {place.stem}` makes a workbench")
    connection = sqlite3.connect(place, timeout=patience(), isolation_level=None, factory=Connection)
    try:
        _open(connection, place)
    except BaseException:
        connection.close()
        raise
    return connection


def _open(connection: sqlite3.Connection, place: Path) -> None:
    """Make the tables in an empty file, and refuse a file that is something else."""
    connection.execute("PRAGMA synchronous = FULL")
    mark, version = _header(connection)
    if not mark and not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
        connection.execute("PRAGMA journal_mode = WAL")
        with writing(connection):
            if not _header(connection)[0]:  # another program may have made them meanwhile
                for statement in _TABLES.split(";\n"):
                    connection.execute(statement)
                connection.execute(f"PRAGMA application_id = {_MARK}")
                connection.execute(f"PRAGMA user_version = {VERSION}")
    elif mark != _MARK:
        raise StorageError(f"{place}: a database of another program; move it away, its name is needed")
    elif version > VERSION:
        raise StorageError(f"{place}: made by a newer version of hikiwake; nothing was changed; use that version")
    for table in (_CODED, SEEN):  # which a file of an earlier version lacks
        connection.execute(table)


def _header(connection: sqlite3.Connection) -> tuple[int, int]:
    mark = connection.execute("PRAGMA application_id").fetchone()[0]
    return mark, connection.execute("PRAGMA user_version").fetchone()[0]


@contextmanager
def writing(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """One change of the file, whole or not at all. Raises ``StorageError`` where another program holds it too long."""
    try:
        connection.execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError as error:
        raise StorageError(f"the workbench cannot be changed now ({error}); nothing was changed; try again") from None
    try:
        yield connection
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
