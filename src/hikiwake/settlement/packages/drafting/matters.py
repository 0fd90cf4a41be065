"""What an era's packages are about: scales and formulas as alternatives, and issues on which the sides are opposed.

- A **scale** of the case is an issue: of its formulas those on which somebody of a side has a position, a formula of
  open content being given by what it may be read as. Scales that have formulas in common are one issue, on which each
  side has the order of the scale that places it. Formulas of sovereignty on no scale are one issue as well, for one
  of them at most can be carried out.
- Every other **formula** on which a side is for or against is an issue of its own: taken up, or not.
- An **issue of the case** on which one side is for what the other is against has what either wants as its alternatives.
  That is a poor alternative, for it does not say what is done: such issues are only taken up where there are no two of
  the others.

Every issue has no agreement on it as another alternative. What one side carries out alone, and what means a refusal to
talk, is not to be signed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations

from hikiwake.comparison.acceptance import Ranking
from hikiwake.comparison.bargaining import ranking_of
from hikiwake.dossier import Dossier, Formula, Position
from hikiwake.dossier.case import Scale
from hikiwake.dossier.speaking import ACCEPTING, REFUSING
from hikiwake.modelling.grounds import Grounds

NO_AGREEMENT = ("none", "no_agreement", "no_agreement_on_it")
SOVEREIGNTY, UNILATERAL = "sovereignty", "unilateral"
MOST_PACKAGES = 20_000
ENOUGH = 2  # issues with formulas, beside which no issue of the case is taken up
BOTH = 2  # sides, of whom it can be said that they are opposed


@dataclass(frozen=True, slots=True)
class Matter:
    """An issue as it is drafted: alternatives but for no agreement, and the scales that order them, where some do.

    wanted_by: of an issue of the case the side whose wish each alternative is
    """

    id: str
    title: str
    alternatives: tuple[str, ...]
    titles: tuple[str, ...]
    scales: tuple[Scale, ...] = ()
    wanted_by: tuple[str, ...] = ()

    @property
    def without(self) -> str:
        """The id of no agreement on it: a word that is none of the alternatives."""
        return next(each for each in NO_AGREEMENT if each not in self.alternatives)

    @property
    def on(self) -> frozenset[str]:
        """On what a position tells something about it."""
        if self.wanted_by:
            return frozenset({self.id})
        extra = (each for scale in self.scales for each in (*scale.heads, *scale.refusals))
        return frozenset((*self.alternatives, *extra))

    def ranking(self, dossier: Dossier, side: Grounds) -> Ranking:
        """The alternatives as a side ranks them: by the first scale that places it, else by the first."""
        if not self.scales:
            return Ranking(Scale(self.id, self.title, "", tuple((each,) for each in self.alternatives)), 0)
        found = [ranking_of(dossier, scale, side.line) for scale in self.scales]
        return next((each for each in found if each.placed), found[0])


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What is not drafted: matters that are too many, and the titles of issues on which the sides are opposed."""

    formulas: tuple[Matter, ...] = ()
    opposed: tuple[str, ...] = ()

    @property
    def too_many(self) -> tuple[str, ...]:
        """The titles of the matters of which there are too many."""
        return tuple(one.title for one in self.formulas)


def matters(
    dossier: Dossier, sides: Sequence[Grounds], spoken: Sequence[Sequence[Position]], every: Sequence[Position]
) -> tuple[tuple[Matter, ...], LeftOut]:
    """The issues of an era, those most told of where there are too many; and what is left out.

    spoken: the positions that speak for each side; every: those, and the ones of parts of the sides
    """
    found, kept, count = [*_scales(dossier, every), *_formulas(dossier, spoken)], [], 1
    issues = [*_issues(dossier, sides, spoken, found)] if len(sides) == BOTH else []
    few = len(found) < ENOUGH
    found += issues if few else []
    for matter in sorted(found, key=lambda one: (not one.scales, -_told(one, every))):
        if count * (len(matter.alternatives) + 1) <= MOST_PACKAGES:
            kept.append(matter)
            count *= len(matter.alternatives) + 1
    left = LeftOut(tuple(one for one in found if one not in kept), () if few else tuple(one.title for one in issues))
    return tuple(one for one in found if one in kept), left


def _told(matter: Matter, positions: Sequence[Position]) -> int:
    return sum(each.on in matter.on for each in positions)


def _is_told(position: Position) -> bool:
    return position.verb in ACCEPTING or position.verb in REFUSING


def _scales(dossier: Dossier, every: Sequence[Position]) -> Iterator[Matter]:
    titles = {formula.id: formula.title for formula in dossier.formulas}
    named = {each.on for each in every if _is_told(each)}
    for group in _sharing(dossier.case.scales):
        read = {each for scale in group for one in scale.open if one[0] in named for each in one[1:]}
        heads = frozenset[str]().union(*(scale.heads for scale in group))
        told = dict.fromkeys(each for scale in group for each in scale.formulas)
        kept = tuple(each for each in told if each in (named | read) - heads)
        if kept:
            first = group[0]
            yield Matter(first.id, first.title, kept, tuple(titles.get(each, each) for each in kept), tuple(group))


def _sharing(scales: Sequence[Scale]) -> list[list[Scale]]:
    """Scales that have formulas in common, together."""
    groups: list[list[Scale]] = []
    for scale in scales:
        near = [group for group in groups if any({*each.formulas} & {*scale.formulas} for each in group)]
        groups = [group for group in groups if group not in near]
        groups.append([*(each for group in near for each in group), scale])
    return groups


def _formulas(dossier: Dossier, spoken: Sequence[Sequence[Position]]) -> Iterator[Matter]:
    """Formulas on no scale on which a side is for or against."""
    named = {each.on for own in spoken for each in own if _is_told(each)}
    on_scales = {each for scale in dossier.case.scales for each in (*scale.formulas, *scale.refusals, *scale.heads)}
    free = [each for each in dossier.formulas if each.id in named - on_scales and each.kind != UNILATERAL]
    land = [each for each in free if each.kind == SOVEREIGNTY]
    if land:
        yield Matter(SOVEREIGNTY, SOVEREIGNTY, *_ids_and_titles(land))
    yield from (Matter(each.id, each.title, *_ids_and_titles([each])) for each in free if each.kind != SOVEREIGNTY)


def _ids_and_titles(formulas: Sequence[Formula]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return tuple(each.id for each in formulas), tuple(each.title for each in formulas)


def _issues(
    dossier: Dossier, sides: Sequence[Grounds], spoken: Sequence[Sequence[Position]], found: Sequence[Matter]
) -> Iterator[Matter]:
    """Issues of the case on which one side is for what the other is against."""
    from hikiwake.wording.packages.drafting import as_wanted

    taken = {matter.id for matter in found}
    names = [dossier.actor[side.actor].name() for side in sides]
    for issue in dossier.case.issues:
        on = [[each for each in own if each.on == issue.id] for own in spoken]
        if issue.id not in taken and _opposed(on):
            alternatives = tuple(side.actor for side in sides)
            yield Matter(issue.id, issue.title, alternatives, tuple(map(as_wanted, names)), (), alternatives)


def _opposed(on: Sequence[Sequence[Position]]) -> bool:
    told = [[any(each.verb in verbs for each in own) for verbs in (ACCEPTING, REFUSING)] for own in on]
    return any(one[0] and other[1] for one, other in permutations(told, 2))
