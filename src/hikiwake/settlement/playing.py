"""Many sets of preferences played on one ground, side by side: what each move is worth, and where things end.

What is found for many at once: the worths of all states, the fallbacks of those of which they are asked, and at which
forms of a settlement somebody leaves it with the first move; ``verdicts`` judges them together. Everything else is
asked of each ``Play`` by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from hikiwake.conflict.concepts.definitions import Concept, Ranks
from hikiwake.conflict.concepts.sequences import Indices, gathered, layers
from hikiwake.conflict.concepts.side_by_side import worths
from hikiwake.conflict.model.conflict import Conflict
from hikiwake.settlement.judgement import Play
from hikiwake.settlement.terms import Form, Ground, Mask, Terms

Under: TypeAlias = "tuple[Sequence[Ranks] | Ranks, tuple[frozenset[str], ...]]"  # everyone's ranks, what each speaks of
ROOM = 1 << 17  # states to play side by side
MOST = 256


def play(ground: Ground, conflict: Conflict, ranks: Ranks, concept: Concept) -> Play:
    """One reading of a conflict on its ground."""
    spoken = tuple(ground.spoken(maker.preference) for maker in conflict.decision_makers)
    return next(batches(ground, concept, [(ranks, spoken)])).plays[0]


def batches(ground: Ground, concept: Concept, under: Sequence[Under]) -> Iterator[Batch]:
    """All sets of preferences in order, as many at a time as there is room for."""
    step = int(np.clip(ROOM // len(ground.states), 1, MOST))
    for first in range(0, len(under), step):
        yield Batch.of(ground, concept, under[first : first + step])


@dataclass(frozen=True, eq=False)
class Batch:
    """Some sets of preferences; ranks, worths: int32, shape (n_plays, n_decision_makers, n_states)."""

    ground: Ground
    concept: Concept
    ranks: Ranks
    worths: Ranks
    spoken: Sequence[tuple[frozenset[str], ...]]
    _ended: dict[int, tuple[int, ...]] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, ground: Ground, concept: Concept, under: Sequence[Under]) -> Batch:
        """Solve them together."""
        ranked = [[ground.ranked(maker, own) for maker, own in enumerate(ranks)] for ranks, _ in under]
        found = worths(ground.moves, ranked, concept)
        return cls(ground, concept, np.array([ranks for ranks, _ in under]), found, [spoken for _, spoken in under])

    @cached_property
    def plays(self) -> list[Play]:
        """Each by itself."""
        return [Play(self.ground, self.concept, *each, partial(self._ends, place))
                for place, each in enumerate(zip(self.ranks, self.worths, self.spoken, strict=True))]  # fmt: skip

    def left(self, terms: Terms, form: Form) -> Mask:
        """In which plays somebody leaves a settlement from one of its forms with the first move, shape (n_plays,)."""
        out = terms.exits(form.state)
        ranks, worths = (each.reshape(len(each), -1) for each in (self.ranks, self.worths))
        better = worths.take(out.target, axis=1) > ranks.take(out.origin, axis=1)
        left: Mask = np.logical_or.reduce(better, axis=1)
        return left

    def end(self, chosen: Sequence[int]) -> None:
        """Find out for some plays together where things end in them."""
        fresh = [place for place in chosen if place not in self._ended]
        if fresh:
            self._ended.update(zip(fresh, self._fallbacks(fresh), strict=True))

    def _ends(self, place: int) -> tuple[int, ...]:
        self.end([place])
        return self._ended[place]

    def _fallbacks(self, chosen: Sequence[int]) -> list[tuple[int, ...]]:
        """The start where it is at rest, else the states at rest that improvements lead to, else the start."""
        start, n_states = self.ground.start, len(self.ground.states)
        starts = np.array(chosen, dtype=np.int64) * n_states + start
        ends = self._improved(starts[~self._at_rest(starts)])
        ends = ends[self._at_rest(ends)]
        found: dict[int, tuple[int, ...]] = dict.fromkeys(chosen, (start,))
        for place in np.unique(ends // n_states).tolist():
            found[place] = tuple((ends[ends // n_states == place] % n_states).tolist())
        return list(found.values())

    def _improved(self, places: Indices) -> Indices:
        """Where legal sequences of improvements lead from some places, these included."""
        if self.ground.moves.transitive:
            return gathered(self._movers, places, self._improving, self.ranks[:, 0].size)
        walked = layers(self._movers, places, self._improving, self.ranks[:, 0].size)
        return np.unique(np.concatenate([places, *(layer.states for layer in walked)]))

    @property
    def _movers(self) -> range:
        return range(self.ranks.shape[1])

    def _at_rest(self, places: Indices) -> NDArray[np.bool_]:
        """Which places (states, counted on from play to play) are equilibria."""
        resting = np.ones(len(places), dtype=np.bool_)
        for mover in sorted(self._movers, key=lambda each: len(self.ground.moves.arcs[each])):
            left = np.flatnonzero(resting)
            rows, targets, own = self._moves(mover, places[left])
            paying = self.worths.take(targets) > self.ranks.take(own).take(rows)
            resting[left[rows[paying]]] = False
        return resting

    def _improving(self, mover: int, places: Indices) -> tuple[Indices, Indices]:
        """The improvements from some places, as ``layers`` asks for them."""
        rows, targets, own = self._moves(mover, places)
        better = self.ranks.take(targets) > self.ranks.take(own).take(rows)
        rows = rows[better]
        return rows, targets[better] + (places - own).take(rows)

    def _moves(self, mover: int, places: Indices) -> tuple[Indices, Indices, Indices]:
        """Every move of one from some places: its row among them, where it leads, and where each place itself stands.

        Both in the table of everyone's ranks, counted on.
        """
        n_states = len(self.ground.states)
        plays, states = np.divmod(places, n_states)
        begins = (plays * len(self._movers) + mover) * n_states
        rows, targets = self.ground.moves.arcs[mover].onward(states)
        return rows, targets + begins.take(rows), begins + states
