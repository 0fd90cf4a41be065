"""What of a model is wrong on its states: none is feasible, one is asked for that is not there, a ranking has gaps."""

from __future__ import annotations

from collections.abc import Iterator

from hikiwake.conflict.model.conflict import Conflict, Ranking, Statements, Weights
from hikiwake.conflict.model.faults import Fault, Place
from hikiwake.conflict.model.merging import divided, namesakes, undecided
from hikiwake.conflict.model.placed import placed_preferences
from hikiwake.conflict.model.preferences import fold, worth
from hikiwake.conflict.model.statements import Statement
from hikiwake.conflict.model.states import States, states_of
from hikiwake.errors import ModelError

SHOWN = 5


def state_faults(conflict: Conflict) -> Iterator[Fault]:
    """Faults that only show on the states: none feasible, states that are not there, rankings with gaps."""
    try:
        states = states_of(conflict)
    except ModelError as error:
        yield Fault(("decision_makers",), str(error))
        return
    if len(states) == 0:
        yield Fault(("infeasible",), "the rules remove every state; weaken one of them")
        return
    yield from _merged(conflict, states)
    yield from _settlements(conflict, states)
    if conflict.status_quo:
        yield from _one_state(states, ("status_quo",), conflict.status_quo)
    if conflict.outcome:
        yield from _some_state(states, ("outcome",), conflict.outcome)
    for place, preference in placed_preferences(conflict):
        if isinstance(preference, Ranking):
            yield from _ranking(states, (*place, "ranking"), preference)


def _merged(conflict: Conflict, states: States) -> Iterator[Fault]:
    """Merged states of one name, and those of which it depends on the member how somebody ranks them."""
    for text in namesakes(states):
        message = f'several merged states are written "{text}", and none of them can be asked for'
        yield Fault(("coalesce",), f"{message}; coalesce them with each other, or other states")
    if not states.coalesced:
        return
    for place, preference in placed_preferences(conflict):
        if isinstance(preference, Statements):
            yield from _torn(states, place, preference)
        if isinstance(preference, Weights):
            for state in undecided(states, worth(preference, states.combinations, states.options))[:SHOWN]:
                message = f"the members of the merged state {states.text(state)} are not worth the same"
                yield Fault((*place, "weights"), f"{message}; weigh only what is alike in all of them")


def _torn(states: States, place: Place, preference: Statements) -> Iterator[Fault]:
    """The first statement in which the members of a merged state differ, where the state's rank depends on it."""
    truths = [states.holding(said.says) for said in preference.statements]
    for state in undecided(states, fold(truths, len(states.combinations)))[:SHOWN]:
        members = states.places(state)
        number = next(number for number, truth in enumerate(truths) if len(set(truth[members].tolist())) > 1)
        yield _in_part(states, (*place, "statements", number, "says"), preference.statements[number].says, state)


def _settlements(conflict: Conflict, states: States) -> Iterator[Fault]:
    """Settlements that no state realises, or that are realised in one member of a merged state and not in another."""
    for number, settlement in enumerate(conflict.settlements):
        place: Place = ("settlements", number, "when")
        if not states.holding(settlement.when).any():
            yield Fault(place, f'no feasible state realises "{settlement.when}"; weaken it, or a rule')
        for state in divided(states, states.holding(settlement.when))[:SHOWN]:
            yield _in_part(states, place, settlement.when, state)


def _in_part(states: States, place: Place, statement: Statement, state: int) -> Fault:
    message = f'"{statement}" is true of a part of the merged state {states.text(state)} only'
    return Fault(place, f"{message}; say what is true of all its members or of none, or do not merge them")


def _one_state(states: States, place: Place, text: str) -> Iterator[Fault]:
    try:
        states.index(text)
    except ModelError as error:
        yield Fault(place, str(error))


def _some_state(states: States, place: Place, text: str) -> Iterator[Fault]:
    try:
        if len(states.matching(text)) == 0:
            yield Fault(place, f'"{text}" is no feasible state')
    except ModelError as error:
        yield Fault(place, str(error))


def _ranking(states: States, place: Place, ranking: Ranking) -> Iterator[Fault]:
    group_of: dict[int, int] = {}
    repeated: dict[int, int] = {}
    sound = True
    for number, group in enumerate(ranking.groups):
        for pattern in group:
            found = list(_some_state(states, (*place, number), pattern))
            yield from found
            sound = sound and not found
            for state in () if found else states.matching(pattern).tolist():
                if group_of.setdefault(state, number) != number:
                    repeated[state] = number
    for state, number in list(repeated.items())[:SHOWN]:
        yield Fault(
            (*place, number), f"{states.text(state)} is already in group {group_of[state] + 1}; keep one of them"
        )
    missing = [state for state in range(len(states)) if state not in group_of] if sound else []
    if missing:
        names = ", ".join(states.text(state) for state in missing[:SHOWN])
        more = f" and {len(missing) - SHOWN} more" if len(missing) > SHOWN else ""
        yield Fault(place, f"{len(missing)} of {len(states)} feasible states are not ranked: {names}{more}")
