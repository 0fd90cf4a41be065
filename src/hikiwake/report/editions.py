"""The editions of the page: as written by the day of each document, and following one document alone.

An edition is made from the dossier as written by its day, or from that one document, by the same code as the page
itself; so nothing else can show through. It is compressed (gzip, base64), packed inside the page, and unpacked by the
page's own script when the address asks for it.
"""

from __future__ import annotations

import base64
import gzip
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from hikiwake.dossier import Dossier
from hikiwake.figures.timeline import MANY
from hikiwake.periods import Period
from hikiwake.wording.page import followed_alone, left_out, read_as
from hikiwake.wording.phrases import dated

BY_DAY, FOLLOWING, ERA = "as-written-by", "following", "era"  # as an address has them
MOST = 8  # earlier editions that a page carries: the latest ones
MOST_FOLLOWED = 12  # documents that can be followed: those with the most passages


@dataclass(frozen=True, slots=True)
class Choice:
    """One way to read the page: the word and value that an address has for it, its title, and what it leaves out."""

    asks: str
    value: str
    title: str
    leaves_out: str

    @property
    def address(self) -> str:
        """The choice as an address has it, but for the escaping of its value."""
        return f"{self.asks}={self.value}"

    @property
    def read_as(self) -> str:
        """As what the page is read, in a few words; nothing for the page as a whole."""
        return read_as(self.asks, self.title)

    def of(self, dossier: Dossier) -> Dossier:
        """What remains of a dossier when it is read so."""
        return dossier.as_written_by(self.value) if self.asks == BY_DAY else dossier.following(self.value)


TODAY = Choice("", "", "", "")


@dataclass(frozen=True, slots=True)
class Packed:
    """An edition other than the page as of today: its address, and its content, compressed."""

    address: str
    content: str


def choices(dossier: Dossier) -> list[Choice]:
    """Every other way to read the page of a dossier; none for a case of very many events."""
    return [] if len(dossier.events) > MANY else [*moments(dossier), *followed(dossier)]


def moments(dossier: Dossier) -> list[Choice]:
    """The days on which a document was finished, but for the last.

    >>> import hikiwake as hw
    >>> [each.title for each in moments(hw.load("japan_russia"))][:1]
    ['18 March 2014']
    """
    last: dict[date, str] = {}
    for document in sorted(dossier.documents, key=lambda each: each.written.last):
        last.setdefault(document.written.last, _day(document.written))
    earlier = list(last.items())[-MOST - 1 : -1]
    return [Choice(BY_DAY, day.isoformat(), title, left_out(title)) for day, title in earlier]


def followed(dossier: Dossier) -> list[Choice]:
    """The documents that can be followed alone, in the order of the case; none where there is only one.

    >>> import hikiwake as hw
    >>> [each.address for each in followed(hw.load("japan_russia"))][1]
    'following=gandhi-2024'
    """
    held = Counter(passage.document for passage in dossier.passages)
    most = {id_ for id_, _ in held.most_common(MOST_FOLLOWED)}
    documents = [document for document in dossier.documents if document.id in most]
    made = [Choice(FOLLOWING, each.id, each.label, followed_alone(each.label)) for each in documents]
    return made if len(made) > 1 else []


def _day(written: Period) -> str:
    """The end of a time of writing, as exactly as it is known."""
    return dated(written if written.precision in ("day", "month", "year") else Period.parse(written.last.isoformat()))


def packed(dossier: Dossier, content: Callable[[Dossier, Choice], str]) -> list[Packed]:
    """The other editions of a dossier; ``content`` makes the content of one, given its choice."""
    return [Packed(each.address, _pack(content(each.of(dossier), each))) for each in choices(dossier)]


def _pack(content: str) -> str:
    """Content compressed, as text that a page can hold; the same for the same content."""
    return base64.b64encode(gzip.compress(content.encode("utf-8"), mtime=0)).decode("ascii")
