"""What language models have answered to what a coder asked them, kept so that no question is paid for twice."""

from __future__ import annotations

import sqlite3

from hikiwake.workbench.store import writing
from hikiwake.workbench.texts import now


class Answers:
    """The answers that a workbench keeps, by the key of the question."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Those of an open workbench."""
        self._connection = connection

    def answer(self, key: str) -> tuple[str, int, int] | None:
        """What was answered to a question that was asked before, with its tokens out and back."""
        row = self._connection.execute("SELECT words, asked, told FROM answers WHERE key = ?", (key,)).fetchone()
        return (row[0], row[1], row[2]) if row else None

    def keep_answer(self, key: str, words: str, asked: int, told: int) -> None:
        """Keep an answer at once: it was paid for."""
        with writing(self._connection):
            row = (key, words, asked, told, now())
            self._connection.execute("INSERT OR REPLACE INTO answers VALUES (?, ?, ?, ?, ?)", row)
