"""A case as it would be under the assumptions of a scenario: positions and models are others, all else is the record's.

Nothing of it is written anywhere. A position that is added is held by whoever speaks of that actor in the era, so that
it counts whomever one follows; it stands on no passage, for there is none.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from hikiwake.conflict.files.toml import as_toml
from hikiwake.conflict.model.changes import Add, Change, Drop, Flip, MoveTo, changed, without_options
from hikiwake.conflict.model.checks import check
from hikiwake.conflict.model.conflict import Conflict, Preference, PreferenceStatement, Statements, Variant
from hikiwake.conflict.model.statements import parse
from hikiwake.conflict.model.states import states_of
from hikiwake.dossier import Dossier, Position
from hikiwake.dossier.speaking import ACCEPTING, KINDS, REFUSING
from hikiwake.errors import HikiwakeError, ModelError
from hikiwake.modelling.case_models import CaseModel, case_models
from hikiwake.modelling.scenarios.scenario import Assumption, Scenario
from hikiwake.vocabulary import choices
from hikiwake.wording.terminal.near import QUOTE, near_or_some

ASSUMED = "assumed"  # the id, and the words, of a position that stands on no passage


def suppose(dossier: Dossier, scenario: Scenario) -> Dossier:
    """The case under the assumptions of a scenario.

    Raises ``ModelError`` for what the case does not have, and where the assumptions cannot be made together.

    >>> import hikiwake as hw
    >>> from hikiwake.modelling.scenarios.scenario import assumption
    >>> case = hw.load("japan_russia")
    >>> then = suppose(case, Scenario("", "", "2001-2012", (assumption("drop Japan: insist_four"),)))
    >>> models = [case_models(each, "2001-2012")[0].conflict for each in (case, then)]
    >>> [len(model.decision_maker("Japan").preference.statements) for model in models]
    [7, 6]
    """
    model = model_of(dossier, scenario)
    on_positions = [one for one in scenario.assume if one.position or one.actor]
    positions = tuple(_positions(dossier, scenario, on_positions))
    kept = {each.id: each for each in positions}
    gone = {each.id for each in dossier.positions if kept.get(each.id) != each}
    texts = dict(dossier.conflicts)
    for each in case_models(dossier):
        conflict = _without(each.conflict, gone) if gone else each.conflict
        if model is not None and each.name == model.name:
            conflict = _assumed(conflict, scenario)
        if conflict != each.conflict:
            check(conflict)
            texts[each.name] = as_toml(conflict)
    return replace(dossier, positions=positions, conflicts=tuple(texts.items()), scenarios=(), read_from=None)


def model_of(dossier: Dossier, scenario: Scenario) -> CaseModel | None:
    """The model that a scenario is about; ``None`` where its era has none, and nothing is assumed of one.

    Raises ``ModelError`` where a model is needed and there is none, or not one alone.
    """
    models = case_models(dossier, scenario.era)
    chosen = [each for each in models if scenario.model in ("", each.name)]
    needed = scenario.model or scenario.reading or any(one.decision_maker or one.option for one in scenario.assume)
    if scenario.model and not chosen:
        known = near_or_some(scenario.model, [each.name for each in models], QUOTE)
        raise ModelError(f'no model "{scenario.model}" of the era {scenario.era}{known}')
    if needed and len(chosen) != 1:
        names = ", ".join(each.name for each in chosen)
        raise ModelError(f"the era {scenario.era} has {names or 'no model'}; give one of them as model")
    return chosen[0] if len(chosen) == 1 else None


def statement_changes(conflict: Conflict, assume: Sequence[Assumption]) -> list[Change]:
    """The changes to statements that assumptions are, each found by its text. ModelError where one is not there."""
    return [_change(conflict, one) for one in assume if one.decision_maker]


def _change(conflict: Conflict, one: Assumption) -> Change:
    preference = conflict.decision_maker(one.decision_maker).preference
    if not isinstance(preference, Statements):
        raise ModelError(f"{one.decision_maker} has no statements; what it wants is given as a ranking or as weights")
    texts, says = [each.says.text for each in preference.statements], parse(one.says).text
    if one.change == "add":
        return Add(one.decision_maker, says, one.rank or len(texts) + 1)
    if says not in texts:
        raise ModelError(f'{one.decision_maker} has no statement "{says}"{near_or_some(says, texts, QUOTE)}')
    number = texts.index(says) + 1
    if one.change == "move":
        return MoveTo(one.decision_maker, number, one.rank)
    return (Drop if one.change == "drop" else Flip)(one.decision_maker, number)


def _assumed(conflict: Conflict, scenario: Scenario) -> Conflict:
    """A model in which the reading of a scenario is changed; an option is taken away from all readings."""
    reading = conflict.variant(scenario.reading)
    after = _ungrounded(reading, changed(reading, statement_changes(reading, scenario.assume)))
    if scenario.reading:
        own = Variant(scenario.reading, tuple((maker.name, maker.preference) for maker in after.decision_makers))
        variants = tuple(own if each.name == scenario.reading else each for each in conflict.variants)
        after = replace(conflict, variants=variants)
    else:
        after = replace(after, variants=conflict.variants)
    options = [one.option for one in scenario.assume if one.option]
    known = [option.id for option in conflict.options]
    for option in options:
        if option not in known:
            raise ModelError(f'no option "{option}"{near_or_some(option, known, QUOTE)}')
    return _realisable(without_options(_untaken(after, options), options)) if options else after


def _ungrounded(before: Conflict, after: Conflict) -> Conflict:
    """The model after some changes; a statement that was not there before, or says the opposite, has no grounds."""
    for maker, own in zip(before.decision_makers, after.decision_makers, strict=True):
        if maker.preference != own.preference and isinstance(own.preference, Statements):
            known = {one.says for one in getattr(maker.preference, "statements", ())}
            left = (one if one.says in known else PreferenceStatement(one.says) for one in own.preference.statements)
            after = after.with_preference(own.name, Statements(tuple(left)))
    return after


def _realisable(conflict: Conflict) -> Conflict:
    """The model without the settlements that no state realises any more."""
    states = states_of(conflict)
    left = tuple(each for each in conflict.settlements if states.holding(each.when).any())
    return replace(conflict, settlements=left)


def _untaken(conflict: Conflict, options: Collection[str]) -> Conflict:
    """The model with its beginning and its outcome read without some options."""
    places = {place for place, option in enumerate(conflict.options) if option.id in options}

    def read(state: str) -> str:
        if len(state) != len(conflict.options):
            return state
        return "".join("N" if place in places else letter for place, letter in enumerate(state))

    return replace(conflict, status_quo=read(conflict.status_quo), outcome=read(conflict.outcome))


def _without(conflict: Conflict, gone: Collection[str]) -> Conflict:
    """The model without the statements that stand on nothing but what is gone, in all its readings."""
    makers = tuple(replace(one, preference=_carried(one.preference, gone)) for one in conflict.decision_makers)
    variants = tuple(
        replace(one, preferences=tuple((name, _carried(each, gone)) for name, each in one.preferences))
        for one in conflict.variants
    )
    return replace(conflict, decision_makers=makers, variants=variants)


def preferences_of(conflict: Conflict) -> Iterator[Preference]:
    """Every preference of a model, its variants' included."""
    yield from (one.preference for one in conflict.decision_makers)
    yield from (each for one in conflict.variants for _, each in one.preferences)


