"""What holders tell of a voice: which alternatives of an issue it takes over no agreement, and which it does not.

A voice is a side of the case, for which its state, its government and persons who then held an office speak, or a part
of it that does not: a public, a faction, a group, a company. Positions count that are declared, revealed or perceived
and reach the era. By one holder a voice accepts a formula and what the scale of the case has it rank better, and
refuses a formula and what it ranks worse (``comparison.acceptance``).

An evaluation is measured from no agreement on the issue, which is 0; the most that anything can be worth is 1. What is
accepted whichever holder is followed lies between 0 and 1, and what is refused by all of them between -1 and -0.01;
what only some tell, and what nobody tells, between -1 and 1. A refusal that every holder calls a red line is worth less
than all other issues together can give; one that some holder calls so may be.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from hikiwake.comparison.acceptance import NOTHING, Ranking
from hikiwake.dossier import Dossier, Position
from hikiwake.dossier.speaking import ACCEPTING, KINDS, REFUSING, during, speaks
from hikiwake.modelling.grounds import Grounds
from hikiwake.modelling.telling import reaches
from hikiwake.settlement.packages.negotiation import Range

PARTS = ("public", "faction", "group", "company")
RED = "red line"
NONE = Range(Fraction(0), Fraction(0))
REFUSED = Fraction(-1, 100)  # the best that something can be that is refused


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of one alternative: between which numbers it lies, and the positions that say so."""

    between: Range
    grounds: tuple[str, ...] = ()


def of_side(dossier: Dossier, side: Grounds) -> tuple[Position, ...]:
    """The positions of an era that speak for a side."""
    return tuple(each for each in _reaching(dossier, side) if speaks(dossier, each, side.line))


def of_parts(dossier: Dossier, side: Grounds) -> dict[str, tuple[Position, ...]]:
    """The positions of an era of each part of a side that does not speak for it, by actor."""
    found: dict[str, tuple[Position, ...]] = {}
    for each in _reaching(dossier, side):
        if dossier.actor[each.actor].kind in PARTS:
            found[each.actor] = (*found.get(each.actor, ()), each)
    return dict(sorted(found.items()))


def _reaching(dossier: Dossier, side: Grounds) -> Iterable[Position]:
    own = (each for each in dossier.positions if side.includes(each.actor) and each.kind in KINDS)
    known = ((each, dossier.lasting(each)) for each in own)
    return (during(dossier, side.period, each) for each, lasting in known
            if lasting.overlaps(side.period) and reaches(lasting, side.period))  # fmt: skip


def told_on(ranking: Ranking, positions: Sequence[Position], alternatives: Sequence[str], most: int) -> list[Told]:
    """What is told of each alternative of an issue; ``most``: how many issues there are, for red lines."""
    by_holder: dict[str, list[Position]] = {}
    for each in positions:
        by_holder.setdefault(each.holder, []).append(each)
    accounts = [_Account.of(ranking, own) for own in by_holder.values()]
    return [_told(alternative, accounts, most) for alternative in alternatives]


@dataclass(frozen=True, slots=True)
class _Account:
    """What one holder tells: what is accepted for certain and in all, what is refused, and for each by which words."""

    certain: frozenset[str]
    possible: frozenset[str]
    refused: frozenset[str]
    red: frozenset[str]
    silent: bool
    told_by: tuple[tuple[Position, frozenset[str]], ...]

    @classmethod
    def of(cls, ranking: Ranking, positions: Sequence[Position]) -> _Account:
        found = ranking.account(positions)
        refusing = [each for each in positions if each.verb in REFUSING]
        red = NOTHING.union(*(ranking.worse(each.on) for each in refusing if each.strength == RED))
        about = [(each, _about(ranking, each)) for each in positions]
        silent = found.silent and not found.possible
        return cls(found.certain, found.possible, found.rejected, red, silent, tuple(one for one in about if one[1]))

    def sides(self, alternative: str) -> tuple[bool, bool]:
        """Whether the alternative is accepted, and whether it is refused; both where it depends on a reading."""
        if alternative in self.possible and alternative not in self.certain:
            return True, True
        accepted = alternative in self.certain
        return accepted, not accepted and (alternative in self.refused or self.silent)

    def grounds(self, alternative: str) -> list[str]:
        """The positions that say so: those on the alternative itself, or those from which it follows."""
        bearing = [each for each, about in self.told_by if alternative in about or (self.silent and "*" in about)]
        return [each.id for each in bearing if each.on == alternative] or [each.id for each in bearing]


def _about(ranking: Ranking, position: Position) -> frozenset[str]:
    """Of which formulas a position tells something; of every one (``*``) where it refuses to talk."""
    if ranking.refuses_to_talk([position]):
        return frozenset("*")
    if position.verb in REFUSING:
        return ranking.worse(position.on)
    if position.verb in ACCEPTING and position.on not in ranking.scale.refusals:
        return NOTHING.union(*(ranking.better(each) for each in ranking.readings(position.on)))
    return NOTHING


def _told(alternative: str, accounts: Sequence[_Account], most: int) -> Told:
    """What all accounts come to that tell anything on the issue."""
    telling = [each for each in accounts if each.told_by]
    sides = [each.sides(alternative) for each in telling]
    red = [alternative in each.red for each in telling]
    low = Fraction(-most if any(red) else -1)
    grounds = [id_ for each, side in zip(telling, sides, strict=True) if any(side) for id_ in each.grounds(alternative)]
    ids = tuple(dict.fromkeys(grounds))
    if sides and all(side == (True, False) for side in sides):
        return Told(Range(Fraction(0), Fraction(1)), ids)
    if sides and all(side == (False, True) for side in sides):
        return Told(Range(low, low if all(red) else REFUSED), ids)
    return Told(Range(low, Fraction(1)), ids)
