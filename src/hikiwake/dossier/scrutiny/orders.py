"""Orders that cannot be: a scale that ranks what an actor accepts below what it refuses, by one holder at one time.

Whoever refuses something takes nothing that is worse for it: where it does, on record, the scale may rank for the actor
what the actor does not. The times are those within an era, where there are eras; who first accepts something and later
refuses what is better for it changed its mind. The bargaining range does not count such an acceptance.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from hikiwake.actors import lineage
from hikiwake.dossier.case import Scale
from hikiwake.dossier.dossier import Dossier
from hikiwake.dossier.entries import Position
from hikiwake.dossier.scrutiny.remark import Remark
from hikiwake.dossier.speaking import ACCEPTING, KINDS, REFUSING, comes_first, during, speaks
from hikiwake.periods import Period

Pair = tuple[str, str]
ALWAYS = Period(date.min, None)


def out_of_order(dossier: Dossier) -> Iterator[Remark]:
    """Pairs of formulas of which an actor refuses the one that a scale ranks better for it, and accepts the other."""
    for scale in dossier.case.scales:
        sides = ((scale.actor, scale.order), (dossier.case.against(scale), scale.order[::-1]))
        for actor, order in ((actor, order) for actor, order in sides if actor in dossier.actor):
            place = {formula: index for index, group in enumerate(order) for formula in group}
            for (better, worse), told in _contradicted(dossier, actor, place).items():
                yield _remark(scale, actor, better, worse, told)


def _remark(scale: Scale, actor: str, better: str, worse: str, told: tuple[Position, Position]) -> Remark:
    accepted, refused = told
    expected = (
        f"{worse} no worse for {actor}, which accepts it ({accepted.id}) while it refuses {better} ({refused.id}), "
        f"by {accepted.holder}"
    )
    return Remark("scales", scale.id, "order", f"{better} before {worse} as {actor} ranks them", expected)


def _contradicted(dossier: Dossier, actor: str, place: Mapping[str, int]) -> dict[Pair, tuple[Position, Position]]:
    """Each pair of a better formula refused and a worse one accepted, with the first positions that say so."""
    found: dict[Pair, tuple[Position, Position]] = {}
    for positions in _by_holder(_speaking(dossier, actor, place)):
        accepted, refused = (_each_once(positions, verbs) for verbs in (ACCEPTING, REFUSING))
        for one in accepted:
            for other in (each for each in refused if place[each.on] < place[one.on]):
                if (other.on, one.on) not in found and _at_one_time(dossier, one, other):
                    found[other.on, one.on] = one, other
    return found


def _speaking(dossier: Dossier, actor: str, place: Mapping[str, int]) -> Iterator[Position]:
    line = lineage(actor, {each.id: each.succeeds for each in dossier.actors if each.succeeds})
    told = (each for each in dossier.positions if each.on in place and each.kind in KINDS)
    return (each for each in told if each.actor in dossier.actor and speaks(dossier, each, line))


def _by_holder(positions: Iterable[Position]) -> Iterable[list[Position]]:
    groups: dict[str, list[Position]] = defaultdict(list)
    for position in positions:
        groups[position.holder].append(position)
    return groups.values()


def _each_once(positions: Sequence[Position], verbs: Sequence[str]) -> list[Position]:
    """The positions with some verbs, of several on one formula for one time the first."""
    once: dict[tuple[str, Period], Position] = {}
    for each in positions:
        if each.verb in verbs:
            once.setdefault((each.on, each.period), each)
    return list(once.values())


def _at_one_time(dossier: Dossier, one: Position, other: Position) -> bool:
    """Whether two positions overlap in an era, and none begins and ends there before the other."""
    known = dossier.lasting(one), dossier.lasting(other)
    if not known[0].overlaps(known[1]):
        return False
    eras = [each.period for each in dossier.case.eras if all(each.period.overlaps(period) for period in known)]
    for period in eras if dossier.case.eras else [ALWAYS]:
        first, second = (during(dossier, period, each) for each in (one, other))
        apart = comes_first(first, second) or comes_first(second, first)
        if first.period.overlaps(second.period) and not apart:
            return True
    return False
