"""Collecting the Pareto set with all its ties, while the packages are gone through part by part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from hikiwake.settlement.packages.listing.front import undominated
from hikiwake.settlement.packages.listing.space import Part
from hikiwake.settlement.packages.listing.worth import Scale, Units, levels_of

Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Front:
    """Packages by number, with what each is worth to every party, in units: an array of packages by parties."""

    numbers: NDArray[np.int64]
    units: Units

    def kept(self, mask: Mask) -> Front:
        """Those of a mask."""
        return Front(self.numbers[mask], self.units[mask])

    def accepted(self, scales: Sequence[Scale]) -> Front:
        """Those that every party accepts; scales: those of the parties."""
        return self.kept(np.asarray((self.units >= levels_of(scales)).all(axis=1)))


@dataclass
class Compared:
    """Collects by comparing: what a part has is held against what was found before."""

    front: Front

    def see(self, part: Part) -> None:
        """Take in a part; only the columns of the parties count."""
        fresh = part.units[: self.front.units.shape[1]].T
        best = undominated(fresh)
        if not len(self.front.numbers):
            self.front = Front(part.numbers[best], fresh[best])
            return
        together = Front(np.r_[self.front.numbers, part.numbers[best]], np.vstack([self.front.units, fresh[best]]))
        self.front = together.kept(undominated(together.units))


@dataclass
class LookedUp:
    """Collects by looking up: the rows of worths of the Pareto set are known, and packages that have one are kept.

    keys: a number for each row, ascending, equal for equal rows; rows: in the order of the keys
    """

    keys: NDArray[np.uint64]
    rows: Units
    factors: NDArray[np.uint64]
    seen: list[Front] = field(default_factory=list)

    @classmethod
    def of(cls, rows: Units) -> LookedUp:
        """A collector for these rows, which are distinct. Raises ``KeyError`` where two of them have one key."""
        random = np.random.default_rng(0).integers(1, 2**63, rows.shape[1], dtype=np.uint64)
        factors = np.bitwise_or(random, np.ones_like(random))
        keys = _keys(rows.T, factors)
        if len(np.unique(keys)) < len(keys):
            raise KeyError("two rows have one key")
        order = np.argsort(keys)
        return cls(keys[order], rows[order], factors)

    def see(self, part: Part) -> None:
        """Take in a part; only the columns of the parties count."""
        columns = part.units[: self.rows.shape[1]]
        if not len(self.keys):
            return
        keys = _keys(columns, self.factors)
        near = np.minimum(np.searchsorted(self.keys, keys), len(self.keys) - 1)
        places = np.flatnonzero(self.keys[near] == keys)
        same = places[(self.rows[near[places]] == columns[:, places].T).all(axis=1)]
        self.seen.append(Front(part.numbers[same], columns[:, same].T))

    @property
    def front(self) -> Front:
        """All that was kept."""
        none = Front(np.zeros(0, dtype=np.int64), np.zeros((0, self.rows.shape[1]), dtype=np.int64))
        every = [none, *self.seen]
        return Front(np.concatenate([one.numbers for one in every]), np.vstack([one.units for one in every]))


def _keys(columns: Units, factors: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """One number for each package, by which equal worths are found: a sum of products that may run over."""
    keys = np.zeros(columns.shape[1], dtype=np.uint64)
    for column, factor in zip(columns, factors, strict=True):
        keys += column.astype(np.uint64) * factor
    return keys
