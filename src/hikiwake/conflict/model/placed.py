"""Every preference and every statement of a model, with its place."""

from __future__ import annotations

from collections.abc import Iterator

from hikiwake.conflict.model.conflict import Conflict, Preference, Statements
from hikiwake.conflict.model.faults import Place
from hikiwake.conflict.model.statements import Statement


def placed_preferences(conflict: Conflict) -> Iterator[tuple[Place, Preference]]:
    """The preferences of the decision makers, then those of the variants."""
    for decision_maker in conflict.decision_makers:
        yield ("preferences", decision_maker.name), decision_maker.preference
    for number, variant in enumerate(conflict.variants):
        for name, preference in variant.preferences:
            yield ("variants", number, "preferences", name), preference


def placed_statements(conflict: Conflict) -> Iterator[tuple[Place, Statement]]:
    """The statements of the rules, of the settlements and of the preferences."""
    for number, rule in enumerate(conflict.infeasible):
        yield ("infeasible", number, "when"), rule
    for number, rule in enumerate(conflict.coalesce):
        yield ("coalesce", number, "when"), rule
    for number, move in enumerate(conflict.forbidden_moves):
        yield ("forbidden_moves", number, "from"), move.origin
        yield ("forbidden_moves", number, "to"), move.target
    for number, settlement in enumerate(conflict.settlements):
        yield ("settlements", number, "when"), settlement.when
    for place, preference in placed_preferences(conflict):
        if isinstance(preference, Statements):
            for number, said in enumerate(preference.statements):
                yield (*place, "statements", number, "says"), said.says
