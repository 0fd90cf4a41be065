"""The feasible combinations of many options, found by following the rules instead of trying every combination.

A *cube* is a set of combinations: some options are settled, the others are free. Options are settled one after another,
those first that decide a rule; a rule that is true then removes the branch, and where no rule is left open everything
else is free. Rules that have no option in common are followed apart, so that their numbers multiply.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import prod
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from hikiwake.conflict.model.statements import And, If, Iff, Named, Not, Or, Statement, Tree

MOST_BRANCHES = 1 << 12
Rule: TypeAlias = bool | Tree  # what is left of a rule once some options are settled
Open: TypeAlias = tuple[tuple[str, ...], Tree]  # the same where it is still open, with the options it names


@dataclass(frozen=True, slots=True)
class Cube:
    """Combinations in which ``code`` is taken, the bits of ``free`` are as one likes, and all others are left."""

    code: int
    free: int

    def __len__(self) -> int:
        return 1 << self.free.bit_count()

    @property
    def codes(self) -> NDArray[np.int64]:
        """Every combination in it."""
        return np.int64(self.code) | subsets(self.free)


@dataclass(frozen=True, slots=True)
class Feasible:
    """The feasible combinations as a product: one of each group of cubes, and the ``free`` bits, which no rule names.

    >>> from hikiwake.conflict.model.statements import parse
    >>> found = feasible(("a", "b", "c"), [parse("a and b")])
    >>> len(found), found.codes.tolist()
    (6, [0, 1, 2, 4, 5, 6])
    """

    groups: tuple[tuple[Cube, ...], ...]
    free: int

    def __len__(self) -> int:
        return prod(sum(map(len, group)) for group in self.groups) << self.free.bit_count()

    @property
    def codes(self) -> NDArray[np.int64]:
        """Their codes, ascending."""
        codes = subsets(self.free)
        for group in self.groups:
            own = np.concatenate([np.zeros(0, dtype=np.int64), *(cube.codes for cube in group)])
            codes = (codes[:, None] | own).ravel()
        return np.sort(codes)


def feasible(options: Sequence[str], rules: Sequence[Statement]) -> Feasible | None:
    """The combinations that break no rule; None where the rules are too many or too entangled to be followed so."""
    bit = {option: place for place, option in enumerate(options)}
    groups, left = [], MOST_BRANCHES
    for together in _related(rules):
        named = {bit[option] for rule in together for option in rule.options}
        cubes = []
        for cube in _cubes([_open(rule.tree) for rule in together], sum(1 << one for one in named), 0, bit):
            left -= 1
            if left < 0:
                return None
            if cube is not None:
                cubes.append(cube)
        groups.append(tuple(cubes))
    ruled = {bit[option] for rule in rules for option in rule.options}
    return Feasible(tuple(groups), sum(1 << one for one in range(len(options)) if one not in ruled))


def subsets(bits: int) -> NDArray[np.int64]:
    """Every set of these bits, ascending.

    >>> subsets(0b101).tolist()
    [0, 1, 4, 5]
    """
    found = np.zeros(1, dtype=np.int64)
    for bit in range(bits.bit_length()):
        if bits >> bit & 1:
            found = np.concatenate((found, found | 1 << bit))
    return found


def _related(rules: Sequence[Statement]) -> list[list[Statement]]:
    """The rules in groups that share no option."""
    groups: list[tuple[set[str], list[Statement]]] = []
    for rule in rules:
        named, together = set(rule.options), [rule]
        for other in [group for group in groups if group[0] & named]:
            groups.remove(other)
            named, together = named | other[0], other[1] + together
        groups.append((named, together))
    return [together for _, together in groups]


def _cubes(rules: Sequence[Open], free: int, code: int, bit: dict[str, int]) -> Iterator[Cube | None]:
    """The cubes in which no rule is true; None for every branch on the way, so that one who counts can stop."""
    if not rules:
        yield Cube(code, free)
        return
    yield None
    option = min(rules, key=_width)[0][0]
    touched = [tree for names, tree in rules if option in names]
    others = [rule for rule in rules if option not in rule[0]]
    for taken in (False, True):
        left = [_settled(tree, option, taken) for tree in touched]
        if True not in left:
            open_ = [_open(rule) for rule in left if not isinstance(rule, bool)]
            yield from _cubes([*open_, *others], free & ~(1 << bit[option]), code | taken << bit[option], bit)


def _open(tree: Tree) -> Open:
    return Statement("", tree).options, tree


def _width(rule: Open) -> int:
    return len(rule[0])


def _settled(tree: Tree, option: str, taken: bool) -> Rule:
    """What is left of a tree once an option is settled: true, false, or a smaller tree."""
    match tree:
        case Named(name):
            return taken if name == option else tree
        case Not(part):
            return _not(_settled(part, option, taken))
        case And(parts):
            return _all([_settled(part, option, taken) for part in parts])
        case Or(parts):
            return _not(_all([_not(_settled(part, option, taken)) for part in parts]))
        case If(consequence, condition):
            return _not(_all([_settled(condition, option, taken), _not(_settled(consequence, option, taken))]))
        case Iff(left, right):
            return _same(_settled(left, option, taken), _settled(right, option, taken))


def _not(rule: Rule) -> Rule:
    if isinstance(rule, bool):
        return not rule
    return rule.part if isinstance(rule, Not) else Not(rule)


def _all(rules: Sequence[Rule]) -> Rule:
    if False in rules:
        return False
    open_ = tuple(rule for rule in rules if not isinstance(rule, bool))
    return And(open_) if len(open_) > 1 else open_[0] if open_ else True


def _same(left: Rule, right: Rule) -> Rule:
    if isinstance(left, bool):
        return right if left else _not(right)
    if isinstance(right, bool):
        return left if right else _not(left)
    return Iff(left, right)
