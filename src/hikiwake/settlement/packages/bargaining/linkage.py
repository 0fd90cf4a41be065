"""Linkage: the smallest sets of issues that open the zone when they are negotiated together.

Issues that are not in the set stay as in the status quo or, for a party whose reservation is a package, as in that;
where neither is told an issue that is left out counts nothing. A set *opens* the zone if some combination of its
alternatives, other than that of the status quo, leaves every party at its reservation or above, and one above it. On
an issue of the set a party *pays* if it gets less there than it has without an agreement or, where that is not told,
less than its best.

Reference: Sebenius (1983), International Organization 37(2), 281-316.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from math import comb, prod

import numpy as np

from hikiwake.settlement.packages.listing.space import number_of, parts
from hikiwake.settlement.packages.listing.survey import sizes_of
from hikiwake.settlement.packages.listing.worth import Scale, Units
from hikiwake.settlement.packages.negotiation import Clash, Negotiation, Package, Range

MOST_COMBINATIONS = 20_000_000  # of alternatives in all sets of one size; where there are more it is not begun


@dataclass(frozen=True, slots=True)
class Opening:
    """Issues that open the zone together, the alternatives that do, and for each party the issues on which it pays."""

    issues: tuple[int, ...]
    alternatives: tuple[int, ...]
    gains: tuple[Fraction, ...]
    pays: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Linkage:
    """The smallest sets of issues that open the zone, all of one size; up to which size was searched."""

    openings: tuple[Opening, ...]
    searched: int
    of: int

    @property
    def whole(self) -> bool:
        """Whether nothing was left unsearched."""
        return bool(self.openings) or self.searched == self.of


def linkage(negotiation: Negotiation, scales: Sequence[Scale], step: Callable[[int], None] = lambda _: None) -> Linkage:
    """The smallest sets of issues that open the zone; ``step`` is told the size that is begun.

    scales: those of the parties
    """
    sizes, rest = sizes_of(negotiation), references(negotiation)
    for size in range(1, len(sizes) + 1):
        if comb(len(sizes), size) * _smallest(sizes, size) > MOST_COMBINATIONS:
            return Linkage((), size - 1, len(sizes))
        chosen = [*combinations(range(len(sizes)), size)]
        if sum(prod(sizes[at] for at in issues) for issues in chosen) > MOST_COMBINATIONS:
            return Linkage((), size - 1, len(sizes))
        step(size)
        found = tuple(opening for issues in chosen for opening in _opening(negotiation, scales, rest, issues))
        if found:
            return Linkage(found, size, len(sizes))
    return Linkage((), len(sizes), len(sizes))


def _smallest(sizes: Sequence[int], size: int) -> int:
    return prod(sorted(sizes)[:size])


def references(negotiation: Negotiation) -> tuple[Package | None, ...]:
    """For each party how all stands without an agreement, where that is told."""
    levels = [party.voice.level for party in negotiation.parties]
    return tuple(negotiation.status_quo if isinstance(level, Range) else level for level in levels)


def _opening(
    negotiation: Negotiation, scales: Sequence[Scale], rest: Sequence[Package | None], issues: tuple[int, ...]
) -> Iterator[Opening]:
    """The opening by a set of issues, if there is one: by the alternatives with the largest product of gains."""
    inner = [_within(scale, reference, issues) for scale, reference in zip(scales, rest, strict=True)]
    sizes = tuple(len(negotiation.issues[at].alternatives) for at in issues)
    unchanged = _unchanged(negotiation, rest, issues, sizes)
    best: tuple[float, Package, Units] | None = None
    for part in parts(sizes, inner, _clashes(negotiation, issues)):
        gains = part.units - np.array([scale.level for scale in inner])[:, None]
        good = np.flatnonzero((gains >= 0).all(axis=0) & (gains > 0).any(axis=0) & (part.numbers != unchanged))
        if len(good):
            spread = gains[:, good] * np.array([[float(scale.unit)] for scale in inner])
            at = int(np.lexsort((spread.sum(axis=0), spread.prod(axis=0)))[-1])
            key = float(spread[:, at].prod())
            if best is None or key > best[0]:
                place = np.unravel_index(part.numbers[good[at]], sizes)
                best = key, tuple(int(each) for each in place), gains[:, good[at]]
    if best is not None:
        gains_of = tuple(int(own) * scale.unit for own, scale in zip(best[2], scales, strict=True))
        yield Opening(issues, best[1], gains_of, _pays(scales, rest, issues, best[1]))


def _unchanged(
    negotiation: Negotiation, rest: Sequence[Package | None], issues: tuple[int, ...], sizes: tuple[int, ...]
) -> int:
    """The number of the combination by which nothing departs from the status quo; -1 where that is not told."""
    stands = negotiation.status_quo or (rest[0] if len(set(rest)) == 1 else None)
    return -1 if stands is None else number_of([stands[at] for at in issues], sizes)


def _within(scale: Scale, reference: Package | None, issues: tuple[int, ...]) -> Scale:
    """A party's scale over some issues; what the others bring is taken off its level."""
    others = [at for at in range(len(scale.units)) if at not in issues]
    brought = sum(int(scale.units[at][reference[at]]) for at in others) if reference else 0
    return Scale(tuple(scale.units[at] for at in issues), scale.level - brought, scale.unit, scale.exact)


def _clashes(negotiation: Negotiation, issues: tuple[int, ...]) -> tuple[Clash, ...]:
    """The clashes within a set of issues, where the others stay as in the status quo."""
    found, rest = [], negotiation.status_quo
    for clash in negotiation.clashes:
        outside = [(issue, those) for issue, those in clash.alternatives if issue not in issues]
        if all(rest is not None and rest[issue] in those for issue, those in outside):
            inside = [(issues.index(issue), those) for issue, those in clash.alternatives if issue in issues]
            found += [Clash(tuple(inside), clash.said)] if inside else []
    return tuple(found)


def _pays(
    scales: Sequence[Scale], rest: Sequence[Package | None], issues: tuple[int, ...], package: Package
) -> tuple[tuple[int, ...], ...]:
    def less(scale: Scale, reference: Package | None, issue: int, taken: int) -> bool:
        units = scale.units[issue]
        return bool(units[taken] < (units[reference[issue]] if reference else units.max()))

    return tuple(
        tuple(issue for issue, taken in zip(issues, package, strict=True) if less(scale, reference, issue, taken))
        for scale, reference in zip(scales, rest, strict=True)
    )
