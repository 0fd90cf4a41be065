"""The conditions under which a target state is stable, as comparisons that the windows leave open.

For each decision maker a list of clauses, one for each move by which it might improve on the target. A clause is met in
any of several ways; a way is a set of comparisons that must all hold: the move is no improvement, or the opponents can
answer so that the mover ends no better than at the target. Comparisons that the fixed part of the rankings decides are
left out: a clause that is met anyway does not appear, and one that cannot be met has no ways.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from hikiwake.conflict.changing.inverse_problem import InverseProblem
from hikiwake.conflict.concepts.definitions import defined
from hikiwake.conflict.concepts.sequences import Arrival, follow


@dataclass(frozen=True, slots=True, order=True)
class Comparison:
    """One decision maker prefers one state to another; or, where not ``strictly``, finds it at least as good."""

    decision_maker: int
    state: int
    than: int
    strictly: bool


Way = frozenset[Comparison]


@dataclass(frozen=True, slots=True)
class Clause:
    """One move away from the target, and the ways in which it does not pay; no ways: it always pays."""

    move: int
    ways: tuple[tuple[Comparison, ...], ...]


def conditions(problem: InverseProblem, concept: str) -> tuple[tuple[Clause, ...], ...]:
    """What must hold for the target to be an equilibrium of a concept, by decision maker (order of the file)."""
    return tuple(tuple(_clauses(problem, concept, maker)) for maker in problem.makers)


def _clauses(problem: InverseProblem, concept: str, maker: int) -> Iterator[Clause]:
    for move in problem.open_improvements(maker, problem.target):
        ways = smallest(_ways(problem, concept, maker, move))
        if frozenset() not in ways:
            yield Clause(move, tuple(sorted(tuple(sorted(way)) for way in ways)))


def smallest(ways: Iterable[Way]) -> list[Way]:
    """Only the ways that do not contain another."""
    kept: list[Way] = []
    for way in sorted(set(ways), key=len):
        if not any(other <= way for other in kept):
            kept.append(way)
    return kept


def _ways(problem: InverseProblem, concept: str, maker: int, move: int) -> Iterator[Way]:
    target = problem.target
    yield from _at_most(problem, maker, (move,), target)
    asked = defined(concept)
    if not asked.answers:
        return
    for answer, needed in _answers(problem, concept, maker, move):
        backs = problem.steps.moves(maker, answer) if asked.lasting else ()
        for deterred in _at_most(problem, maker, (answer, *backs), target):
            yield needed | deterred


def _at_most(problem: InverseProblem, maker: int, states: Iterable[int], target: int) -> Iterator[Way]:
    """The one way, if any, for none of the states to be better than the target."""
    way = set()
    for state in states:
        settled = problem.rankings[maker].above(state, target)
        if settled:
            return
        if settled is None:
            way.add(Comparison(maker, target, state, strictly=False))
    yield frozenset(way)


def _answers(problem: InverseProblem, concept: str, maker: int, move: int) -> Iterator[tuple[int, Way]]:
    """Every state the opponents may answer with, and the comparisons of their own that make them do so."""
    others = problem.steps.others(maker)
    asked = defined(concept)
    if asked.at_once:
        yield from _at_once(problem, maker, move)
    elif asked.credible:
        yield from _credible(problem, others, move)
    else:
        yield from ((answer, frozenset()) for answer in problem.steps.reached(others, move).tolist())


def _credible(problem: InverseProblem, others: Iterable[int], move: int) -> Iterator[tuple[int, Way]]:
    """Answers by legal sequences of improvements, each with the smallest sets of comparisons that make them."""
    known: dict[tuple[int, int], list[Way]] = {}
    needed: dict[Arrival | None, Way] = {}

    def fresh(there: Arrival) -> bool:
        """Whether nothing that is known to lead there needs fewer comparisons; what needs more is forgotten."""
        state = there.before.state if there.before else move
        way = needed.get(there.before, frozenset()) | _improvement(problem, there.mover, there.state, state)
        before = known.setdefault((there.state, there.mover), [])
        if any(other <= way for other in before):
            return False
        known[there.state, there.mover] = [*(other for other in before if not way <= other), way]
        needed[there] = way
        return True

    for _ in follow(others, move, problem.open_improvements, fresh):
        pass
    yield from ((state, way) for (state, _), ways in known.items() for way in ways)


def _improvement(problem: InverseProblem, mover: int, to: int, state: int) -> Way:
    if problem.rankings[mover].above(to, state):
        return frozenset()
    return frozenset([Comparison(mover, to, state, strictly=True)])


def _at_once(problem: InverseProblem, maker: int, move: int) -> Iterator[tuple[int, Way]]:
    """Answers made at the same time: each combination of the opponents' possible improvements on the target."""
    target, steps = problem.target, problem.steps
    chosen: list[dict[int, int]] = [{}]
    for other in steps.others(maker):
        open_ = problem.open_improvements(other, target)
        chosen += [{**before, other: to} for before in chosen for to in open_]
    for moves in chosen[1:]:
        needed = frozenset().union(*(_improvement(problem, other, to, target) for other, to in moves.items()))
        for answer in steps.all_at_once(maker, target, move, {other: (to,) for other, to in moves.items()}):
            yield answer, needed
