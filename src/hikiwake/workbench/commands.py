"""The log of a workbench: who did what when, and what it changed, so that it can be taken back and done again.

A command changes the case folder and the workbench, which are two places. It is therefore noted as pending first, then
the folder is written, then it is marked as done. Whoever comes after a kill looks at the folder, which is the record:
a pending command whose rows stand there is completed, any other is struck out, as if it had never been given.
"""

from __future__ import annotations

import getpass
import json
import os
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from hikiwake.dossier import Dossier
from hikiwake.dossier.entering.differences import Change, rows, turned
from hikiwake.errors import CaseError
from hikiwake.workbench.kept import Kept, stands_elsewhere, update, with_id
from hikiwake.workbench.outside import keep
from hikiwake.workbench.rows.beside import beside_of
from hikiwake.workbench.rows.bodies import body_of, proposal_of
from hikiwake.workbench.store import broken
from hikiwake.workbench.texts import now

PENDING, DONE, UNDONE = "pending", "done", "undone"
UNDOING, REDOING = "undoing", "redoing"
_LEFT = f"WHERE state IN ('{PENDING}', '{UNDOING}', '{REDOING}')"
OUTSIDE = "outside"  # what the log only tells of: documents read, rows changed by other means


@dataclass(frozen=True, slots=True)
class Turn:
    """What became of one proposal by a command: as it was (without a status where it was not there), and as it is."""

    before: Kept
    after: Kept


@dataclass(frozen=True, slots=True)
class Command:
    """One line of the log. ``state`` is done or undone, else what a program was at; ``rows`` changed in the folder."""

    number: int
    at: str
    who: str
    what: str
    state: str
    turns: tuple[Turn, ...] = ()
    rows: tuple[Change, ...] = ()

    def as_row(self) -> dict[str, object]:
        """Plain values, as ``hikiwake log --json`` prints them."""
        ids = [turn.after.id for turn in self.turns]
        told = {"number": self.number, "at": self.at, "who": self.who, "what": self.what, "state": self.state}
        return {**told, "proposals": ids, "rows": [{"kind": each.kind, "id": each.id} for each in self.rows]}


def whoever() -> str:
    """Who decides: ``HIKIWAKE_USER``, else the name of the user of this machine."""
    try:
        return os.environ.get("HIKIWAKE_USER") or getpass.getuser()
    except (KeyError, OSError):  # a user without a name, as in some containers
        return "unknown"


def note(
    connection: sqlite3.Connection, who: str, what: str, turns: Iterable[Turn], changes: Iterable[Change], state: str
) -> int:
    """Write a line into the log; its number."""
    told = json.dumps([[_kept(turn.before), _kept(turn.after)] for turn in turns], ensure_ascii=False)
    rows_ = json.dumps([[each.kind, each.id, each.before, each.after] for each in changes], ensure_ascii=False)
    query = "INSERT INTO commands (at, who, what, state, proposals, rows) VALUES (?, ?, ?, ?, ?, ?)"
    return int(connection.execute(query, (now(), who, what, state, told, rows_)).lastrowid or 0)


def _kept(kept: Kept) -> list[object]:
    return [kept.id, body_of(kept.proposal), kept.coder, kept.status, kept.entry, kept.beside]


def set_state(connection: sqlite3.Connection, number: int, state: str) -> None:
    """Mark a line of the log."""
    connection.execute("UPDATE commands SET state = ? WHERE number = ?", (state, number))


def log(connection: sqlite3.Connection, where: str = "", values: tuple[object, ...] = ()) -> Iterator[Command]:
    """The lines of the log, oldest first; ``where`` is a condition on them, with its values."""
    query = f"SELECT number, at, who, what, state, proposals, rows FROM commands {where} ORDER BY number"
    for number, at, who, what, state, told, changed in connection.execute(query, values):
        try:
            turns = tuple(Turn(_kept_of(before), _kept_of(after)) for before, after in json.loads(told))
            changes = tuple(Change(kind, id_, _cells(old), _cells(new)) for kind, id_, old, new in json.loads(changed))
        except (ValueError, TypeError, IndexError, RecursionError) as error:
            raise broken(error) from None
        yield Command(number, at, who, what, state, turns, changes)


def _kept_of(told: list[Any]) -> Kept:
    id_, body, coder, status, entry, *beside = told
    return Kept(id_, proposal_of(body), coder, status, entry, beside_of(*beside) if beside else ())


