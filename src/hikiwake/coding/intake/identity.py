"""Which document a file is: one that the case has already, a changed one, or a new one with an id of its own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from hikiwake.coding.intake.batches import Found
from hikiwake.documents import Document, Passage, text_hash
from hikiwake.documents.bibliography import reference_of
from hikiwake.documents.finding import Finder
from hikiwake.dossier import Dossier
from hikiwake.dossier.entering.adding import holding, reference_from
from hikiwake.dossier.folder.citing import Ids, document_of, id_of, signs_of
from hikiwake.workbench import Held, StoredText
from hikiwake.workbench.codings import told_of

MOST_LOOKED = 20  # passages of a document that are looked for in a file of its title


class Identities:
    """The documents of a case and of its workbench, by which a file is known again."""

    def __init__(self, dossier: Dossier, held: Iterable[Held], met: Iterable[str] = ()) -> None:
        """Note what is there, and which of it files were found to be already."""
        documents = [*held]
        self.case_knows = told_of(dossier.actors, titles_of(dossier))
        self.by_text = {document.sha256: document.id for document in dossier.documents if document.sha256}
        self.by_text |= {each.sha256: each.id for each in documents}
        self.named: dict[str, list[str]] = {}
        for name, id_ in (
            *((each.file, each.id) for each in dossier.documents),
            *((each.name, each.id) for each in documents),
        ):
            self._name(name, id_)
        self.signs = {each.id: signs_of(reference_of(each)) for each in dossier.documents}
        self.met = {*met}
        self.known = frozenset((*(document.id for document in dossier.documents), *(each.id for each in documents)))
        self.ids = Ids(self.known)
        self.cited = _cited(dossier)

    def id_of(self, found: Found) -> str:
        """The id of a file's document: by its text, the file's name, or title and passages, else a new one."""
        sha256 = text_hash(found.text)
        id_ = self.by_text.get(sha256) or self._of_name(found) or self._cited(found) or self._fresh(found)
        self.by_text[sha256] = id_
        self._name(found.name, id_)
        self.met.add(id_)
        return id_

    def _name(self, name: str, id_: str) -> None:
        """Note the name of a document's file."""
        if name and id_ not in self.named.setdefault(name, []):
            self.named[name].append(id_)

    def _of_name(self, found: Found) -> str:
        """The document of a file of this name, if none of the files read was it: folders may each have such a name.

        Of several such documents the one with the file's title, author and year.
        """
        left = [id_ for id_ in self.named.get(found.name, ()) if id_ not in self.met]
        if len(left) > 1:
            signs = signs_of(reference_from(found.guess, found.likely))
            left = [id_ for id_ in left if signs & self.signs.get(id_, set())]
        return left[0] if left else ""

    def _cited(self, found: Found) -> str:
        """A document of the case with the title, author and year of a file in which its passages stand, most of them.

        That is a file of another name and another text. A title alone tells little: reports of one body share theirs.
        """
        signs = signs_of(reference_from(found.guess, found.likely))
        likely = {id_: passages for sign in signs for id_, passages in self.cited.get(sign, {}).items()}
        finder = Finder(found.text)
        for id_, passages in likely.items():
            if id_ in self.met:
                continue
            some = passages[:MOST_LOOKED]
            if 2 * sum(finder.find(each) is not None for each in some) > len(some):
                return id_
        return ""

    def _fresh(self, found: Found) -> str:
        return self.ids.fresh(id_of(reference_from(found.guess, found.likely)))


def _cited(dossier: Dossier) -> dict[tuple[str, ...], dict[str, list[Passage]]]:
    """The documents that the record cites, with their passages, by the signs that tell a document."""
    passages: dict[str, list[Passage]] = {}
    for each in dossier.passages:
        passages.setdefault(each.document, []).append(each)
    found: dict[tuple[str, ...], dict[str, list[Passage]]] = {}
    for document in dossier.documents:
        for sign in signs_of(reference_of(document)) if document.id in passages else ():
            found.setdefault(sign, {})[document.id] = passages[document.id]
    return found


def titles_of(dossier: Dossier) -> tuple[tuple[str, str], ...]:
    """The formulas of a case by id and title."""
    return tuple((each.id, each.title) for each in dossier.formulas)


def stored_of(found: Found, id_: str) -> StoredText:
    """The text of a file as a workbench keeps it."""
    return StoredText(id_, found.name, found.original, found.text)


def entry_of(found: Found, id_: str) -> Document:
    """The entry of a file in ``documents.toml``, with what was guessed; to be looked over by a person."""
    document = document_of(reference_from(found.guess, found.likely), id_)
    return replace(holding(document, found.name, found.text), audience=found.guess.audience)
