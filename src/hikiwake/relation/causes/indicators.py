"""By which acts a variable that authors argue with is told: as the case says, else read out of its title by a table.

A title is read where it is built on a word of the table (its head: what stands before the first preposition), names
only actors that are known, and has no other word that would narrow it. "Fear of sanctions" is built on fear, which no
act tells. One with a year is a single event and no kind of act. What cannot be read whole is not read at all.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from hikiwake.actors import Actor, lineage
from hikiwake.dossier import Dossier
from hikiwake.relation.causes.acts import Indicator, stated
from hikiwake.vocabulary.indicators import IndicatorRow, indicators
from hikiwake.vocabulary.statements import topics

if TYPE_CHECKING:
    from hikiwake.coding.actors import Gazetteer

SOURCE = frozenset(["by", "from"])
TARGET = frozenset(["on", "to", "towards", "toward", "against", "over", "in"])
JOINS = frozenset(["between", "with", "and"])
PREPOSITIONS = SOURCE | TARGET | JOINS | {"of"}
LIGHT = frozenset(["the", "a", "an", "two", "both", "their", "joint", "mutual", "bilateral", "common", "international",
                   "leaders", "sides", "parties", "states", "governments", "countries", "companies"])  # fmt: skip
_WORD = re.compile(r"@\d+|[^\W_]+(?:[-’'][^\W_]+)*")
_YEAR = re.compile(r"\b1[5-9]\d\d\b|\b20\d\d\b")
_ACTOR = "@"


def indicator(dossier: Dossier, variable: str) -> Indicator | None:
    """How a variable of a case is told by acts, or ``None`` where none are said and its title is not read as a kind.

    >>> import hikiwake as hw
    >>> found = indicator(hw.load("japan_russia"), "japanese_sanctions")
    >>> sorted(found.acts), sorted(found.sources), "RUS" in found.targets
    (['SANCTION'], ['JPN'], True)
    >>> indicator(hw.load("japan_russia"), "us_bases_fear") is None
    True
    """
    own = next((each for each in dossier.case.variables if each.id == variable), None)
    if own is not None and own.told:
        return stated(dossier, own)
    title = own.title if own else variable.replace("_", " ")
    if _YEAR.search(title):
        return None
    words, actors = _words(title, dossier.actors)
    cut = next((place for place, word in enumerate(words) if word in PREPOSITIONS), len(words))
    row, modifiers = _head(words[:cut])
    known = topics()
    if row is None or not all(word in LIGHT or word[0] == _ACTOR or word in known for word in modifiers):
        return None
    if not all(word in LIGHT | PREPOSITIONS or word[0] == _ACTOR for word in words[cut:]):
        return None
    issues = {term.id for term in dossier.case.issues}
    about = next((known[word] for word in modifiers if word in known), "")
    if about and about not in issues:
        return None
    return _told(dossier, row, about, modifiers, words[cut:], actors)


def _words(title: str, actors: tuple[Actor, ...]) -> tuple[list[str], list[tuple[str, ...]]]:
    """The words of a title, with ``@n`` for the n-th of the actors that it names, and these actors."""
    from hikiwake.coding.actors import named

    found = named(title, (), _names(actors))
    text = title
    for number, each in reversed(list(enumerate(found))):
        text = f"{text[: each.start]} {_ACTOR}{number} {text[each.end :]}"
    return [word.casefold() for word in _WORD.findall(text)], [each.actors for each in found]


@lru_cache(maxsize=4)
def _names(actors: tuple[Actor, ...]) -> Gazetteer:
    from hikiwake.coding.actors import gazetteer

    return gazetteer(actors)


def _head(words: Sequence[str]) -> tuple[IndicatorRow | None, Sequence[str]]:
    """The row of the longest words of the table that the head ends with, and what stands before them."""
    for start in range(len(words)):
        row = indicators().get(" ".join(words[start:]))
        if row is not None:
            return row, words[:start]
    return None, words


def _told(
    dossier: Dossier, row: IndicatorRow, about: str, before: Sequence[str], after: Sequence[str],
    actors: Sequence[tuple[str, ...]],
) -> Indicator:  # fmt: skip
    """The acts of a row between the actors that a title names; between the sides of the case where it names none."""
    succeeds = {actor.id: actor.succeeds for actor in dossier.actors if actor.succeeds}
    sources = [word for word in before if word[0] == _ACTOR]
    targets: list[str] = []
    role = row.of
    for earlier, word in pairwise(["of", *after]):
        role = _role(row, earlier, role, bool(sources))
        if word[0] == _ACTOR:
            (targets if role == "target" else sources).append(word)
    issues = frozenset(filter(None, [about]))
    given, taking = ([_lines(word, actors, succeeds) for word in words] for words in (sources, targets))
    if row.of == "both" and len(given) > 1:
        given, taking = given[:1], [*given[1:], *taking]
    if not given and not taking:
        first, second = (frozenset(lineage(id_, succeeds)) for id_ in dossier.case.dyad)
        return Indicator(row.acts, row.less, first, second, True, issues)
    return Indicator(row.acts, row.less, _all(given), _all(taking), row.of == "both", issues)


def _role(row: IndicatorRow, word: str, before: str, has_source: bool) -> str:
    """Who stands after a word of a title: who acts, or who is acted on; "and" goes on as before."""
    if word in SOURCE:
        return "source"
    if word in TARGET:
        return "target"
    if word == "of":
        return "target" if row.of == "target" or (has_source and row.of != "both") else "source"
    return "source" if word in JOINS - {"and"} else before


def _lines(word: str, actors: Sequence[tuple[str, ...]], succeeds: dict[str, str]) -> frozenset[str]:
    named = actors[int(word[1:])]
    return frozenset(id_.partition("/")[0] for actor in named for id_ in lineage(actor, succeeds))


def _all(groups: Sequence[frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*groups)
