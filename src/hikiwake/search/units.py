"""What is searched in a library: the sentences of its texts, each with the entries that cite it."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from hikiwake.documents import Library, Passage
from hikiwake.documents.segmentation import sentences
from hikiwake.dossier.dossier import Dossier
from hikiwake.search.corpus import MOST_CITING, Unit, citing_entries
from hikiwake.search.legible import indexed

LONGEST = 600  # characters of a passage, and of what counts as one sentence
LEAST_SHARED = 0.5  # of the shorter of a sentence and a cited passage must be shared for the entry to count as its own


@dataclass(frozen=True, slots=True)
class HeldText:
    """A text of the library: the document's id, or the file's name for one the case lacks, and what is cited of it."""

    document: str
    language: str
    text: str
    cited: tuple[tuple[int, int, tuple[str, ...]], ...] = ()


def held_texts(dossier: Dossier, library: Library) -> Iterator[HeldText]:
    """The texts of a library: the case's documents first, then whatever else it holds.

    As of a day only the case's documents are searched, for of other files nobody says when they were written.
    """
    passages: dict[str, list[Passage]] = defaultdict(list)
    for passage in dossier.passages:
        passages[passage.document].append(passage)
    citing = citing_entries(dossier)
    taken = set()
    for document in dossier.documents:
        edition = library.edition(document, passages[document.id]) if document.sha256 else None
        if edition is not None:
            taken.add(edition.file)
            cited = [
                (*place, tuple(citing[passage.id]))
                for passage in passages[document.id]
                if citing[passage.id] and (place := edition.finder.find(passage))
            ]
            yield HeldText(document.id, document.language, edition.finder.text, tuple(sorted(cited)))
    for path, text in library.texts.items() if dossier.written_by is None else ():
        if path not in taken:
            yield HeldText(path.relative_to(library.folder).as_posix(), "en", text)


def sentence_units(held: HeldText) -> Iterator[Unit]:
    """The sentences of one text with the entries that cite each; one that is too long comes in parts."""
    has_pages = "\f" in held.text
    open_, left, page, seen = list[tuple[int, int, tuple[str, ...]]](), deque(held.cited), 1, 0
    for start, end, block in _pieces(held):
        open_ = [each for each in open_ if each[1] > start]
        while left and left[0][0] < end:
            open_.append(left.popleft())
        entries = (entry for first, last, citing in open_ if _shares(start, end, first, last) for entry in citing)
        page, seen = page + held.text.count("\f", seen, start), start
        place = (held.document, start, end, page if has_pages else None, block)
        yield Unit(indexed(held.text[start:end]), *place, tuple(dict.fromkeys(islice(entries, MOST_CITING))))


def _pieces(held: HeldText) -> Iterator[tuple[int, int, int]]:
    """The sentences, and the parts of those that are longer than a passage may be: start, end, block."""
    for sentence in sentences(held.text, held.language):
        start = sentence.start
        while sentence.end - start > LONGEST:
            end = _part(held.text, start, start + LONGEST)
            yield start, end, sentence.block
            start = end
        yield start, sentence.end, sentence.block


def _part(text: str, start: int, end: int) -> int:
    """Where the first part of a sentence ends: after its last semicolon, comma or space, if it has one."""
    for sign in ("; ", "；", "、", ", ", "\n", " "):
        at = text.rfind(sign, start + LONGEST // 2, end)
        if at > 0:
            return at + len(sign)
    return end


def _shares(start: int, end: int, first: int, last: int) -> bool:
    shared = min(end, last) - max(start, first)
    return shared > 0 and shared >= LEAST_SHARED * min(end - start, last - first)
