"""What things are called on the page: actors, issues, formulas and the other terms of a case, by their ids."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from hikiwake.comparison.ranges import BargainingRange
from hikiwake.dossier import Dossier
from hikiwake.vocabulary import event_types
from hikiwake.wording.clauses.beside import names_in
from hikiwake.wording.phrases import listed


class Naming:
    """The names of a dossier's actors, terms and documents; an id that has no name is shown as words.

    >>> from hikiwake.dossier import Case
    >>> Naming(Dossier(Case("t", "q", ("AAA", "BBB")))).term("two_islands")
    'two islands'
    """

    def __init__(self, dossier: Dossier) -> None:
        """Keep the dossier whose names are asked for."""
        self.dossier = dossier

    @cached_property
    def _actors(self) -> dict[str, str]:
        return {actor.id: actor.name() for actor in self.dossier.actors}

    @cached_property
    def _terms(self) -> dict[str, str]:
        case = self.dossier.case
        lists = (case.tables, case.measures, case.mechanisms, case.variables, case.issues)
        terms = {term.id: term.title for each in lists for term in each}
        return terms | {formula.id: formula.title for formula in self.dossier.formulas}

    @cached_property
    def written(self) -> dict[str, str]:
        """The words that the editor writes as names, by the same in small letters, as keys of answers have them."""
        dossier = self.dossier
        texts = [question.wording for question in dossier.case.questions]
        texts += [reading.answer for reading in dossier.readings] + [event.summary for event in dossier.events]
        single = (name for id_, name in self._actors.items() if "/" not in id_ and " " not in name)
        return names_in(texts, [*single])

    @cached_property
    def measures(self) -> dict[str, str]:
        """The titles of the measures; one may share its id with an issue or a variable."""
        return {term.id: term.title for term in self.dossier.case.measures}

    @cached_property
    def variables(self) -> dict[str, str]:
        """The titles of the variables that drivers join."""
        return {term.id: term.title for term in self.dossier.case.variables}

    @cached_property
    def tables(self) -> dict[str, str]:
        """The titles of the survey tables."""
        return {term.id: term.title for term in self.dossier.case.tables}

    def actor(self, id_: str) -> str:
        """The name of an actor."""
        return self._actors.get(id_, id_)

    def actors(self, ids: Iterable[str]) -> str:
        """The names of several actors, as a sentence has them."""
        return listed(self.actor(id_) for id_ in ids)

    def term(self, id_: str) -> str:
        """The title of an issue, a formula, a mechanism or another term."""
        return self._terms.get(id_) or id_.replace("_", " ").replace("-", " ")

    def act(self, type_: str) -> str:
        """The words for a type of act; nothing where no type is told."""
        return event_types()[type_].title if type_ else ""


def window_id(row: BargainingRange) -> str:
    """The permalink of a bargaining range in one era."""
    return f"range-{row.scale}-{row.era}"
