"""The states of a conflict: which combinations of options are feasible, and how they are named.

Conventions. The *code* of a combination has the first option (in file order) as its lowest bit. Feasible combinations
are those of which no ``infeasible`` statement holds. Combinations of which one ``coalesce`` statement holds are one
state; statements that share a combination merge into one. A state's code is that of its smallest member. The *number*
of a state is the rank of its code, from 1; its *index* is the number less one. A state is written as Y or N per option
in file order, "-" where its members differ.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from hikiwake.conflict.model.conflict import Conflict
from hikiwake.conflict.model.cubes import feasible
from hikiwake.conflict.model.statements import Statement
from hikiwake.errors import ModelError

MOST_OPTIONS = 62
MOST_COMBINATIONS = 1 << 24
TRIED_ONE_BY_ONE = 20  # options; more of them are followed by the rules


@dataclass(frozen=True)
class States:
    """The feasible states of a conflict.

    combinations: codes of the feasible combinations, ascending, int64, shape (n_combinations,)
    codes: code of each state (its smallest member), ascending, int64, shape (n_states,)
    merged: index of the state each combination belongs to, int32, shape (n_combinations,); None where each is its own
    """

    options: tuple[str, ...]
    combinations: NDArray[np.int64]
    codes: NDArray[np.int64]
    merged: NDArray[np.int32] | None = None

    def __len__(self) -> int:
        return len(self.codes)

    @cached_property
    def state_of(self) -> NDArray[np.int32]:
        """The index of the state each combination belongs to, int32, shape (n_combinations,)."""
        return np.arange(len(self.codes), dtype=np.int32) if self.merged is None else self.merged

    @property
    def coalesced(self) -> bool:
        """Whether some state has more than one member."""
        return len(self.codes) < len(self.combinations)

    @property
    def complete(self) -> bool:
        """Whether every combination of options is a state of its own."""
        return len(self.codes) == 1 << len(self.options)

    def members(self, state: int) -> NDArray[np.int64]:
        """The codes of the combinations that make up the state with this index, ascending."""
        if not self.coalesced:
            return self.codes[state : state + 1]
        return self._members[self._first[state] : self._first[state + 1]]

    def places(self, state: int) -> NDArray[np.int64]:
        """Where the members of the state with this index stand in the list of combinations, ascending."""
        if not self.coalesced:
            return np.array([state], dtype=np.int64)
        return np.searchsorted(self.combinations, self.members(state))

    @cached_property
    def _members(self) -> NDArray[np.int64]:
        return self.combinations[np.argsort(self.state_of, kind="stable")]

    @cached_property
    def _first(self) -> NDArray[np.int64]:
        return np.searchsorted(np.sort(self.state_of), np.arange(len(self) + 1))

    def text(self, state: int) -> str:
        """The state with this index as Y, N and "-" in file order."""
        members = self.members(state)
        always, ever = int(np.bitwise_and.reduce(members)), int(np.bitwise_or.reduce(members))
        return "".join(
            "Y" if always >> bit & 1 else "-" if ever >> bit & 1 else "N" for bit in range(len(self.options))
        )

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """Every state as text, in order of number."""
        return tuple(self.text(state) for state in range(len(self)))

    def as_rows(self) -> list[dict[str, Any]]:
        """Every state by number, code and text, as plain values."""
        named = enumerate(zip(self.codes.tolist(), self.texts, strict=True), start=1)
        return [{"number": number, "code": code, "state": text} for number, (code, text) in named]

    def holding(self, statement: Statement) -> NDArray[np.bool_]:
        """Of which combinations the statement is true, shape (n_combinations,)."""
        return _holding(statement, self.options, self.combinations)

    def true_states(self, statement: Statement) -> NDArray[np.bool_]:
        """Of which states the statement is true, judged by their smallest members, shape (n_states,)."""
        bits = statement.holds(lambda option: self._columns[self.options.index(option)])
        return np.unpackbits(bits, count=len(self)).view(np.bool_)

    @cached_property
    def _columns(self) -> NDArray[np.uint8]:
        """For each option the states in which it is taken, eight to a byte."""
        taken = [np.packbits((self.codes & (1 << bit)) != 0) for bit in range(len(self.options))]
        return np.array(taken, dtype=np.uint8)

    def matching(self, pattern: str) -> NDArray[np.int64]:
        """Indices of the states that a pattern of Y, N and "-" (yes or no) describes, ascending.

        A text that is exactly one state's name means that state alone; otherwise every state with a member
        that fits. ModelError where the pattern is not of that form.
        """
        ask, want = _pattern(pattern, len(self.options))
        fitting = np.flatnonzero((self.combinations & ask) == want)
        if self.merged is None:
            return fitting
        fits = np.unique(self.merged[fitting]).astype(np.int64)
        named = [state for state in fits.tolist() if self.text(state) == pattern]
        return np.array(named, dtype=np.int64) if len(named) == 1 else fits

    def index(self, state: str | int) -> int:
        """The index of one state, given as text or as number (from 1).

        ModelError where there is no such state, or where a text describes several.
        """
        if isinstance(state, str) and not state.isdecimal():
            return self._index_of_text(state)
        number = int(state)
        if not 1 <= number <= len(self):
            raise ModelError(f"no state number {number}; the states are 1 to {len(self)}")
        return number - 1

    def _index_of_text(self, text: str) -> int:
        found = self.matching(text)
        if len(found) == 0:
            raise ModelError(f'"{text}" is no feasible state')
        if len(found) > 1:
            raise ModelError(f'"{text}" describes {len(found)} states; expected one')
        return int(found[0])


def states_of(conflict: Conflict) -> States:
    """List the states of a conflict: feasible combinations, coalesced where the model says so.

    ModelError where more options or combinations remain than can be listed. The list may be empty.

    >>> from hikiwake.conflict.model.conflict import DecisionMaker, Option
    >>> from hikiwake.conflict.model.statements import parse
    >>> parties = (DecisionMaker("A", (Option("a"), Option("b"))), DecisionMaker("B", (Option("c"),)))
    >>> states = states_of(Conflict(parties, infeasible=(parse("b and not c"),), coalesce=(parse("c and not a"),)))
    >>> states.texts
    ('NNN', 'YNN', 'N-Y', 'YNY', 'YYY')
    >>> states.codes.tolist()
    [0, 1, 4, 5, 7]
    """
    options = tuple(option.id for option in conflict.options)
    combinations = feasible_combinations(options, conflict.infeasible)
    if not conflict.coalesce:
        return States(options, combinations, combinations)
    smallest = _smallest_members(options, combinations, conflict.coalesce)
    places, state_of = np.unique(smallest, return_inverse=True)
    return States(options, combinations, combinations[places], state_of.astype(np.int32))


def feasible_combinations(options: Sequence[str], infeasible: Sequence[Statement]) -> NDArray[np.int64]:
    """Codes of the combinations that break no rule, ascending.

    ModelError where there are too many, with their number where it can be told without listing them.

    >>> from hikiwake.conflict.model.statements import parse
    >>> feasible_combinations(("a", "b"), (parse("a and b"),)).tolist()
    [0, 1, 2]
    """
    if len(options) > MOST_OPTIONS:
        raise ModelError(f"{len(options)} options; at most {MOST_OPTIONS} can be listed")
    if not infeasible and 1 << len(options) <= MOST_COMBINATIONS:
        return np.arange(1 << len(options), dtype=np.int64)
    found = feasible(options, infeasible) if len(options) > TRIED_ONE_BY_ONE or not infeasible else None
    if found is None:
        return _tried_one_by_one(options, infeasible)
    if (count := len(found)) > MOST_COMBINATIONS:
        left = " and the rules leave" if infeasible else " make"
        raise ModelError(f"{len(options)} options{left} {count:,} states; at most {MOST_COMBINATIONS:,} can be listed: "
                         "add rules that take states away, or take options away")  # fmt: skip
    return found.codes


def _tried_one_by_one(options: Sequence[str], infeasible: Sequence[Statement]) -> NDArray[np.int64]:
    """The options of the file one after another; a rule is applied once its last option is decided."""
    last = {option: bit for bit, option in enumerate(options)}
    codes = np.zeros(1, dtype=np.int64)
    for bit in range(len(options)):
        if 2 * len(codes) > MOST_COMBINATIONS:
            raise ModelError(f"more than {MOST_COMBINATIONS // 2:,} combinations remain; add rules or take options "
                             "away")  # fmt: skip
        codes = np.concatenate((codes, codes | (1 << bit)))
        for rule in infeasible:
            if max(last[option] for option in rule.options) == bit:
                codes = codes[~_holding(rule, options, codes)]
    return codes


def _holding(statement: Statement, options: Sequence[str], codes: NDArray[np.int64]) -> NDArray[np.bool_]:
    bits = {option: bit for bit, option in enumerate(options)}
    return statement.holds(lambda option: (codes & (1 << bits[option])) != 0)


def _smallest_members(
    options: Sequence[str], combinations: NDArray[np.int64], coalesce: Sequence[Statement]
) -> NDArray[np.int64]:
    """For each combination the place of the smallest one it is merged with; overlapping groups merge."""
    smallest = np.arange(len(combinations), dtype=np.int64)
    groups = [np.flatnonzero(_holding(statement, options, combinations)) for statement in coalesce]
    changed = True
    while changed:
        changed = False
        for group in groups:
            lowest = smallest[group].min(initial=len(combinations))
            changed |= bool((smallest[group] != lowest).any())
            smallest[group] = lowest
    return smallest


def _pattern(pattern: str, length: int) -> tuple[int, int]:
    """The bits a pattern asks about, and the values it wants there."""
    if len(pattern) != length or set(pattern) - set("YN-"):
        raise ModelError(f'"{pattern}" is no state: expected {length} letters Y, N or - (one per option)')
    ask = sum(1 << bit for bit, letter in enumerate(pattern) if letter != "-")
    want = sum(1 << bit for bit, letter in enumerate(pattern) if letter == "Y")
    return ask, want
