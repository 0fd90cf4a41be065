"""The log of a workbench, looked back on: the latest first, or what became of one row."""

from __future__ import annotations

import sqlite3

from hikiwake.dossier.entering.differences import Change
from hikiwake.workbench import commands
from hikiwake.workbench.commands import Command


class History:
    """What was done on a case, as its workbench noted it."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """That of an open workbench."""
        self._connection = connection

    def latest(self, most: int, before: int = 0) -> tuple[Command, ...]:
        """The last lines of the log, the latest first; at most so many, before a number where one is given."""
        return commands.latest(self._connection, most, before)

    @property
    def position(self) -> tuple[int, int]:
        """How far the work is: it is another as soon as something was decided, proposed, or changed by other means."""
        return commands.position(self._connection)

    def of(self, kind: str, id_: str) -> tuple[tuple[Command, Change], ...]:
        """The lines that changed a row, the oldest first, each with the change."""
        return commands.of_row(self._connection, kind, id_)
