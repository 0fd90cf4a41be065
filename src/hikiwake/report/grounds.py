"""On what the page stands: for every entry its holders, documents and places, and the words where they may be shown.

Passages are stored once, in one JSON island; what the reader opens is put together from it by the page's own script.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import version
from typing import NamedTuple

from hikiwake.comparison.bargaining import bargaining_range
from hikiwake.comparison.disagreements import Disagreements, disagreements
from hikiwake.comparison.ranges import BargainingRanges
from hikiwake.documents import Edition, Library, Passage
from hikiwake.dossier import Dossier, Entry, Event, Mention
from hikiwake.dossier.folder.onefile import DIGITS, record_digest
from hikiwake.errors import HikiwakeError
from hikiwake.modelling.compared import History
from hikiwake.modelling.history import ORDERS, history
from hikiwake.report.naming import Naming
from hikiwake.report.quoting import Quoting
from hikiwake.settlement.findings import DRAWS, Findings, findings_as_is
from hikiwake.wording.clauses.method import stated
from hikiwake.wording.phrases import dated, happened

QUOTES = ("none", "short", "full")
SEED = 0  # of every draw on the page
MOST_ENTRIES, MOST_PASSAGES = 24, 12  # what is opened with a result that stands on many
_DANGEROUS = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


@dataclass(frozen=True, slots=True)
class Citation:
    """A document that supports an entry: its index among the documents, its short name, and in how many passages."""

    document: int
    label: str
    times: int


class ReadAs(NamedTuple):
    """As what a dossier is read, in words, nothing where as a whole; and the digest of the whole record."""

    words: str
    digest: str


class Grounds:
    """A dossier with its names, and the citation of every entry that the page asks for.

    ``quotes`` is none, short (at most 25 words of a passage) or full. ``read_as`` tells of which
    record the dossier is a part, where its page is an edition of another. Raises ``HikiwakeError`` for another word.
    """

    def __init__(
        self, dossier: Dossier, library: Library | None = None, quotes: str = "short", read_as: ReadAs | None = None
    ) -> None:
        """Keep the dossier and the library; texts are read when the first words are asked for."""
        if quotes not in QUOTES:
            raise HikiwakeError(f"--quotes {quotes!r}: give one of {', '.join(QUOTES)}")
        self.dossier, self.library, self.quotes = dossier, library, quotes
        self.quoting = Quoting(dossier, library, quotes)
        self.names, self._read_as = Naming(dossier), read_as
        self._entries: dict[str, list[list[object]]] = {}
        self._passages: dict[str, int] = {}
        self._holders: dict[str, int] = {}
        self._rests: dict[str, list[str]] = {}

    @cached_property
    def read_as(self) -> ReadAs:
        """As what the dossier is read, nothing where as a whole, and the digest of the record."""
        return self._read_as or ReadAs("", record_digest(self.dossier))

    @property
    def stated(self) -> str:
        """The version of the program and the digest of the record, in one sentence."""
        return stated(version("hikiwake"), self.read_as.digest[:DIGITS])

    @cached_property
    def document_index(self) -> dict[str, int]:
        """Where each document stands in the order of the case."""
        return {document.id: index for index, document in enumerate(self.dossier.documents)}

    @cached_property
    def labels(self) -> list[str]:
        """The short names of the documents."""
        return [document.label for document in self.dossier.documents]

    @property
    def editions(self) -> Mapping[str, Edition | None]:
        """The text of each document, where the library holds one."""
        return self.quoting.editions

    @cached_property
    def doubtful(self) -> dict[str, list[str]]:
        """The ids of the doubts about each entry; a doubt about a mention is one about its event."""
        found: dict[str, list[str]] = {}
        for doubt in self.dossier.doubts:
            found.setdefault(self.shown(doubt.entry), []).append(doubt.id)
        return found

    def shown(self, id_: str) -> str:
        """The id under which an entry stands on the page: a mention stands inside its event."""
        entry = self.dossier.by_id.get(id_)
        return entry.event if isinstance(entry, Mention) else id_

    @cached_property
    def events(self) -> dict[str, Event]:
        """The events by id."""
        return {event.id: event for event in self.dossier.events}

    @cached_property
    def ranges(self) -> BargainingRanges:
        """The bargaining range of the dyad, era by era and scale by scale."""
        return bargaining_range(self.dossier)

    @cached_property
    def disagreements(self) -> Disagreements:
        """Where the sources disagree."""
        return disagreements(self.dossier)

    @cached_property
    def findings(self) -> Findings:
        """What the models of the case say of every way to settle; nothing for a case without models."""
        return findings_as_is(self.dossier, draws=DRAWS, seed=SEED)

    @cached_property
    def history(self) -> History:
        """The models held against history."""
        return history(self.dossier, orders=ORDERS, seed=SEED)

    @property
    def doubts(self) -> Disagreements:
        """The editor's doubts."""
        return self.disagreements.doubts

    @cached_property
    def members(self) -> Counter[str]:
        """How many events each series has."""
        return Counter(event.series for event in self.dossier.events if event.series)

    def documents_of(self, entry: Entry) -> list[int]:
        """The indices of the documents that support an entry, in the order of the case."""
        return sorted({self.document_index[self.dossier.passage[id_].document] for id_ in entry.passages})

    def told_of(self, entry: Entry) -> str:
        """The holder of an entry where it is not the author of the document that tells of it; else nothing."""
        authors = {self.dossier.documents[index].author for index in self.documents_of(entry)}
        return "" if entry.holder in authors else entry.holder

    def cite(self, entry: Entry) -> list[Citation]:
        """The documents that support an entry; from now on its passages are part of the page."""
        if entry.id not in self._entries:
            self._entries[entry.id] = list(self._references(entry))
        times: dict[int, int] = {}
        for id_ in entry.passages:
            index = self.document_index[self.dossier.passage[id_].document]
            times[index] = times.get(index, 0) + 1
        return [Citation(index, self.labels[index], count) for index, count in sorted(times.items())]

    def _references(self, entry: Entry) -> Iterable[list[object]]:
        """Passage, holder, and what the passage itself says of an event where that differs from the event."""
        if not isinstance(entry, Event):
            holder = self._holder(entry.holder)
            for id_ in entry.passages:
                yield [self._passage(id_), holder]
            return
        for mention in entry.mentions:
            said = [dated(mention.period)] if mention.period != entry.period else []
            said += [happened(mention.happened) or "occurred"] if mention.happened != entry.happened else []
            said += [self.names.act(mention.type)] if mention.type and mention.type != entry.type else []
            yield [self._passage(mention.passage), self._holder(mention.holder), *([", ".join(said)] if said else [])]

    def rest(self, id_: str, entries: Iterable[Entry], passages: Iterable[str] = ()) -> list[int]:
        """Let a result stand on entries; the documents that support it.

        What opens with it are the first of its entries, and its passages: those given, or the first of those that
        its entries have.
        """
        told = list(entries)
        of = {passage: entry for entry in reversed(told) for passage in entry.passages}
        chosen = [each for each in passages if each in of] or list(dict.fromkeys(self._in_turn(told)))[:MOST_PASSAGES]
        self._entries[id_] = [self._reference(passage, of[passage]) for passage in chosen]
        rows = (entry.event if isinstance(entry, Mention) else entry.id for entry in told)
        self._rests[id_] = list(dict.fromkeys(rows))[:MOST_ENTRIES]
        return sorted({index for entry in told for index in self.documents_of(entry)})

    @staticmethod
    def _in_turn(entries: list[Entry]) -> Iterable[str]:
        """The first passage of every entry, then the second of every entry, and so on."""
        longest = max((len(entry.passages) for entry in entries), default=0)
        for place in range(longest):
            yield from (entry.passages[place] for entry in entries if place < len(entry.passages))

    def _reference(self, passage: str, entry: Entry) -> list[object]:
        said = [dated(entry.period)] if isinstance(entry, Mention) else []
        return [self._passage(passage), self._holder(entry.holder), *said]

    def _passage(self, id_: str) -> int:
        return self._passages.setdefault(id_, len(self._passages))

    def _holder(self, name: str) -> int:
        return self._holders.setdefault(name, len(self._holders))

    def island(self) -> str:
        """The passages of every entry cited so far as JSON that is safe inside a script element."""
        passages = [self._place(self.dossier.passage[id_]) for id_ in self._passages]
        told = zip(self.labels, self.dossier.documents, strict=True)
        documents = [{"label": name, "silent": self.quoting.silence(document.id)} for name, document in told]
        content = {
            "documents": documents,
            "lost": self.quoting.lost(),
            "holders": list(self._holders),
            "passages": passages,
        }
        return script_safe({**content, "entries": self._entries, "rests": self._rests})

    def _place(self, passage: Passage) -> list[object]:
        place: list[object] = [
            self.document_index[passage.document],
            passage.start,
            passage.end,
            passage.page,
            self.quoting.words(passage),
            *self.quoting.beside(passage),
        ]
        while not place[-1]:
            place.pop()
        return place


def script_safe(content: object) -> str:
    """JSON in which no character can end a script element or begin a comment.

    >>> script_safe({"a": "</script>"})
    '{"a":"\\\\u003c/script\\\\u003e"}'
    """
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return "".join(_DANGEROUS.get(character, character) for character in text)
