"""In which encoding a text is that does not say so: the one in which it reads most like a language written in it.

Every encoding of the table is tried. What cannot be decoded in it, or holds control characters then, is not in it. The
likeness is the share of the signs beyond ASCII that the language uses. In Latin letters each counts 1, and no three of
them follow each other; in other alphabets they count by how often they are met, and none touches a letter of ASCII.
Japanese is known by its kana and common characters, Korean by its syllables, Chinese by its common characters.
"""

from __future__ import annotations

import codecs
import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

from hikiwake.vocabulary.encodings import Encoding, encodings

LOOKED_AT = 200_000  # bytes by which an encoding is found
LEAST_WIDE = 0.04  # bytes that are NUL in a text in UTF-16: of its spaces alone
LEAST_LIKENESS = 0.6  # below it an encoding is not told
WITHOUT_KANA = 0.82  # what a text counts as Japanese that has no kana
AS_HEBREW = 0.9  # what a text counts as Hebrew, whose letters lie where many small ones of Russian do
FEW, OF_FEW = 8, 0.83  # what so few signs count as Chinese: a word of Russian gives the same
OFTEN = 8  # letters that count in full, and so many after them that count for 0.6
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\ufffd\U000f0000-\U0010ffff]")
_PUNCTUATION = frozenset(
    "–—−…‘’‚“”„«»‹›§°№•·€£¥©®×½¼¾²³\u00a0\u00ad、。，．・：；？！「」『』（）《》〈〉【】〔〕―～％　①②③㈱"
)
_OF_ENGLISH = frozenset("–—‘’“”…°§£€\u00a0•·")
_KANA = re.compile(r"[\u3041-\u3096\u30a1-\u30fc]")
_COMMON = {  # the first bytes of the common characters, and the encoding in which they have them
    "Japanese": ("shift_jis", range(0x88, 0x98)),
    "Korean": ("euc_kr", range(0xB0, 0xC9)),
    "Chinese gb18030": ("gb2312", range(0xB0, 0xD8)),
    "Chinese big5": ("big5", range(0xA4, 0xC7)),
}


def wide_without_mark(content: bytes) -> str:
    """UTF-16 without its mark, told by the NUL bytes of its letters, all at odd or all at even places; else nothing.

    >>> wide_without_mark("Talks ended.".encode("utf-16-be")), wide_without_mark(b"Talks\\0ended")
    ('utf-16-be', '')
    """
    even, odd = content[::2].count(0), content[1::2].count(0)
    if len(content) % 2 or min(even, odd) or max(even, odd) < max(2, LEAST_WIDE * len(content)):
        return ""
    name = "utf-16-le" if odd else "utf-16-be"
    try:
        return "" if _CONTROL.search(content.decode(name)) else name
    except UnicodeDecodeError:
        return ""


def encoding_of(content: bytes) -> str:
    """The encoding that a text is most like, by Python's name for it; nothing where it is like none.

    >>> [encoding_of("Le ministère a protesté".encode("latin-1")), encoding_of("протест в апреле".encode("koi8-r"))]
    ['cp1252', 'koi8_r']
    >>> encoding_of("外務省は抗議した。".encode("euc_jp")), encoding_of(bytes(range(0xE0, 0x100)))
    ('euc_jp', '')
    """
    if re.search(rb"\x1b\$[@B]", content):
        return "iso2022_jp"
    told = {name: _decoded(content, name) for name in dict.fromkeys(each.name for each in encodings())}
    likeness = [(_likeness(signs, each), each.name) for each in encodings() if (signs := told[each.name])]
    most, name = max(likeness, key=lambda each: each[0], default=(0.0, ""))
    return name if most >= LEAST_LIKENESS else ""


@dataclass(frozen=True, slots=True)
class _Signs:
    """The signs beyond ASCII of a text, those that touch a letter of ASCII, and those in rows of three."""

    all: Counter[str]
    touching: Counter[str]
    in_rows: Counter[str]


def _decoded(content: bytes, name: str) -> _Signs | None:
    """The signs that a text has in an encoding, or ``None`` where it is not in it."""
    decoder = codecs.getincrementaldecoder(name)()
    try:
        text = decoder.decode(content[:LOOKED_AT], final=len(content) <= LOOKED_AT)
    except UnicodeDecodeError:
        return None
    if _CONTROL.search(text):
        return None
    touching = Counter(re.findall(r"(?<=[A-Za-z])[^\x00-\x7f]|[^\x00-\x7f](?=[A-Za-z])", text))
    in_rows = Counter("".join(re.findall(r"(?:[^\x00-\x7f]){3,}", text)))
    return _Signs(Counter(re.findall(r"[^\x00-\x7f]", text)), touching, in_rows)


def _likeness(signs: _Signs, encoding: Encoding) -> float:
    """The share of the signs that the language uses, 0 to 1."""
    if encoding.language == "English":
        return float(all(sign in _OF_ENGLISH for sign in signs.all))
    counted, letters = signs.all, encoding.letters
    if letters:
        odd = signs.in_rows if encoding.is_latin else signs.touching
        counted = counted - Counter({sign: n for sign, n in odd.items() if sign.isalpha()})
    common = _east_asian(encoding) if not letters else frozenset(letters)
    worth = {sign: 1.0 if sign in common else 0.0 for sign in counted}
    if letters:
        ranks = {sign: place // OFTEN for place, sign in enumerate(letters)} if not encoding.is_latin else {}
        worth = {sign: (1, 0.6, 0.2)[min(ranks.get(sign.lower(), 0), 2)] * (sign.lower() in common) for sign in counted}
    known = sum(n * (1 if sign in _PUNCTUATION else worth[sign]) for sign, n in counted.items())
    if encoding.language == "Japanese" and not any(map(_KANA.match, counted)):
        known *= WITHOUT_KANA
    if encoding.language == "Hebrew":
        known *= AS_HEBREW
    if encoding.language == "Chinese" and signs.all.total() < FEW:
        known *= OF_FEW
    return known / signs.all.total()


@cache
def _east_asian(encoding: Encoding) -> frozenset[str]:
    """The common signs of a language of East Asia."""
    kana = frozenset(map(chr, (*range(0x3041, 0x3097), *range(0x30A1, 0x30FD)))) | frozenset("々〇")
    name, leading = _COMMON.get(encoding.language) or _COMMON[f"{encoding.language} {encoding.name}"]
    pairs = (bytes((lead, trail)) for lead in leading for trail in range(0x40, 0xFF))
    common = frozenset("".join(pair.decode(name, "ignore") for pair in pairs)) - frozenset(map(chr, range(0x80)))
    return common | kana if encoding.language == "Japanese" else common
