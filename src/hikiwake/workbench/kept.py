"""Proposals as a workbench keeps them: with who made them, what became of them, and the words they stand on."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from hikiwake.errors import CaseError
from hikiwake.periods import Period
from hikiwake.workbench.proposal import Proposal, Span
from hikiwake.workbench.store import broken

STATUSES = ("open", "accepted", "rejected", "stale")
LONGEST_SAID = 2_000  # characters of a passage that are indexed


@dataclass(frozen=True, slots=True)
class Kept:
    """A proposal in a workbench. ``status`` is open, accepted, rejected or stale (its passage is gone from the text).

    ``id`` stays as it was first proposed, also after an edit; ``entry`` is the id of what an accepted one became.
    """

    id: str
    proposal: Proposal
    coder: str
    status: str
    entry: str = ""

    def edited(self, changes: Mapping[str, Any]) -> Kept:
        """The same with other fields of the proposal. Raises ``CaseError`` for what no proposal can be."""
        try:
            return replace(self, proposal=replace(self.proposal, **changes))
        except (TypeError, ValueError) as error:
            raise CaseError(f"proposal {self.id}: {error}; nothing was changed") from None

    def as_row(self) -> dict[str, Any]:
        """Plain values, as ``hikiwake proposals --json`` prints them."""
        told = {**self.proposal.as_row(), "id": self.id, "status": self.status, "coder": self.coder}
        return {**told, "entry": self.entry} if self.entry else told


def add(connection: sqlite3.Connection, proposals: Iterable[Proposal], coder: str, texts: dict[str, str]) -> int:
    """Keep proposals that are not there yet, whatever was decided of those that are; how many were added.

    A stale one that is proposed again is open again; what two coders propose is kept once, with both their names.
    """
    added = 0
    for proposal in proposals:
        row = connection.execute(
            "INSERT OR IGNORE INTO proposals (id, kind, document, start, confidence, coder, status, body, proposed) "
            "VALUES (?, ?, ?, ?, ?, ?, 'open', ?, ?)",
            (proposal.id, *_columns(proposal), coder, *[body_of(proposal)] * 2),
        )
        if row.rowcount:
            first = proposal.passages[0]
            said = texts.get(first.document, "")[first.start : first.end][:LONGEST_SAID]
            connection.execute("INSERT INTO said (rowid, words) VALUES (?, ?)", (row.lastrowid, said))
            added += 1
        else:
            connection.execute("UPDATE proposals SET status = 'open' WHERE id = ? AND status = 'stale'", (proposal.id,))
            _second(connection, proposal.id, coder)
    return added


def _second(connection: sqlite3.Connection, id_: str, coder: str) -> None:
    """Note that another coder proposes the same."""
    (coders,) = connection.execute("SELECT coder FROM proposals WHERE id = ?", (id_,)).fetchone()
    if coder not in coders.split("; "):
        connection.execute("UPDATE proposals SET coder = ? WHERE id = ?", (f"{coders}; {coder}", id_))


def coded(connection: sqlite3.Connection, coder: str) -> frozenset[str]:
    """The documents of which a coder has proposed something."""
    query = "SELECT DISTINCT document FROM proposals WHERE '; ' || coder || ';' LIKE ?"
    return frozenset(row[0] for row in connection.execute(query, (f"%; {coder};%",)))


def _columns(proposal: Proposal) -> tuple[str, str, int, float]:
    return proposal.kind, proposal.document, proposal.passages[0].start, proposal.confidence


def update(connection: sqlite3.Connection, kept: Kept) -> None:
    """Keep a proposal as it is now."""
    connection.execute(
        "UPDATE proposals SET kind = ?, document = ?, start = ?, confidence = ?, status = ?, entry = ?, body = ? "
        "WHERE id = ?",
        (*_columns(kept.proposal), kept.status, kept.entry, body_of(kept.proposal), kept.id),
    )


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


class Asked(NamedTuple):
    """What proposals are asked for; an empty criterion asks for nothing. ``about`` are words of their passage."""

    kind: str = ""
    status: str = ""
    document: str = ""
    about: str = ""


def find(
    connection: sqlite3.Connection,
    *,
    kind: str = "",
    status: str = "",
    document: str = "",
    about: str = "",
    most: int = -1,
    after: int = 0,
) -> Iterator[Kept]:
    """The proposals that meet every criterion, in the order of the texts; at most so many, after so many others."""
    where, values = _where(Asked(kind, status, document, about))
    order = "ORDER BY document, start, number LIMIT ? OFFSET ?"
    query = f"SELECT id, body, coder, status, entry FROM proposals {where} {order}"
    for row in connection.execute(query, (*values, most, after)):
        yield Kept(row[0], proposal_of(row[1]), *row[2:])


def count(connection: sqlite3.Connection, asked: Asked) -> int:
    """How many proposals meet every criterion."""
    where, values = _where(asked)
    return int(connection.execute(f"SELECT count(*) FROM proposals {where}", values).fetchone()[0])


def _where(asked: Asked) -> tuple[str, list[str]]:
    """The condition in SQL, and its values."""
    plain = asked._replace(about="")._asdict()
    conditions = [f"{name} = ?" for name, value in plain.items() if value]
    values = [value for value in plain.values() if value]
    if words := re.findall(r"\w+", asked.about):
        conditions.append("number IN (SELECT rowid FROM said WHERE words MATCH ?)")
        values.append(" ".join(f'"{word}"' for word in words))
    return (f"WHERE {' AND '.join(conditions)}" if conditions else ""), values


def named(connection: sqlite3.Connection, ids: Iterable[str]) -> tuple[Kept, ...]:
    """The proposals with certain ids, which may be cut short. Raises ``CaseError`` where one is none, or several."""
    return tuple(_named(connection, id_) for id_ in dict.fromkeys(ids))


def _named(connection: sqlite3.Connection, id_: str) -> Kept:
    query = "SELECT id, body, coder, status, entry FROM proposals WHERE substr(id, 1, ?) = ? LIMIT 2"
    found = connection.execute(query, (len(id_), id_)).fetchall() if id_ else []
    if len(found) != 1:
        what = "begins more than one proposal's id; give more of it" if found else "no proposal has this id"
        raise CaseError(f"{id_!r}: {what} (`hikiwake proposals` lists them)")
    row = found[0]
    return Kept(row[0], proposal_of(row[1]), *row[2:])


def with_id(connection: sqlite3.Connection, id_: str) -> Kept | None:
    """The proposal with a whole id, or ``None``."""
    query = "SELECT id, body, coder, status, entry FROM proposals WHERE id = ?"
    row = connection.execute(query, (id_,)).fetchone()
    return Kept(row[0], proposal_of(row[1]), *row[2:]) if row else None


def standing_on(connection: sqlite3.Connection, entries: Iterable[str]) -> list[Kept]:
    """The accepted proposals that have become certain entries."""
    wanted = frozenset(entries)
    rows = connection.execute("SELECT id, entry FROM proposals WHERE status = 'accepted'").fetchall() if wanted else []
    found = (with_id(connection, id_) for id_, entry in rows if entry in wanted)
    return [each for each in found if each]


def body_of(proposal: Proposal) -> str:
    """A proposal as JSON."""
    told = {name: getattr(proposal, name) for name in _names()}
    told["passages"] = [[span.document, span.start, span.end] for span in proposal.passages]
    told["period"] = _cells(proposal.period) if proposal.period else None
    return _encoder().encode(told)


@cache
def _names() -> tuple[str, ...]:
    return tuple(field.name for field in fields(Proposal))


@cache
def _encoder() -> json.JSONEncoder:
    return json.JSONEncoder(ensure_ascii=False)


def _cells(period: Period) -> list[str | None]:
    end = None if period.end is None else period.end.isoformat()
    return [period.start.isoformat(), end, period.precision, period.basis]


def proposal_of(body: str) -> Proposal:
    """The proposal that stands in JSON. Raises ``StorageError`` for what is none."""
    try:
        told = json.loads(body)
        start, end, *rest = told.pop("period") or (None, None)
        period = Period(date.fromisoformat(start), date.fromisoformat(end) if end else None, *rest) if start else None
        passages = tuple(Span(*each) for each in told.pop("passages"))
        lists = {name: _frozen(value) for name, value in told.items()}
        return Proposal(**{**lists, "passages": passages, "period": period})
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise broken(error) from None


def _frozen(value: Any) -> Any:
    return tuple(_frozen(each) for each in value) if isinstance(value, list) else value
