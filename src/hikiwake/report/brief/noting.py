"""The notes of a brief: for each clause the places in the documents where its grounds are said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from hikiwake.documents import Passage
from hikiwake.dossier import Entry
from hikiwake.report.brief.content import Note
from hikiwake.report.grounds import Grounds
from hikiwake.report.quoting import shortened
from hikiwake.wording.clauses import brief as wording

MOST_PLACES = 4  # of a note; what is left out is counted


class Notes:
    """The notes of one brief, numbered in the order in which they are asked for."""

    def __init__(self, grounds: Grounds) -> None:
        """Begin without notes."""
        self._grounds = grounds
        self._numbers: dict[str, int] = {}
        self.made: list[Note] = []

    def on(self, entries: Iterable[Entry], passages: Sequence[str] = ()) -> int:
        """The number of a note on entries, or on chosen passages of theirs; 0 where nothing supports them."""
        text = self._text(list(dict.fromkeys(passages or _in_turn(list(entries)))))
        return self.saying(text) if text else 0

    def saying(self, text: str) -> int:
        """The number of a note in words; one that says the same as another refers to it."""
        number = len(self.made) + 1
        first = self._numbers.setdefault(text, number)
        self.made.append(Note(number, text if first == number else wording.as_note(first)))
        return number

    def _text(self, passages: Sequence[str]) -> str:
        """The first places, those of different documents first, and how many more there are."""
        found = [self._grounds.dossier.passage[id_] for id_ in passages]
        chosen = sorted(list(_shared_out(found))[:MOST_PLACES], key=self._order)
        if not chosen:
            return ""
        by_document: dict[str, list[Passage]] = {}
        for passage in chosen:
            by_document.setdefault(passage.document, []).append(passage)
        told = [self._place(each, first=index == 0) for index, each in enumerate(by_document.values())]
        return wording.places(told, len(found) - len(chosen))

    def _place(self, passages: Sequence[Passage], *, first: bool) -> str:
        """The places in one document; of the first document of a note with words, where they may be shown."""
        where = [wording.where(each.page, each.start, each.end) for each in passages]
        return wording.place(self._label(passages[0]), where, self._quoted(passages[-1]) if first else "")

    def _label(self, passage: Passage) -> str:
        return self._grounds.labels[self._grounds.document_index[passage.document]]

    def _order(self, passage: Passage) -> tuple[int, int]:
        return self._grounds.document_index[passage.document], passage.start

    def _quoted(self, passage: Passage) -> str:
        """At most 25 words of a passage, where they may be shown."""
        return shortened(self._grounds.quoting.words(passage) or "")


def _in_turn(entries: Sequence[Entry]) -> Iterator[str]:
    """The first passage of every entry, then the second of every entry, and so on."""
    for place in range(max((len(entry.passages) for entry in entries), default=0)):
        yield from (entry.passages[place] for entry in entries if place < len(entry.passages))


def _shared_out(passages: Sequence[Passage]) -> Iterator[Passage]:
    """One passage of every document, then another of every document, and so on."""
    queues: dict[str, list[Passage]] = {}
    for passage in passages:
        queues.setdefault(passage.document, []).append(passage)
    while any(queues.values()):
        yield from (queue.pop(0) for queue in queues.values() if queue)
