"""What can be wrong with a model: every fault is found before anything is solved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hikiwake.conflict.model.conflict import Conflict, Option, Preference, Statements, Weights
from hikiwake.conflict.model.faults import Fault, Place, nearest, refuse
from hikiwake.conflict.model.placed import placed_preferences, placed_statements
from hikiwake.conflict.model.preferences import weight_units
from hikiwake.conflict.model.state_checks import state_faults
from hikiwake.conflict.model.statements import is_option_id, pointed
from hikiwake.errors import ModelError

MOST_RANKS = 1_000


def check(conflict: Conflict) -> None:
    """Refuse a conflict that is incomplete or contradictory, with every fault at once (ModelError)."""
    refuse(faults(conflict))


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
    for place, preference in placed_preferences(conflict):
        found.extend(_without_grounds(place, preference))
    return tuple(found)


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
    for at, statement in placed_statements(conflict):
        for named in statement.names:
            if named.option not in known:
                message = f'no option "{named.option}"; {nearest(named.option, known)}'
                yield Fault(at, pointed(statement.text, named.column, message))
    for at, preference in placed_preferences(conflict):
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


def _without_grounds(place: Place, preference: Preference) -> Iterator[Fault]:
    if isinstance(preference, Statements):
        for number, said in enumerate(preference.statements):
            if not said.grounds:
                yield Fault((*place, "statements", number, "grounds"), "missing; a conflict inside a case needs them")
    elif not preference.grounds:
        yield Fault((*place, "grounds"), "missing; a conflict inside a case needs them")
