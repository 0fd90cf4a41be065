"""Words chosen differently for one thing: what each document calls an act, or what a claim says that it is called.

Such a disagreement is apparent, for both words may be said of one thing; but the choice of a word can take a side.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from hikiwake.comparison.clash import Disagreement, clash, voices
from hikiwake.comparison.clashes_of_figures import NAME
from hikiwake.dossier.dossier import Dossier
from hikiwake.dossier.entries import Claim, Mention
from hikiwake.wording import clashes as wording

Naming = tuple[Mention | Claim, str]  # an entry, and the word it has for a thing


def clashes(dossier: Dossier) -> Iterator[Disagreement]:
    """Every clash of words in a dossier."""
    for event in dossier.events:
        named: list[Naming] = [(mention, mention.called) for mention in event.mentions if mention.called]
        yield from _words(dossier, f"words-{event.id}", event.summary, named)
    titles = {term.id: term.title for term in dossier.case.measures}
    by_measure: dict[str, list[Naming]] = {}
    for claim in (claim for claim in dossier.claims if claim.unit == NAME):
        by_measure.setdefault(claim.measure, []).append((claim, claim.value))
    for measure, named in by_measure.items():
        yield from _words(dossier, f"words-{measure}", titles[measure], named)


def _words(dossier: Dossier, about: str, what: str, named: Iterable[Naming]) -> Iterator[Disagreement]:
    """The disagreement on what a thing is called, where two documents have no word in common."""
    first: dict[tuple[str, str], Naming] = {}
    for entry, word in named:
        first.setdefault((dossier.document_of(entry), word.casefold()), (entry, word))
    by_document: dict[str, set[str]] = {}
    for document, word in first:
        by_document.setdefault(document, set()).add(word)
    vocabularies = {frozenset(words) for words in by_document.values()}
    names = voices(dossier, [entry for entry, _ in first.values()])
    if any(not one & other for one, other in combinations(vocabularies, 2)):
        yield clash(
            dossier,
            about,
            "wording",
            real=False,
            what=what,
            said={entry.id: word.casefold() for entry, word in first.values()},
            explanation=wording.words([(names[entry.id], word) for entry, word in first.values()]),
        )
