"""The record and a scenario side by side, by the same judgement: what holds, what would be agreed, what both accept.

Outcomes are the equilibria of the model in the reading of the scenario; one *vanishes* where somebody comes to leave
it, or where it cannot come about any more, and *appears* where nobody leaves it any more. The reason told is who
leaves it, to where, and which statement decides. Settlements are judged as findings are, ranges as bargaining ranges
are, over the case of ``modelling.scenarios.supposing``. Looked at is the era of the scenario, and every other in which
a position that is changed lasts or a model that rests on it is changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hikiwake.comparison.bargaining import bargaining_range
from hikiwake.conflict.concepts.definitions import CLASSIC, Concept
from hikiwake.conflict.explaining.why import Why, why
from hikiwake.conflict.model.conflict import Conflict, Statements
from hikiwake.conflict.model.titles import titles
from hikiwake.conflict.solving.stability import solve
from hikiwake.dossier import Dossier
from hikiwake.errors import ModelError
from hikiwake.modelling.case_models import CaseModel, case_models, grounds_of
from hikiwake.modelling.scenarios import case_scenarios
from hikiwake.modelling.scenarios.scenario import Assumption, Scenario
from hikiwake.modelling.scenarios.supposing import model_of, opposite, preferences_of, statement_changes, suppose
from hikiwake.modelling.wishes import change_words
from hikiwake.settlement.finding import Finding
from hikiwake.settlement.findings import findings_as_is
from hikiwake.settlement.scenarios.result import ASSUMPTION, OUTCOME, RANGE, SETTLEMENT, Difference, WhatIf
from hikiwake.wording.clauses import scenarios as wording
from hikiwake.wording.models import outlook
from hikiwake.wording.terminal.near import QUOTE, near_or_some


def what_if(dossier: Dossier, *names: str, concept: Concept = "seq") -> WhatIf:
    """What would be otherwise under the scenarios of a case that are named, or under all of them.

    Raises ``CaseError`` where a scenario has faults; ``ModelError`` for an unknown name, or a concept other than nash,
    gmr, smr and seq.

    >>> import hikiwake as hw
    >>> what_if(hw.load("japan_russia")).rows
    ()
    """
    return compared(dossier, case_scenarios(dossier, *names), concept)


def compared(dossier: Dossier, scenarios: Sequence[Scenario], concept: Concept = "seq") -> WhatIf:
    """The same under scenarios that stand in no file.

    >>> import hikiwake as hw
    >>> from hikiwake.modelling.scenarios import Scenario, assumption
    >>> one = Scenario("all", "All", "1956-1959", (assumption("flip Soviet Union: not transfer_large"),))
    >>> found = compared(hw.load("japan_russia"), [one])
    >>> [(row.id, row.before, row.after) for row in found if row.changed and row.sort == "settlement"]
    [('four_at_once', 'neither', 'sign only')]
    """
    if concept not in CLASSIC:
        raise ModelError(f'no concept "{concept}" for scenarios{near_or_some(concept, CLASSIC, QUOTE)}')
    rows: list[Difference] = []
    eras: list[tuple[str, tuple[str, ...]]] = []
    for each in scenarios:
        one = _Compared(dossier, suppose(dossier, each), each, concept)
        rows += one.rows()
        eras.append((each.name, one.eras))
    return WhatIf(tuple(rows), tuple((each.name, each.title) for each in scenarios), tuple(eras))


def assumed_words(dossier: Dossier, scenario: Scenario) -> list[str]:
    """What a scenario assumes, in words, with the titles of options and the names of actors."""
    model = model_of(dossier, scenario)
    reading = model.conflict.variant(scenario.reading) if model else None
    return [_words(dossier, reading, one) for one in scenario.assume]


def _words(dossier: Dossier, reading: Conflict | None, one: Assumption) -> str:
    if reading is not None and one.decision_maker:
        return change_words(reading, statement_changes(reading, [one])[0])
    if reading is not None and one.option:
        return wording.taken_away(titles(reading)[one.option])
    if one.actor:
        formulas = {each.id: each.title for each in dossier.formulas}
        return wording.comes_to(dossier.actor[one.actor].name(), one.verb, formulas.get(one.on, one.on))
    position = next(each for each in dossier.positions if each.id == one.position)
    if one.change == "drop":
        return wording.left_aside(position.id, position.stance)
    return wording.turned(position.id, position.stance, dossier.actor[position.actor].name(), opposite(position))


class _Compared:
    """A case and one scenario of it."""

    def __init__(self, before: Dossier, after: Dossier, scenario: Scenario, concept: Concept) -> None:
        self.before, self.after, self.scenario, self.concept = before, after, scenario, concept
        self.model = model_of(before, scenario)
        self.touched = {*before.positions} ^ {*after.positions}
        self.eras = tuple(era.id for era in before.case.eras if self._looked_at(era.id))

    def _looked_at(self, era: str) -> bool:
        period = self.before.era(era).period
        if era == self.scenario.era or any(self.before.lasting(each).overlaps(period) for each in self.touched):
            return True
        texts = dict(self.after.conflicts)
        return any(texts[each.name] != dict(self.before.conflicts)[each.name] for each in case_models(self.before, era))

    def rows(self) -> Iterator[Difference]:
        """What is assumed; then era by era outcomes, settlements, and ranges where a position is changed."""
        words = assumed_words(self.before, self.scenario)
        for number, (one, said) in enumerate(zip(self.scenario.assume, words, strict=True)):
            told = wording.fallen(self._fallen) if number == 0 else ""
            yield self._row(self.scenario.era, ASSUMPTION, one.text, said, "", "", told, self._grounds(one))
        ranges = [*self._ranges()] if self.touched else []
        for era in self.eras:
            for model in case_models(self.before, era):
                own = self.model is not None and model.name == self.model.name
                yield from self._outcomes(model, self.scenario.reading if own else "")
            yield from self._settlements(era)
            yield from (row for row in ranges if row.era == era)

    def _row(self, era: str, sort: str, id_: str, title: str, before: str, after: str, why: str,
             entries: Sequence[str]) -> Difference:  # fmt: skip
        kept = tuple(id_ for id_ in dict.fromkeys(entries) if id_ in self.before.by_id)
        return Difference(self.scenario.name, era, sort, id_, title, before, after, why, kept)

    @property
    def _fallen(self) -> int:
        """How many statements fall with positions, over all models and readings."""
        gone = {each.id for each in self.touched}
        return sum(
            bool(grounds) and gone.issuperset(grounds)
            for model in case_models(self.before)
            for preference in preferences_of(model.conflict)
            if isinstance(preference, Statements)
            for _, grounds in grounds_of(preference)
        )

    def _grounds(self, one: Assumption) -> tuple[str, ...]:
        """The entries that an assumption sets aside: the grounds of a statement, or a position."""
        if one.position:
            return (one.position,)
        if self.model is None or not one.decision_maker or one.change == "add":
            return ()
        preference = self.model.conflict.variant(self.scenario.reading).decision_maker(one.decision_maker).preference
        known = preference.statements if isinstance(preference, Statements) else ()
        return next((each.grounds for each in known if each.says.text == one.says), ())

    def _outcomes(self, model: CaseModel, reading: str) -> Iterator[Difference]:
        """Every state that holds before or after; why it does not hold in the other."""
        then = next(each for each in case_models(self.after, model.conflict.era) if each.name == model.name)
        before, after = model.conflict.variant(reading), then.conflict.variant(reading)
        solved = [solve(each, (self.concept,)) for each in (before, after)]
        held = [{each.states.text(number - 1) for number in each.equilibria(self.concept)} for each in solved]
        there = {*solved[1].states.texts}
        for state in sorted(held[0] | held[1]):
            now, later = (wording.HOLDS if state in each else wording.HOLDS_NOT for each in held)
            told, entries = "", tuple[str, ...]()
            if now != later:
                left = after if state in held[0] else before
                if state in there or state not in held[0]:
                    told, entries = _leaving(why(left, state, self.concept))
                    told = wording.by_record(told) if left is before else told
                else:
                    later = wording.ABSENT
            taken = [
                titles(before)[option.id] for option, sign in zip(before.options, state, strict=True) if sign == "Y"
            ]
            yield self._row(model.conflict.era, OUTCOME, state, wording.state(taken), now, later, told, entries)

    def _settlements(self, era: str) -> Iterator[Difference]:
        """What is said of every settlement of an era."""
        found, then = (
            {(each.era, each.settlement): each for each in findings_as_is(
                dossier, era, variant=self.scenario.reading if era == self.scenario.era else "",
                concept=self.concept, draws=1)}
            for dossier in (self.before, self.after)
        )  # fmt: skip
        for key, own in found.items():
            other = then.get(key)
            before, after = outlook(own.look)[0], outlook(other.look)[0] if other else wording.ABSENT
            told = other.told if other and before != after else ""
            yield self._row(own.era, SETTLEMENT, own.settlement, own.title, before, after, told, _standing(own, other))

    def _ranges(self) -> Iterator[Difference]:
        """What both sides accept, scale by scale and era by era."""
        names = {each.id: each.title for each in self.before.case.scales}
        for own, other in zip(bargaining_range(self.before), bargaining_range(self.after), strict=True):
            words = [" ".join(filter(None, (each.overlap, ", ".join(each.shared)))) for each in (own, other)]
            entries = [id_ for each in (own, other) for one in each.decided_by for id_ in one.positions]
            told = other.why if words[0] != words[1] else ""
            yield self._row(own.era, RANGE, own.scale, names[own.scale], words[0], words[1], told, entries)


def _leaving(told: Why) -> tuple[str, tuple[str, ...]]:
    """Who leaves a state, in words, with the grounds of the statements that decide."""
    leaving = [each for each in told.reasons if not each.stable]
    grounds = [ground for each in leaving for one in each.temptations if one.sanction is None
               for ground in one.decided.grounds]  # fmt: skip
    said = [record["sentences"][:2] for record in told.as_records() if not record["stable"]]
    return " ".join(" ".join(each) for each in said), tuple(dict.fromkeys(grounds))


def _standing(own: Finding, other: Finding | None) -> list[str]:
    """The entries on which a verdict rests, before and after: refusals, and the grounds of who blocks it."""
    found = [each for each in (own, other) if each is not None]
    refusing = [id_ for each in found for _, ids in each.refused_by for id_ in ids]
    return [*refusing, *(ground for each in found for one in each.blocked_by for ground in one.grounds)]
