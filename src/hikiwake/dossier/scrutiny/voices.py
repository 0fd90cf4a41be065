"""Who speaks: voices that are no actor of the case, and holders whose names are nearly one.

Two names are taken for one person or body where nothing distinguishes them but spelling. After folding (case, accents,
marks, transliterations such as Sergei and Sergey, Shimbun and Shinbun) they have the same words in any order; or the
words that only one of them has are initials, titles or articles; or one word of six letters or more has a letter too
many or two exchanged. A *different* letter makes another name (Kazuhiko, Kazuhiro), and so does every figure, and so do
other initials (George W. and George H. W.).
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, combinations
from typing import NamedTuple

from hikiwake.dossier.dossier import Dossier
from hikiwake.dossier.entries import Entry, Event
from hikiwake.dossier.scrutiny.remark import Remark

UNKNOWN = "unknown"  # the author of a document of which nobody has said who wrote it
SHORTEST = 6  # letters of a word in which a slip is told from another name
_ALIKE = (
    ("yu", "iu"), ("ya", "ia"), ("y", "i"), ("j", "i"), ("ei", "e"), ("ou", "o"), ("oo", "o"), ("oh", "o"), ("uu", "u"),
    ("ph", "f"), ("ck", "k"), ("ks", "x"), ("w", "v"), ("mb", "nb"), ("mp", "np"), ("tz", "ts"), ("kh", "h"),
    ("ie", "e"),
)  # fmt: skip
_HELD = ("claims", "readings", "positions", "formulas", "drivers")
_LEFT_OUT = frozenset({"the", "mr", "mrs", "ms", "dr", "prof", "sir", "of", "for"})
_WORD = re.compile(r"[^\W_]+")
_OF_KANA = "\u3099\u309a"
Words = tuple[str, ...]


def unknown_voices(dossier: Dossier) -> Iterator[Remark]:
    """Documents that speak with the voice of somebody whom the case does not know."""
    for document in dossier.documents:
        if document.voice and document.voice not in dossier.actor:
            yield Remark("documents", document.id, "voice", document.voice, "one of the case's actors")


def unnamed(dossier: Dossier) -> Iterator[Remark]:
    """Entries held by somebody unknown though their document has an author by now."""
    for kind, id_, holder, document in _with_documents(dossier):
        author = dossier.document[document].author.strip()
        if holder.strip().casefold() == UNKNOWN and author and author.casefold() != UNKNOWN:
            yield Remark(kind, id_, "holder", holder, f'"{author}", the author of its document, or who says it there')


def _with_documents(dossier: Dossier) -> Iterator[tuple[str, str, str, str]]:
    """The kind, id and holder of each entry and mention, with its first document."""
    told: dict[str, Iterable[Entry]] = {kind: getattr(dossier, kind) for kind in _HELD}
    told["mentions"] = chain.from_iterable(event.mentions for event in dossier.events)
    for kind, entries in told.items():
        for entry in entries:
            if not isinstance(entry, Event):
                yield from ((kind, entry.id, entry.holder, id_) for id_ in dossier.documents_of(entry)[:1])


def nearly_one(dossier: Dossier) -> Iterator[Remark]:
    """Holders whose names are nearly one: each at the first row of the one that is used less."""
    used: Counter[str] = Counter()
    first: dict[str, tuple[str, str]] = {}
    for kind, id_, holder in _held(dossier):
        for name in holder.split("; "):
            used[name] += 1
            first.setdefault(name, (kind, id_))
    told: set[str] = set()
    for one, other in _pairs(used):
        rare, common = sorted((one, other), key=lambda name: (used[name], name))
        if rare not in told:
            told.add(rare)
            yield Remark(*first[rare], "holder", rare, f'"{common}", if they are one')


def _held(dossier: Dossier) -> Iterator[tuple[str, str, str]]:
    for kind in _HELD:
        yield from ((kind, entry.id, entry.holder) for entry in getattr(dossier, kind))
    for event in dossier.events:
        yield from (("mentions", mention.id, mention.holder) for mention in event.mentions)


def _pairs(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The pairs of names that are nearly one, each once."""
    folded = {name: _name(name) for name in names}
    seen: set[tuple[str, str]] = set()
    for one, other in chain(_same(folded), _slips(folded)):
        pair = (one, other) if one < other else (other, one)
        initials = folded[one].initials, folded[other].initials
        if pair not in seen and (initials[0] == initials[1] or not all(initials)):
            seen.add(pair)
            yield pair


def _same(names: Mapping[str, _Name]) -> Iterator[tuple[str, str]]:
    """Names that have the same words."""
    groups: dict[Words, list[str]] = {}
    for name, own in names.items():
        groups.setdefault(own.words, []).append(name)
    for group in groups.values():
        yield from combinations(group, 2)


def _slips(names: Mapping[str, _Name]) -> Iterator[tuple[str, str]]:
    """Names that have the same words but one, which has a letter too many or two exchanged."""
    whole: dict[tuple[Words, str], list[str]] = {}
    mixed: dict[tuple[Words, str], list[tuple[str, str]]] = {}
    for name, rest, word in _long(names):
        whole.setdefault((rest, word), []).append(name)
        mixed.setdefault((rest, "".join(sorted(word))), []).append((name, word))
    for name, rest, word in _long(names):
        for short in {word[:cut] + word[cut + 1 :] for cut in range(len(word)) if len(word) > SHORTEST}:
            yield from ((name, other) for other in whole.get((rest, short), ()))
    for group in mixed.values():
        yield from ((one, two) for (one, first), (two, second) in combinations(group, 2) if _exchanged(first, second))


def _long(names: Mapping[str, _Name]) -> Iterator[tuple[str, Words, str]]:
    """Each name with one of its longer words, and the others."""
    for name, (words, _) in names.items():
        for place, word in enumerate(words):
            if len(word) >= SHORTEST and word.isalpha():
                yield name, words[:place] + words[place + 1 :], word


def _exchanged(one: str, other: str) -> bool:
    """Whether one word is the other with one letter in another place."""
    from rapidfuzz.distance import Indel

    return Indel.distance(one, other, score_cutoff=2) == 2


class _Name(NamedTuple):
    """A name folded: its words in the order of the alphabet, and its initials in theirs."""

    words: Words
    initials: Words


def _name(name: str) -> _Name:
    """The name without titles, with accents and transliterations folded; marks of kana are no accents."""
    signs = unicodedata.normalize("NFKD", name)
    plain = "".join(sign for sign in signs if not unicodedata.combining(sign) or sign in _OF_KANA)
    words = _WORD.findall(plain.casefold().replace("'", "").replace("’", ""))
    initials = tuple(word for word in words if len(word) == 1 and word.isalpha() and word.isascii())
    long = [word for word in words if word not in initials and word not in _LEFT_OUT]
    return _Name(tuple(sorted(map(_folded, long))) or tuple(words), initials)


def _folded(word: str) -> str:
    for spelled, alike in _ALIKE:
        word = word.replace(spelled, alike)
    return re.sub(r"(\D)\1+", r"\1", word)
