"""Who leaves a settlement whatever all others want: then no change of what these want makes it hold.

An improvement that no answer of the others deters, credible or not, is undeterred. What the worst of all answers leaves
depends on the mover's own ranking alone, so it is found once for each ranking, not for each set of everybody's. For
models with transitive moves of which most combinations are states.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import reduce
from operator import or_
from typing import TypeAlias

import numpy as np

from hikiwake.conflict.concepts.definitions import DEFINITIONS, Concept, Ranks
from hikiwake.conflict.concepts.transitive.whole import Whole, is_sparse
from hikiwake.settlement.changing.ways import Way
from hikiwake.settlement.terms import Ground, Terms

Ways: TypeAlias = tuple[Way, ...]
AT_ONCE = 1 << 20  # ranks


@dataclass(frozen=True)
class Leavers:
    """Decision makers, each with rankings that it may come to have, on one ground."""

    ground: Ground
    concept: Concept
    _least: dict[Way, Ranks] = field(default_factory=dict, repr=False)

    def staying(self, terms: Terms, sets: Sequence[Ways]) -> Sequence[Ways]:
        """Those sets of rankings, one of each decision maker, under which some form is not left by somebody anyhow."""
        if not self.ground.moves.transitive or is_sparse(self.ground.moves):
            return sets
        left: dict[Way, int] = {}
        for maker, ways in enumerate(zip(*sets, strict=True)):
            left |= self._left(terms, maker, [*dict.fromkeys(ways)])
        every = (1 << len(terms.forms)) - 1
        return [ways for ways in sets if reduce(or_, map(left.__getitem__, ways)) != every]

    def _left(self, terms: Terms, maker: int, ways: Sequence[Way]) -> dict[Way, int]:
        """The forms, as bits, that a decision maker leaves under each of its rankings."""
        self._find(maker, (way for way in ways if way not in self._least))
        left = dict.fromkeys(ways, 0)
        for bit, form in enumerate(terms.forms):
            out = terms.exits(form.state)
            targets = out.targets[out.origin // len(self.ground.states) == maker]
            for way in ways if len(targets) else ():
                left[way] |= int(self._least[way].take(targets).max() > way.ranks[form.state]) << bit
        return left

    def _find(self, maker: int, ways: Iterable[Way]) -> None:
        """What landing on each state comes to at the least, some rankings at a time."""
        fresh, whole, asked = [*ways], Whole(self.ground.moves), DEFINITIONS[self.concept]
        step = max(1, AT_ONCE >> len(self.ground.states.options))
        for first in range(0, len(fresh), step):
            some = fresh[first : first + step]
            ranks = np.array([way.ranks for way in some])
            if asked.answers:
                values = whole.best(maker, ranks) if asked.lasting else ranks
                ranks = np.minimum(ranks, whole.least(maker, values))
            self._least.update(zip(some, ranks, strict=True))
