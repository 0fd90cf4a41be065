"""The section of the models: everything that its template shows, computed once."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from hikiwake.dossier import Era
from hikiwake.modelling.case_models import CaseModel, case_models
from hikiwake.modelling.history import ORDERS, history
from hikiwake.report.grounds import Grounds
from hikiwake.report.models import outlooks, record
from hikiwake.report.models.equilibria import Column, Solved
from hikiwake.report.models.pathways import Drawing, draw
from hikiwake.report.models.shelf import Listed, Shelf
from hikiwake.settlement.findings import DRAWS, findings
from hikiwake.wording import models as wording
from hikiwake.wording.phrases import the

SEED = 0


@dataclass(frozen=True, slots=True)
class Shown:
    """A model on the page: the outcomes that hold, the ways there, and what everybody wants."""

    id: str
    title: str
    era: Era
    makers: list[tuple[str, list[tuple[str, str]]]]  # name; what each option is called, and its sign in every column
    columns: list[Column]
    concepts: list[tuple[str, str]]
    equilibria: int
    paths: Drawing
    lists: list[tuple[str, list[Listed]]]

    @property
    def statements(self) -> int:
        """How many statements all readings of it hold."""
        return sum(len(each.lines) for _, lists in self.lists for each in lists)


def context(grounds: Grounds) -> dict[str, object] | None:
    """What the section shows, or ``None`` for a case without models."""
    models = case_models(grounds.dossier)
    if not models:
        return None
    shelf = Shelf(grounds, models)
    found = findings(grounds.dossier, draws=DRAWS, seed=SEED)
    table = history(grounds.dossier, orders=ORDERS, seed=SEED)
    unsaid = Counter((one.settlement, one.title) for one in found.unsaid)
    modelled = {model.conflict.era for model in models}
    return {
        "opening": wording.opening(
            len(modelled), len(grounds.dossier.case.eras), sum(len(model.readings) for model in models), DRAWS, SEED
        ),
        "between": [the(grounds.names.actor(side)) for side in grounds.dossier.case.dyad],
        "eras": grounds.dossier.case.eras,
        "looks": {word: wording.outlook(word) for word in wording.OUTLOOKS},
        "about": wording.about,
        "words": [(word, *wording.outlook(word)) for word in wording.OUTLOOKS],
        "lines": outlooks.lines(shelf, found),
        "wordless": [title for (_, title), count in unsaid.items() if count == len(modelled)],
        "models": [_shown(shelf, model) for model in models],
        "history": record.rows(shelf, table),
        "limits": record.limits(shelf, table, DRAWS),
        "titles": {era.id: era for era in grounds.dossier.case.eras},
    }


def _shown(shelf: Shelf, model: CaseModel) -> Shown:
    solved = Solved(shelf, model)
    columns = solved.columns()
    lists = [(shelf.reading(name), shelf.lists[model.name, name]) for name, _ in model.readings]
    conflict = model.conflict
    return Shown(
        f"model-{model.name}",
        conflict.title,
        shelf.grounds.dossier.era(conflict.era),
        _options(model, columns),
        columns,
        solved.concepts,
        solved.equilibria,
        draw(solved),
        lists,
    )


def _options(model: CaseModel, columns: list[Column]) -> list[tuple[str, list[tuple[str, str]]]]:
    made, place = [], 0
    for maker in model.conflict.decision_makers:
        options = []
        for option in maker.options:
            options.append((option.title or option.id, "".join(column.text[place] for column in columns)))
            place += 1
        made.append((maker.name, options))
    return made
