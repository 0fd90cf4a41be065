"""Where words stand in the texts that are at hand, in any case and with any space between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from urllib.parse import quote, urlencode

from hikiwake.desk.opened import OpenCase
from hikiwake.dossier.entering.locating import around

MOST_PLACES = 2_000  # in one text
SOME = 3  # places of a document that are shown in the list


@dataclass(frozen=True, slots=True)
class Hit:
    """A document in which words stand."""

    id: str
    """Its id."""
    label: str
    """It as it is cited."""
    count: int
    """How often they stand in it."""
    places: list[tuple[str, str]]
    """The first places: address, and the words with a few around them."""


def places_of(text: str, words: str) -> list[tuple[int, int]]:
    """The places of words in a text, at most so many.

    >>> places_of("The Dam.  The\\ndam!", "the dam")
    [(0, 7), (10, 17)]
    """
    parts = [re.escape(part) for part in words.split()]
    found = re.finditer(r"\s+".join(parts), text, re.IGNORECASE) if parts else iter(())
    return [match.span() for match in islice(found, MOST_PLACES)]


def hits(opened: OpenCase, words: str) -> list[Hit]:
    """The documents whose texts have some words, in the order of the case."""
    return [*_hits(opened, words)] if words and not opened.read_only else []


def _hits(opened: OpenCase, words: str) -> Iterator[Hit]:
    with opened.workbench() as bench:
        for document in opened.dossier.documents:
            text = bench.texts_of([document.id]).get(document.id, "")
            if found := places_of(text, words):
                address = f"/documents/{quote(document.id)}?{urlencode({'find': words})}"
                some = [
                    (f"{address}#at-found-{number}", around(text, place)) for number, place in enumerate(found[:SOME])
                ]
                yield Hit(document.id, document.label, len(found), some)
