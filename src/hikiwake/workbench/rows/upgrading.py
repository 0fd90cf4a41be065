"""A file of an earlier version brought up to now: the columns that it lacks, filled in from what it has."""

from __future__ import annotations

import json
import sqlite3

from hikiwake.workbench.rows.bodies import proposal_of
from hikiwake.workbench.rows.subjects import subject_of, subject_of_row
from hikiwake.workbench.store import broken, writing

_INDEXES = (
    "CREATE INDEX IF NOT EXISTS proposals_by_subject ON proposals (subject)",
    "CREATE INDEX IF NOT EXISTS record_by_subject ON record (subject)",
)


def upgrade(connection: sqlite3.Connection) -> None:
    """Add what a workbench of an earlier version lacks; one of this version stays as it is."""
    if "beside" in _columns(connection):
        return
    with writing(connection):
        if "beside" in _columns(connection):  # another program may have added it meanwhile
            return
        for added in ("proposals ADD COLUMN beside", "proposals ADD COLUMN subject", "record ADD COLUMN subject"):
            connection.execute(f"ALTER TABLE {added} TEXT NOT NULL DEFAULT ''")
        for number, body in connection.execute("SELECT number, body FROM proposals").fetchall():
            told = (subject_of(proposal_of(body)), number)
            connection.execute("UPDATE proposals SET subject = ? WHERE number = ?", told)
        for kind, id_, cells in connection.execute("SELECT kind, id, cells FROM record").fetchall():
            try:
                subject = subject_of_row(kind, json.loads(cells))
            except (ValueError, TypeError, KeyError) as error:
                raise broken(error) from None
            connection.execute("UPDATE record SET subject = ? WHERE kind = ? AND id = ?", (subject, kind, id_))
        for index in _INDEXES:
            connection.execute(index)


def _columns(connection: sqlite3.Connection) -> set[str]:
    return {row[1] for row in connection.execute("PRAGMA table_info(proposals)")}