def _cells(told: list[str] | None) -> tuple[str, ...] | None:
    return None if told is None else tuple(told)


def last(connection: sqlite3.Connection, state: str) -> Command | None:
    """The command to take back (the last that is done), or to do again (the last undone, nothing done since)."""
    if state == UNDONE:
        return next(iter(undone(connection)), None)
    return next(log(connection, f"WHERE number = (SELECT max(number) FROM commands WHERE state = '{DONE}')"), None)


def undone(connection: sqlite3.Connection) -> tuple[Command, ...]:
    """What was taken back after the last decision that stands: the next to be done again first."""
    stands = f"SELECT coalesce(max(number), 0) FROM commands WHERE state = '{DONE}'"
    return tuple(log(connection, f"WHERE state = '{UNDONE}' AND number > ({stands})"))


def of_row(connection: sqlite3.Connection, kind: str, id_: str) -> tuple[tuple[Command, Change], ...]:
    """The lines of the log that changed a row, oldest first, each with what it changed."""
    lines = log(connection, "WHERE instr(rows, ?) > 0", (json.dumps([kind, id_], ensure_ascii=False)[:-1],))
    return tuple((line, each) for line in lines for each in line.rows if (each.kind, each.id) == (kind, id_))


def latest(connection: sqlite3.Connection, most: int, before: int = 0) -> tuple[Command, ...]:
    """The last lines of the log, the latest first; at most so many, before a number where one is given."""
    found = connection.execute(
        "SELECT min(number) FROM (SELECT number FROM commands WHERE number < ? ORDER BY number DESC LIMIT ?)",
        (before or 1 << 62, most),
    ).fetchone()[0]
    lines = log(connection, "WHERE number >= ? AND number < ?", (found, before or 1 << 62)) if found else ()
    return tuple(reversed([*lines]))


def position(connection: sqlite3.Connection) -> tuple[int, int]:
    """How far the work is: the numbers of the last line of the log that is not pending, and of the last proposal."""
    query = f"SELECT coalesce(max(number), 0) FROM commands WHERE state NOT IN ('{PENDING}', '{UNDOING}', '{REDOING}')"
    found = f"SELECT ({query}), (SELECT coalesce(max(number), 0) FROM proposals)"
    done, proposed = connection.execute(found).fetchone()
    return int(done), int(proposed)


def has_pending(connection: sqlite3.Connection) -> bool:
    """Whether a program is, or was when it was killed, in the midst of a decision."""
    return next(log(connection, _LEFT), None) is not None


def complete(connection: sqlite3.Connection, dossier: Dossier) -> None:
    """Bring what a killed program was at to the state that the case folder is in. Within a transaction."""
    left = list(log(connection, _LEFT))
    found = rows(dossier) if left else {}
    for line in left:
        stands = all(found.get((each.kind, each.id)) == each.after for each in line.rows)
        if not stands and line.state == PENDING:
            connection.execute("DELETE FROM commands WHERE number = ?", (line.number,))
            continue
        turn(connection, line.turns, back=not stands)
        set_state(connection, line.number, DONE if stands else UNDONE)
        keep(connection, line.rows if stands else turned(line.rows))


def turn(connection: sqlite3.Connection, turns: Iterable[Turn], *, back: bool = False) -> None:
    """Keep the proposals as a command left them, or as it found them, at the place in the text where they stand now."""
    for each in turns:
        wanted, there = each.before if back else each.after, with_id(connection, each.after.id)
        if there and each.before.proposal.passages == each.after.proposal.passages:
            gone = there.status == "stale" and wanted.status == "open"
            proposal = replace(wanted.proposal, passages=there.proposal.passages)
            wanted = replace(wanted, proposal=proposal, status="stale" if gone else wanted.status)
        update(connection, wanted)
        if there and wanted.status and wanted.proposal.passages != there.proposal.passages:
            stands_elsewhere(connection, wanted)


def refuse_decided(connection: sqlite3.Connection, line: Command) -> None:
    """Raise ``CaseError`` where a proposal is no more as a command found it that is to be done again."""
    new = any(not each.before.status for each in line.turns)
    for each in line.turns:
        there = with_id(connection, each.before.id)
        if there and new and there.proposal.passages != each.before.proposal.passages:
            raise CaseError(f"proposal {there.id}: the text is another now; split it again; nothing was changed")
        if there and there.status != each.before.status:
            raise CaseError(
                f"proposal {there.id}: {there.status} now, {each.before.status} before; nothing was changed"
            )
