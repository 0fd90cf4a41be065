"""Where the sources disagree: computed by comparing entries, never typed in, and never settled.

A disagreement is **real** when two statements cannot both be true or two interpretations exclude each other, and
**apparent** when they differ in period, precision, comparator or word only, or answer a question that has room for
both. It is **across** documents or inside one. One row is one disagreement; it names the entries that clash and at most
six passages. The editor's doubts are a list of their own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, fields, replace

from hikiwake.comparison import (
    clashes_of_events,
    clashes_of_figures,
    clashes_of_positions,
    clashes_of_roles,
    clashes_of_views,
    clashes_of_words,
)
from hikiwake.comparison.clash import KINDS, Disagreement
from hikiwake.comparison.doubts import doubted
from hikiwake.dossier.dossier import Dossier
from hikiwake.dossier.folder.records import passage_record, plain
from hikiwake.results import Plain, Result
from hikiwake.wording import leads
from hikiwake.wording.tables import Link

_RULES = (
    clashes_of_events,
    clashes_of_roles,
    clashes_of_figures,
    clashes_of_views,
    clashes_of_positions,
    clashes_of_words,
)


@dataclass(frozen=True)
class Disagreements(Result[Disagreement]):
    """The disagreements of a dossier, real ones between documents first; ``noted`` are the editor's doubts."""

    rows: tuple[Disagreement, ...]
    dossier: Dossier = field(repr=False, compare=False)
    noted: tuple[Disagreement, ...] = ()

    def as_records(self) -> list[Plain]:
        """The rows as plain values, each passage as its place."""
        return [
            {
                **{each.name: plain(getattr(row, each.name)) for each in fields(row)},
                "groups": [list(group) for group in row.groups],
                "passages": [passage_record(self.dossier, id_) for id_ in row.passages],
            }
            for row in self.rows
        ]

    @property
    def sentences(self) -> tuple[str, ...]:
        """One explanation for each disagreement."""
        return tuple(row.explanation for row in self.rows)

    @property
    def real(self) -> Disagreements:
        """The real ones only."""
        return Disagreements(tuple(row for row in self.rows if row.real), self.dossier)

    @property
    def doubts(self) -> Disagreements:
        """The editor's doubts, each with the passages that contradict the entry, or as general knowledge."""
        return Disagreements(self.noted, self.dossier)

    def shown(self) -> tuple[Sequence[str], Iterable[Iterable[object]]]:
        """What clashes, of which kind, real or apparent, why, and in which documents."""
        cells = (
            (
                row.what,
                leads.kind(row.kind),
                "real" if row.real else "apparent",
                row.explanation,
                self._documents(row),
            )
            for row in self.rows
        )
        return ("what", "kind", "real or apparent", "explanation", "documents"), cells

    def _documents(self, row: Disagreement) -> tuple[Link, ...]:
        ids = dict.fromkeys(self.dossier.passage[id_].document for id_ in row.passages)
        documents = [self.dossier.document[id_] for id_ in ids]
        return tuple(Link(document.title, document.address) for document in documents)


def disagreements(dossier: Dossier) -> Disagreements:
    """Every disagreement in a dossier: real ones between documents first, then by kind, in the order of the record.

    >>> import hikiwake as hw
    >>> found = hw.disagreements(hw.load("japan_russia"))
    >>> found[0].real, found[0].across, len(found[0].passages) <= 6
    (True, True, True)
    """
    found, noted = doubted(dossier, (each for rule in _RULES for each in rule.clashes(dossier)))
    rows = _numbered(_ordered(found))
    return Disagreements(tuple(rows), dossier, tuple(_numbered(_ordered(noted))))


def _ordered(found: Iterable[Disagreement]) -> list[Disagreement]:
    return sorted(found, key=lambda each: (not each.real, not each.across, KINDS.index(each.kind)))


def _numbered(found: Iterable[Disagreement]) -> Iterator[Disagreement]:
    """The disagreements with ids used once: a second one about the same thing gets a number."""
    seen: dict[str, int] = {}
    for each in found:
        seen[each.id] = seen.get(each.id, 0) + 1
        yield each if seen[each.id] == 1 else replace(each, id=f"{each.id}-{seen[each.id]}")
