"""How a conflict can evolve: legal paths from a state, by improvements or by any moves.

A legal path is a sequence of moves in which nobody moves twice in a row. Paths are searched breadth first over pairs
of state and last mover, so the path found to a state is a shortest one; among several the one whose movers come first
in the file. Reference: Li, Kilgour and Hipel (2005), Journal of the Operational Research Society 56(6), 699-707.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Literal, TypeAlias

from hikiwake.conflict.concepts.sequences import layers
from hikiwake.conflict.model.arcs import Arcs
from hikiwake.conflict.model.naming import state_named, states_named
from hikiwake.conflict.solving.stability import Stability
from hikiwake.errors import ModelError
from hikiwake.results import Result
from hikiwake.wording import outcomes as wording
from hikiwake.wording.moves import NAMES

Node: TypeAlias = tuple[int, int]
By: TypeAlias = Literal["improvements", "moves"]


@dataclass(frozen=True, slots=True)
class Step:
    """One move: who moves, from which state to which; numbers."""

    decision_maker: str
    origin: int
    target: int


@dataclass(frozen=True, slots=True)
class Path:
    """A legal sequence of moves; no steps where the target is the start."""

    start: int
    target: int
    steps: tuple[Step, ...]

    def __len__(self) -> int:
        return len(self.steps)


@dataclass(frozen=True, slots=True)
class NoPath:
    """There is no legal sequence from the start to the target."""

    start: int
    target: int
    by: By


@dataclass(frozen=True, slots=True)
class Within:
    """A state that can be reached: its number and text, and how many moves the shortest path has."""

    number: int
    state: str
    moves: int


@dataclass(frozen=True, slots=True, eq=False)
class Evolution(Result[Within]):
    """Everything that can be reached from one state; states by number.

    came: for each pair of state index and last mover that is reached, the pair before it (None at the start)
    first: the earliest such pair of each state
    """

    stability: Stability
    start: int
    by: By
    came: dict[Node, Node | None]
    first: dict[int, Node]

    @property
    def reachable(self) -> tuple[int, ...]:
        """The numbers of the states that legal paths reach, the start included."""
        return tuple(sorted({self.start, *(state + 1 for state in self.first)}))

    @property
    def rows(self) -> tuple[Within, ...]:
        """The states that legal paths reach, the start included, in order of number."""
        text = self.stability.states.text
        return tuple(Within(number, text(number - 1), self._far(number - 1)) for number in self.reachable)

    def _far(self, state: int) -> int:
        return 0 if state + 1 == self.start else sum(1 for _ in self._steps_back(self.first[state]))

    def as_records(self) -> list[dict[str, Any]]:
        """The states that are reached: number, state, moves."""
        return [asdict(row) for row in self.rows]

    @property
    def sentences(self) -> tuple[str, ...]:
        """How much is reached, and which equilibria are not."""
        states = self.stability.states
        told = wording.reached(self.start, states.text(self.start - 1), self.by, len(self.reachable), len(states))
        beyond = ((concept, self.unreachable_equilibria(concept)) for concept in self.stability.concepts)
        return told, *(wording.out_of_reach(NAMES[concept], numbers) for concept, numbers in beyond if numbers)

    def told(self, target: str | int) -> tuple[str, ...]:
        """A shortest legal path to a state in words, and who can make its first move."""
        path, text = self.path_to(target), self.stability.states.text
        if isinstance(path, NoPath):
            return (wording.no_path(path.target),)
        steps = [wording.step(place, one.decision_maker, one.origin, one.target, text(one.target - 1))
                 for place, one in enumerate(path.steps, start=1)]  # fmt: skip
        return *steps, *([wording.first_move(self.openers(path.target))] if steps else [])

    def shown(self) -> tuple[Sequence[str], Iterable[Sequence[object]]]:
        """The states that are reached, the nearest first."""
        near = sorted(self.rows, key=lambda row: (row.moves, row.number))
        return ("state", "", "moves"), ((row.number, row.state, row.moves) for row in near)

    def path_to(self, target: str | int) -> Path | NoPath:
        """A shortest legal path to a state, or the finding that there is none; of several states to the nearest."""
        meant = states_named(self.stability.conflict, self.stability.states, target).tolist()
        if self.start - 1 in meant:
            return Path(self.start, self.start, ())
        reached = [state for state in meant if state in self.first]
        if not reached:
            return NoPath(self.start, meant[0] + 1, self.by)
        state = min(reached, key=lambda each: (self._far(each), each))
        return Path(self.start, state + 1, tuple(reversed([*self._steps_back(self.first[state])])))

    def _steps_back(self, node: Node) -> Iterable[Step]:
        names = self.stability.conflict.names
        here: Node | None = node
        while here is not None:
            before = self.came[here]
            origin = self.start if before is None else before[0] + 1
            yield Step(names[here[1]], origin, here[0] + 1)
            here = before

    def unreachable_equilibria(self, concept: str) -> tuple[int, ...]:
        """The equilibria of a concept that no legal path reaches."""
        return tuple(sorted(set(self.stability.equilibria(concept)) - set(self.reachable)))

    def openers(self, target: str | int) -> tuple[str, ...]:
        """The decision makers whose move can open a legal path to a state; where it is one, that one has to begin."""
        state, arcs = state_named(self.stability.conflict, self.stability.states, target), ways(self.stability, self.by)
        names = self.stability.conflict.names
        return tuple(name for mover, name in enumerate(names) if state in _search(arcs, self.start - 1, (mover,))[1])


def improvement_paths(stability: Stability, start: str | int | None = None) -> Evolution:
    """What can be reached when everybody only ever moves to something better for itself.

    ``start`` is a number or a text; without it the status quo. ModelError where there is neither.
    """
    return _evolution(stability, start, "improvements")


def move_paths(stability: Stability, start: str | int | None = None) -> Evolution:
    """What can be reached by any moves, also such as make things worse for those who move."""
    return _evolution(stability, start, "moves")


def _evolution(stability: Stability, start: str | int | None, by: By) -> Evolution:
    index = start_of(stability, start)
    came, first = _search(ways(stability, by), index, range(len(stability.conflict.names)))
    return Evolution(stability, index + 1, by, came, first)


def start_of(stability: Stability, start: str | int | None) -> int:
    """The index of the state to start from, else of the status quo; ModelError where there is neither."""
    if start is not None:
        return state_named(stability.conflict, stability.states, start)
    if not stability.conflict.status_quo:
        raise ModelError("no state to start from: the conflict has no status quo; name a state")
    return stability.states.index(stability.conflict.status_quo)  # a settlement may have the name "status_quo"


def ways(stability: Stability, by: By) -> Sequence[Arcs]:
    """The moves, or the improvements, of each decision maker."""
    arcs = stability.moves.arcs
    if by == "moves":
        return arcs
    return [own.improving(ranks) for own, ranks in zip(arcs, stability.ranks, strict=True)]


def _search(
    arcs: Sequence[Arcs], start: int, openers: Sequence[int]
) -> tuple[dict[Node, Node | None], dict[int, Node]]:
    """Breadth first over pairs of state and last mover; the first move is by one of the openers."""
    came: dict[Node, Node | None] = {}
    first: dict[int, Node] = {}
    before: list[Node | None] = []
    walked = layers(range(len(arcs)), start, lambda mover, at: arcs[mover].onward(at), len(arcs[0].first) - 1, openers)
    for layer in walked:
        nodes: list[Node | None] = list(zip(layer.states.tolist(), layer.movers.tolist(), strict=True))
        for node, origin in zip(nodes if before else [], layer.origins.tolist(), strict=bool(before)):
            if node is not None:
                came[node] = before[origin]
                first.setdefault(node[0], node)
        before = nodes if before else [None]
    return came, first
