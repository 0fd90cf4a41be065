"""What a set of changes to one decision maker's statements comes to, as far as a target can notice.

Two things tell all: which states the decision maker then prefers to the target, and which of its moves are
improvements. Both follow from the truth of the statements, the most important first, without ranks. Sets of states and
of moves are whole numbers, bit by bit, because the same few sets are compared very often. Sets of changes that come to
the same are one ``Outlook``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from hikiwake.conflict.model.changes import OnStatements, rearranged
from hikiwake.conflict.model.conflict import Statements
from hikiwake.conflict.model.preferences import preference_ranks, settled
from hikiwake.conflict.model.statements import Statement
from hikiwake.conflict.solving.steps import Steps

Part: TypeAlias = tuple[OnStatements, ...]
Entry: TypeAlias = tuple[int | str, bool]  # a statement by number, or one that is added by its text; whether flipped


def bits_of(chosen: NDArray[np.bool_]) -> int:
    """An array of bool as a whole number, the first as its lowest bit.

    >>> bits_of(np.array([True, False, True]))
    5
    """
    return int.from_bytes(np.packbits(chosen, bitorder="little").tobytes(), "little")


def bools_of(bits: int, count: int) -> NDArray[np.bool_]:
    """The array of bool, shape (count,), that a whole number stands for."""
    content = np.frombuffer(bits.to_bytes((count + 7) // 8, "little"), dtype=np.uint8)
    return np.unpackbits(content, count=count, bitorder="little").view(np.bool_)


@dataclass(frozen=True, slots=True)
class Outlook:
    """What a decision maker prefers to each target, and how it improves: numbers of sets that ``Outlooks`` knows."""

    better: tuple[int, ...]
    improving: int


class Outlooks:
    """One decision maker; targets: indices of states; improving: whether it matters which moves are improvements."""

    def __init__(
        self, steps: Steps, maker: int, targets: Sequence[int], added: dict[str, Statement], *, improving: bool
    ) -> None:
        self.steps, self.maker, self.targets, self.improving = steps, maker, targets, improving
        self.added = added
        self.sets: list[int] = []
        self._number: dict[int, int] = {}
        self._known: dict[tuple[Entry, ...], Outlook | None] = {}
        self._ways: dict[tuple[Entry, ...], int] = {}
        self._targets_of: dict[tuple[int, int], tuple[int, ...]] = {}
        self._bits_of: dict[tuple[int, int], int] = {}

    def of(self, part: Part) -> Outlook | None:
        """What a set of changes comes to; None where they cannot be made, or leave a merged state undecided."""
        preference = self.steps.conflict.decision_makers[self.maker].preference
        if not isinstance(preference, Statements):
            return self._ranked
        entries = rearranged(len(preference.statements), part)
        if entries is None:
            return None
        key = tuple(entries)
        if key not in self._known:
            self._known[key] = self._outlook(key) if self._settled(key) else None
        return self._known[key]

    def _outlook(self, entries: tuple[Entry, ...]) -> Outlook:
        return Outlook(tuple(self._better(entries, target) for target in self.targets), self._moves(entries))

    def _settled(self, entries: Sequence[Entry]) -> bool:
        states = self.steps.states
        return not states.coalesced or settled((self._holding[says] ^ flip for says, flip in entries), states)

    @cached_property
    def _holding(self) -> dict[int | str, NDArray[np.bool_]]:
        """Of which combinations each statement is true."""
        return {key: self.steps.states.holding(one) for key, one in self._statements.items()}

    def improvements(self, outlook: int, state: int) -> tuple[int, ...]:
        """Where the improvements of an outlook (its number) lead from a state."""
        if (outlook, state) not in self._targets_of:
            arcs = self.steps.arcs[self.maker]
            first, last = int(arcs.first[state]), int(arcs.first[state + 1])
            bits = self.sets[outlook] >> first & ((1 << last - first) - 1)
            targets = arcs.targets[first:last].tolist()
            self._targets_of[outlook, state] = tuple(to for place, to in enumerate(targets) if bits >> place & 1)
        return self._targets_of[outlook, state]

    def improving_to(self, outlook: int, state: int) -> int:
        """The same as bits."""
        if (outlook, state) not in self._bits_of:
            self._bits_of[outlook, state] = sum(1 << to for to in self.improvements(outlook, state))
        return self._bits_of[outlook, state]

    def _numbered(self, bits: int) -> int:
        if bits not in self._number:
            self._number[bits] = len(self.sets)
            self.sets.append(bits)
        return self._number[bits]

    def _better(self, entries: Sequence[Entry], target: int) -> int:
        """The states that are preferred to a target."""
        better, level = 0, self._all
        for says, flip in entries:
            true = self._truth[says] ^ (self._all if flip else 0)
            if true >> target & 1:
                level &= true
            else:
                better |= level & true
                level ^= level & true
        return self._numbered(better)

    def _moves(self, entries: Sequence[Entry]) -> int:
        """The moves that are improvements; statements that no own move makes true or false do not matter."""
        if not self.improving:
            return -1
        key = tuple(entry for entry in entries if any(self._turning[entry[0]]))
        if key not in self._ways:
            better, level = 0, (1 << len(self.steps.arcs[self.maker])) - 1
            for says, flip in key:
                gained, lost = reversed(self._turning[says]) if flip else self._turning[says]
                better |= level & gained
                level ^= level & (gained | lost)
            self._ways[key] = self._numbered(better)
        return self._ways[key]

    @cached_property
    def _all(self) -> int:
        return (1 << len(self.steps.states)) - 1

    @cached_property
    def _statements(self) -> dict[int | str, Statement]:
        preference = self.steps.conflict.decision_makers[self.maker].preference
        own = enumerate(preference.statements if isinstance(preference, Statements) else (), start=1)
        says: dict[int | str, Statement] = {number: one.says for number, one in own}
        return says | self.added

    @cached_property
    def _says(self) -> dict[int | str, NDArray[np.bool_]]:
        return {key: self.steps.states.true_states(one) for key, one in self._statements.items()}

    @cached_property
    def _truth(self) -> dict[int | str, int]:
        return {key: bits_of(true) for key, true in self._says.items()}

    @cached_property
    def _turning(self) -> dict[int | str, tuple[int, int]]:
        """The own moves that make each statement true, and those that make it false."""
        arcs = self.steps.arcs[self.maker]
        ends = {key: (true[arcs.sources], true[arcs.targets]) for key, true in self._says.items()}
        return {key: (bits_of(~before & after), bits_of(before & ~after)) for key, (before, after) in ends.items()}

    @cached_property
    def _ranked(self) -> Outlook:
        """The outlook of a preference that is a ranking, or weights."""
        ranks = preference_ranks(self.steps.conflict.decision_makers[self.maker].preference, self.steps.states)
        better = tuple(self._numbered(bits_of(ranks > ranks[target])) for target in self.targets)
        if not self.improving:
            return Outlook(better, -1)
        arcs = self.steps.arcs[self.maker]
        return Outlook(better, self._numbered(bits_of(ranks[arcs.targets] > ranks[arcs.sources])))
