"""A passage that somebody chooses in a text: by its characters, from one to another, or by the words that it quotes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from hikiwake.desk.acting import number
from hikiwake.desk.opened import OpenCase
from hikiwake.documents.finding import Finder
from hikiwake.dossier.entering.locating import MOST_PLACES, Located, around, located
from hikiwake.errors import CaseError
from hikiwake.workbench import Span

LONGEST = 20_000  # characters of a passage
PLACE = ("from", "until")  # what an address calls its first character, and the one after its last


@dataclass(frozen=True, slots=True)
class Chosen:
    """A passage that was chosen, with its words; or the places that may be meant."""

    document: str
    """The id of its document."""
    span: str
    """Where it is, as a form says it; empty where that is not known."""
    words: str
    """What it says."""
    fault: str = ""
    """Why it is not known where it is."""
    places: tuple[tuple[str, str], ...] = ()
    """The places that may be meant, each with its address."""


def chosen(opened: OpenCase, asked: Mapping[str, str]) -> Chosen:
    """The passage that an address asks for: ``from`` and ``until`` in characters (code points), else its ``words``.

    Raises ``CaseError`` where the text is not at hand or has no such characters.
    """
    document, words = opened.document(asked.get("document", "")).id, asked.get("words", "").strip()
    text = _text(opened, document)
    if all(asked.get(name, "").strip() for name in PLACE):
        span = Span(document, *(number(asked.get(name, "").strip()) for name in PLACE))
        return _told(text, span)
    if not words:
        raise CaseError("no passage was chosen: select words in the text, or write them, or give the characters")
    found = Located(_as_written(text, words))
    found = found if found.places else located(text, words, Finder(text))
    if len(found.places) == 1:
        return _told(text, Span(document, *found.places[0]))
    fault = "these words stand in more than one place" if found.places else "these words do not stand in the text"
    offered = (found.places or found.nearest)[:MOST_PLACES]
    return Chosen(document, "", words, fault, tuple(_offered(asked, text, each) for each in offered))


def _as_written(text: str, words: str) -> tuple[tuple[int, int], ...]:
    """Where words stand sign for sign, with any space between them."""
    pattern = r"\s+".join(map(re.escape, words.split()))
    return tuple(match.span() for match in re.finditer(pattern, text))


def _text(opened: OpenCase, document: str) -> str:
    with opened.workbench() as bench:
        texts = bench.texts_of([document])
    if document not in texts:
        raise CaseError(f"{document}: its text is not at hand; add its file first")
    return texts[document]


def _told(text: str, span: Span) -> Chosen:
    """A place with its words, which it must have."""
    words = text[span.start : span.end] if 0 <= span.start < span.end <= len(text) else ""
    if words.strip():  # who selects often takes a space with it
        start = span.start + len(words) - len(words.lstrip())
        span, words = Span(span.document, start, start + len(words.strip())), words.strip()
    else:
        raise CaseError(f"characters {span.start} to {span.end}: no words of {span.document} stand there")
    if len(words) > LONGEST:
        raise CaseError(f"characters {span.start} to {span.end}: longer than a passage is, {LONGEST:,} characters")
    return Chosen(span.document, f"{span.start}-{span.end} {span.document}", " ".join(words.split()))


def _offered(asked: Mapping[str, str], text: str, place: tuple[int, int]) -> tuple[str, str]:
    rest = {name: value for name, value in asked.items() if name not in ("words", *PLACE)}
    told = urlencode({**rest, **dict(zip(PLACE, place, strict=True))})
    return f"/entries/form?{told}", around(text, place)


def span_told(opened: OpenCase, span: Span) -> Chosen | None:
    """A passage that a form holds, with its words; none where its text is not at hand any more."""
    try:
        return _told(_text(opened, span.document), span)
    except CaseError:
        return None


def span_of(told: str) -> Span:
    """A passage as a form says it. Raises ``CaseError`` for what is none.

    >>> span_of("12-40 letter-2015")
    Span(document='letter-2015', start=12, end=40)
    """
    places, _, document = told.partition(" ")
    start, _, end = places.partition("-")
    if not (start.isdecimal() and end.isdecimal() and document and len(places) < 30):
        raise CaseError(f"{told[:80]!r}: no passage")
    return Span(document, int(start), int(end))
