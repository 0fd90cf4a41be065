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
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import NamedTuple

from hikiwake.dossier.dossier import Dossier
from hikiwake.dossier.scrutiny.remark import Remark

SHORTEST = 6  # letters of a word in which a slip is told from another name
_ALIKE = (
    ("yu", "iu"), ("ya", "ia"), ("y", "i"), ("j", "i"), ("ei", "e"), ("ou", "o"), ("oo", "o"), ("oh", "o"), ("uu", "u"),
    ("ph", "f"), ("ck", "k"), ("ks", "x"), ("w", "v"), ("mb", "nb"), ("mp", "np"), ("tz", "ts"), ("kh", "h"),
    ("ie", "e"),
)  # fmt: skip
_LEFT_OUT = frozenset({"the", "mr", "mrs", "ms", "dr", "prof", "sir", "of", "for"})
_WORD = re.compile(r"[^\W_]+")
_OF_KANA = "\u3099\u309a"
Words = tuple[str, ...]


def unknown_voices(dossier: Dossier) -> Iterator[Remark]:
    """Documents that speak with the voice of somebody whom the case does not know."""
    for document in dossier.documents:
        if document.voice and document.voice not in dossier.actor:
            yield Remark("documents", document.id, "voice", document.voice, "one of the case's actors")


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
    for kind in ("claims", "readings", "positions", "formulas", "drivers"):
        yield from ((kind, entry.id, entry.holder) for entry in getattr(dossier, kind))
    for event in dossier.events:
        yield from (("mentions", mention.id, mention.holder) for mention in event.mentions)


def _pairs(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The pairs of names that are nearly one."""
    folded = {name: _name(name) for name in names}
    near: dict[object, list[str]] = {}
    for name, own in folded.items():
        for key in _keys(own.words):
            near.setdefault(key, []).append(name)
    seen: set[tuple[str, str]] = set()
    for group in near.values():
        for pair in combinations(sorted(group), 2):
            if pair not in seen and _one(folded[pair[0]], folded[pair[1]]):
                yield pair
            seen.add(pair)


def _keys(words: Words) -> Iterator[object]:
    """What two names that are nearly one have in common: all words, or all but one and that word's beginning or end."""
    yield words
    for place, word in enumerate(words):
        rest = words[:place] + words[place + 1 :]
        if len(word) >= SHORTEST:
            yield from ((rest, "first", word[:2]), (rest, "last", word[-2:]))


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


def _one(one: _Name, other: _Name) -> bool:
    """Whether two names differ in spelling only."""
    if one.initials and other.initials and one.initials != other.initials:
        return False
    if one.words == other.words:
        return True
    mine, others = Counter(one.words) - Counter(other.words), Counter(other.words) - Counter(one.words)
    return len(mine) == len(others) == 1 and _slip(*mine, *others)


def _slip(one: str, other: str) -> bool:
    """Whether a word is another with a letter too many or two exchanged."""
    from rapidfuzz.distance import Indel

    if min(len(one), len(other)) < SHORTEST or not (one.isalpha() and other.isalpha()):
        return False
    changed = Indel.distance(one, other)
    return changed == 1 or (changed == 2 and sorted(one) == sorted(other))
