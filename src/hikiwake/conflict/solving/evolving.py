"""How a conflict can evolve from the status quo, step by step: the status quo table and the evolution graph.

A legal sequence is one of moves (or of improvements) in which nobody moves twice in a row. Let V_k(s) be the decision
makers who can make the last move of a legal sequence of at most k moves from the start to state s. The *status quo
table* has a row for each state with V_k(s) not empty for some k; it is told by the *arrival* of each decision maker at
s, the least k for which it is in V_k(s). The *evolution graph* has the steps with which somebody arrives for the first
time: from a state reached one step earlier, the last move by another.

A *joint move* leads a coalition to an equilibrium that all its members prefer and that no sequence of single
improvements reaches, while no smaller coalition inside it can do the same. From another equilibrium it is an
equilibrium jump. Joint moves are looked for from the start and from the equilibria that are reached.

Reference: Li, Kilgour and Hipel (2005), Status quo analysis in the graph model for conflict resolution, Journal of the
Operational Research Society 56(6), 699-707.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from hikiwake.conflict.concepts.coalitions import Coalition, coalitions_of
from hikiwake.conflict.concepts.definitions import Concept, Stable
from hikiwake.conflict.concepts.sequences import layers
from hikiwake.conflict.model.arcs import Arcs
from hikiwake.conflict.solving.paths import By, Step, start_of, ways
from hikiwake.conflict.solving.stability import Stability
from hikiwake.results import Result
from hikiwake.wording import outcomes as wording

NEVER = np.iinfo(np.int32).max
MOST_ORIGINS = 20
Arrivals = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Reached:
    """A state that is reached: its number and text, by whom and after how many moves, and of what it is an equilibrium.

    arrivals: for each decision maker that can arrive, the least number of moves; nobody at the start itself
    """

    number: int
    state: str
    step: int
    arrivals: tuple[tuple[str, int], ...]
    equilibrium: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class JointMove:
    """A coalition moves together to what all its members prefer; numbers of states."""

    coalition: tuple[str, ...]
    origin: int
    target: int
    jump: bool


@dataclass(frozen=True, slots=True, eq=False)
class EvolutionTable(Result[Reached]):
    """The status quo table: what is reached from one state, in order of steps and numbers.

    at: the arrival of each decision maker at each state, int32, shape (n_decision_makers, n_states); else NEVER
    joint: the joint moves; they lead to equilibria of ``concept``
    left_out: how many reached equilibria were not searched for joint moves
    """

    stability: Stability
    start: int
    by: By
    concept: str
    rows: tuple[Reached, ...]
    at: Arrivals
    joint: tuple[JointMove, ...]
    left_out: int = 0

    @property
    def steps(self) -> tuple[tuple[int, Step], ...]:
        """The steps with which somebody arrives somewhere for the first time, each with its number."""
        return tuple(_steps(self.stability, ways(self.stability, self.by), self.at, self.start - 1))

    def as_records(self) -> list[dict[str, Any]]:
        """A row for each state: number, state, step, arrivals by name, equilibrium (concepts), joint moves from it."""
        return [
            {"number": one.number, "state": one.state, "step": one.step, "arrivals": dict(one.arrivals),
             "equilibrium": list(one.equilibrium),
             "joint_moves": [{"members": list(each.coalition), "to": each.target, "jump": each.jump}
                             for each in self.joint if each.origin == one.number]}
            for one in self
        ]  # fmt: skip

    def as_nodes(self) -> list[dict[str, Any]]:
        """The states of the evolution graph: of the table, then a step later those that only joint moves reach."""
        rows = self.as_records()
        known, last = {row["number"] for row in rows}, max(row["step"] for row in rows)
        beyond = sorted({one.target for one in self.joint} - known)
        return rows + [{"number": number, "state": self.stability.states.text(number - 1), "step": last + 1,
                        "equilibrium": [self.concept]} for number in beyond]  # fmt: skip

    def as_edges(self) -> list[dict[str, Any]]:
        """The evolution graph: a row for each step, and one for each joint move (without number)."""
        single = [{"step": number, "members": [one.decision_maker], "from": one.origin, "to": one.target, "jump": False}
                  for number, one in self.steps]  # fmt: skip
        return single + [
            {"step": None, "members": list(one.coalition), "from": one.origin, "to": one.target, "jump": one.jump}
            for one in self.joint
        ]

    @property
    def sentences(self) -> tuple[str, ...]:
        """What is reached, where it ends, and what only joint moves reach."""
        texts = self.stability.states
        told = [wording.reached(self.start, texts.text(self.start - 1), self.by, len(self.rows), len(texts))]
        for one in self.joint:
            told.append(wording.joint(one.coalition, one.origin, one.target, texts.text(one.target - 1),
                                      self.concept if one.jump else ""))  # fmt: skip
        if self.left_out:
            told.append(wording.left_out(self.left_out))
        return tuple(told)

    def shown(self) -> tuple[Sequence[str], Iterable[Iterable[object]]]:
        """The table by steps: under each step who arrives at the state for the first time with that many moves."""
        last = max((step for one in self.rows for _, step in one.arrivals), default=0)
        head = ("state", "", *(str(step) for step in range(1, last + 1)), "equilibrium")
        return head, (
            (one.number, one.state,
             *(", ".join(name for name, at in one.arrivals if at == step) for step in range(1, last + 1)),
             " ".join(one.equilibrium))
            for one in self.rows
        )  # fmt: skip


def evolve(
    stability: Stability, start: str | int | None = None, by: By = "moves", *, steps: int | None = None,
    concept: str = "seq",
) -> EvolutionTable:  # fmt: skip
    """Follow a conflict step by step from a state, else from the status quo.

    by: ``moves`` or ``improvements``; steps: how many moves at most
    concept: of the equilibria to which joint moves lead
    ModelError where there is no state to start from, or the concept was not solved.

    >>> from hikiwake.conflict.files.reading import conflict_from
    >>> from hikiwake.conflict.solving.stability import solve
    >>> dilemma = solve(conflict_from('''
    ... status_quo = "NN"
    ... decision_makers = [{ name = "Row", options = [{ id = "a" }] }, { name = "Column", options = [{ id = "b" }] }]
    ... [preferences.Row]
    ... statements = [{ says = "b" }, { says = "not a" }]
    ... [preferences.Column]
    ... statements = [{ says = "a" }, { says = "not b" }]
    ... '''))
    >>> for row in evolve(dilemma):
    ...     print(row.number, row.state, row.step, dict(row.arrivals))
    1 NN 0 {'Row': 4, 'Column': 4}
    2 YN 1 {'Row': 1, 'Column': 3}
    3 NY 1 {'Row': 3, 'Column': 1}
    4 YY 2 {'Row': 2, 'Column': 2}
    >>> evolve(dilemma).joint
    (JointMove(coalition=('Row', 'Column'), origin=1, target=4, jump=True),)
    """
    stability.table(concept)
    origin = start_of(stability, start)
    arcs = ways(stability, by)
    limit = NEVER - 1 if steps is None else steps
    at = arrivals(arcs, origin, limit)
    first = at.min(axis=0)
    first[origin] = 0
    reached = np.flatnonzero(first <= limit)
    equilibria = {each: stability.everywhere(each) for each in stability.concepts}
    rows = tuple(_row(stability, state, int(first[state]), at[:, state], equilibria)
                 for state in reached[np.argsort(first[reached], kind="stable")].tolist())  # fmt: skip
    held = [one.number - 1 for one in rows if concept in one.equilibrium]
    origins = list(dict.fromkeys([origin, *held]))
    joint = tuple(joint_moves(stability, origins[:MOST_ORIGINS], concept))
    return EvolutionTable(stability, origin + 1, by, concept, rows, at, joint, len(origins[MOST_ORIGINS:]))


def arrivals(arcs: Sequence[Arcs], start: int, limit: int = NEVER - 1) -> Arrivals:
    """After how many moves each can arrive at each state, shape (n_movers, n_states); NEVER where it cannot.

    arcs: one for each mover.
    """
    n_states = len(arcs[0].first) - 1 if arcs else 0
    at = np.full((len(arcs), n_states), NEVER, dtype=np.int32)
    walked = layers(range(len(arcs)), start, lambda mover, states: arcs[mover].onward(states), n_states)
    for step, layer in enumerate(walked):
        if step > limit:
            break
        if step:
            at[layer.movers, layer.states] = step
    return at


def _row(stability: Stability, state: int, step: int, at: Arrivals, equilibria: Mapping[Concept, Stable]) -> Reached:
    names = stability.conflict.names
    came = tuple((name, int(when)) for name, when in zip(names, at.tolist(), strict=True) if when != NEVER)
    held = tuple(concept for concept, table in equilibria.items() if table[state])
    return Reached(state + 1, stability.states.text(state), step, came, held)


def _steps(stability: Stability, arcs: Sequence[Arcs], at: Arrivals, start: int) -> Iterator[tuple[int, Step]]:
    """The steps of first arrivals, by number, mover, origin and target."""
    found: list[tuple[int, int, int, int]] = []
    for mover, own in enumerate(arcs):
        others = np.delete(at, mover, axis=0).min(axis=0, initial=NEVER)
        others[start] = 0
        sources, targets = own.sources, own.targets
        first = (others[sources] != NEVER) & (at[mover, targets] == others[sources].astype(np.int64) + 1)
        steps = at[mover, targets[first]]
        found += [(step, mover, origin, target) for step, origin, target in
                  zip(steps.tolist(), sources[first].tolist(), targets[first].tolist(), strict=True)]  # fmt: skip
    names = stability.conflict.names
    yield from ((step, Step(names[mover], origin + 1, target + 1)) for step, mover, origin, target in sorted(found))


def joint_moves(stability: Stability, origins: Sequence[int], concept: str) -> Iterator[JointMove]:
    """The joint moves of coalitions from some states (indices), for each the smallest coalitions first."""
    improvements, names = ways(stability, "improvements"), stability.conflict.names
    equilibrium = stability.everywhere(concept)
    for origin in origins:
        beyond = equilibrium & (arrivals(improvements, origin).min(axis=0) == NEVER)
        beyond[origin] = False
        for coalition, target in _together(stability, origin, beyond):
            yield JointMove(tuple(names[member] for member in coalition), origin + 1, target + 1,
                            bool(equilibrium[origin]))  # fmt: skip


def _together(stability: Stability, origin: int, wanted: Stable) -> Iterator[tuple[Coalition, int]]:
    """The wanted states that coalitions reach and all their members prefer, unless a smaller one inside does."""
    moves, ranks = stability.moves.arcs, stability.ranks
    smaller: dict[int, list[set[int]]] = {}
    for coalition in coalitions_of(len(ranks)):
        members = list(coalition)
        targets = np.flatnonzero(wanted & (ranks[members] > ranks[members, origin][:, None]).all(axis=0))
        if len(coalition) == 1 or len(targets) == 0:
            continue
        reached = arrivals([moves[member] for member in members], origin).min(axis=0) != NEVER
        for target in targets[reached[targets]].tolist():
            inside = smaller.setdefault(target, [])
            if not any(one < set(coalition) for one in inside):
                inside.append(set(coalition))
                yield coalition, target
