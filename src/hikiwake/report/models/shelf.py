"""The models of a case on the page: their names and permalinks, and every statement with its grounds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from hikiwake.conflict.model.conflict import Conflict, DecisionMaker, Preference, PreferenceStatement, Statements
from hikiwake.modelling.case_models import CaseModel, case_models, read_by
from hikiwake.modelling.grounds import told_by_others
from hikiwake.modelling.wishes import wish_words
from hikiwake.report.grounds import Grounds
from hikiwake.wording import models as wording

Key = tuple[str, str, str, str]  # model, variant, decision maker, statement


@dataclass(frozen=True, slots=True)
class Line:
    """A preference statement on the page: its place, its words, and how its grounds look.

    seen: whether documents of others only tell it; inferred: why it says more than its grounds, or nothing
    """

    id: str
    rank: int
    words: str
    about: int
    seen: bool
    inferred: str
    documents: list[str]
    grounds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """What one decision maker wants by one reading, most important first."""

    name: str
    lines: list[Line]


class Shelf:
    """The models of a case with the statements of all their readings; every statement can be opened on the page."""

    def __init__(self, grounds: Grounds, models: tuple[CaseModel, ...]) -> None:
        """Register every statement with the page's grounds."""
        self.grounds, self.models = grounds, models
        self._ids: dict[Key, str] = {}
        self.lists = {
            (model.name, variant): [self._listed(model.name, variant, maker) for maker in makers]
            for model in models
            for variant, makers in told(model.conflict)
        }

    @cached_property
    def named(self) -> dict[tuple[Conflict, str], str]:
        """The name of the model to which a reading belongs."""
        return {(conflict, variant): model.name for model in self.models for variant, conflict in model.readings}

    def statement(self, model: str, variant: str, maker: str, says: str) -> str:
        """The permalink of a statement; a variant that does not replace a preference shares the model's own."""
        return self._ids.get((model, variant, maker, says)) or self._ids.get((model, "", maker, says), "")

    def reading(self, variant: str) -> str:
        """Whose reading a variant is: a document's short name where it is named after one."""
        return read_by(self.grounds.dossier, variant)

    @property
    def lines(self) -> list[Line]:
        """Every statement of every reading."""
        return [line for lists in self.lists.values() for each in lists for line in each.lines]

    def _listed(self, model: str, variant: str, maker: DecisionMaker) -> Listed:
        start = "-".join(filter(None, ("model", model, variant, slug(maker.name))))
        lines = []
        for rank, one in enumerate(wishes(maker.preference), 1):
            says = one.says.text if one else ""
            id_ = f"{start}-{rank}"
            self._ids.setdefault((model, variant, maker.name, says), id_)
            lines.append(self._line(id_, rank, maker, one, self._conflict(model)))
        return Listed(maker.name, lines)

    def _conflict(self, model: str) -> Conflict:
        return next(each.conflict for each in self.models if each.name == model)

    def _line(
        self, id_: str, rank: int, maker: DecisionMaker, one: PreferenceStatement | None, conflict: Conflict
    ) -> Line:
        dossier = self.grounds.dossier
        ids = tuple(each for each in (one.grounds if one else whole(maker.preference)) if each in dossier.by_id)
        documents = self.grounds.rest(id_, [dossier.by_id[each] for each in ids])
        seen = [told_by_others(dossier, each, maker.actor) for each in ids]
        words = wish_words(conflict, one.says) if one else wording.ranked()
        return Line(
            id_,
            rank,
            words,
            one.about if one else 0,
            bool(seen) and all(seen),
            wording.inferred(one.inferred) if one and one.inferred else "",
            [self.grounds.labels[index] for index in documents],
            ids,
        )


@lru_cache(maxsize=1)  # of the page that is being made: several of its sections show the same statements
def shelf_of(grounds: Grounds) -> Shelf | None:
    """The models of a page's case, or ``None`` where it has none."""
    models = case_models(grounds.dossier)
    return Shelf(grounds, models) if models else None


def told(conflict: Conflict) -> Iterator[tuple[str, list[DecisionMaker]]]:
    """The model's own decision makers, then those whose preference a variant replaces."""
    yield "", list(conflict.decision_makers)
    for variant in conflict.variants:
        changed = conflict.variant(variant.name)
        yield variant.name, [changed.decision_maker(name) for name, _ in variant.preferences]


def wishes(preference: Preference) -> Iterator[PreferenceStatement | None]:
    """The statements of a preference; ``None`` for one that is put as a ranking or as weights."""
    if isinstance(preference, Statements):
        yield from preference.statements
    else:
        yield None


def whole(preference: Preference) -> tuple[str, ...]:
    """The grounds of a preference that is put as a whole."""
    return () if isinstance(preference, Statements) else preference.grounds


def slug(name: str) -> str:
    """A name as part of an id.

    >>> slug("The Outer Isles")
    'the-outer-isles'
    """
    return re.sub(r"\W+", "-", name.lower()).strip("-")
