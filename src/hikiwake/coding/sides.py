"""The two sides of a text: those of its case, else the states that it names most.

An act is between them where its sentence names one of them and no third state.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from hikiwake.actors import lineage
from hikiwake.coding.acts.act import Act
from hikiwake.coding.acts.subjects import oblique
from hikiwake.coding.words import Mention, Words
from hikiwake.vocabulary.actors import actor_rows

LEAST_SHARE = 0.4  # of the mentions of the side named more often, that the other must have
LEAST = 3  # mentions of the other side
LEAST_OF_CASE = 0.15  # of the mentions of the state named most, that each side of the case must have
DOMESTIC = frozenset(["arrest", "curfew", "martial-law", "censor", "resign"])  # modes of acts within a state
BETWEEN = frozenset(["CONSULT", "AGREE"])


def sides(named: Sequence[Mention]) -> tuple[str, ...]:
    """The two states that a text names most, the likelier first; nothing where it is not about two."""
    counts = _counted(named)
    if len(counts) < 2:
        return ()
    (first, most), (second, next_most) = sorted(counts.items(), key=lambda each: (-each[1], each[0]))[:2]
    return (first, second) if next_most >= max(LEAST, LEAST_SHARE * most) else ()


def _counted(named: Sequence[Mention]) -> Counter[str]:
    """How often a text names each state."""
    return Counter(actor.partition("/")[0] for each in named if each.how != "both" for actor in each.actors)


def sides_of_case(dyad: Sequence[str], named: Sequence[Mention], succeeds: Mapping[str, str]) -> tuple[str, ...]:
    """The two sides of a case as a text names them, each by that of its predecessors which it names most.

    Nothing where the text hardly names one of them: what it tells is then between others.
    """
    counts = _counted(named)
    two = [max(lineage(side, succeeds), key=lambda state: counts[state]) for side in dyad]
    least = max(1.0, LEAST_OF_CASE * max(counts.values(), default=0))
    return tuple(two) if len({*two}) == 2 and all(counts[state] >= least for state in two) else ()


def completed(act: Act, two: tuple[str, ...], words: Words) -> Act:
    """An act with the other side of the text where it names one side alone; a meeting that names nobody is of both."""
    if not act.targets and act.sources and (act.types[:1] == ("PROTEST",) or act.mode in DOMESTIC):
        return replace(act, targets=act.sources, roles=f"{act.roles}; target: its own state, as none other is named")
    if not two or act.roles == "noun with an object" or _third(words, two):
        return act
    if act.targets and act.targets == act.sources:
        return _met_somebody(act, two)
    if act.targets:
        return _met(act, two)
    if not act.sources:
        both = act.types[:1] and act.types[0] in BETWEEN and act.roles in ("noun", "passive")
        return replace(act, sources=two, targets=two, roles="both sides of the text") if both else act
    states = _of(act.sources)
    if len(states & {*two}) != 1 or not states <= {*two} or not act.types:
        return act
    other = two[0] if two[1] in states else two[1]
    return replace(act, targets=(other,), roles=f"{act.roles}; target: the other side of the text")


def _third(words: Words, two: tuple[str, ...]) -> bool:
    """Whether a third state acts in a sentence, or has something done to it: named there behind no preposition."""
    named = (each for each in words.parties if not oblique(words, each))
    return any(state in _states() and state not in two for each in named for state in _of(each.actors))


def _of(actors: Sequence[str]) -> set[str]:
    return {actor.partition("/")[0] for actor in actors}


@cache
def _states() -> frozenset[str]:
    return frozenset(row.id for row in actor_rows() if row.kind == "state")


def _met_somebody(act: Act, two: tuple[str, ...]) -> Act:
    """A meeting of one side with itself: of the two who met, one is nobody that the program knows."""
    if len(_of(act.sources)) != 1 or not _of(act.sources) <= {*two} or act.types[:1] != ("CONSULT",):
        return act
    return replace(act, sources=two, targets=two, roles=f"{act.roles}; both sides of the text")


def _met(act: Act, two: tuple[str, ...]) -> Act:
    """A meeting or an agreement with one side, by whom is not said: it is the other's."""
    states = _of(act.targets)
    if act.sources or len(states) != 1 or not states <= {*two} or not {*act.types[:1]} & BETWEEN:
        return act
    other = two[0] if two[1] in states else two[1]
    return replace(act, sources=(other,), roles=f"{act.roles}; source: the other side of the text")
