"""All packages as one array, in parts that fit the memory: what each is worth, those that clash left out.

Packages are numbered in the order of the file: the last issue changes first. A part holds the packages that share the
alternatives of the first issues; what the last ones add is computed once and used for every part.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, reduce
from itertools import product
from math import prod

import numpy as np
from numpy.typing import NDArray

from hikiwake.settlement.packages.listing.worth import Scale, Units
from hikiwake.settlement.packages.negotiation import Clash, Package

PART = 1 << 18  # packages
REMEMBERED = 32  # clashes, each with as many bytes as a part has packages at most
MOST_LISTED = 40_000_000  # packages; where there are more, they are not gone through one by one


@dataclass(frozen=True, slots=True)
class Part:
    """Some packages: their numbers and what they are worth, an array of voices by packages in units of each voice."""

    numbers: NDArray[np.int64]
    units: Units


def package_of(number: int, sizes: Sequence[int]) -> Package:
    """The package of a number.

    >>> package_of(4, (2, 3)), number_of((1, 1), (2, 3))
    ((1, 1), 4)
    """
    return tuple(int(place) for place in np.unravel_index(number, tuple(sizes)))


def number_of(package: Sequence[int], sizes: Sequence[int]) -> int:
    """The number of a package."""
    return reduce(lambda number, step: number * step[1] + step[0], zip(package, sizes, strict=True), 0)


def allowed(package: Sequence[int], clashes: Sequence[Clash]) -> bool:
    """Whether no alternatives of a package clash."""
    return not any(all(package[issue] in those for issue, those in clash.alternatives) for clash in clashes)


def parts(sizes: Sequence[int], scales: Sequence[Scale], clashes: Sequence[Clash] = ()) -> Iterator[Part]:
    """Every package that does not clash, part by part in the order of their numbers."""
    cut = _cut(sizes)
    tail = np.stack([_sums([scale.units[at] for at in range(cut, len(sizes))]) for scale in scales])
    count = tail.shape[1]
    within = [(clash, _matching(clash, tuple(sizes), cut)) for clash in clashes]
    numbers = np.arange(count, dtype=np.int64)
    for place, head in enumerate(product(*(range(size) for size in sizes[:cut]))):
        base = [sum(int(scale.units[at][alternative]) for at, alternative in enumerate(head)) for scale in scales]
        kept = _kept(head, within)
        units = tail + np.array(base, dtype=np.int64)[:, None]
        if kept is None:
            yield Part(numbers + place * count, units)
        elif kept.any():
            yield Part(numbers[kept] + place * count, units[:, kept])


def _cut(sizes: Sequence[int]) -> int:
    """From which issue on all combinations fit one part."""
    cut, count = len(sizes), 1
    while cut and count * sizes[cut - 1] <= PART:
        cut -= 1
        count *= sizes[cut]
    return cut


def _sums(columns: Sequence[Units]) -> Units:
    """The sum for every combination, the last column changing first."""
    return reduce(lambda sums, column: np.add.outer(sums, column).ravel(), columns, np.zeros(1, dtype=np.int64))


@lru_cache(maxsize=REMEMBERED)
def _matching(clash: Clash, sizes: tuple[int, ...], cut: int) -> NDArray[np.bool_]:
    """Which combinations of the last issues have what a clash names of them; to be read only, since draws share it."""
    found = np.ones((), dtype=np.bool_)
    named = dict(clash.alternatives)
    for at in range(cut, len(sizes)):
        own = np.isin(np.arange(sizes[at]), sorted(named[at])) if at in named else np.ones(sizes[at], dtype=np.bool_)
        found = np.logical_and.outer(found, own)
    matching: NDArray[np.bool_] = found.reshape(prod(sizes[cut:]))
    matching.flags.writeable = False
    return matching


def _kept(head: Sequence[int], within: Sequence[tuple[Clash, NDArray[np.bool_]]]) -> NDArray[np.bool_] | None:
    """Which packages of a part do not clash; ``None`` where no clash touches it."""
    kept: NDArray[np.bool_] | None = None
    for clash, matching in within:
        if all(head[issue] in those for issue, those in clash.alternatives if issue < len(head)):
            kept = ~matching if kept is None else kept & ~matching
    return kept
