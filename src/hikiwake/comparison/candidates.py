"""Passages of different documents that are near each other in words and that no entry joins yet: for an editor to read.

Likeness is the cosine of the words weighted by how rare they are (TF-IDF; Salton and Buckley 1988, *Information
Processing & Management* 24, 513-523). It finds where to look and decides nothing: of passages that truly contradict one
another most, not all, are among the nearest.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from math import log, sqrt

from hikiwake.documents import Library, Passage, words
from hikiwake.dossier.dossier import Dossier
from hikiwake.dossier.entries import Claim, Driver, Entry, Event, Formula, Position, Reading
from hikiwake.dossier.folder.records import passage_record, plain
from hikiwake.dossier.saying import in_words
from hikiwake.results import Plain, Result
from hikiwake.search.units import held_texts
from hikiwake.vocabulary import question_words
from hikiwake.wording import leads as wording

NEAREST = 10  # of other documents, for each passage
MOST_COMMON = 200  # passages: a word that stands in more says little, and is passed over
SHARED = 5  # words shown


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two passages to be compared: how like they are (0 to 1), by which words, and what the entries say there."""

    passages: tuple[str, str]
    likeness: float
    words: tuple[str, ...]
    entries: tuple[str, ...]
    says: tuple[str, str]


@dataclass(frozen=True)
class Candidates(Result[Candidate]):
    """Pairs of passages that no entry joins yet, the likest first."""

    rows: tuple[Candidate, ...]
    dossier: Dossier = field(repr=False, compare=False)

    def as_records(self) -> list[Plain]:
        """The rows as plain values, each passage as its place."""
        return [
            {
                **{each.name: plain(getattr(row, each.name)) for each in fields(row)},
                "passages": [passage_record(self.dossier, id_) for id_ in row.passages],
            }
            for row in self.rows
        ]

    @property
    def sentences(self) -> tuple[str, ...]:
        """What stands in both passages, in the editor's words."""
        return tuple(wording.compare(*row.says) for row in self.rows)

    def shown(self) -> tuple[Sequence[str], Iterable[Iterable[object]]]:
        """What both say, how like they are, and by which words."""
        return ("one", "other", "likeness", "words"), (
            (*row.says, f"{row.likeness:.2f}", ", ".join(row.words)) for row in self.rows
        )


def candidates(dossier: Dossier, library: Library | None = None, limit: int = 20) -> Candidates:
    """The nearest passages of different documents that no entry joins: by their text, or by the entries' own words.

    library: where the documents' texts are; a document that it lacks is compared by what the entries say of it

    >>> import hikiwake as hw
    >>> len(candidates(hw.load("japan_russia"), limit=3))
    3
    """
    entries = _entries(dossier)
    texts = _texts(dossier, entries, library)
    weights = _weights({id_: _words(text) for id_, text in texts.items()})
    joined = {id_: {key for entry in entries[id_] for key in _keys(dossier, entry)} for id_ in texts}
    pairs = sorted(_near(dossier, weights, joined), key=lambda pair: (-pair[2], pair[:2]))
    chosen = [_candidate(pair, weights, entries) for pair in _apart(dossier, pairs, limit)]
    return Candidates(tuple(chosen), dossier)


def _entries(dossier: Dossier) -> dict[str, list[Entry]]:
    """The entries that each passage supports."""
    found: dict[str, list[Entry]] = defaultdict(list)
    for entry in dossier.entries:
        for id_ in dict.fromkeys(entry.passages):
            found[id_].append(entry)
    return found


def _texts(dossier: Dossier, entries: Mapping[str, list[Entry]], library: Library | None) -> dict[str, str]:
    """The text of each passage that supports an entry; the entries' words where the text is not held."""
    told = {id_: " ".join(dict.fromkeys(in_words(entry) for entry in found)) for id_, found in entries.items()}
    for held in held_texts(dossier, library) if library else ():
        places = {ids: (start, end) for start, end, ids in held.cited}
        for id_, found in entries.items():
            place = places.get(tuple(entry.id for entry in found))
            if place and dossier.passage[id_].document == held.document:
                told[id_] = held.text[slice(*place)]
    return told


