"""A new id: after the pattern of those that a case has, or from the words of a text."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Container, Iterable
from itertools import count

_NUMBERED = re.compile(r"(.*?)(\d+)", re.DOTALL)
LONGEST = 40  # characters of an id that is made from a text


def id_from(text: str, otherwise: str) -> str:
    """The words of a text as an id or the name of a folder: letters without marks, digits, hyphens between.

    >>> id_from("Où est l’île?", "case"), id_from("?!", "case")
    ('ou-est-l-ile', 'case')
    """
    plain = unicodedata.normalize("NFKD", text.casefold())
    bare = re.sub(r"[^\w]+", "-", re.sub("[\u0300-\u036f]", "", plain)).strip("-_")
    return unicodedata.normalize("NFC", bare[:LONGEST].strip("-") or otherwise)


def free_id(text: str, otherwise: str, taken: Container[str]) -> str:
    """An id from the words of a text that is not taken.

    >>> free_id("Nobody was there.", "hypothesis", ["nobody-was-there"])
    'nobody-was-there-2'
    """
    stem = id_from(text, otherwise)
    return next(id_ for n in count(1) if (id_ := stem if n == 1 else f"{stem}-{n}") not in taken)


def fresh_id(kind: str, document: str, ids: Iterable[str], documents: Iterable[str]) -> str:
    """The next id of a kind for a document: as the document's own ids are numbered, else as those of others.

    >>> fresh_id("passage", "b-2", ["passage-a-1-007", "passage-b-2-003"], ["a-1", "b-2"])
    'passage-b-2-004'
    >>> fresh_id("passage", "c-3", ["passage-a-1-007"], ["a-1", "c-3"])
    'passage-c-3-001'
    >>> fresh_id("passage", "c-3", ["p12", "p9"], ["a-1"]), fresh_id("passage", "c-3", [], [])
    ('p13', 'passage-c-3-0001')
    >>> fresh_id("passage", "note-2021", ["passage-note-2021b-0001"], ["note-2021", "note-2021b"])
    'passage-note-2021-0001'
    """
    taken = dict.fromkeys(ids)
    numbered = [(match[1], match[2]) for each in taken if (match := _NUMBERED.fullmatch(each))]
    names = {document, *(documents := tuple(documents))}
    mine = {prefix for prefix in {each[0] for each in numbered} if _whose(prefix, names) == document}
    own = [each for each in numbered if each[0] in mine]
    others = [each for each in numbered if each not in own]
    pattern = _pattern(own) or _moved(_pattern(others), document, documents)
    prefix, width = pattern or (f"{kind}-{document}-", 4)
    number = max((int(digits) for each, digits in numbered if each == prefix), default=0) + 1
    while (id_ := f"{prefix}{number:0{width}d}") in taken:
        number += 1
    return id_


def _whose(prefix: str, documents: Iterable[str]) -> str:
    """The document that the beginning of an id names: the longest whose own id stands there; empty for none."""
    return max((each for each in documents if each and each in prefix), key=len, default="")


def _pattern(numbered: list[tuple[str, str]]) -> tuple[str, int] | None:
    """The commonest beginning, and how many digits follow it."""
    if not numbered:
        return None
    prefix = Counter(prefix for prefix, _ in numbered).most_common(1)[0][0]
    padded = {len(digits) for each, digits in numbered if each == prefix and (digits[0] == "0" or len(digits) > 2)}
    return prefix, min(padded, default=1)


def _moved(pattern: tuple[str, int] | None, document: str, documents: Iterable[str]) -> tuple[str, int] | None:
    """A pattern with this document's id in place of another's."""
    if pattern is None:
        return None
    other = next((each for each in sorted(documents, key=len, reverse=True) if each and each in pattern[0]), "")
    return (pattern[0].replace(other, document) if other else pattern[0]), pattern[1]
