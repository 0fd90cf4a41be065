"""What can be wrong with a model: every fault is found before anything is solved.

A fault has a place, the path to it in a conflict file (``preferences.Row.statements[2].says``), and a sentence that
says what was given, what was expected, and how to mend it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from hikiwake.conflict.model.conflict import Conflict, Option, Preference, Ranking, Statements, Weights
from hikiwake.conflict.model.merging import divided, namesakes, undecided
from hikiwake.conflict.model.preferences import fold, weight_units, worth
from hikiwake.conflict.model.statements import Statement, is_option_id, pointed
from hikiwake.conflict.model.states import States, states_of
from hikiwake.errors import ModelError
from hikiwake.wording.terminal.near import QUOTE, near_or_some

Place: TypeAlias = tuple[str | int, ...]
SHOWN = 5
MOST_RANKS = 1_000


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong with a model, and where."""

    place: Place
    message: str

    def __str__(self) -> str:
        return f"{written(self.place)}: {self.message}" if self.place else self.message


def written(place: Place) -> str:
    """A place as a path; entries of a list are counted from 1.

    >>> written(("preferences", "Row", "statements", 0, "says"))
    'preferences.Row.statements[1].says'
    """
    return "".join(f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in place).lstrip(".")


def check(conflict: Conflict) -> None:
    """Refuse a conflict that is incomplete or contradictory, with every fault at once (ModelError)."""
    refuse(faults(conflict))


def refuse(found: Iterable[Fault]) -> None:
    """Raise one ModelError that lists the faults, a line each; nothing where there are none."""
    lines = [str(fault) for fault in found]
    if lines:
        heading = "1 fault" if len(lines) == 1 else f"{len(lines)} faults"
        raise ModelError("\n".join([f"the model has {heading}:", *lines]))


def faults(conflict: Conflict) -> tuple[Fault, ...]:
    """Every fault of a conflict; those that need the states are looked for once the rules themselves are sound."""
    found = (*_fields(conflict), *_mentions(conflict))
    return found or tuple(dict.fromkeys(state_faults(conflict)))  # two merged states of one name have one fault


def case_faults(conflict: Conflict) -> tuple[Fault, ...]:
    """What a conflict inside a case still lacks: status quo, outcome, era, actors, grounds of every preference."""
    found = [Fault((name,), "missing; a conflict inside a case needs it")
             for name in ("status_quo", "outcome", "era") if not getattr(conflict, name)]  # fmt: skip
    for number, decision_maker in enumerate(conflict.decision_makers):
        if not decision_maker.actor:
            found.append(Fault(("decision_makers", number, "actor"), "missing; a conflict inside a case needs it"))
    for place, preference in _preferences(conflict):
        found.extend(_without_grounds(place, preference))
    return tuple(found)


def nearest(given: str, known: Iterable[str]) -> str:
    """A hint at the known words that are nearest to the one given, or what there is.

    >>> nearest("titel", ["title", "status_quo"])
    'did you mean "title"?'
    """
    return near_or_some(given, known, QUOTE).removeprefix("; ")


def _fields(conflict: Conflict) -> Iterator[Fault]:
    if not conflict.decision_makers:
        yield Fault(("decision_makers",), "none given; a conflict needs at least one decision maker")
    yield from _repeated("the name", _at("decision_makers", "name", conflict.names))
    yield from _repeated("the option id", _option_ids(conflict))
    yield from _repeated("the name", _at("variants", "name", (each.name for each in conflict.variants)))
    yield from _repeated("the formula", _at("settlements", "formula", (each.formula for each in conflict.settlements)))
    for number, decision_maker in enumerate(conflict.decision_makers):
        if not decision_maker.name:
            yield Fault(("decision_makers", number, "name"), "empty; give the decision maker a name")
        for place, option in enumerate(decision_maker.options):
            yield from _option(("decision_makers", number, "options", place), option)


def _at(table: str, key: str, texts: Iterable[str]) -> Iterator[tuple[Place, str]]:
    yield from (((table, number, key), text) for number, text in enumerate(texts))


def _option_ids(conflict: Conflict) -> Iterator[tuple[Place, str]]:
    for number, decision_maker in enumerate(conflict.decision_makers):
        for place, option in enumerate(decision_maker.options):
            yield ("decision_makers", number, "options", place, "id"), option.id


