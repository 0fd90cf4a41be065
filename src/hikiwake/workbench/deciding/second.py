"""A second coder's pass: the same proposals as their coder made them, decided without seeing what was decided before.

What the second coder says changes nothing in the record. It stands beside the proposal, is compared with what was
decided in the review, and where the two differ somebody settles it; what lost is kept.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from hikiwake.dossier import Dossier
from hikiwake.dossier.entering.by_hand import refuse_misfits
from hikiwake.errors import CaseError
from hikiwake.workbench import kept as keeping
from hikiwake.workbench.commands import DONE, Turn, whoever
from hikiwake.workbench.deciding.differing import Comparison, Difference, compared, told_apart
from hikiwake.workbench.deciding.settling import settled
from hikiwake.workbench.decisions import Decisions
from hikiwake.workbench.kept import Kept
from hikiwake.workbench.reviewing.alpha import Agreement
from hikiwake.workbench.rows.beside import FROM, SECOND, SETTLED, settled_in, sought, verdict_in
from hikiwake.workbench.rows.bodies import body_of, proposal_of
from hikiwake.workbench.texts import now

SHARES = {"": "g", "half": "8", "quarter": "4", "sixteenth": "1"}  # up to which beginning of an id; ids are digests
_READABLE = "status IN ('open', 'accepted', 'rejected') AND kind != 'merge' AND instr(beside, ?) = 0"
READING = "second reading"  # what the log calls a decision of a second coder
DECIDED = ("accepted", "rejected")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a second coder goes over: the proposals of a kind, of a document, and which share of them."""

    kind: str = ""
    document: str = ""
    share: str = ""


class SecondPass:
    """What second coders decide on an open workbench, each under a name."""

    def __init__(self, connection: sqlite3.Connection, decisions: Decisions) -> None:
        """That on a workbench."""
        self._connection, self._decisions = connection, decisions

    def coders(self) -> dict[str, int]:
        """How many proposals each second coder has decided on, by name."""
        query = "SELECT who, count(*) FROM commands WHERE what = ? AND state = ? GROUP BY who ORDER BY who"
        return dict(self._connection.execute(query, (READING, DONE)).fetchall())

    def count(self, wanted: Wanted, coder: str = "") -> int:
        """How many proposals there are to go over; with ``coder`` those that this coder has not decided on yet."""
        where, values = _where(wanted, coder)
        return int(self._connection.execute(f"SELECT count(*) FROM proposals {where}", values).fetchone()[0])

    def left(self, wanted: Wanted, coder: str, most: int) -> tuple[Kept, ...]:
        """Some that a coder has not decided on, in the order of the texts, as they were proposed and no more."""
        where, values = _where(wanted, coder)
        query = f"SELECT id, proposed, coder FROM proposals {where} ORDER BY document, start, number LIMIT ?"
        rows = self._connection.execute(query, (*values, most))
        return tuple(Kept(id_, proposal_of(body), by, "open") for id_, body, by in rows)

    def judge(self, id_: str, coder: str, status: str, changes: dict[str, Any] | None = None) -> None:
        """Note what a second coder decides: accepted, with fields as that coder has them, or rejected.

        Raises ``CaseError`` where the coder has no name or has decided already, and for what no proposal can be.
        """
        if not coder.strip() or status not in DECIDED:
            raise CaseError("a second coder needs a name, and accepts or rejects; nothing was noted")

        def decide(dossier: Dossier) -> tuple[Dossier, list[Turn]]:
            (each,) = keeping.named(self._connection, [id_])
            if each.proposal.kind == "merge" or each.status == "stale" or any(part[0] == FROM for part in each.beside):
                raise CaseError(f"proposal {each.id}: not one that a second coder goes over; nothing was noted")
            if verdict_in(each.beside, coder):
                raise CaseError(f"proposal {each.id}: {coder} has decided on it already; nothing was noted")
            proposed = keeping.as_proposed(self._connection, each.id)
            try:
                body = body_of(replace(proposed, **(changes or {})))
            except (TypeError, ValueError) as error:
                raise CaseError(f"proposal {each.id}: {error}; nothing was noted") from None
            beside = (*each.beside, (SECOND, coder, status, now(), body))
            return dossier, [Turn(each, replace(each, beside=beside))]

        self._decisions.carry_out(coder, READING, decide)

    def as_proposed(self, id_: str) -> Kept:
        """A proposal as its coder made it. Raises ``CaseError`` where there is none."""
        (each,) = keeping.named(self._connection, [id_])
        return Kept(each.id, keeping.as_proposed(self._connection, each.id), each.coder, "open")

    def compared(self, coder: str) -> Comparison:
        """How far a second coder and the review agree on what both have decided on, and where they differ."""
        query = (
            "SELECT id, status, body, beside FROM proposals WHERE status IN (?, ?) AND instr(beside, ?) > 0 "
            "ORDER BY document, start, number"
        )
        rows = self._connection.execute(query, (*DECIDED, sought(SECOND, coder)))
        return compared(rows, coder)

    def agreement(self, coder: str) -> tuple[Agreement, ...]:
        """How far a second coder and the review agree: on accepting, and of what both accepted on what it is."""
        return self.compared(coder).agreement

    def differences(self, ids: Iterable[str], coder: str) -> tuple[Difference, ...]:
        """What a second coder and the review made of some proposals."""
        found = ((each, verdict_in(each.beside, coder)) for each in keeping.named(self._connection, ids))
        return tuple(told_apart(each, verdict) for each, verdict in found if verdict)

    def settle(self, id_: str, coder: str, chosen: str, who: str = "") -> None:
        """Settle a difference: ``chosen`` is first or second. The record follows what was chosen; the other is kept.

        Raises ``CaseError`` where there is no such difference, where it is settled, or where the record cannot follow.
        """

        def decide(dossier: Dossier) -> tuple[Dossier, list[Turn]]:
            (each,) = keeping.named(self._connection, [id_])
            verdict = verdict_in(each.beside, coder)
            if chosen not in ("first", "second") or verdict is None or each.status not in DECIDED:
                raise CaseError(f"proposal {each.id}: no difference with {coder!r} that {chosen!r} settles")
            if settled_in(each.beside, coder) or not told_apart(each, verdict).what:
                raise CaseError(f"proposal {each.id}: there is nothing to settle any more; nothing was changed")
            lost = (verdict.status, verdict.body) if chosen == "first" else (each.status, body_of(each.proposal))
            noted = replace(each, beside=(*each.beside, (SETTLED, coder, chosen, who or whoever(), now(), *lost)))
            if chosen == "first":
                return dossier, [Turn(each, noted)]
            after, turns = settled(self._connection, dossier, noted, verdict)
            refuse_misfits(after)
            return after, [replace(turn, before=each) if turn.after.id == each.id else turn for turn in turns]

        self._decisions.carry_out(who, "settlement", decide)


def _where(wanted: Wanted, coder: str) -> tuple[str, list[object]]:
    """The condition in SQL, and its values. Raises ``CaseError`` for a share that there is not."""
    if wanted.share not in SHARES:
        raise CaseError(f"{wanted.share!r}: no share; there are {', '.join(filter(None, SHARES))}")
    told = {"kind": wanted.kind, "document": wanted.document}
    conditions = [_READABLE, "id < ?", *(f"{name} = ?" for name, value in told.items() if value)]
    values: list[object] = [sought(FROM), SHARES[wanted.share], *filter(None, told.values())]
    if coder:
        conditions.append("instr(beside, ?) = 0")
        values.append(sought(SECOND, coder))
    return f"WHERE {' AND '.join(conditions)}", values
