"""Whether two reports may tell one act, and how sure that is.

Candidates share their parties and a time, not the type, for reports of one act differ in it. Then participants and
their roles, types, names and the likeness of the words near the act decide. A merge is only proposed.
"""

from __future__ import annotations

from math import log, sqrt

from hikiwake.coding.merging.likeness import Rarity
from hikiwake.coding.merging.report import Report
from hikiwake.workbench.proposal import Proposal

LEAST = 0.55
SAME_TEXT = 0.15  # off, for a text seldom tells one act twice in full, and then names it
PARTIES, ROLES, OTHER_ROLES, TYPE, TIME, NAME, WORDS, WORD = 0.2, 0.1, -0.1, 0.2, 0.25, 0.125, 0.6, 0.1  # what speaks
NOBODY = 0.1  # where a report names nobody who could speak against it


def may_be_one(one: Report, other: Report) -> bool:
    """Whether two reports of different passages share a time and their parties; one may name one party, or nobody."""
    if one.first > other.last or other.first > one.last or one.passages[0] == other.passages[0]:
        return False
    least = min(2, len(one.states), len(other.states))
    return len(one.states & other.states) >= least


def sureness(one: Report, other: Report, rarity: Rarity) -> float:
    """How sure it is that two reports tell one act, between 0 and 1; 0 where too little speaks for it."""
    if one.document == other.document and (one.types[0] != other.types[0] or not one.names & other.names):
        return 0.0
    told = sum(_grounds(one, other, rarity).values()) - (SAME_TEXT if one.document == other.document else 0.0)
    return round(min(0.99, told), 3) if told >= LEAST else 0.0


def merge_of(one: Report, other: Report, rarity: Rarity) -> Proposal:
    """The proposal to merge two reports: with the passages of both, and the ids of both in its cell ``of``."""
    why = {name: f"{value:.2f}" for name, value in _grounds(one, other, rarity).items() if value > 0}
    why["names"] = ", ".join(sorted(one.names & other.names)) or "none"
    spans = tuple(dict.fromkeys((*one.passages, *other.passages)))
    cells = (("of", ";".join(sorted((one.id, other.id)))),)
    return Proposal("merge", spans, confidence=sureness(one, other, rarity), cells=cells, why=tuple(why.items()))


def _grounds(one: Report, other: Report, rarity: Rarity) -> dict[str, float]:
    """What speaks for one act, and how much."""
    alike = WORD if one.trigger == other.trigger != "" else 0.0  # both told by forms of one word
    return {
        "participants": _participants(one, other),
        "type": TYPE if one.types[0] == other.types[0] else TYPE / 2 if {*one.types} & {*other.types} else 0.0,
        "time": TIME * _closeness(one, other),
        "names": NAME * min(2, len(one.names & other.names)),
        "words": WORDS * _likeness(one, other, rarity) + alike,
    }


def _participants(one: Report, other: Report) -> float:
    """What the parties say for a merge: who takes part in both, and whether each does the same in both."""
    if not one.states or not other.states:
        return NOBODY if one.types[0] == other.types[0] and one.document != other.document else 0.0
    shared = PARTIES * len(one.states & other.states) / len(one.states | other.states)
    meet = one.targets & other.targets or not one.targets or not other.targets
    if one.sources & other.sources and meet:
        return shared + ROLES
    return shared + (OTHER_ROLES if len(one.sources) == len(other.sources) == 1 else 0.0)


def _likeness(one: Report, other: Report, rarity: Rarity) -> float:
    """The likeness of the words of two reports, between 0 and 1."""
    both = one.weight * other.weight
    return rarity.weight(one.words & other.words) / sqrt(both) if both else 0.0


def _closeness(one: Report, other: Report) -> float:
    """How near two overlapping times are: 1 for the same days, less the more the longer goes beyond the shorter."""
    short, long = sorted((one.last - one.first + 1, other.last - other.first + 1))
    return 1.0 if long <= 1 else max(0.1, 1.0 - log(long / short) / log(800))