def _repeated(what: str, given: Iterable[tuple[Place, str]]) -> Iterator[Fault]:
    """Texts that may be given once: the fault stands where one is given for the second time."""
    places: dict[str, list[Place]] = {}
    for place, text in given:
        places.setdefault(text, []).append(place)
    for text, found in places.items():
        if len(found) > 1:
            yield Fault(found[1], f'{what} "{text}" is given {len(found)} times; each may be given once')


def _option(place: Place, option: Option) -> Iterator[Fault]:
    if not is_option_id(option.id):
        form = 'a letter or "_", then letters, digits, "_" or "-", and none of not, and, or, if, iff'
        yield Fault((*place, "id"), f'"{option.id}" is no option id: expected {form}')
    if option.one_way not in (None, "on", "off"):
        expected = '"on" (may only be taken) or "off" (may only be given up)'
        yield Fault((*place, "one_way"), f'"{option.one_way}"; expected {expected}')


def _mentions(conflict: Conflict) -> Iterator[Fault]:
    """Names that nothing in the model bears: options in statements and weights, decision makers in variants."""
    known = [option.id for option in conflict.options]
    for at, statement in _statements(conflict):
        for named in statement.names:
            if named.option not in known:
                message = f'no option "{named.option}"; {nearest(named.option, known)}'
                yield Fault(at, pointed(statement.text, named.column, message))
    for at, preference in _preferences(conflict):
        if isinstance(preference, Weights):
            yield from _weights((*at, "weights"), preference, known)
        if isinstance(preference, Statements):
            for number, said in enumerate(preference.statements):
                if not 0 <= said.about <= MOST_RANKS:
                    expected = f"expected 0 or more ranks, at most {MOST_RANKS:,}"
                    yield Fault((*at, "statements", number, "about"), f"{said.about}; {expected}")
    for number, variant in enumerate(conflict.variants):
        for name, _ in variant.preferences:
            if name not in conflict.names:
                message = f'no decision maker "{name}"; {nearest(name, conflict.names)}'
                yield Fault(("variants", number, "preferences", name), message)


def _weights(place: Place, preference: Weights, known: list[str]) -> Iterator[Fault]:
    yield from _repeated("the option", ((place, option) for option, _ in preference.weights))
    for option, _ in preference.weights:
        if option not in known:
            yield Fault(place, f'no option "{option}"; {nearest(option, known)}')
    try:
        weight_units(preference)
    except ModelError as error:
        yield Fault(place, str(error))


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
    for place, preference in _preferences(conflict):
        if isinstance(preference, Ranking):
            yield from _ranking(states, (*place, "ranking"), preference)


def _merged(conflict: Conflict, states: States) -> Iterator[Fault]:
    """Merged states of one name, and those of which it depends on the member how somebody ranks them."""
    for text in namesakes(states):
        message = f'several merged states are written "{text}", and none of them can be asked for'
        yield Fault(("coalesce",), f"{message}; coalesce them with each other, or other states")
    if not states.coalesced:
        return
    for place, preference in _preferences(conflict):
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


def _preferences(conflict: Conflict) -> Iterator[tuple[Place, Preference]]:
    for decision_maker in conflict.decision_makers:
        yield ("preferences", decision_maker.name), decision_maker.preference
    for number, variant in enumerate(conflict.variants):
        for name, preference in variant.preferences:
            yield ("variants", number, "preferences", name), preference


def _statements(conflict: Conflict) -> Iterator[tuple[Place, Statement]]:
    for number, rule in enumerate(conflict.infeasible):
        yield ("infeasible", number, "when"), rule
    for number, rule in enumerate(conflict.coalesce):
        yield ("coalesce", number, "when"), rule
    for number, move in enumerate(conflict.forbidden_moves):
        yield ("forbidden_moves", number, "from"), move.origin
        yield ("forbidden_moves", number, "to"), move.target
    for number, settlement in enumerate(conflict.settlements):
        yield ("settlements", number, "when"), settlement.when
    for place, preference in _preferences(conflict):
        if isinstance(preference, Statements):
            for number, said in enumerate(preference.statements):
                yield (*place, "statements", number, "says"), said.says


def _without_grounds(place: Place, preference: Preference) -> Iterator[Fault]:
    if isinstance(preference, Statements):
        for number, said in enumerate(preference.statements):
            if not said.grounds:
                yield Fault((*place, "statements", number, "grounds"), "missing; a conflict inside a case needs them")
    elif not preference.grounds:
        yield Fault((*place, "grounds"), "missing; a conflict inside a case needs them")
