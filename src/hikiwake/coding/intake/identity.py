"""Which document a file is: one that the case has already, a changed one, or a new one with an id of its own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from hikiwake.coding.intake.batches import Found
from hikiwake.documents import Document, text_hash
from hikiwake.dossier import Dossier
from hikiwake.dossier.entering.adding import holding, reference_from
from hikiwake.dossier.folder.citing import Ids, document_of, id_of
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
        return Ids(self.taken).fresh(id_of(reference_from(found.guess, found.likely)))


def stored_of(found: Found, id_: str) -> StoredText:
    """The text of a file as a workbench keeps it."""
    return StoredText(id_, found.name, found.original, found.text)


def entry_of(found: Found, id_: str) -> Document:
    """The entry of a file in ``documents.toml``, with what was guessed; to be looked over by a person."""
    document = document_of(reference_from(found.guess, found.likely), id_)
    return replace(holding(document, found.name, found.text), audience=found.guess.audience)
