"""One disagreement: what clashes, of which kind, and the passages that show it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from hikiwake.dossier.dossier import Dossier

KINDS = ("contradiction", "different_period", "different_precision", "interpretation", "wording", "factual_error")
MOST_PASSAGES = 6


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One disagreement: its kind, whether real and across documents, what clashes, and a sentence that explains it.

    ``kind`` is contradiction, different_period, different_precision, interpretation, wording or factual_error;
    ``entries`` and ``passages`` are ids, of passages at most six. ``groups`` are the documents by what they say: those
    of one group say the same, and each group something else; a document that says two things is in two groups.
    """

    id: str
    kind: str
    real: bool
    across: bool
    what: str
    entries: tuple[str, ...]
    passages: tuple[str, ...]
    explanation: str
    groups: tuple[tuple[str, ...], ...] = ()


def clash(
    dossier: Dossier, about: str, kind: str, *, real: bool, what: str, said: Mapping[str, object], explanation: str
) -> Disagreement:
    """A disagreement between entries: their documents say whether it is across, their passages are shared out.

    said: for the id of each entry what it says, so that entries that say the same stand together
    """
    ids = tuple(said)
    passages = _shared_out(dossier, ids)
    documents = {dossier.passage[passage].document for passage in passages}
    id_ = f"disagreement-{about}"
    return Disagreement(id_, kind, real, len(documents) > 1, what, ids, passages, explanation, _groups(dossier, said))


def _groups(dossier: Dossier, said: Mapping[str, object]) -> tuple[tuple[str, ...], ...]:
    """The documents by what their entries say, in the order of the entries."""
    groups: dict[object, list[str]] = {}
    for id_, words in said.items():
        groups.setdefault(words, []).extend(dossier.documents_of(dossier.by_id[id_]))
    return tuple(tuple(dict.fromkeys(documents)) for documents in groups.values())


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
