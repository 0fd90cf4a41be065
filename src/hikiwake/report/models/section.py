"""The section of the models, era by era: everything that its template shows, computed once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from hikiwake.dossier import Era
from hikiwake.figures.drawing import shapes
from hikiwake.figures.paths import Node, paths
from hikiwake.modelling.case_models import CaseModel
from hikiwake.report.grounds import Grounds
from hikiwake.report.models import record
from hikiwake.report.models.equilibria import Column, Solved
from hikiwake.report.models.pathways import draw
from hikiwake.report.models.record import Gap, Row
from hikiwake.report.models.shelf import Listed, Shelf, shelf_of
from hikiwake.settlement.findings import DRAWS
from hikiwake.wording import models as wording
from hikiwake.wording.phrases import brief


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
    told: str  # how much of what holds the paths reach
    drawing: str  # the paths as SVG text; nothing where nothing else is reached
    root: Node
    lists: list[tuple[str, list[Listed]]]

    @property
    def statements(self) -> int:
        """How many statements all readings of it hold."""
        return sum(len(each.lines) for _, lists in self.lists for each in lists)


@dataclass(frozen=True, slots=True)
class Context:
    """What the template of the models shows."""

    by_others: str
    """What is said of a statement that only documents of others tell."""
    about: Callable[[int], str]
    """How uncertain the rank of a statement is, in words."""
    models: list[Shown]
    """The models, in order of the eras."""
    history: list[Row | Gap]
    """The models held against history."""
    limits: list[str]
    """What the models cannot show."""
    titles: dict[str, Era]
    """The eras by id."""
    shapes: str
    """The shapes that the drawings of the paths refer to, as SVG text."""


def context(grounds: Grounds) -> Context | None:
    """What the section shows, or ``None`` for a case without models."""
    shelf = shelf_of(grounds)
    if not shelf:
        return None
    case, table = grounds.dossier.case, grounds.history
    return Context(
        about=wording.about,
        by_others=wording.by_others(),
        models=[_shown(shelf, model) for model in shelf.models],
        history=record.rows(shelf, table),
        limits=record.limits(shelf, table, DRAWS),
        titles={era.id: era for era in case.eras},
        shapes=shapes("paths"),
    )


def _shown(shelf: Shelf, model: CaseModel) -> Shown:
    solved = Solved(shelf, model)
    columns = solved.columns()
    lists = [(shelf.reading(name), shelf.lists[model.name, name]) for name, _ in model.readings]
    conflict = model.conflict
    ways, era = draw(solved), shelf.grounds.dossier.era(conflict.era)
    return Shown(
        f"model-{model.name}",
        conflict.title,
        era,
        _options(model, columns),
        columns,
        solved.concepts,
        solved.equilibria,
        ways.told,
        paths(ways.drawing, brief(era.period)),
        ways.drawing.root,
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
