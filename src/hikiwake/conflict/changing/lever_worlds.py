"""Whether targets hold once certain options cannot be taken and decision makers have changed their outlooks.

Taking options away removes states. Where no states are merged the others stay what they are, so that one list of states
and moves serves every *world*; a world is the set of states that are left. A target is stable for a decision maker if
no improvement that is left in the world pays by the concept (``concepts``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import islice
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from hikiwake.conflict.changing.outlooks import Outlook, Outlooks, bits_of, bools_of
from hikiwake.conflict.concepts.definitions import Definition
from hikiwake.conflict.concepts.sequences import Indices, follow, layers, spread
from hikiwake.conflict.solving.steps import Steps

Kinds: TypeAlias = Sequence[Outlook]


class _Answers:
    """The states the opponents can lead to, found as far as they are asked for."""

    def __init__(self, sets: Iterator[int]) -> None:
        self.sets, self.found = sets, 0

    def meet(self, wanted: int) -> bool:
        """Whether one of the wanted states is among them."""
        if self.found & wanted:
            return True
        for fresh in self.sets:
            self.found |= fresh
            if fresh & wanted:
                return True
        return False


class World:
    """The states that are left (as bits) of a conflict; outlooks: of every decision maker; asked: the concept."""

    def __init__(self, steps: Steps, outlooks: Sequence[Outlooks], left: int, asked: Definition) -> None:
        self.steps, self.outlooks, self.left, self.asked = steps, outlooks, left, asked
        self.targets = outlooks[0].targets
        self._known: dict[tuple[int, ...], bool] = {}
        self._questions: dict[tuple[int, int, int], tuple[list[int], int]] = {}
        self._led: dict[tuple[int, ...], _Answers] = {}

    def holds(self, kinds: Kinds) -> tuple[int, ...]:
        """The targets (by place) that are stable for everybody, each with a kind of outlook."""
        return tuple(place for place, target in enumerate(self.targets)
                     if self.left >> target & 1
                     and all(self._stable(maker, kinds, place) for maker in range(len(kinds))))  # fmt: skip

    def possible(self, maker: int, outlook: Outlook) -> int:
        """The targets (by place, as bits) that may be stable for one decision maker, whatever the others want."""
        return sum(1 << place for place, target in enumerate(self.targets)
                   if self.left >> target & 1 and self._bearable(maker, outlook.better[place], place))  # fmt: skip

    def _bearable(self, maker: int, better: int, place: int) -> bool:
        """Whether every temptation has some answer that deters, credible or not."""
        key = maker, place, better
        if key not in self._known:
            tempting, deterring = self._question(maker, better, place)
            if not self.asked.answers or self.asked.at_once:
                self._known[key] = not tempting or self.asked.at_once
            else:
                self._known[key] = all(self._any_answers(maker, to).meet(deterring) for to in tempting)
        return self._known[key]

    def _stable(self, maker: int, kinds: Kinds, place: int) -> bool:
        better = kinds[maker].better[place]
        if not self.asked.credible:
            return self._bearable(maker, better, place)
        key = maker, place, better, -1, *(kind.improving for other, kind in enumerate(kinds) if other != maker)
        if key not in self._known:
            tempting, deterring = self._question(maker, better, place)
            self._known[key] = all(self._credible(maker, to, place, kinds).meet(deterring) for to in tempting)
        return self._known[key]

    def _question(self, maker: int, better: int, place: int) -> tuple[list[int], int]:
        """What tempts away from a target, and the states that deter."""
        if (maker, place, better) not in self._questions:
            preferred = self.outlooks[maker].sets[better] & self.left
            tempting = [to for to in self.steps.moves(maker, self.targets[place]) if preferred >> to & 1]
            escaping = self._leading_to(maker, preferred) if self.asked.lasting and tempting else 0
            self._questions[maker, place, better] = tempting, self.left & ~(preferred | escaping)
        return self._questions[maker, place, better]

    def _leading_to(self, maker: int, preferred: int) -> int:
        """The states from which one move of a decision maker leads to some preferred ones."""
        wanted = bools_of(preferred, len(self.steps.states))
        return bits_of(self.steps.arcs[maker].over(np.logical_or, wanted, 0))

    def _any_answers(self, maker: int, to: int) -> _Answers:
        """Where legal sequences of the others lead."""
        if (maker, to) not in self._led:
            self._led[maker, to] = _Answers(self._reached(maker, to))
        return self._led[maker, to]

    def _reached(self, maker: int, to: int) -> Iterator[int]:
        walked = layers(self.steps.others(maker), to, self._onward, len(self._still))
        for layer in islice(walked, 1, None):
            chosen = np.zeros(len(self._still), dtype=np.bool_)
            chosen[layer.states] = True
            yield bits_of(chosen)

    def _onward(self, mover: int, states: Indices) -> tuple[Indices, Indices]:
        rows, targets = self.steps.arcs[mover].onward(states)
        left = self._still[targets]
        return rows[left], targets[left]

    @cached_property
    def _still(self) -> NDArray[np.bool_]:
        return bools_of(self.left, len(self.steps.states))

    def _credible(self, maker: int, to: int, place: int, kinds: Kinds) -> _Answers:
        """Where the others' improvements lead: one after another, or all at once with the move from a target."""
        key = maker, to, place if self.asked.at_once else -1, *(
            kind.improving for other, kind in enumerate(kinds) if other != maker)  # fmt: skip
        if key not in self._led:
            self._led[key] = _Answers(self._improving(maker, to, place, kinds))
        return self._led[key]

    def _improving(self, maker: int, to: int, place: int, kinds: Kinds) -> Iterator[int]:
        others = [(self.outlooks[each], kinds[each].improving) for each in self.steps.others(maker)]

        def step(mover: int, state: int) -> list[int]:
            found = self.outlooks[mover].improvements(kinds[mover].improving, state)
            return [target for target in found if self.left >> target & 1]

        def onward(state: int) -> int:
            found = 0
            for outlooks, improving in others:
                found |= outlooks.improving_to(improving, state)
            return found & self.left

        if self.asked.at_once:
            yield from (1 << state for state in self.steps.at_once(maker, self.targets[place], to, step))
        elif self.steps.listed.transitive:
            yield from spread(to, onward)
        else:
            yield from (1 << one.state for one in follow(self.steps.others(maker), to, step))
