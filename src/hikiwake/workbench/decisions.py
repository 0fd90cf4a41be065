"""Decisions carried out: each changes the case folder and the workbench together, and can be taken back.

A decision is a function from the case as it stands to the case as it is then, with what has become of proposals.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from hikiwake.dossier import Dossier
from hikiwake.dossier.entering.differences import Change, applied, differences, turned
from hikiwake.dossier.folder.cases import change
from hikiwake.errors import CaseError
from hikiwake.workbench import commands, outside
from hikiwake.workbench.commands import DONE, PENDING, REDOING, UNDOING, UNDONE, Command, Turn
from hikiwake.workbench.hand import Hand
from hikiwake.workbench.store import writing

_WORDS = {DONE: "undo", UNDONE: "redo"}
Decide = Callable[[Dossier], tuple[Dossier, list[Turn]]]


class Decisions:
    """The decisions on a case folder and its open workbench, one at a time."""

    def __init__(self, folder: Path, place: Path, connection: sqlite3.Connection) -> None:
        """Those on a folder, and on the workbench at a place that a connection has open."""
        self._folder, self._place, self._connection = folder, place, connection

    def complete(self) -> None:
        """Bring to an end what a killed program was at, unless one is at work now."""
        if commands.has_pending(self._connection):
            with self.taken():
                pass

    def carry_out(self, who: str, what: str, decide: Decide) -> None:
        """Carry out a decision: note it, write the folder, mark it as done. One that changes nothing is none."""
        with self.taken() as hand:
            after, turns = decide(hand.case.dossier)
            changes = differences(hand.case.dossier, after) if after is not hand.case.dossier else ()
            if not changes and not turns:
                return
            with writing(self._connection):
                number = commands.note(self._connection, who or commands.whoever(), what, turns, changes, PENDING)
            self._write(hand, after, number, turns, changes, DONE)

    def again(self, state: str, who: str) -> Command:
        """Take the last decision back that is done, or do again the last that is undone.

        Raises ``CaseError`` where there is none, or where a row or a proposal is no more as the decision left it.
        """
        with self.taken() as hand:
            line = commands.last(self._connection, state)
            if line is None:
                raise CaseError(f"{self._place}: nothing to {_WORDS[state]}")
            if state == UNDONE:
                commands.refuse_decided(self._connection, line)
            changes = turned(line.rows) if state == DONE else line.rows
            after = applied(hand.case.dossier, changes) if changes else hand.case.dossier
            with writing(self._connection):
                commands.set_state(self._connection, line.number, UNDOING if state == DONE else REDOING)
            now = UNDONE if state == DONE else DONE
            self._write(hand, after, line.number, line.turns, changes, now)
            with writing(self._connection):
                told = f"{_WORDS[state]} of {line.number}: {line.what}"
                commands.note(self._connection, who or commands.whoever(), told, (), changes, commands.OUTSIDE)
        return replace(line, state=now)

    def _write(
        self, hand: Hand, after: Dossier, number: int, turns: Iterable[Turn], changes: Iterable[Change], state: str
    ) -> None:
        """Write the folder, then what has become of the proposals. What fails leaves both as they were."""
        stands = hand.case.state
        known = outside.is_seen(self._connection, stands)
        try:
            if after is not hand.case.dossier:
                stands = hand.case.save(after)
        except BaseException:
            with writing(self._connection):
                commands.complete(self._connection, hand.case.dossier)
            raise
        with writing(self._connection):
            commands.turn(self._connection, turns, back=state == UNDONE)
            commands.set_state(self._connection, number, state)
            outside.keep(self._connection, changes)
            if known:
                outside.mark(self._connection, stands)

    @contextmanager
    def taken(self) -> Iterator[Hand]:
        """The case folder and the workbench taken for a change, with what a killed program left pending completed."""
        with change(self._folder) as case:
            with writing(self._connection):
                commands.complete(self._connection, case.dossier)
                outside.begin(self._connection, case.dossier)
            yield Hand(case, self._connection)
