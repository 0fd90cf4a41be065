"""By which documents something is told of an era, and how sentences name them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from hikiwake.dossier import Dossier
from hikiwake.modelling.telling import telling
from hikiwake.wording.clauses import sources as wording


@dataclass(frozen=True)
class Sources:
    """The documents of a dossier as sentences about one era name them."""

    dossier: Dossier
    era: str

    def documents(self, grounds: Iterable[str], first: str = "") -> tuple[str, ...]:
        """The ids of the documents that tell entries of the era, each once, in order; ``first`` before the others."""
        known = (self.dossier.by_id[ground] for ground in grounds if ground in self.dossier.by_id)
        period = self.dossier.era(self.era).period
        ids = dict.fromkeys(id_ for entry in known for id_ in telling(self.dossier, entry, period))
        return tuple(sorted(ids, key=lambda id_: id_ != first))

    def label(self, id_: str) -> str:
        """A document in short."""
        return self.dossier.document[id_].label

    def verbs(self, positions: Iterable[str]) -> set[str]:
        """What some positions do about their formula."""
        return {getattr(self.dossier.by_id[each], "verb", "") for each in positions}

    def told_by(self, grounds: Iterable[str], reading: str, known: set[str], *, inferred: bool = False) -> str:
        """By which documents something is told, as a clause; nothing where it has no grounds.

        A reading named after a document has that document alone; where that one does not tell it of the era this is
        said. ``known`` are the documents named in the same sentences before, which are named shortly; it is added to.
        """
        grounds = list(grounds)
        told = self.documents(grounds, reading)
        if not told:
            entries = [self.dossier.by_id[ground] for ground in grounds if ground in self.dossier.by_id]
            late = tuple(dict.fromkeys(id_ for entry in entries for id_ in self.dossier.documents_of(entry)))
            return wording.told_of_another_time(self._named(late[0], known), len(late) - 1) if late else ""
        others = 0 if told[0] == reading else len(told) - 1
        clause = wording.told_by(self._named(told[0], known), others, inferred=inferred)
        silent = reading in self.dossier.document and reading not in told
        return clause + (wording.not_by(self._named(reading, {reading})) if silent else "")

    def _named(self, id_: str, known: set[str]) -> str:
        label, title = self._label(id_), self.dossier.document[id_].title
        short = id_ in known and label[0] and self._labels[label] == 1
        known.add(id_)
        return wording.document(label[0], "" if short else title, label[1])

    def _label(self, id_: str) -> tuple[str, str]:
        """Author and year of a document."""
        document = self.dossier.document[id_]
        return document.author, document.year or str(document.written.start.year)

    @property
    def _labels(self) -> Counter[tuple[str, str]]:
        """How many documents have the same author and year."""
        return Counter(map(self._label, self.dossier.document))
