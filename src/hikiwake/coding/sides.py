"""The two sides of a text: the states that it names most, which an act is between where it names only one of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from hikiwake.coding.acts.act import Act
from hikiwake.coding.words import Mention

LEAST_SHARE = 0.4  # of the mentions of the side named more often, that the other must have
LEAST = 3  # mentions of the other side
DOMESTIC = frozenset(["arrest", "curfew", "martial-law", "censor", "resign"])  # modes of acts within a state
BETWEEN = frozenset(["CONSULT", "AGREE"])


def sides(named: Sequence[Mention]) -> tuple[str, ...]:
    """The two states that a text names most, the likelier first; nothing where it is not about two."""
    counts = Counter(actor.partition("/")[0] for each in named if each.how != "both" for actor in each.actors)
    if len(counts) < 2:
        return ()
    (first, most), (second, next_most) = sorted(counts.items(), key=lambda each: (-each[1], each[0]))[:2]
    return (first, second) if next_most >= max(LEAST, LEAST_SHARE * most) else ()


def completed(act: Act, two: tuple[str, ...]) -> Act:
    """An act with the other side of the text where it names one side alone; a meeting that names nobody is of both."""
    if not act.targets and act.sources and (act.types[:1] == ("PROTEST",) or act.mode in DOMESTIC):
        return replace(act, targets=act.sources, roles=f"{act.roles}; target: its own state, as none other is named")
    if not two or act.roles == "noun with an object":
        return act
    if act.targets:
        return _met(act, two)
    if not act.sources:
        both = act.types[:1] and act.types[0] in BETWEEN and act.roles in ("noun", "passive")
        return replace(act, sources=two, targets=two, roles="both sides of the text") if both else act
    states = {actor.partition("/")[0] for actor in act.sources}
    if len(states & {*two}) != 1 or not states <= {*two} or not act.types:
        return act
    other = two[0] if two[1] in states else two[1]
    return replace(act, targets=(other,), roles=f"{act.roles}; target: the other side of the text")


def _met(act: Act, two: tuple[str, ...]) -> Act:
    """A meeting or an agreement with one side, by whom is not said: it is the other's."""
    states = {actor.partition("/")[0] for actor in act.targets}
    if act.sources or len(states) != 1 or not states <= {*two} or not {*act.types[:1]} & BETWEEN:
        return act
    other = two[0] if two[1] in states else two[1]
    return replace(act, sources=(other,), roles=f"{act.roles}; source: the other side of the text")
