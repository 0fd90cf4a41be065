"""Under which preferences is a given state an equilibrium? The inverse question, answered exactly.

Each decision maker's ranking may be reordered inside a window of ranks; a target state is an equilibrium under some of
those rankings. Whether it is stable for decision maker i depends on few comparisons:

* Nash: the target against every state i can move to.
* GMR, SMR: moreover the target against the states the opponents can answer with (and i's countermoves).
* SEQ, SSEQ: moreover the opponents' own comparisons along their answers, which must be improvements for them.
* SIM: the opponents' comparisons of what they can move to from the target itself.

For the first three the number of rankings is a product over the decision makers. For the others the opponents' answers
are asked one at a time, only where they matter, and each branch counts the rankings that give these answers.

The conditions say the same in words: each improvement on the target must be no improvement, or be deterred in one of
the listed ways; what the fixed part of the rankings decides is left out.

Reference: Kinsara, Kilgour and Hipel (2015), Inverse approach to the graph model for conflict resolution, IEEE
Transactions on Systems, Man, and Cybernetics: Systems 45.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from math import factorial, prod

import numpy as np
from numpy.typing import NDArray

from hikiwake.conflict.concepts.definitions import defined
from hikiwake.conflict.concepts.sequences import follow
from hikiwake.conflict.model.orders import OpenRanking, answers
from hikiwake.conflict.solving.steps import Steps

Bools = NDArray[np.bool_]
Asked = tuple[int, int]  # a decision maker and the state it stands at
Reply = tuple[int, ...]  # the states it would move to from there


@dataclass(frozen=True)
class Table:
    """One decision maker's rankings, sorted by what they answer: one row per different set of answers."""

    ranking: OpenRanking
    columns: Mapping[int, NDArray[np.int64]]  # state asked about -> the items of the window above it, as bits
    rankings: NDArray[np.object_]  # how many rankings give each row

    def prefers(self, state: int, target: int) -> Bools | bool:
        """In which rows a state stands above the target."""
        settled = self.ranking.above(state, target)
        if settled is not None:
            return settled
        item = self.ranking.item(state)
        bits: Bools = (self.columns[target] >> (item or 0) & 1).astype(np.bool_)
        return bits


@dataclass(frozen=True)
class InverseProblem:
    """A target state, the moves, and one ranking with an open window per decision maker."""

    steps: Steps
    target: int
    rankings: tuple[OpenRanking, ...]
    _open: dict[tuple[int, int], list[int]] = field(default_factory=dict, repr=False)

    @property
    def makers(self) -> range:
        """The decision makers by index."""
        return range(len(self.rankings))

    def count(self, concept: str) -> int:
        """How many of the rankings make the target an equilibrium of a concept."""
        problem = _Counting(self, concept)
        return problem.count({}, tuple(np.ones(len(table.rankings), dtype=np.bool_) for table in problem.tables))

    @property
    def total(self) -> int:
        """How many rankings there are: the product of the factorials of the windows' widths."""
        return prod(factorial(ranking.width) for ranking in self.rankings)

    def open_improvements(self, maker: int, state: int) -> list[int]:
        """States to move to that a decision maker may or may not prefer, as the ranking turns out."""
        key = maker, state
        if key not in self._open:
            ranking = self.rankings[maker]
            self._open[key] = [to for to in self.steps.moves(maker, state) if ranking.above(to, state) is not False]
        return self._open[key]


class _Undecided(Exception):  # noqa: N818 - a question, not an error
    """Somebody's reply that the search for answers needs and nobody has decided yet."""

    def __init__(self, asked: Asked) -> None:
        super().__init__(asked)
        self.asked = asked


