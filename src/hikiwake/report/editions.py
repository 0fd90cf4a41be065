"""Earlier editions: the page as it could have been made on the day each document was written, packed inside the page.

An edition is made from the dossier as written by its day, by the same code as the page itself; so nothing that was
written later can show through. It is compressed (gzip, base64) and unpacked by the page's own script.
"""

from __future__ import annotations

import base64
import gzip
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from hikiwake.dossier import Dossier
from hikiwake.figures.timeline import MANY
from hikiwake.periods import Period
from hikiwake.wording.phrases import dated

MOST = 8  # earlier editions that a page carries: the latest ones


@dataclass(frozen=True, slots=True)
class Moment:
    """A day as of which the page can be read: the day as an address has it, and in words."""

    day: str
    title: str


@dataclass(frozen=True, slots=True)
class Packed:
    """An earlier edition: its day as an address has it, and its content, compressed."""

    day: str
    content: str


def moments(dossier: Dossier) -> list[Moment]:
    """The days on which a document was finished, but for the last; none for a case of very many events.

    >>> import hikiwake as hw
    >>> [each.title for each in moments(hw.load("japan_russia"))][:1]
    ['18 March 2014']
    """
    if len(dossier.events) > MANY:
        return []
    last: dict[date, str] = {}
    for document in sorted(dossier.documents, key=lambda each: each.written.last):
        last.setdefault(document.written.last, _day(document.written))
    return [Moment(day.isoformat(), title) for day, title in list(last.items())[-MOST - 1 : -1]]


def _day(written: Period) -> str:
    """The end of a time of writing, as exactly as it is known."""
    return dated(written if written.precision in ("day", "month", "year") else Period.parse(written.last.isoformat()))


def packed(dossier: Dossier, content: Callable[[Dossier, str], str]) -> list[Packed]:
    """The earlier editions of a dossier; ``content`` makes the content of one, given its day."""
    days = [each.day for each in moments(dossier)]
    return [Packed(day, _pack(content(dossier.as_written_by(day), day))) for day in days]


def _pack(content: str) -> str:
    """Content compressed, as text that a page can hold; the same for the same content."""
    return base64.b64encode(gzip.compress(content.encode("utf-8"), mtime=0)).decode("ascii")
