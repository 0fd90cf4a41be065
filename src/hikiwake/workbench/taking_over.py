"""What accepting proposals makes of the case, and of the other proposals: one decision, in which each step is known.

A merge takes what it names as the steps before it left it. What stood on an event that went into another stands on that
one then, and a merge of what is one event already is done with it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import replace

from hikiwake.documents import text_hash
from hikiwake.dossier import Dossier
from hikiwake.errors import CaseError
from hikiwake.workbench import kept as keeping
from hikiwake.workbench.accepting import accepted
from hikiwake.workbench.commands import Turn
from hikiwake.workbench.deciding.noting import handed_over
from hikiwake.workbench.kept import Kept
from hikiwake.workbench.needed import with_passages
from hikiwake.workbench.texts import document_of, texts_of
from hikiwake.workbench.uniting import absorbed, citing, event_of, one_event, parts_of, united


class TakingOver:
    """A case in which proposals become entries one after the other, and what has become of the proposals."""

    def __init__(self, connection: sqlite3.Connection, dossier: Dossier) -> None:
        """Begin with a case as it stands."""
        self._connection, self.dossier = connection, dossier
        self._before: dict[str, Kept] = {}
        self._now: dict[str, Kept] = {}

    @property
    def turns(self) -> list[Turn]:
        """What has become of each proposal: as it was, and as it is."""
        return [Turn(before, self._now[id_]) for id_, before in self._before.items()]

    def edit(self, before: Kept, after: Kept) -> None:
        """Have a proposal other fields from now on."""
        self._before.setdefault(before.id, before)
        self._now[before.id] = after

    def accept_all(self, proposals: Iterable[Kept]) -> list[str]:
        """Make proposals entries, one after another; the ids of those.

        Raises ``CaseError`` at the first that cannot be one, which it names: then none is to be kept.
        """
        try:
            return [self.accept(each) for each in proposals]
        except CaseError as error:
            raise CaseError(f"{error}; nothing was accepted") from None

    def accept(self, proposal: Kept) -> str:
        """Make a proposal an entry; the entry's id. One that an earlier step made one stays as that left it."""
        each = self._now.get(proposal.id, proposal)
        if each.status == "accepted":
            return each.entry
        if each.proposal.kind == "merge":
            parts = parts_of(each)
            self._turn(each, entry := self.join(parts, [self._named(id_) for id_ in parts]))
            return entry
        return self._accept_one(each)

    def join(self, ids: Iterable[str], parts: Iterable[Kept]) -> str:
        """Make one event of proposals and events of the case, the first named; its id."""
        by_id, events = {part.id: self._now.get(part.id, part) for part in parts}, list[str]()
        for id_ in ids:
            part = next((each for full, each in by_id.items() if full.startswith(id_)), None)
            if part is None or part.status == "accepted":
                events.append(event_of(self.dossier, part.entry if part else id_))
            elif part.status == "open":
                events.append(self._accept_one(part))
            else:
                raise CaseError(f"proposal {part.id}: {part.status}; a merge takes what is open or accepted")
        self.dossier, first = united(self.dossier, events)
        for part in by_id.values():
            self._turn(part, first)
        self._follow({*events} - {first}, first)
        return first

    def join_statements(self, ids: Iterable[str], parts: Iterable[Kept]) -> str:
        """Make one entry of proposals and entries of one kind that is no event, the first named; its id."""
        by_id, first = {part.id: self._now.get(part.id, part) for part in parts}, ""
        for id_ in ids:
            part = next((each for full, each in by_id.items() if full.startswith(id_)), None)
            entry = part.entry if part else id_
            if part and part.status == "open":
                first = self._cite(part, first) if first else self._accept_one(part)
            elif not first:
                first = entry
            elif entry != first:
                self.dossier = absorbed(self.dossier, first, entry)
                self._follow({entry}, first)
        for part in by_id.values():
            self._turn(part, first)
        return first

    def _cite(self, part: Kept, entry: str) -> str:
        """Have an entry stand on the passages of a proposal, too; the entry's id."""
        self.dossier, passages = with_passages(self._whole(part), part.proposal.passages, self._texts(part))
        self.dossier = citing(self.dossier, entry, passages)
        return entry

    def _texts(self, each: Kept) -> dict[str, str]:
        """The texts in which a proposal stands. Raises ``CaseError`` where the case has another of one."""
        texts = {text.id: text.text for text in texts_of(self._connection, documents_of(each))}
        try:
            refuse_other_text(self.dossier, texts)
        except CaseError as error:
            raise CaseError(f"proposal {each.id}: {error}") from None
        return texts

    def _whole(self, each: Kept) -> Dossier:
        """The case with the documents that a proposal needs and it has not."""
        missing = [id_ for id_ in documents_of(each) if id_ not in self.dossier.document]
        read = [document for id_ in missing if (document := document_of(self._connection, id_))]
        return replace(self.dossier, documents=(*self.dossier.documents, *read)) if read else self.dossier

    def _accept_one(self, each: Kept) -> str:
        """Write one entry, with the documents that it needs and the case has not."""
        texts = self._texts(each)
        try:
            self.dossier, entry = accepted(self._whole(each), each, texts)
        except CaseError as error:
            raise error if each.id in str(error) else CaseError(f"proposal {each.id}: {error}") from None
        self._turn(each, entry)
        return entry

    def _follow(self, gone: set[str], event: str) -> None:
        """Have what stood on events that went into another stand on that one; merges of what is one now are done."""
        for each in keeping.standing_on(self._connection, gone):
            self._turn(each, event)
        for each in [*self._now.values()]:
            if each.entry in gone:
                self._turn(each, event)
        for each in keeping.find(self._connection, kind="merge", status="open"):
            parts = [self._now.get(id_) or keeping.with_id(self._connection, id_) for id_ in parts_of(each)]
            if each.id not in self._now and (one := one_event(self.dossier, parts)):
                self._turn(each, one)

    def _named(self, id_: str) -> Kept:
        (found,) = keeping.named(self._connection, [id_])
        return found

    def _turn(self, kept: Kept, entry: str) -> None:
        """Note a proposal as accepted."""
        now = self._now.get(kept.id, kept)
        self._before.setdefault(kept.id, now)
        self.dossier, now = handed_over(self.dossier, now, entry)
        self._now[kept.id] = replace(now, status="accepted", entry=entry)


def documents_of(kept: Kept) -> tuple[str, ...]:
    """The documents that a proposal has passages in, each once."""
    return tuple(dict.fromkeys(span.document for span in kept.proposal.passages))


def refuse_other_text(dossier: Dossier, texts: Mapping[str, str]) -> None:
    """Raise ``CaseError`` where the case has another text of a document than that in which a passage was chosen."""
    for id_, text in texts.items():
        document = dossier.document.get(id_)
        if document and document.sha256 not in ("", text_hash(text)):
            raise CaseError(
                f"the case has another text of {id_} than the workbench, and its passage would be wrong there; "
                f"`hikiwake read` the file of the text that is right, {document.file}, then decide"
            )