class _Counting:
    """Counts the rankings for one concept by asking the opponents only what matters."""

    def __init__(self, problem: InverseProblem, concept: str) -> None:
        self.problem, self.concept = problem, concept
        self.steps, self.target = problem.steps, problem.target
        self.tempting = [problem.open_improvements(maker, self.target) for maker in problem.makers]
        self.moves = [(maker, to) for maker in problem.makers for to in self.tempting[maker]]
        self.asked = defined(concept)
        self.credible = self.asked.credible and not self.asked.at_once
        self.known: dict[Asked, Reply | None] = {}

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        asked: list[set[int]] = [{self.target} for _ in self.problem.makers]
        if self.credible:
            for maker in self.problem.makers:
                for improvement in self.tempting[maker]:
                    for mover, state in self._route(maker, improvement):
                        asked[mover].add(state)
        return tuple(self._table(maker, sorted(states)) for maker, states in enumerate(asked))

    def _route(self, maker: int, improvement: int) -> Iterator[Asked]:
        """Where the opponents may come to stand on their way from an improvement, and have open comparisons."""
        others = self.steps.others(maker)
        reached = follow(others, improvement, self.problem.open_improvements)
        for state in {improvement, *(one.state for one in reached)}:
            for mover in others:
                if self._settled(mover, state) is None:
                    yield mover, state

    def _table(self, maker: int, states: Sequence[int]) -> Table:
        """Rows of answers; about the target every comparison is asked that may matter for stability."""
        ranking = self.problem.rankings[maker]
        inside = [state for state in states if ranking.item(state) is not None]
        questions = []
        for state in inside:
            compared: Iterable[int] = self.steps.moves(maker, state)
            if state == self.target:
                compared = self._compared(maker)
            items = {ranking.item(other) for other in compared} - {None, ranking.item(state)}
            questions.append((ranking.item(state) or 0, sum(1 << item for item in items if item is not None)))
        rows, counts = answers(ranking.width, questions)
        columns = {state: rows[:, place] for place, state in enumerate(inside)}
        return Table(ranking, columns, np.array(counts, dtype=object))

    def _compared(self, maker: int) -> set[int]:
        """The states that a decision maker's stability at the target may compare with the target."""
        found = set(self.steps.moves(maker, self.target))
        if not self.asked.answers:
            return found
        for improvement in self.tempting[maker]:
            answers_ = self._possible_answers(maker, improvement)
            found |= answers_
            if self.asked.lasting:
                found |= {back for answer in answers_ for back in self.steps.moves(maker, answer)}
        return found

    def _possible_answers(self, maker: int, improvement: int) -> set[int]:
        others = self.steps.others(maker)
        if self.asked.at_once:
            return self.steps.at_once(maker, self.target, improvement, self.problem.open_improvements)
        if not self.credible:
            return set(self.steps.reached(others, improvement).tolist())
        return {one.state for one in follow(others, improvement, self.problem.open_improvements)}

    # -- counting ------------------------------------------------------------------------------------------------

    def count(self, decided: dict[Asked, Reply], rows: tuple[Bools, ...], done: int = 0) -> int:
        """Rankings among the rows that make the target stable for everyone, given what has been answered.

        done: how many of the moves away from the target are known not to pay in any of the rows
        """
        for place in range(done, len(self.moves)):
            maker, improvement = self.moves[place]
            reached = self._answers(maker, improvement, decided)
            if isinstance(reached, tuple):
                return self._branch(reached, decided, rows, place)
            rows = self._kept(rows, maker, self._deterred(maker, improvement, reached))
            if not rows[maker].any():
                return 0
        return prod(int(table.rankings[kept].sum()) for table, kept in zip(self.tables, rows, strict=True))

    def _answers(self, maker: int, improvement: int, decided: Mapping[Asked, Reply]) -> set[int] | Asked:
        """The states the opponents can answer with, or the question that has to be answered first."""
        if not self.asked.answers:
            return set()
        if self.asked.at_once:
            return self._answers_at_once(maker, improvement, decided)
        if not self.credible:
            return self._possible_answers(maker, improvement)
        try:
            return {one.state for one in follow(self.steps.others(maker), improvement, self._replying(decided))}
        except _Undecided as question:
            return question.asked

    def _replying(self, decided: Mapping[Asked, Reply]) -> Callable[[int, int], Reply]:
        """What a mover would move to from a state; raises where that has to be decided first."""

        def replies(mover: int, state: int) -> Reply:
            reply = self._reply(mover, state, decided)
            if reply is None:
                raise _Undecided((mover, state))
            return reply

        return replies

    def _answers_at_once(self, maker: int, improvement: int, decided: Mapping[Asked, Reply]) -> set[int] | Asked:
        for mover in self.steps.others(maker):
            if self._reply(mover, self.target, decided) is None:
                return mover, self.target
        return self.steps.at_once(maker, self.target, improvement,
                                  lambda mover, state: self._reply(mover, state, decided) or ())  # fmt: skip

    def _reply(self, mover: int, state: int, decided: Mapping[Asked, Reply]) -> Reply | None:
        return decided[mover, state] if (mover, state) in decided else self._settled(mover, state)

    def _settled(self, mover: int, state: int) -> Reply | None:
        """A decision maker's improvements where the window leaves none of them open."""
        if (mover, state) not in self.known:
            ranking = self.problem.rankings[mover]
            above = {to: ranking.above(to, state) for to in self.steps.moves(mover, state)}
            settled = None if None in above.values() else tuple(to for to, better in above.items() if better)
            self.known[mover, state] = settled
        return self.known[mover, state]

    def _branch(self, question: Asked, decided: dict[Asked, Reply], rows: tuple[Bools, ...], done: int) -> int:
        """Sum over the different answers that the remaining rankings of the one asked give."""
        mover, state = question
        table = self.tables[mover]
        column = self._asked_bits(table, mover, state)
        total = 0
        for bits in np.unique(column[rows[mover]]).tolist():
            reply = tuple(to for to in self.steps.moves(mover, state) if self._better(table.ranking, to, state, bits))
            kept = self._kept(rows, mover, column == bits)
            total += self.count({**decided, question: reply}, kept, done)
        return total

    def _asked_bits(self, table: Table, mover: int, state: int) -> NDArray[np.int64]:
        items = {table.ranking.item(to) for to in self.steps.moves(mover, state)} - {None}
        mask = sum(1 << item for item in items if item is not None)
        return table.columns[state] & mask

    @staticmethod
    def _better(ranking: OpenRanking, state: int, other: int, bits: int) -> bool:
        settled = ranking.above(state, other)
        return bool(bits >> (ranking.item(state) or 0) & 1) if settled is None else settled

    def _kept(self, rows: tuple[Bools, ...], maker: int, condition: Bools | bool) -> tuple[Bools, ...]:
        return (*rows[:maker], rows[maker] & condition, *rows[maker + 1 :])

    def _deterred(self, maker: int, improvement: int, reached: set[int]) -> Bools | bool:
        """In which rows an improvement is none, or one of the answers makes it not worth while."""
        table = self.tables[maker]
        good: Bools | bool = _not(table.prefers(improvement, self.target))
        for answer in reached:
            blocked = _not(table.prefers(answer, self.target))
            if self.asked.lasting:
                for back in self.steps.moves(maker, answer):
                    blocked = blocked & _not(table.prefers(back, self.target))
            good = good | blocked
        return good


def _not(truth: Bools | bool) -> Bools | bool:
    return not truth if isinstance(truth, bool) else ~truth
