"""Which document a file is: one that the case has already, a changed one, or a new one with an id of its own."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import UTC, date, datetime

from hikiwake.coding.intake.batches import Found, written_of
from hikiwake.documents import Document, text_hash
from hikiwake.dossier import Dossier
from hikiwake.periods import Period
from hikiwake.workbench import Held, StoredText


class Identities:
    """The documents of a case and of its workbench, by which a file is known again."""

    def __init__(self, dossier: Dossier, held: Iterable[Held]) -> None:
        """Note what is there."""
        documents = [*held]
        self.by_text = {document.sha256: document.id for document in dossier.documents if document.sha256}
        self.by_text |= {each.sha256: each.id for each in documents}
        self.by_name = {document.file: document.id for document in dossier.documents if document.file}
        self.by_name |= {each.name: each.id for each in documents}
        self.taken = {document.id for document in dossier.documents} | {each.id for each in documents}

    def id_of(self, found: Found) -> str:
        """The id of a file's document: by its text, else by the file's name, else a new one of author and year."""
        sha256 = text_hash(found.text)
        id_ = self.by_text.get(sha256) or self.by_name.get(found.name) or self._fresh(found)
        self.by_text[sha256] = id_
        self.by_name.setdefault(found.name, id_)
        self.taken.add(id_)
        return id_

    def _fresh(self, found: Found) -> str:
        author = found.guess.author.split()[-1:] or [found.guess.title]
        words = _plain(author[0]).split("-")[:4]
        stem = "-".join([*words, found.guess.date[:4]]).strip("-") or "document"
        number, id_ = 1, stem
        while id_ in self.taken:
            number += 1
            id_ = f"{stem}-{number}"
        return id_


def _plain(text: str) -> str:
    """Letters and digits of a text in lower case, without accents, joined by hyphens."""
    letters = re.sub("[\u0300-\u036f]", "", unicodedata.normalize("NFKD", text.casefold()))
    return "-".join(re.findall(r"[^\W_]+", unicodedata.normalize("NFC", letters)))[:60]


def stored_of(found: Found, id_: str) -> StoredText:
    """The text of a file as a workbench keeps it."""
    return StoredText(id_, found.name, found.original, found.text)


def document_of(found: Found, id_: str) -> Document:
    """The entry of a file in ``documents.toml``, with what was guessed; to be looked over by a person."""
    told = found.guess
    return Document(
        id=id_,
        file=found.name,
        sha256=text_hash(found.text),
        characters=len(found.text),
        title=told.title,
        author=told.author or "unknown",
        publisher=told.publisher,
        written=written_of(told) or _by_now(),
        language=told.language,
        audience=told.audience,
        kind=told.kind,
    )


def _by_now() -> Period:
    """A document that does not say when it was written was written by today."""
    today = datetime.now(UTC).date()
    return Period(date(1800, 1, 1), today, "approximate", "written")
