"""In which state the workbench has last seen the files of the folder: where they are those bytes, no row has changed.

The workbench keeps the rows that it has seen (``outside``). To hold them against a folder takes time that grows with
the record, so beside them it keeps a digest of the files that said these rows. Whoever changes rows and notes them as
seen moves the digest on, in the same transaction; whoever finds another digest looks at the rows.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3

from hikiwake.dossier import Dossier
from hikiwake.storage.writing import State
from hikiwake.workbench.store import VERSION


def mark(connection: sqlite3.Connection, state: State) -> None:
    """Note that the rows of the folder in a state are those that the workbench keeps. Within a transaction."""
    connection.execute("INSERT OR REPLACE INTO seen VALUES (1, ?)", (_digest(state),))


def is_seen(connection: sqlite3.Connection, state: State) -> bool:
    """Whether the rows of the folder in a state are known to be those that the workbench keeps."""
    row = connection.execute("SELECT state FROM seen").fetchone()
    return row is not None and row[0] == _digest(state)


def all_stand(connection: sqlite3.Connection, dossier: Dossier) -> bool:
    """Whether every entry that a proposal has become stands in the case."""
    query = "SELECT DISTINCT entry FROM proposals WHERE status = 'accepted' AND entry != ''"
    return all(entry in dossier.by_id for (entry,) in connection.execute(query))


def _digest(state: State) -> str:
    """A digest of the files' names and digests, and of which rows this version keeps; not of where the folder is."""
    return hashlib.sha256(json.dumps([VERSION, state.digests]).encode()).hexdigest()
