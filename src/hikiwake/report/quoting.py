"""The words of passages, as many as a page may show, with the sentences beside them; or why only the place is shown."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from functools import cached_property

from hikiwake.documents import Edition, Library, Passage
from hikiwake.documents.segmentation import Sentence, sentences
from hikiwake.dossier import Dossier
from hikiwake.wording.page import not_found, withheld

SHORT_WORDS = 25
SHORT_CHARACTERS = 240  # for scripts that put no space between words


class Quoting:
    """What may be shown of the documents of a dossier: none of their words, at most 25 of a passage, or all."""

    def __init__(self, dossier: Dossier, library: Library | None, quotes: str) -> None:
        """Keep the dossier and the library; texts are read when the first words are asked for."""
        self._dossier, self._library, self._quotes = dossier, library, quotes
        self._sentences: dict[str, tuple[Sentence, ...]] = {}

    @cached_property
    def editions(self) -> Mapping[str, Edition | None]:
        """The text of each document, where the library holds one."""
        if self._library is None:
            return {}
        cited: dict[str, list[Passage]] = {}
        for passage in self._dossier.passages:
            cited.setdefault(passage.document, []).append(passage)
        documents = self._dossier.documents
        return {each.id: self._library.edition(each, cited.get(each.id, [])) for each in documents}

    def words(self, passage: Passage) -> str | None:
        """The words of a passage, as many as may be shown, or ``None`` where they may not or are not at hand."""
        edition = self._edition(passage)
        text = edition.quote(passage) if edition else None
        if text is None:
            return None
        return folded(text) if self._quotes == "full" else shortened(text)

    def beside(self, passage: Passage) -> tuple[str, str]:
        """The sentences before and after a passage, where the page may show all; else nothing."""
        edition = self._edition(passage) if self._quotes == "full" else None
        place = edition.place(passage) if edition else None
        if not edition or not place:
            return "", ""
        text, told = edition.finder.text, self._told(passage.document, edition)
        first = bisect_left(told, place[0], key=lambda each: each.end - 1)
        last = bisect_right(told, place[1] - 1, key=lambda each: each.start)
        before, after = told[first - 1 : first] if first else (), told[last : last + 1]
        return _joined(text, before), _joined(text, after)

    def silence(self, document: str) -> str:
        """Why no words of a document are shown; nothing where they are."""
        shown = self._quotes != "none" and bool(self.editions.get(document))
        return "" if shown else withheld(self._quotes, self._library is not None)

    @staticmethod
    def lost() -> str:
        """What is said of a passage that does not stand in the text at hand."""
        return not_found()

    def _edition(self, passage: Passage) -> Edition | None:
        return self.editions.get(passage.document) if self._quotes != "none" else None

    def _told(self, document: str, edition: Edition) -> tuple[Sentence, ...]:
        if document not in self._sentences:
            language = self._dossier.document[document].language or "en"
            self._sentences[document] = sentences(edition.finder.text, language)
        return self._sentences[document]


def _joined(text: str, some: Sequence[Sentence]) -> str:
    return " ".join(folded(text[each.start : each.end]) for each in some)


def folded(text: str) -> str:
    """A text in one line."""
    return " ".join(text.split())


def shortened(text: str) -> str:
    """At most 25 words of a text, spaces folded, with dots where it is cut.

    >>> shortened("one  two\\nthree")
    'one two three'
    >>> len(shortened("word " * 40).split())
    25
    """
    words = text.split()
    cut = " ".join(words[:SHORT_WORDS])
    if len(cut) > SHORT_CHARACTERS:
        cut = cut[:SHORT_CHARACTERS].rstrip()
    return cut if cut == " ".join(words) else f"{cut}…"
