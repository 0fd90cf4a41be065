"""Which comparisons to ask for: of two states at a time, and only where the answer changes what holds.

A comparison is open where a decision maker's statements say nothing of an option: of two states that are level and
differ in that option nobody knows which it prefers (see ``silence``). The question shows one such pair, as alike as can
be (in that option alone, where rules allow it) and near to the status quo. The answer becomes a statement, ``option``
or ``not option``, less important than all that were made: answers count in the order in which they are given.

**The rule of choosing.** A comparison *matters* if the equilibria of the concept (where a settlement is asked about,
those among its states) are not the same under the two answers and without one, all else being as it is. Only those that
matter are asked. The one on which most equilibria depend comes first, so that few questions are needed: after each
answer it is judged anew which still matter. Comparisons that would matter only together with another are not found.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hikiwake.conflict.concepts.definitions import CONCEPTS, Concept
from hikiwake.conflict.concepts.solvers import stable_tables
from hikiwake.conflict.model.checks import check
from hikiwake.conflict.model.conflict import Conflict, PreferenceStatement, Statements
from hikiwake.conflict.model.merging import divided
from hikiwake.conflict.model.moves import Moves, moves_of
from hikiwake.conflict.model.naming import states_named
from hikiwake.conflict.model.preferences import ranks_of
from hikiwake.conflict.model.statements import parse
from hikiwake.conflict.model.states import States, states_of
from hikiwake.conflict.solving.silence import spoken_of
from hikiwake.errors import ModelError
from hikiwake.wording.terminal.near import QUOTE, near_or_some

LOOKED_AT = 200
Open = tuple[str, str]  # the name of a decision maker and the id of an option


@dataclass(frozen=True, slots=True)
class Question:
    """Which of two states does a decision maker prefer? They are level, and differ in an option it says nothing of.

    first: the number of the state in which the option is taken; second: of the one in which it is not
    depends: the numbers of the states that are equilibria under some answers and not under others
    """

    decision_maker: str
    option: str
    first: int
    second: int
    depends: tuple[int, ...]

    @property
    def about(self) -> Open:
        """What the question is about, to leave it out when it has been asked."""
        return self.decision_maker, self.option

    def says(self, answer: int) -> str:
        """The statement that follows from the answer: 1 for the first state, 2 for the second."""
        return self.option if answer == 1 else f"not {self.option}"


def questions(
    conflict: Conflict, concept: str = "seq", settlement: str | int | None = None, asked: Collection[Open] = ()
) -> tuple[Question, ...]:
    """The comparisons that matter, the one on which most equilibria depend first; ``asked`` are left out.

    settlement: only what decides whether its states (or one state) hold. ModelError for an unknown concept or name.

    >>> from hikiwake.conflict.files.reading import conflict_from
    >>> silent = conflict_from('''
    ... decision_makers = [{ name = "A", options = [{ id = "arm" }] }, { name = "B", options = [{ id = "talk" }] }]
    ... [preferences.A]
    ... statements = [{ says = "talk" }]
    ... [preferences.B]
    ... statements = [{ says = "not talk" }]
    ... ''')
    >>> questions(silent, "nash")
    (Question(decision_maker='A', option='arm', first=2, second=1, depends=(1, 2)),)
    >>> questions(answered(silent, questions(silent, "nash")[0], 1), "nash")
    ()
    """
    if concept not in CONCEPTS:
        raise ModelError(f'no concept "{concept}"{near_or_some(concept, CONCEPTS, QUOTE)}')
    check(conflict)
    moves = moves_of(conflict)
    among = slice(None) if settlement is None else states_named(conflict, moves.states, settlement)
    ranks = dict(zip(conflict.names, ranks_of(conflict, moves.states), strict=True))
    before = _held(conflict, moves, concept)
    found = []
    for name, option in open_comparisons(conflict):
        pair = _pair(conflict, moves.states, ranks[name], option)
        if (name, option) in asked or pair is None:
            continue
        question = Question(name, option, pair[0] + 1, pair[1] + 1, ())
        differs = np.zeros(len(moves.states), dtype=np.bool_)
        for answer in (1, 2):
            differs |= _held(answered(conflict, question, answer), moves, concept) != before
        counted = np.zeros_like(differs)
        counted[among] = differs[among]
        if counted.any():
            depends = tuple((np.flatnonzero(counted) + 1).tolist())
            found.append(Question(name, option, pair[0] + 1, pair[1] + 1, depends))
    return tuple(sorted(found, key=lambda one: -len(one.depends)))


def open_comparisons(conflict: Conflict) -> Iterator[Open]:
    """The decision makers whose preference is by statements, with the options of which these say nothing.

    An option that is taken in a part of a merged state only is left out: no statement can speak of it.
    """
    in_part = _taken_in_part(conflict)
    options = [option.id for option in conflict.options if option.id not in in_part]
    for maker in conflict.decision_makers:
        if isinstance(maker.preference, Statements):
            said = spoken_of(maker.preference, options)
            yield from ((maker.name, option) for option in options if option not in said)


def _taken_in_part(conflict: Conflict) -> set[str]:
    if not conflict.coalesce:
        return set()
    states = states_of(conflict)
    return {option for option in states.options if divided(states, states.holding(parse(option)))}


def answered(conflict: Conflict, question: Question, answer: int) -> Conflict:
    """The conflict with the statement that follows from an answer (1 or 2), the least important of its maker's."""
    preference = conflict.decision_maker(question.decision_maker).preference
    before = preference.statements if isinstance(preference, Statements) else ()
    statement = PreferenceStatement(parse(question.says(answer)))
    return conflict.with_preference(question.decision_maker, Statements((*before, statement)))


def _held(conflict: Conflict, moves: Moves, concept: str) -> NDArray[np.bool_]:
    asked: list[Concept] = [one for one in CONCEPTS if one == concept]
    tables = stable_tables(moves, ranks_of(conflict, moves.states), asked)
    held: NDArray[np.bool_] = np.logical_and.reduce(tables[asked[0]], axis=0)
    return held


def _pair(conflict: Conflict, states: States, ranks: NDArray[np.int32], option: str) -> tuple[int, int] | None:
    """Two states of one rank, with the option and without it, as alike as can be; None where there are none.

    Looked for from the states with the option that are nearest to the status quo, at most 200 of them.
    """
    bit = 1 << states.options.index(option)
    near = int(states.codes[states.index(conflict.status_quo)]) if conflict.status_quo else 0
    taken = (states.codes & bit) != 0
    best: tuple[int, int, int] | None = None
    without = np.flatnonzero(~taken)
    for state in sorted(np.flatnonzero(taken).tolist(), key=lambda one: _apart(int(states.codes[one]), near))[
        :LOOKED_AT
    ]:
        level = without[ranks[without] == ranks[state]]
        apart = [_apart(int(states.codes[state]), code) for code in states.codes[level].tolist()]
        if apart and (best is None or min(apart) < best[0]):
            best = min(apart), state, int(level[int(np.argmin(apart))])
        if best is not None and best[0] == 1:
            break
    return None if best is None else best[1:]


def _apart(code: int, other: int) -> int:
    """In how many options two combinations differ."""
    return (code ^ other).bit_count()
