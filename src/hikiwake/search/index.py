"""What a search looks into: sentences, or summaries of entries, with full-text indexes of them and of the entries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from hikiwake.documents import Library
from hikiwake.dossier.dossier import Dossier
from hikiwake.search.corpus import Summary, about, cited_units, summaries
from hikiwake.search.fulltext import FullText
from hikiwake.search.question import Question, Term
from hikiwake.search.ranking import NEAR, NEAR_DATE, Strengths
from hikiwake.search.units import held_texts, sentence_units

MOST_CANDIDATES = 60  # sentences that are looked at closely


class Index:
    """A dossier, and perhaps a library, made ready to be searched."""

    def __init__(self, dossier: Dossier, library: Library | None) -> None:
        """Index the library's sentences, or without one the entries' summaries."""
        held = list(held_texts(dossier, library)) if library else []
        self.stored = {each.document: each.text for each in held}
        self.summaries = {summary.entry: summary for summary in summaries(dossier)}
        found = list(self.summaries.values())
        in_texts = (unit for each in held for unit in sentence_units(each))
        self.units = list(in_texts) if library else cited_units(dossier, found)
        self.texts = FullText((unit.text for unit in self.units), [unit.document for unit in self.units])
        self.entries = FullText(summary.words for summary in found) if library else self.texts
        self._entry_ids = [summary.entry for summary in found]
        self._known_by = {document.id: about(document) for document in dossier.documents}
        self._units_of: dict[str, list[int]] = defaultdict(list)
        for number, unit in enumerate(self.units):
            for entry in unit.entries:
                self._units_of[entry].append(number)

    def count(self, term: Term) -> int:
        """In how many units a term stands; one that only entries have counts as found once."""
        looked = term.exact | term.near
        return self.texts.count(looked) or min(1, self.entries.count(looked))

    def candidates(self, asked: Question) -> list[int]:
        """The units that hold the most, by their own words and by the entries that cite them."""
        looks = [term.exact | term.near for term in asked.terms]
        found = self.texts.best(looks, MOST_CANDIDATES, asked.documents)
        if self.entries is not self.texts:
            entries = (self._entry_ids[row] for row in self.entries.best(looks, MOST_CANDIDATES // 3))
            cited = [number for entry in entries for number in self._units_of[entry]]
            chosen = [each for each in cited if not asked.documents or self.units[each].document in asked.documents]
            found += chosen[:MOST_CANDIDATES]
        return [each for each in dict.fromkeys(found) if asked.documents or not self.units[each].further]

    def strengths(self, asked: Question, numbers: Sequence[int]) -> dict[int, Strengths]:
        """How strongly each term stands in some units and in the entries that cite them."""
        entries = sorted({entry for number in numbers for entry in self.units[number].entries})
        texts = FullText(self.units[number].text for number in numbers)
        cited = FullText(self.summaries[entry].words for entry in entries)
        own, by_entry = [], []
        for term in asked.terms:
            own.append(_found(texts, term))
            in_words = _found(cited, term)
            by_entry.append(
                {e: max(in_words.get(row, 0.0), _dated(self.summaries[e], term)) for row, e in enumerate(entries)}
            )
        return {
            number: Strengths(
                tuple(found.get(row, 0.0) for found in own),
                tuple(max((found[e] for e in self.units[number].entries), default=0.0) for found in by_entry),
            )
            for row, number in enumerate(numbers)
        }

    def known(self, asked: Question, numbers: Sequence[int]) -> dict[str, list[float]]:
        """How strongly each name and date stands in what the documents of some units are known by."""
        documents = sorted({self.units[number].document for number in numbers})
        names = (document.encode("utf-8", "replace").decode() for document in documents)  # of files, in any bytes
        texts = FullText(self._known_by.get(each, name) for each, name in zip(documents, names, strict=True))
        found = [_found(texts, term) if term.kind in ("name", "date") else {} for term in asked.terms]
        return {document: [each.get(row, 0.0) for each in found] for row, document in enumerate(documents)}

    def same_block(self, one: int, other: int) -> bool:
        """Whether two units stand in one paragraph."""
        first, second = self.units[one], self.units[other]
        return first.block == second.block and first.document == second.document

    def dated(self, first: int, last: int) -> bool:
        """Whether an entry that cites one of some units has a date."""
        cited = (self.summaries[entry].period for unit in self.units[first : last + 1] for entry in unit.entries)
        return any(period is not None for period in cited)


def _found(texts: FullText, term: Term) -> dict[int, float]:
    """How strongly a term stands in each text that holds it."""
    near = NEAR_DATE if term.kind == "date" else NEAR
    return dict.fromkeys(texts.matching(term.near), near) | dict.fromkeys(texts.matching(term.exact), 1.0)


def _dated(summary: Summary, term: Term) -> float:
    """Whether an entry's period lies in the date that is asked about."""
    period = summary.period
    return float(period is not None and any(period.within(asked) for asked in term.periods))