def _words(text: str) -> Counter[str]:
    """The words of a text that say something, each by its first six letters."""
    left_out = question_words().stop_words | question_words().light_words
    return Counter(word[:6] for word in words(text) if word not in left_out and len(word) > 2)


def _weights(counted: Mapping[str, Counter[str]]) -> dict[str, dict[str, float]]:
    """For each passage the weight of its words, of length one."""
    spread = Counter(word for each in counted.values() for word in each)
    found = {}
    for id_, each in counted.items():
        raw = {word: (1 + log(count)) * log(1 + len(counted) / spread[word]) for word, count in each.items()}
        length = sqrt(sum(weight * weight for weight in raw.values())) or 1.0
        found[id_] = {word: weight / length for word, weight in raw.items()}
    return found


def _keys(dossier: Dossier, entry: Entry) -> Iterator[tuple[str, ...]]:
    """By what entries are compared already: passages that share one are joined."""
    match entry:
        case Event():
            yield from (("event", each) for each in (entry.id, entry.series) if each)
        case Claim():
            yield "measure", entry.measure
        case Reading():
            yield "question", entry.question
        case Driver():
            yield "driver", entry.cause, entry.effect
        case Formula():
            yield "formula", entry.id
        case Position():
            formula = isinstance(dossier.by_id.get(entry.on), Formula)
            yield ("formula", entry.on) if formula else ("issue", dossier.actor[entry.actor].state, entry.on)
    if about := getattr(entry, "about", ""):
        yield "event", about


def _near(
    dossier: Dossier, weights: Mapping[str, Mapping[str, float]], joined: Mapping[str, set[tuple[str, ...]]]
) -> Iterator[tuple[str, str, float]]:
    """Each passage with the nearest ones of other documents that no entry joins with it; a pair once."""
    standing: dict[str, list[str]] = defaultdict(list)
    for id_, each in weights.items():
        for word in each:
            standing[word].append(id_)
    seen = set()
    for id_, own in weights.items():
        likeness: dict[str, float] = defaultdict(float)
        for word, weight in own.items():
            for other in standing[word] if len(standing[word]) <= MOST_COMMON else ():
                if dossier.passage[other].document != dossier.passage[id_].document:
                    likeness[other] += weight * weights[other][word]
        free = ((value, other) for other, value in likeness.items() if not joined[id_] & joined[other])
        for value, other in sorted(free, key=lambda each: (-each[0], each[1]))[:NEAREST]:
            pair = (id_, other) if id_ < other else (other, id_)
            if pair not in seen:
                seen.add(pair)
                yield *pair, value


def _apart(dossier: Dossier, pairs: Iterable[tuple[str, str, float]], limit: int) -> Iterator[tuple[str, str, float]]:
    """The first pairs of which neither passage lies over one of an earlier pair."""
    taken: list[Passage] = []
    count = 0
    for one, other, value in pairs:
        places = [dossier.passage[id_] for id_ in (one, other)]
        if count < limit and not any(_over(place, each) for place in places for each in taken):
            taken += places
            count += 1
            yield one, other, value


def _over(one: Passage, other: Passage) -> bool:
    return one.document == other.document and one.start < other.end and other.start < one.end


def _candidate(
    pair: tuple[str, str, float],
    weights: Mapping[str, Mapping[str, float]],
    entries: Mapping[str, list[Entry]],
) -> Candidate:
    one, other, value = pair
    shared = sorted(weights[one].keys() & weights[other].keys(), key=lambda word: (-weights[one][word], word))
    ids = tuple(entry.id for id_ in (one, other) for entry in entries[id_])
    return Candidate(
        (one, other),
        round(value, 3),
        tuple(shared[:SHARED]),
        ids,
        (in_words(entries[one][0]), in_words(entries[other][0])),
    )
