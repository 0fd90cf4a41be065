"""Where there are too many packages to go through: the Pareto set by branch and bound over issues.

Issues are taken in one after another; of what was built so far a branch goes on only if no other is as good for all and
better for one, for whatever the other issues add to it they add to that one too. Issues whose alternatives clash are
taken in together. So the whole Pareto set is found without the packages being listed; of packages that are worth the
same to every party one is kept, and packages of the zone are not counted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import prod

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from hikiwake.errors import ModelError
from hikiwake.settlement.packages.listing.front import undominated
from hikiwake.settlement.packages.listing.space import MOST_LISTED, parts
from hikiwake.settlement.packages.listing.worth import Scale, Units
from hikiwake.settlement.packages.negotiation import Clash

MOST_BRANCHES = 4_000_000  # branches times alternatives that are looked at in one step
MOST_COMPARED = 2_000_000_000  # of these times branches, where more than two parties leave no order to sort by


@dataclass(frozen=True, slots=True)
class Branches:
    """Partial packages over some issues: the alternatives taken (branches by issues), and their worth to each party."""

    issues: tuple[int, ...]
    taken: NDArray[np.int64]
    units: Units


@dataclass(frozen=True, slots=True)
class Merged:
    """The Pareto set without its ties: packages by issues as in the file, worths, and how many packages there are."""

    packages: NDArray[np.int64]
    units: Units
    count: int


def merged(sizes: Sequence[int], scales: Sequence[Scale], clashes: Sequence[Clash] = ()) -> Merged:
    """The Pareto set of all packages, one package for each row of worths.

    scales: those of the parties. Raises ``ModelError`` where too many branches are left, before memory is asked for.
    """
    together, count = None, 1
    for issues in sorted(_groups(len(sizes), clashes), key=lambda group: prod(sizes[at] for at in group)):
        group, own = _group(issues, sizes, scales, clashes)
        count *= own
        together = group if together is None else _grown(together, group)
    if together is None:
        raise ModelError("no issues; a package needs at least one")
    order = np.argsort(together.issues)
    return Merged(together.taken[:, order], together.units, count)


def _groups(count: int, clashes: Sequence[Clash]) -> list[tuple[int, ...]]:
    """Issues that clash with each other, directly or over others, stand in one group."""
    graph: nx.Graph[int] = nx.empty_graph(count)
    for clash in clashes:
        named = [issue for issue, _ in clash.alternatives]
        nx.add_path(graph, named)
    return [tuple(sorted(group)) for group in nx.connected_components(graph)]


def _group(
    issues: tuple[int, ...], sizes: Sequence[int], scales: Sequence[Scale], clashes: Sequence[Clash]
) -> tuple[Branches, int]:
    """The undominated combinations of a group of issues, and how many combinations there are."""
    own = tuple(sizes[at] for at in issues)
    if prod(own) > MOST_LISTED:
        raise ModelError(f"too many packages: {prod(own):,} combinations of issues whose alternatives exclude or need "
                         f"each other; at most {MOST_LISTED:,} can be gone through; leave issues or alternatives "
                         "out")  # fmt: skip
    inner = [Scale(tuple(scale.units[at] for at in issues), 0, scale.unit, scale.exact) for scale in scales]
    places = {issue: place for place, issue in enumerate(issues)}
    within = [Clash(tuple((places[issue], those) for issue, those in clash.alternatives), clash.said)
              for clash in clashes if clash.alternatives[0][0] in places]  # fmt: skip
    found, count = Branches(issues, np.zeros((0, len(issues)), dtype=np.int64), np.zeros((0, len(scales)), np.int64)), 0
    for part in parts(own, inner, within):
        count += len(part.numbers)
        taken = np.stack(np.unravel_index(part.numbers, own), axis=1)
        found = _best(issues, np.vstack([found.taken, taken]), np.vstack([found.units, part.units.T]))
    return found, count


def _grown(before: Branches, group: Branches) -> Branches:
    """Every branch with every combination of a group, less those that are dominated."""
    count, parties = len(before.units) * len(group.units), before.units.shape[1]
    if count > MOST_BRANCHES or (parties > 2 and count * len(before.units) > MOST_COMPARED):
        raise ModelError(f"too many packages: of those that no other dominates {count:,} are left after "
                         f"{len(before.issues) + len(group.issues)} issues, more than can be compared; "
                         "leave issues or alternatives out, or round evaluations")  # fmt: skip
    units = (before.units[:, None, :] + group.units[None, :, :]).reshape(count, parties)
    left, right = np.divmod(np.arange(count), max(len(group.units), 1))
    best = np.flatnonzero(undominated(units))
    rows, first = np.unique(units[best], axis=0, return_index=True)
    found = best[first]
    taken = np.hstack([before.taken[left[found]], group.taken[right[found]]])
    return Branches((*before.issues, *group.issues), taken, rows)


def _best(issues: tuple[int, ...], taken: NDArray[np.int64], units: Units) -> Branches:
    """Those that no other dominates, one for each row of worths."""
    rows, first = np.unique(units, axis=0, return_index=True)
    kept = undominated(rows)
    return Branches(issues, taken[first[kept]], rows[kept])
