"""Where the sources disagree: computed by comparing entries, never typed in, and never settled.

A disagreement is **real** when two statements cannot both be true or two interpretations exclude each other, and
**apparent** when they differ in period, precision or comparator only. It is **across** documents or inside one. One row
is one disagreement; it names the entries that clash and at most six passages.

Rules: periods of one event that exclude each other, and whether it happened; values of one measure; answers to one
question; positions of one actor on one formula in one era; drivers with opposite signs; survey tables that do not add
up; and the editor's doubts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from hikiwake.dossier import display

if TYPE_CHECKING:
    from hikiwake.dossier.dossier import Dossier

KINDS = ("contradiction", "different_period", "different_precision", "interpretation", "factual_error")
MOST_PASSAGES = 6


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One disagreement: its kind, whether real and across documents, what clashes, and a sentence that explains it.

    ``kind`` is contradiction, different_period, different_precision, interpretation or factual_error; ``entries`` and
    ``passages`` are ids, of passages at most six.
    """

    id: str
    kind: str
    real: bool
    across: bool
    what: str
    entries: tuple[str, ...]
    passages: tuple[str, ...]
    explanation: str


class Disagreements(tuple[Disagreement, ...]):
    """The disagreements of a dossier, which show themselves as a table in a notebook."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        """A table: what clashes, of which kind, real or apparent, and why."""
        cells = ((each.what, each.kind, "real" if each.real else "apparent", each.explanation) for each in self)
        return display.rows(("what", "kind", "real or apparent", "explanation"), cells)


def disagreements(dossier: Dossier) -> Disagreements:
    """Every disagreement in a dossier: real ones first, then by kind, in the order of the record.

    >>> import hikiwake as hw
    >>> found = hw.load("japan_russia").disagreements()
    >>> found[0].real, len(found[0].passages) <= 6
    (True, True)
    """
    from hikiwake.comparison import clashes_of_facts, clashes_of_views

    found = [*clashes_of_facts.clashes(dossier), *clashes_of_views.clashes(dossier)]
    ordered = sorted(found, key=lambda each: (not each.real, not each.across, KINDS.index(each.kind)))
    return Disagreements(_numbered(ordered))


def _numbered(found: Iterable[Disagreement]) -> Iterator[Disagreement]:
    """The disagreements with ids used once: a second one about the same thing gets a number."""
    seen: dict[str, int] = {}
    for each in found:
        seen[each.id] = seen.get(each.id, 0) + 1
        yield each if seen[each.id] == 1 else replace(each, id=f"{each.id}-{seen[each.id]}")


def clash(
    dossier: Dossier, about: str, kind: str, *, real: bool, what: str, entries: Iterable[str], explanation: str
) -> Disagreement:
    """A disagreement between entries: their documents say whether it is across, their passages are shared out."""
    ids = tuple(dict.fromkeys(entries))
    passages = _shared_out(dossier, ids)
    documents = {dossier.passage[passage].document for passage in passages}
    id_ = f"disagreement-{about}"
    return Disagreement(id_, kind, real, len(documents) > 1, what, ids, passages, explanation)


def _shared_out(dossier: Dossier, entries: tuple[str, ...]) -> tuple[str, ...]:
    """At most six passages, one of each entry in turn, those of different documents first."""
    queues = [list(dossier.by_id[entry].passages) for entry in entries]
    chosen: list[str] = []
    while any(queues) and len(chosen) < MOST_PASSAGES:
        for queue in sorted(filter(None, queues), key=lambda queue: _heard(dossier, chosen, queue[0])):
            passage = queue.pop(0)
            if passage not in chosen and len(chosen) < MOST_PASSAGES:
                chosen.append(passage)
    return tuple(chosen)


def _heard(dossier: Dossier, chosen: list[str], passage: str) -> bool:
    """Whether the document of a passage has been heard already."""
    return dossier.passage[passage].document in {dossier.passage[each].document for each in chosen}
