"""Memos: on an entry they stand in the case, on a proposal beside it until it becomes an entry, with which they go."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from hikiwake.dossier import Dossier
from hikiwake.dossier.entering.ids import fresh_id
from hikiwake.dossier.memos import Memo
from hikiwake.errors import CaseError
from hikiwake.workbench.kept import Kept
from hikiwake.workbench.rows.beside import MEMO, Note, notes_in, without

LONGEST = 20_000  # characters of a memo


def memo_said(text: str) -> str:
    """The words of a memo. Raises ``CaseError`` for none, or too many."""
    said = "\n".join(line.rstrip() for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")).strip()
    if not said:
        raise CaseError("a memo needs words; nothing was noted")
    if len(said) > LONGEST:
        raise CaseError(f"a memo has at most {LONGEST:,} characters, not {len(said):,}; nothing was noted")
    return said


def noted(kept: Kept, note: Note) -> Kept:
    """A proposal with a memo beside it."""
    return replace(kept, beside=(*kept.beside, (MEMO, note.author, note.at, note.text)))


def with_memos(dossier: Dossier, entry: str, notes: Iterable[Note]) -> Dossier:
    """The case with memos on an entry."""
    memos, document = [*dossier.memos], dossier.document_of(dossier.by_id[entry])
    for note in notes:
        id_ = fresh_id("memo", document, [each.id for each in memos], dossier.document)
        memos.append(Memo(id_, entry, note.author, note.at, note.text))
    return replace(dossier, memos=tuple(memos))


def handed_over(dossier: Dossier, kept: Kept, entry: str) -> tuple[Dossier, Kept]:
    """The case with the memos of a proposal that has become an entry, and the proposal without them."""
    notes = notes_in(kept.beside)
    if not notes:
        return dossier, kept
    return with_memos(dossier, entry, notes), replace(kept, beside=without(kept.beside, MEMO))


def handed_back(dossier: Dossier, kept: Kept, entries: Iterable[str]) -> tuple[Dossier, Kept]:
    """The same the other way round: the memos on entries that are taken out stand beside the proposal again."""
    gone = {*entries}
    for memo in (memo for memo in dossier.memos if memo.entry in gone):
        kept = noted(kept, Note(memo.author, memo.at, memo.text))
    return replace(dossier, memos=tuple(memo for memo in dossier.memos if memo.entry not in gone)), kept
