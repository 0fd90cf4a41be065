"""What a reviewer decides beyond accept and reject: one entry of several, two of one, and notes."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import chain, count
from typing import Any

from hikiwake.dossier import Claim, Dossier, Driver, Event, Position, Reading
from hikiwake.dossier.entering.by_hand import refuse_misfits
from hikiwake.errors import CaseError
from hikiwake.workbench import kept as keeping
from hikiwake.workbench.commands import Turn, whoever
from hikiwake.workbench.deciding.noting import memo_said, noted, with_memos
from hikiwake.workbench.decisions import Decisions
from hikiwake.workbench.kept import Kept
from hikiwake.workbench.proposal import Proposal
from hikiwake.workbench.rows.beside import FROM, Note
from hikiwake.workbench.taking_over import TakingOver
from hikiwake.workbench.texts import now

KINDS_OF: dict[type, str] = {
    Event: "event",
    Claim: "claim",
    Reading: "reading",
    Position: "position",
    Driver: "driver",
}


class Review:
    """Merges, splits, second types and memos on an open workbench; each is one decision, taken back as one."""

    def __init__(self, connection: sqlite3.Connection, decisions: Decisions, case: Callable[[], Dossier]) -> None:
        """Those on a workbench and its folder; ``case`` reads the folder."""
        self._connection, self._decisions, self._case = connection, decisions, case

    def merge(self, ids: Iterable[str], who: str = "") -> str:
        """Make one entry of several that say the same: entries of the case and proposals of one kind; the entry's id.

        The first keeps its cells and gets the passages of all; of an event each passage stays a mention as it is told
        there. Raises ``CaseError`` where one was rejected, where kinds differ, or where fewer than two are named.
        """
        wanted, case = tuple(dict.fromkeys(ids)), self._case()
        entries = {id_: KINDS_OF[type(case.by_id[id_])] for id_ in wanted if type(case.by_id.get(id_)) in KINDS_OF}
        parts = keeping.named(self._connection, (id_ for id_ in wanted if id_ not in entries))
        kinds = {*entries.values(), *(each.proposal.kind for each in parts)}
        odd = any(each.status not in ("open", "accepted") for each in parts) or not kinds <= {*KINDS_OF.values()}
        if len(wanted) < 2 or odd or len(kinds) > 1:
            raise CaseError(
                "a merge takes two or more of one kind (event, claim, reading, position, driver): entries of the case, "
                "or proposals that are open or accepted; nothing was changed"
            )
        entry = ""

        def decide(dossier: Dossier) -> tuple[Dossier, list[Turn]]:
            nonlocal entry
            taking = TakingOver(self._connection, dossier)
            join = taking.join if kinds == {"event"} else taking.join_statements
            entry = join(wanted, parts)
            refuse_misfits(taking.dossier)
            return taking.dossier, taking.turns

        self._decisions.carry_out(who, "merge", decide)
        return entry

    def split(self, id_: str, changes: dict[str, Any], other: Proposal, who: str = "") -> Kept:
        """Make two proposals of an open one: itself with some fields changed, and another; that other one."""
        return self._two("split", id_, changes, other, who)

    def accept_split(self, id_: str, changes: dict[str, Any], other: Proposal, who: str = "") -> Kept:
        """Make two proposals of an open one and accept both, as one decision; the other one. Raises as both would."""
        return self._two("split and accept", id_, changes, other, who, accepted=True)

    def two_types(self, id_: str, other: Proposal, who: str = "") -> Kept:
        """Keep an open proposal, and beside it another of a different kind or type on the same passages."""
        return self._two("two types", id_, self._one_type(id_, other), other, who)

    def accept_two_types(self, id_: str, other: Proposal, who: str = "") -> Kept:
        """Keep an open proposal and another beside it, and accept both, as one decision. Raises as both would."""
        return self._two("accept of two types", id_, self._one_type(id_, other), other, who, accepted=True)

    def _one_type(self, id_: str, other: Proposal) -> dict[str, Any]:
        """What changes in a proposal beside which another of a different kind or type is kept."""
        (each,) = keeping.named(self._connection, [id_])
        if (other.kind, other.type) == (each.proposal.kind, each.proposal.type):
            raise CaseError(f"proposal {each.id}: {other.type or other.kind} already; choose another type or kind")
        return {"types": each.proposal.types[:1]} if each.proposal.types[1:] else {}

    def _two(
        self, what: str, id_: str, changes: dict[str, Any], other: Proposal, who: str, *, accepted: bool = False
    ) -> Kept:
        """Raises ``CaseError`` where the proposal is not open, or where the other one is there already."""
        made: list[Kept] = []

        def decide(dossier: Dossier) -> tuple[Dossier, list[Turn]]:
            (each,) = keeping.named(self._connection, [id_])
            if each.status != "open":
                raise CaseError(f"proposal {each.id}: {each.status} already; nothing was changed")
            one = replace(each, proposal=replace(each.proposal, **changes))
            there = keeping.with_id(self._connection, other.id)
            if other == one.proposal or (there and there.id != each.id and there.proposal == other):
                raise CaseError(f"proposal {each.id}: the second is proposed already; change one of the two")
            made.append(Kept(self._fresh(other, each.id), other, who or whoever(), "open", beside=((FROM, each.id),)))
            taking = TakingOver(self._connection, dossier)
            taking.edit(each, one)
            taking.edit(replace(made[0], status=""), made[0])
            if accepted:
                taking.accept_all([one, made[0]])
            return taking.dossier, taking.turns

        self._decisions.carry_out(who, what, decide)
        return made[0]

    def _fresh(self, proposal: Proposal, origin: str) -> str:
        """An id for a new proposal: its own, and where another has that, as one of another time may, one more."""
        tries = (hashlib.sha256(f"{origin} {number}".encode()).hexdigest()[:16] for number in count(1))
        return next(id_ for id_ in chain([proposal.id], tries) if not keeping.with_id(self._connection, id_))

    def memo(self, id_: str, text: str, who: str = "") -> None:
        """Note something on a proposal, or on an entry of the case. Raises ``CaseError`` where there is neither."""
        note = Note(who or whoever(), now(), memo_said(text))

        def decide(dossier: Dossier) -> tuple[Dossier, list[Turn]]:
            if id_ in dossier.by_id:
                return with_memos(dossier, id_, [note]), []
            (each,) = keeping.named(self._connection, [id_])
            if each.status == "accepted" and each.entry in dossier.by_id:
                return with_memos(dossier, each.entry, [note]), []
            return dossier, [Turn(each, noted(each, note))]

        self._decisions.carry_out(who, "memo", decide)
