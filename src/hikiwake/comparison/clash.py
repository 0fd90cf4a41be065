"""One disagreement: what clashes, of which kind, who says what, and the passages that show it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from hikiwake.dossier.dossier import Dossier
from hikiwake.dossier.entries import Entry, Event
from hikiwake.wording import clashes as wording

KINDS = (
    "contradiction",
    "different_period",
    "different_precision",
    "interpretation",
    "tension",
    "wording",
    "factual_error",
    "uncertain",
)
MOST_PASSAGES = 6
Said = tuple[str, str]  # the id of an entry, and what it says


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One disagreement: its kind, whether real and across documents, what clashes, and a sentence that explains it.

    ``kind`` is one of ``KINDS``; ``entries`` and ``passages`` are ids, of passages at most six. ``groups`` are the
    voices by what they say: those of one group say the same, and each group something else. A voice is the holder of an
    entry, across documents with the author who quotes it; one that says two things is in two groups.
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


def voices(dossier: Dossier, entries: Iterable[Entry]) -> dict[str, str]:
    """Who says each entry, by its id: of several documents, a voice that is quoted with the author who quotes it."""
    told = list(entries)
    inside = len({document for entry in told for document in dossier.documents_of(entry)}) == 1
    return {each.id: each.holder if inside else _voice(dossier, each) for each in told if not isinstance(each, Event)}


def sides(dossier: Dossier, said: Mapping[str, object], words: Iterable[Said]) -> list[list[tuple[str, str]]]:
    """Who says what, side by side: the words of entries by what they say, in the order of the entries."""
    names = voices(dossier, [dossier.by_id[id_] for id_ in said])
    grouped: dict[object, list[tuple[str, str]]] = {}
    for id_, told in words:
        grouped.setdefault(said[id_], []).append((names[id_], told))
    return list(grouped.values())


def once(row: Disagreement | None, inside: Sequence[Disagreement]) -> Iterator[Disagreement]:
    """A disagreement across documents and those inside them; one of which all entries stand in it is told there."""
    within = [each for each in inside if row and {*each.entries} <= {*row.entries}]
    if row:
        yield replace(
            row, explanation=wording.also_inside(row.explanation, [each.groups for each in within if each.real])
        )
    yield from (each for each in inside if each not in within)


def _voice(dossier: Dossier, entry: Entry) -> str:
    """The holder of an entry, with the author of its document where that is somebody else."""
    return wording.quoted(entry.holder, [dossier.document[id_].author for id_ in dossier.documents_of(entry)])


def _groups(dossier: Dossier, said: Mapping[str, object]) -> tuple[tuple[str, ...], ...]:
    """The voices by what their entries say, in the order of the entries; those of an event are of its reports."""
    told = {id_: _reports(dossier.by_id[id_]) for id_ in said}
    names = voices(dossier, [each for reports in told.values() for each in reports])
    groups: dict[object, list[str]] = {}
    for id_, words in said.items():
        groups.setdefault(words, []).extend(names[each.id] for each in told[id_])
    return tuple(tuple(dict.fromkeys(group)) for group in groups.values())


def _reports(entry: Entry) -> tuple[Entry, ...]:
    return entry.mentions if isinstance(entry, Event) else (entry,)


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
