"""Words chosen differently for one thing: what each document calls an act, or what a claim says that it is called.

Such a disagreement is apparent, for both words may be said of one thing; but the choice of a word can take a side.
Forms of one word are no choice: "annexed" and "annexation" are of one family, and are quoted as they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import combinations

from hikiwake.comparison.clash import Disagreement, clash, voices
from hikiwake.comparison.clashes_of_figures import NAME
from hikiwake.dossier.dossier import Dossier
from hikiwake.dossier.entries import Claim, Mention
from hikiwake.wording import clashes as wording

Naming = tuple[Mention | Claim, str]  # an entry, and the word it has for a thing
_ENDING = re.compile(r"(?:at(?:ions?|e[ds]?|ing)|ions?|ures?|als?|e?ments?|ings?|y?ing|ie[ds]|e[ds]?|[sy])$")
_D_TO_S = re.compile(r"(?<=[aeioun])sions?$")  # invaded, invasion; suspended, suspension
_STEM = re.compile(r".*[aeiouy].*", re.DOTALL)


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


def family(words: str) -> tuple[str, ...]:
    """The family of a word or a phrase: its words without the endings of English by which forms of one word differ.

    A stem has three letters and a vowel at least; what is shorter keeps its ending.

    >>> family("annexed") == family("Annexation"), family("seized") == family("seizure")
    (True, True)
    >>> family("occupation") == family("annexation"), family("war") == family("warning")
    (False, False)
    """
    return tuple(map(_stem, words.casefold().split()))


def _stem(word: str) -> str:
    for ending, instead in ((_D_TO_S, "d"), (_ENDING, "")):
        stem = ending.sub(instead, word)
        if stem != word and len(stem) >= 3 and _STEM.fullmatch(stem):
            return re.sub(r"([^aeiou])\1$", r"\1", stem)
    return re.sub(r"([^aeiou])\1$", r"\1", word)


def _words(dossier: Dossier, about: str, what: str, named: Iterable[Naming]) -> Iterator[Disagreement]:
    """The disagreement on what a thing is called, where two documents have no family of words in common."""
    first: dict[tuple[str, tuple[str, ...]], Naming] = {}
    for entry, word in named:
        first.setdefault((dossier.document_of(entry), family(word)), (entry, word))
    by_document: dict[str, set[tuple[str, ...]]] = {}
    forms: dict[tuple[str, ...], dict[str, str]] = {}
    for (document, kin), (_, word) in first.items():
        by_document.setdefault(document, set()).add(kin)
        forms.setdefault(kin, {}).setdefault(word.casefold(), word)
    vocabularies = {frozenset(words) for words in by_document.values()}
    names = voices(dossier, [entry for entry, _ in first.values()])
    if any(not one & other for one, other in combinations(vocabularies, 2)):
        yield clash(
            dossier,
            about,
            "wording",
            real=False,
            what=what,
            said={entry.id: " ".join(kin) for (_, kin), (entry, _) in first.items()},
            explanation=wording.words((names[entry.id], forms[kin].values()) for (_, kin), (entry, _) in first.items()),
        )
