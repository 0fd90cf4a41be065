"""By which documents something is told: for each entry the titles and years of its documents."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from hikiwake.dossier import Dossier


@dataclass(frozen=True)
class Sources:
    """The documents of a dossier as sentences name them."""

    dossier: Dossier

    def named(self, grounds: Iterable[str], first: str = "") -> tuple[str, ...]:
        """TITLE (YEAR) of every document on which entries stand, each once, in order; ``first`` before the others."""
        known = (self.dossier.by_id[ground] for ground in grounds if ground in self.dossier.by_id)
        ids = dict.fromkeys(id_ for entry in known for id_ in self.dossier.documents_of(entry))
        return tuple(self._named(id_) for id_ in sorted(ids, key=lambda id_: id_ != first))

    def _named(self, id_: str) -> str:
        document = self.dossier.document[id_]
        year = document.year or str(document.written.start.year)
        return f"{document.title or document.author} ({year})"
