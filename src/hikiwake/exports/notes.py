"""Notes in Markdown: every entry in the editor's words with its holder, its citation and, with a library, the words."""

from __future__ import annotations

from collections.abc import Iterator

from hikiwake.documents import Edition, Library
from hikiwake.dossier import KINDS, Dossier
from hikiwake.dossier.entries import Entry
from hikiwake.dossier.saying import in_words
from hikiwake.dossier.selection import period_of
from hikiwake.exports.texts import utf8
from hikiwake.periods import Period
from hikiwake.wording.tables import harmless, in_markdown

MOST_WORDS = 25  # of a passage that is quoted
HEADINGS = {
    "events": "What happened",
    "claims": "Figures and other statements",
    "readings": "Interpretations",
    "positions": "Who wants what",
    "formulas": "Ways to settle",
    "drivers": "Argued causes and effects",
    "doubts": "Doubts of the editor",
}


def files(dossier: Dossier, library: Library | None = None) -> Iterator[tuple[str, bytes]]:
    """The notes as one file."""
    yield "notes.md", utf8(harmless(notes(dossier, library)))


def notes(dossier: Dossier, library: Library | None = None) -> str:
    """The dossier as Markdown notes; quotations, of at most 25 words, only where a library is given."""
    return "\n".join(_Writer(dossier, library).lines()) + "\n"


class _Writer:
    """Writes the notes of one dossier; the editions of its documents are looked up once."""

    def __init__(self, dossier: Dossier, library: Library | None) -> None:
        self.dossier = dossier
        cited = {document.id: [] for document in dossier.documents}  # type: dict[str, list[object]]
        for passage in dossier.passages:
            cited.setdefault(passage.document, []).append(passage)
        self.editions: dict[str, Edition] = {}
        for document in dossier.documents if library else ():
            edition = library.edition(document, cited[document.id]) if library else None  # type: ignore[arg-type]
            if edition is not None:
                self.editions[document.id] = edition

    def lines(self) -> Iterator[str]:
        """The notes, line by line."""
        yield f"# {in_markdown(self.dossier.case.title)}"
        yield ""
        yield from (line for line in (in_markdown(self.dossier.case.question), "") if self.dossier.case.question)
        for kind in KINDS:
            entries = sorted(getattr(self.dossier, kind), key=_order)
            if entries:
                yield from (f"## {HEADINGS[kind]}", "")
                for entry in entries:
                    yield from self._entry(entry)
                yield ""
        yield from ("## Documents", "")
        for document in self.dossier.documents:
            yield f"- **{in_markdown(document.id)}**: " + in_markdown(
                f"{document.author} ({document.year or document.written.start.year}). {document.title}. "
                f"{document.publisher}.{f' {document.address}' if document.address else ''}"
            )

    def _entry(self, entry: Entry) -> Iterator[str]:
        period = period_of(entry)
        when = f"**{spoken(period)}** " if period else ""
        places = "; ".join(self._place(id_) for id_ in dict.fromkeys(entry.passages))
        says = f"{in_markdown(in_words(entry))} — {in_markdown(entry.holder)}"
        yield f"- {when}{says} ({places}) `{entry.id.replace('`', '')}`"
        for id_ in dict.fromkeys(entry.passages):
            if (words := self._words(id_)) is not None:
                yield f"  > {in_markdown(words)}"

    def _place(self, id_: str) -> str:
        passage = self.dossier.passage[id_]
        page = f", p. {passage.page}" if passage.page else ""
        return f"{in_markdown(passage.document)}{page}, {passage.start} to {passage.end}"

    def _words(self, id_: str) -> str | None:
        """The words of a passage, cut after ``MOST_WORDS``."""
        passage = self.dossier.passage[id_]
        edition = self.editions.get(passage.document)
        quoted = edition.quote(passage) if edition else None
        if quoted is None:
            return None
        words = quoted.split()
        return " ".join(words[:MOST_WORDS]) + (" …" if len(words) > MOST_WORDS else "")


def spoken(period: Period) -> str:
    """A period as exactly as it is known.

    >>> spoken(Period.parse("1956-10"))
    '1956-10'
    """
    if period.end is None:
        return f"{period.start} on"
    length = {"day": 10, "month": 7, "year": 4}.get(period.precision)
    return str(period.start)[:length] if length else f"{period.start} to {period.end}"


def _order(entry: Entry) -> tuple[str, str]:
    period = period_of(entry)
    return (period.start.isoformat() if period else "", entry.id)
