"""The passages as W3C Web Annotations (JSON-LD): where each stands, and which entries cite it.

A place is told by ``TextPositionSelector``: characters (Unicode code points) of the stored text, whose SHA-256 is in
the source's address. Words are told, as ``TextQuoteSelector``, only whole: of a passage of at most 25 words with short
quotes, of every passage with full ones. Web Annotation Data Model, W3C Recommendation of 23 February 2017.
"""

from __future__ import annotations

import json
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from hikiwake.documents import Document, Edition, Library, Passage
from hikiwake.dossier import Dossier, Event
from hikiwake.dossier.entries import Entry
from hikiwake.dossier.memos import Memo, memos_on
from hikiwake.dossier.saying import in_words
from hikiwake.exports.qualitative.project import guid_of

_ANNO = "http" + "://www.w3.org/ns/anno.jsonld"  # a name, which nothing here opens
_OWN = {"entry": "urn:x-hikiwake:entry", "holder": "urn:x-hikiwake:holder", "digest": "urn:x-hikiwake:digest",
        "document": "urn:x-hikiwake:document", "title": "urn:x-hikiwake:title"}  # fmt: skip
MOST_WORDS = 25
AROUND = 32  # characters before and after a quotation

Record = dict[str, Any]


def files(dossier: Dossier, library: Library | None = None, quotes: str = "short") -> Iterator[tuple[str, bytes]]:
    """The annotations as one file."""
    text = json.dumps(collection(dossier, library, quotes), ensure_ascii=False, indent=1)
    yield "annotations.jsonld", (text + "\n").encode("utf-8", "backslashreplace")


def collection(dossier: Dossier, library: Library | None = None, quotes: str = "short") -> Record:
    """A collection with an annotation for each passage that entries cite, in the order of the case."""
    cited = _cited(dossier)
    editions = _editions(dossier, library if quotes != "none" else None)
    items = [
        _annotation(dossier, each, cited[each.id], editions.get(each.document), quotes)
        for each in dossier.passages
        if each.id in cited
    ]
    page = {"type": "AnnotationPage", "startIndex": 0, "items": items}
    return {"@context": [_ANNO, _OWN], "id": _urn("collection", dossier.case.title), "type": "AnnotationCollection",
            "label": dossier.case.title, "total": len(items), "first": page}  # fmt: skip


def counts(dossier: Dossier) -> tuple[tuple[str, int], ...]:
    """How many annotations there are."""
    return (("annotations", len(_cited(dossier))),)


def _cited(dossier: Dossier) -> dict[str, list[Entry]]:
    """By the id of each passage the entries that cite it."""
    found: dict[str, list[Entry]] = {}
    for entry in dossier.entries:
        for id_ in dict.fromkeys(entry.passages):
            found.setdefault(id_, []).append(entry)
    return found


def _editions(dossier: Dossier, library: Library | None) -> dict[str, Edition]:
    if library is None:
        return {}
    passages: dict[str, list[Passage]] = {}
    for each in dossier.passages:
        passages.setdefault(each.document, []).append(each)
    found = ((each.id, library.edition(each, passages.get(each.id, []))) for each in dossier.documents)
    return {id_: edition for id_, edition in found if edition}


def _annotation(
    dossier: Dossier, passage: Passage, citing: list[Entry], edition: Edition | None, quotes: str
) -> Record:
    selectors: list[Record] = [{"type": "TextPositionSelector", "start": passage.start, "end": passage.end}]
    selectors += _quoted(passage, edition, quotes) if edition else ()
    target = {
        "type": "SpecificResource",
        "source": _source(dossier.document[passage.document]),
        "selector": selectors[0] if len(selectors) == 1 else selectors,
        "digest": passage.digest,
    }
    bodies = [body for entry in citing for body in _bodies(entry)]
    bodies += [_memo(memo) for entry in citing for memo in _memos(dossier, entry, passage)]
    return {"id": _urn("annotation", passage.id), "type": "Annotation", "motivation": "describing",
            "body": bodies, "target": target}  # fmt: skip


def _bodies(entry: Entry) -> Iterator[Record]:
    """What an entry is, and what it says in the editor's words."""
    kind = type(entry).__name__.casefold()
    of = {"entry": entry.id, "holder": entry.holder}
    yield {"type": "TextualBody", "purpose": "tagging", "value": kind, **of}
    yield {"type": "TextualBody", "purpose": "describing", "format": "text/plain", "value": in_words(entry), **of}
    if isinstance(entry, Event) and entry.type:
        yield {"type": "TextualBody", "purpose": "classifying", "value": entry.type, **of}


def _memos(dossier: Dossier, entry: Entry, passage: Passage) -> Iterator[Memo]:
    """The memos on an entry; of an event also those on its mentions in a passage."""
    yield from memos_on(dossier.memos, entry.id)
    for mention in getattr(entry, "mentions", ()):
        if mention.passage == passage.id:
            yield from memos_on(dossier.memos, mention.id)


def _memo(memo: Memo) -> Record:
    """A memo as a comment of who wrote it."""
    return {"type": "TextualBody", "purpose": "commenting", "format": "text/plain", "value": memo.text,
            "entry": memo.entry, "creator": {"type": "Person", "name": memo.author}, "created": memo.at}  # fmt: skip


def _source(document: Document) -> Record:
    """A document by the hash of its text, else by its id."""
    digest = urlsafe_b64encode(bytes.fromhex(document.sha256)).rstrip(b"=").decode() if document.sha256 else ""
    id_ = "ni" + f":///sha-256;{digest}" if digest else f"urn:x-hikiwake:document:{quote(document.id, safe='')}"
    told = {"id": id_, "type": "Text", "format": "text/plain", "document": document.id, "title": document.title}
    return {**told, "language": document.language} if document.language else told


def _quoted(passage: Passage, edition: Edition, quotes: str) -> list[Record]:
    place = edition.place(passage)
    if place is None:
        return []
    text = edition.finder.text
    words = text[place[0] : place[1]]
    if quotes == "full":
        around = {"prefix": text[max(0, place[0] - AROUND) : place[0]], "suffix": text[place[1] : place[1] + AROUND]}
        return [{"type": "TextQuoteSelector", "exact": words, **around}]
    short = len(words.split()) <= MOST_WORDS and len(words) <= 10 * MOST_WORDS
    return [{"type": "TextQuoteSelector", "exact": words}] if short else []


def _urn(kind: str, id_: str) -> str:
    return f"urn:uuid:{guid_of(kind, id_)}"