def _carried(preference: Preference, gone: Collection[str]) -> Preference:
    if not isinstance(preference, Statements):
        return replace(preference, grounds=_left(preference.grounds, gone))
    left = [(one, _left(one.grounds, gone)) for one in preference.statements]
    return Statements(tuple(replace(one, grounds=grounds) for one, grounds in left if grounds or not one.grounds))


def _left(grounds: Sequence[str], gone: Collection[str]) -> tuple[str, ...]:
    return tuple(ground for ground in grounds if ground not in gone)


def _positions(dossier: Dossier, scenario: Scenario, assume: Sequence[Assumption]) -> Iterator[Position]:
    """The positions of the case under the assumptions about them."""
    by_id = {each.id: each for each in dossier.positions}
    named = [one.position for one in assume if one.position]
    for id_ in named:
        if id_ not in by_id:
            raise ModelError(f'no position "{id_}"{near_or_some(id_, by_id, QUOTE)}')
    if len(set(named)) < len(named):
        raise ModelError("two assumptions are about one position; leave one of them away")
    changes = {one.position: one.change for one in assume if one.position}
    for each in dossier.positions:
        if each.id not in changes:
            yield each
        elif changes[each.id] == "flip":
            yield replace(each, verb=opposite(each))
    for number, one in enumerate((one for one in assume if one.actor), 1):
        yield from _added(dossier, scenario, one, f"{ASSUMED}-{number}")


def opposite(position: Position) -> str:
    """The verb by which a position is turned round. ModelError where it is neither for nor against something."""
    if position.verb in ACCEPTING:
        return "rejects"
    if position.verb in REFUSING:
        return "accepts"
    raise ModelError(
        f'"{position.id}" {position.verb} something; it is neither for nor against it, and has no opposite'
    )


def _added(dossier: Dossier, scenario: Scenario, one: Assumption, id_: str) -> Iterator[Position]:
    if one.actor not in dossier.actor:
        raise ModelError(f'no actor "{one.actor}"{near_or_some(one.actor, dossier.actor, QUOTE)}')
    if one.verb not in choices("verb"):
        raise ModelError(f'no verb "{one.verb}"{near_or_some(one.verb, choices("verb"), QUOTE)}')
    if one.on not in dossier.known_issues:
        raise ModelError(f'no issue or formula "{one.on}"{near_or_some(one.on, sorted(dossier.known_issues), QUOTE)}')
    period, state = dossier.era(scenario.era).period, dossier.actor[one.actor].state
    holders = dict.fromkeys(
        each.holder for each in dossier.positions
        if each.kind in KINDS and dossier.actor[each.actor].state == state and dossier.lasting(each).overlaps(period)
    )  # fmt: skip
    for number, holder in enumerate(holders or (ASSUMED,), 1):
        yield Position(
            f"{id_}-{number}", holder, one.actor, one.on, one.verb, ASSUMED, "strong", "declared", period, ()
        )


def refused(dossier: Dossier, scenario: Scenario) -> str:
    """Why the assumptions of a scenario cannot be made in a case; nothing where they can."""
    try:
        suppose(dossier, scenario)
    except HikiwakeError as fault:
        return str(fault)
    return ""
