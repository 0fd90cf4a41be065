"""Proposals as a workbench keeps them: with who made them, what became of them, and the words they stand on."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from hikiwake.errors import CaseError
from hikiwake.workbench.proposal import Proposal
from hikiwake.workbench.rows.asked import FIRST, Asked, condition_of
from hikiwake.workbench.rows.beside import Aside, beside_of, notes_in, written
from hikiwake.workbench.rows.bodies import body_of, proposal_of
from hikiwake.workbench.rows.subjects import subject_of
from hikiwake.workbench.store import broken

STATUSES = ("open", "accepted", "rejected", "stale")
_KEPT = "id, body, coder, status, entry, beside"
LONGEST_SAID = 2_000  # characters of a passage that are indexed


@dataclass(frozen=True, slots=True)
class Kept:
    """A proposal in a workbench. ``status`` is open, accepted, rejected or stale (its passage is gone from the text).

    ``id`` stays as it was first proposed, also after an edit; ``entry`` is the id of what an accepted one became.
    ``beside`` are memos, what second coders decided, how that was settled, and what it was split from.
    """

    id: str
    proposal: Proposal
    coder: str
    status: str
    entry: str = ""
    beside: tuple[Aside, ...] = ()

    def edited(self, changes: Mapping[str, Any]) -> Kept:
        """The same with other fields of the proposal. Raises ``CaseError`` for what no proposal can be."""
        try:
            return replace(self, proposal=replace(self.proposal, **changes))
        except (TypeError, ValueError) as error:
            raise CaseError(f"proposal {self.id}: {error}; nothing was changed") from None

    def as_row(self) -> dict[str, Any]:
        """Plain values, as ``hikiwake proposals --json`` prints them."""
        told = {**self.proposal.as_row(), "id": self.id, "status": self.status, "coder": self.coder}
        notes = [{"author": each.author, "at": each.at, "text": each.text} for each in notes_in(self.beside)]
        return told | ({"entry": self.entry} if self.entry else {}) | ({"memos": notes} if notes else {})


def add(connection: sqlite3.Connection, proposals: Iterable[Proposal], coder: str, texts: dict[str, str]) -> int:
    """Keep proposals that are not there yet, whatever was decided of those that are; how many were added.

    A stale one that is proposed again is open again; what two coders propose is kept once, with both their names.
    """
    added = 0
    for proposal in proposals:
        first = proposal.passages[0]
        if _insert(connection, Kept(proposal.id, proposal, coder, "open"), texts.get(first.document, "")):
            added += 1
        else:
            connection.execute("UPDATE proposals SET status = 'open' WHERE id = ? AND status = 'stale'", (proposal.id,))
            _second(connection, proposal.id, coder)
    return added


def _insert(connection: sqlite3.Connection, kept: Kept, text: str) -> bool:
    """Keep a proposal that is not there yet, with the words of its first passage; whether it was not."""
    row = connection.execute(
        "INSERT OR IGNORE INTO proposals "
        "(id, kind, document, start, confidence, subject, coder, status, entry, beside, body, proposed) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (kept.id, *_columns(kept.proposal), kept.coder, *_state(kept), *[body_of(kept.proposal)] * 2),
    )
    if row.rowcount:
        first = kept.proposal.passages[0]
        said = text[first.start : first.end][:LONGEST_SAID]
        connection.execute("INSERT INTO said (rowid, words) VALUES (?, ?)", (row.lastrowid, said))
    return bool(row.rowcount)


def _second(connection: sqlite3.Connection, id_: str, coder: str) -> None:
    """Note that another coder proposes the same."""
    (coders,) = connection.execute("SELECT coder FROM proposals WHERE id = ?", (id_,)).fetchone()
    if coder not in coders.split("; "):
        connection.execute("UPDATE proposals SET coder = ? WHERE id = ?", (f"{coders}; {coder}", id_))


def coded(connection: sqlite3.Connection, coder: str) -> frozenset[str]:
    """The documents of which a coder has proposed something."""
    query = "SELECT DISTINCT document FROM proposals WHERE '; ' || coder || ';' LIKE ?"
    return frozenset(row[0] for row in connection.execute(query, (f"%; {coder};%",)))


def _columns(proposal: Proposal) -> tuple[str, str, int, float, str]:
    return proposal.kind, proposal.document, proposal.passages[0].start, proposal.confidence, subject_of(proposal)


def _state(kept: Kept) -> tuple[str, str, str]:
    return kept.status, kept.entry, written(kept.beside)


def update(connection: sqlite3.Connection, kept: Kept) -> None:
    """Keep a proposal as it is now: one that is new is added, one without a status is taken away."""
    if not kept.status:
        where = "(SELECT number FROM proposals WHERE id = ?)"
        connection.execute(f"DELETE FROM said WHERE rowid = {where}", (kept.id,))
        connection.execute("DELETE FROM proposals WHERE id = ?", (kept.id,))
        return
    done = connection.execute(
        "UPDATE proposals SET kind = ?, document = ?, start = ?, confidence = ?, subject = ?, status = ?, entry = ?, "
        "beside = ?, body = ? WHERE id = ?",
        (*_columns(kept.proposal), *_state(kept), body_of(kept.proposal), kept.id),
    )
    if not done.rowcount:
        _insert(connection, kept, _text(connection, kept))


def stands_elsewhere(connection: sqlite3.Connection, kept: Kept) -> None:
    """Index the words of a proposal anew: its passages are others now."""
    first = kept.proposal.passages[0]
    said = _text(connection, kept)[first.start : first.end][:LONGEST_SAID]
    where = "(SELECT number FROM proposals WHERE id = ?)"
    connection.execute(f"UPDATE said SET words = ? WHERE rowid = {where}", (said, kept.id))


def _text(connection: sqlite3.Connection, kept: Kept) -> str:
    """The text in which the first passage of a proposal stands."""
    row = connection.execute("SELECT text FROM documents WHERE id = ?", (kept.proposal.document,)).fetchone()
    return str(row[0]) if row else ""


def as_proposed(connection: sqlite3.Connection, id_: str) -> Proposal:
    """A proposal as its coder made it, before any edit."""
    return proposal_of(connection.execute("SELECT proposed FROM proposals WHERE id = ?", (id_,)).fetchone()[0])


def propose_as(connection: sqlite3.Connection, id_: str, proposed: Proposal) -> None:
    """Keep what a coder proposed, where it stands now, under the id that it has."""
    connection.execute("UPDATE proposals SET proposed = ? WHERE id = ?", (body_of(proposed), id_))


def rename(connection: sqlite3.Connection, id_: str, proposed: Proposal) -> str:
    """Keep a proposal under the id that its coder would give it now, unless that one is taken; the id that it has."""
    query = "UPDATE OR IGNORE proposals SET id = ?, proposed = ? WHERE id = ?"
    return proposed.id if connection.execute(query, (proposed.id, body_of(proposed), id_)).rowcount else id_


def find(connection: sqlite3.Connection, *, most: int = -1, after: int = 0, **asked: str) -> Iterator[Kept]:
    """The proposals that meet every criterion (``Asked``), in order; at most so many, after so many others."""
    wanted = Asked(**asked)
    condition, values = condition_of(wanted)
    order = f"ORDER BY {FIRST.get(wanted.first, '')} document, start, number LIMIT ? OFFSET ?"
    query = f"SELECT {_KEPT} FROM proposals {condition} {order}"
    for row in connection.execute(query, (*values, most, after)):
        yield _kept(row)


def near(
    connection: sqlite3.Connection, kind: str, where: str, values: tuple[object, ...], start: int, most: int
) -> Iterator[Kept]:
    """The open proposals of a kind that meet a condition, those first that begin nearest to a character."""
    query = (
        f"SELECT {_KEPT} FROM proposals WHERE kind = ? AND status = 'open' AND {where} ORDER BY abs(start - ?) LIMIT ?"
    )
    for row in connection.execute(query, (kind, *values, start, most)):
        yield _kept(row)


def count(connection: sqlite3.Connection, asked: Asked) -> int:
    """How many proposals meet every criterion."""
    condition, values = condition_of(asked)
    return int(connection.execute(f"SELECT count(*) FROM proposals {condition}", values).fetchone()[0])


def named(connection: sqlite3.Connection, ids: Iterable[str]) -> tuple[Kept, ...]:
    """The proposals with certain ids, which may be cut short. Raises ``CaseError`` where one is none, or several."""
    return tuple(_named(connection, id_) for id_ in dict.fromkeys(ids))


def _named(connection: sqlite3.Connection, id_: str) -> Kept:
    query = f"SELECT {_KEPT} FROM proposals WHERE substr(id, 1, ?) = ? LIMIT 2"
    found = connection.execute(query, (len(id_), id_)).fetchall() if id_ else []
    if len(found) != 1:
        what = "begins more than one proposal's id; give more of it" if found else "no proposal has this id"
        raise CaseError(f"{id_!r}: {what} (`hikiwake proposals` lists them)")
    return _kept(found[0])


def _kept(row: tuple[str, ...]) -> Kept:
    """A proposal from the columns ``_KEPT``. Raises ``StorageError`` for what is none."""
    id_, body, coder, status, entry, beside = row
    try:
        aside = beside_of(json.loads(beside)) if beside else ()
    except (ValueError, TypeError, RecursionError) as error:
        raise broken(error) from None
    return Kept(id_, proposal_of(body), coder, status, entry, aside)


def with_id(connection: sqlite3.Connection, id_: str) -> Kept | None:
    """The proposal with a whole id, or ``None``."""
    row = connection.execute(f"SELECT {_KEPT} FROM proposals WHERE id = ?", (id_,)).fetchone()
    return _kept(row) if row else None


def standing_on(connection: sqlite3.Connection, entries: Iterable[str]) -> list[Kept]:
    """The accepted proposals that have become certain entries."""
    wanted = frozenset(entries)
    rows = connection.execute("SELECT id, entry FROM proposals WHERE status = 'accepted'").fetchall() if wanted else []
    found = (with_id(connection, id_) for id_, entry in rows if entry in wanted)
    return [each for each in found if each]
