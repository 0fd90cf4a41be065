"""Models held against history: is the state with which an era ended one that the model says would hold?

For each era and reading: the state at the era's end (a pattern where the record leaves options open: then the verdict
is that of all states of the pattern, and "?" where they differ), whether it is an equilibrium, and whether improvements
lead to it from the state at the beginning. Three things keep an answer from being taken for more than it is:

- the **share** of all states that are equilibria of the concept: where most states hold, it says little that one does;
- the **baseline**: how often the same statements in random order would have made it one;
- **nothing changes**: what the forecast that everything stays as it is would have been worth.

A miss is a result. Eras without a model are rows too: they say what the record lacks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from hikiwake.conflict.model import content
from hikiwake.conflict.model.conflict import Conflict, DecisionMaker, Preference, PreferenceStatement, Statements
from hikiwake.dossier import Dossier, Event
from hikiwake.modelling.case_models import CaseModel, case_models, read_by, refuse_unknown_reading, written_before
from hikiwake.modelling.compared import Comparison, History, NoModel
from hikiwake.modelling.drafting import draft, missing_in
from hikiwake.modelling.fared import fared, forget

ORDERS = 500


def history(
    dossier: Dossier,
    era: str | None = None,
    *,
    variant: str | None = None,
    orders: int = ORDERS,
    seed: int = 0,
    step: Callable[[str, int, int], None] | None = None,
) -> History:
    """Hold the models of a case against history.

    variant: one reading alone, "" for the models' own; orders: how many random orders of the statements. ModelError for
    an era that the case does not have, or a variant that no model has. step: called before each era, with its name,
    which of the eras it is, from 1, and how many there are.

    >>> import hikiwake as hw
    >>> table = history(hw.load("japan_russia"), "1956-1959", orders=10)
    >>> [(row.variant, row.holds, row.reachable) for row in table.compared][:2]
    [('', True, False), ('gandhi-2024', True, False)]
    """
    models = case_models(dossier, era)
    refuse_unknown_reading(models, variant)
    rows: list[Comparison | NoModel] = []
    for number, each in enumerate(dossier.case.eras, 1):
        if step is not None:
            step(each.id, number, len(dossier.case.eras))
        found = [model for model in models if model.conflict.era == each.id]
        rows += [row for model in found for row in _compared(dossier, model, variant, orders, seed)]
        if not found and era in (None, each.id):
            rows.append(_without_model(dossier, each.id))
    return History(tuple(rows), orders, seed)


def _without_model(dossier: Dossier, era: str) -> NoModel:
    drafted = draft(dossier, era)
    return NoModel(era, drafted.thin, drafted.silent, drafted.missing)


def _compared(dossier: Dossier, model: CaseModel, variant: str | None, orders: int, seed: int) -> Iterator[Comparison]:
    for name, conflict in (each for each in model.readings if variant in (None, each[0])):
        found = fared(content.numbered(conflict), conflict.outcome, orders, seed)
        yield Comparison(
            conflict.era,
            name,
            read_by(dossier, name),
            conflict.status_quo,
            conflict.outcome,
            found.states,
            found.verdicts,
            found.reachable,
            found.reachable_by_moves,
            found.reached,
            found.leaves,
            sum(
                before != after and after != "-"
                for before, after in zip(conflict.status_quo, conflict.outcome, strict=True)
            ),
            written_before(dossier, model, conflict),
            *_grounded(dossier, conflict),
            missing_in(conflict),
        )
    forget()


def _grounded(dossier: Dossier, conflict: Conflict) -> tuple[int, int, bool]:
    """How many statements there are, how many rest on acts alone, and whether an act that is the outcome is a ground.

    An option that the outcome changes is what its owner did: an act of the owner among the grounds of a statement that
    bears on nothing but options that changed is taken for the outcome itself.
    """
    pairs = zip(conflict.options, conflict.status_quo, conflict.outcome, strict=True)
    changed = {option.id for option, before, after in pairs if {before, after} == {"Y", "N"}}
    told = [(maker, one) for maker in conflict.decision_makers for one in _statements(maker.preference)]
    on_acts = [
        all(isinstance(dossier.by_id.get(id_), Event) for id_ in one.grounds) and bool(one.grounds) for _, one in told
    ]
    circular = any(_is_outcome(dossier, maker, one, changed) for maker, one in told)
    return len(told), sum(on_acts), circular


def _statements(preference: Preference) -> tuple[PreferenceStatement, ...]:
    return preference.statements if isinstance(preference, Statements) else ()


def _is_outcome(dossier: Dossier, maker: DecisionMaker, one: PreferenceStatement, changed: set[str]) -> bool:
    own = {option.id for option in maker.options} & changed
    acts = any(isinstance(dossier.by_id.get(id_), Event) for id_ in one.grounds)
    return own.issuperset(one.says.options) and acts
