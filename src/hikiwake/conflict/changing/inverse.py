"""The inverse question asked of a conflict: under which rankings inside a window is a state an equilibrium?

A window opens some ranks of one decision maker's ranking, counted from the best, ties being one rank: the groups of
states on these ranks may stand in any strict order. The answer is a number for each concept, out of the product of the
factorials of the windows' widths, and the comparisons that must hold. Both are exact; nothing is sampled or listed.

Reference: Kinsara, Kilgour and Hipel (2015), Inverse approach to the graph model for conflict resolution, IEEE
Transactions on Systems, Man, and Cybernetics: Systems 45.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

from hikiwake.conflict.changing.conditions import Clause, Comparison, conditions
from hikiwake.conflict.changing.inverse_problem import InverseProblem
from hikiwake.conflict.changing.telling import conditions_told
from hikiwake.conflict.concepts.definitions import CONCEPTS
from hikiwake.conflict.model.conflict import Conflict
from hikiwake.conflict.model.naming import state_named
from hikiwake.conflict.model.orders import OpenRanking
from hikiwake.conflict.model.preferences import ranks_of
from hikiwake.conflict.solving.steps import Steps
from hikiwake.errors import ModelError
from hikiwake.results import Result
from hikiwake.wording import outcomes as wording
from hikiwake.wording.moves import NAMES

_WINDOW = re.compile(r"(?P<name>.+)=(?:(?P<first>\d+)-)?(?P<last>\d+)")


@dataclass(frozen=True, slots=True)
class Window:
    """The ranks ``first`` to ``last`` (1 is the best, both included) of one decision maker's ranking are open."""

    decision_maker: str
    first: int
    last: int

    def __str__(self) -> str:
        return f"{self.decision_maker}={self.first}-{self.last}"


def window(text: str) -> Window:
    """A window from text: NAME=4 opens the best four ranks, NAME=3-6 the third to the sixth. ModelError otherwise.

    >>> window("Row=4"), str(window("Row=3-6"))
    (Window(decision_maker='Row', first=1, last=4), 'Row=3-6')
    """
    found = _WINDOW.fullmatch(text)
    if found is None:
        raise ModelError(f'"{text}" is no window; expected NAME=4 (the best four ranks) or NAME=3-6')
    return Window(found["name"], int(found["first"] or 1), int(found["last"]))


@dataclass(frozen=True, slots=True)
class Count:
    """Under how many rankings the state is an equilibrium of a concept, and their share, 0 to 1."""

    concept: str
    count: int
    share: float


@dataclass(frozen=True)
class Inverse(Result[Count]):
    """How many rankings inside the windows make a state an equilibrium, and what they have in common.

    rankings: how many there are in all; counts: concept to how many of them make the state an equilibrium
    """

    conflict: Conflict
    problem: InverseProblem
    windows: tuple[Window, ...]
    rankings: int
    counts: Mapping[str, int]

    @property
    def number(self) -> int:
        """The number of the target state."""
        return self.problem.target + 1

    @property
    def state(self) -> str:
        """The target state as text."""
        return self.problem.steps.states.text(self.problem.target)

    def conditions(self, concept: str) -> tuple[tuple[Clause, ...], ...]:
        """What must hold, by decision maker: for every move away from the target the ways in which it does not pay."""
        return conditions(self.problem, concept)

    def told(self, concept: str) -> tuple[str, ...]:
        """The conditions in words."""
        return conditions_told(self.conflict.names, self.problem.steps.states, self.conditions(concept))

    @property
    def rows(self) -> tuple[Count, ...]:
        """A count for each concept."""
        return tuple(Count(concept, count, count / self.rankings) for concept, count in self.counts.items())

    def as_records(self) -> list[dict[str, Any]]:
        """A row for each concept: concept, count, share."""
        return [asdict(row) for row in self.rows]

    @property
    def sentences(self) -> tuple[str, ...]:
        """Under how many rankings the state is an equilibrium, by each concept; ``told`` gives the conditions."""
        return tuple(wording.among_rankings(NAMES[row.concept], row.count, self.rankings) for row in self.rows)

    def shown(self) -> tuple[Sequence[str], Iterable[Sequence[object]]]:
        """The counts and shares by concept."""
        return ("concept", "rankings", "share"), (
            (NAMES[row.concept], f"{row.count:,}", f"{row.share:.1%}") for row in self.rows
        )

    def as_object(self) -> dict[str, Any]:
        """The whole result as plain lists and texts, ready for JSON."""
        states = self.problem.steps.states
        return {
            "target": {"number": self.number, "state": self.state},
            "windows": [asdict(one) for one in self.windows],
            "rankings": self.rankings,
            "counts": dict(self.counts),
            "concepts": self.as_records(),
            "conditions": {concept: self._conditions(concept) for concept in self.counts},
            "states": states.as_rows(),
        }

    def _conditions(self, concept: str) -> dict[str, Any]:
        return {
            name: [{"move": clause.move + 1, "ways": [[self._compared(one) for one in way] for way in clause.ways]}
                   for clause in clauses]
            for name, clauses in zip(self.conflict.names, self.conditions(concept), strict=True)
        }  # fmt: skip

    def _compared(self, one: Comparison) -> dict[str, Any]:
        word = "better_than" if one.strictly else "at_least_as_good_as"
        name = self.conflict.names[one.decision_maker]
        return {"decision_maker": name, "state": one.state + 1, word: one.than + 1}


def inverse(
    conflict: Conflict, target: str | int, windows: Iterable[Window], concepts: Iterable[str] = CONCEPTS
) -> Inverse:
    """Count the rankings inside the windows under which a state is an equilibrium.

    Decision makers without a window keep their ranking. ModelError for unknown names, states or ranks.

    >>> from hikiwake.conflict.files.reading import conflict_from
    >>> conflict = conflict_from('''
    ... [[decision_makers]]
    ... name = "A"
    ... options = [{ id = "arm" }, { id = "talk" }]
    ... [preferences.A]
    ... ranking = [["NY"], ["YN"], ["NN", "YY"]]
    ... ''')
    >>> answer = inverse(conflict, "YN", [window("A=3")], ["nash"])
    >>> answer.rankings, dict(answer.counts)
    (6, {'nash': 2})
    """
    steps = Steps.of(conflict)
    ranks = ranks_of(conflict, steps.states)
    given = {one.decision_maker: one for one in windows}
    rankings = []
    for name in given:
        conflict.index(name)
    for name, row in zip(conflict.names, ranks, strict=True):
        rank = int(row.max()) - row.astype(np.int64)
        rankings.append(_opened(OpenRanking(rank, 0, 0), given.get(name)))
    problem = InverseProblem(steps, state_named(conflict, steps.states, target), tuple(rankings))
    counts = {concept: problem.count(concept) for concept in concepts}
    return Inverse(conflict, problem, tuple(given.values()), problem.total, counts)


def _opened(ranking: OpenRanking, given: Window | None) -> OpenRanking:
    if given is None:
        return ranking
    ranks = int(ranking.rank.max()) + 1
    if not 1 <= given.first <= given.last <= ranks:
        raise ModelError(
            f"the window {given} does not fit: {given.decision_maker} has {ranks} ranks; expected 1 to {ranks} at most"
        )
    return OpenRanking(ranking.rank, given.first - 1, given.last)
