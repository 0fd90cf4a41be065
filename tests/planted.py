"""A synthetic case with disagreements planted among decoys that look like them, for precision and recall.

Every plant is known by the ids of the entries that clash; a decoy differs from its plant in the one point that makes it
no disagreement (the dates are nested, the figures agree, the authors are one, the signs are alike).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from random import Random

from hikiwake.comparison import disagreements
from hikiwake.dossier import Dossier, Question, Term
from hikiwake.periods import Period
from tests.synthetic import Builder

YEARS = range(1950, 2000)


@dataclass
class Planted:
    """The case, and what was planted in it: the entries of each disagreement and whether it is real."""

    build: Builder
    random: Random
    north: str = ""
    south: str = ""
    plants: dict[frozenset[str], bool] = field(default_factory=dict)
    questions: list[Question] = field(default_factory=list)
    measures: list[Term] = field(default_factory=list)
    variables: list[Term] = field(default_factory=list)
    tables: list[Term] = field(default_factory=list)

    def both(self, words: str) -> tuple[str, str]:
        """A sentence in each document; the ids of the two passages."""
        return self.build.say(self.north, f"{words} (north)."), self.build.say(self.south, f"{words} (south).")

    def plant(self, real: bool, *entries: str) -> None:
        """Note a disagreement between entries."""
        self.plants[frozenset(entries)] = real

    def dossier(self) -> Dossier:
        """The case with the terms that the plants use."""
        dossier = self.build.dossier()
        frame = replace(
            dossier.case,
            scales=(),
            questions=tuple(self.questions),
            measures=tuple(self.measures),
            variables=tuple(self.variables),
            tables=tuple(self.tables),
        )
        return replace(dossier, case=frame)


def planted(seed: int, count: int) -> Planted:
    """A case with ``count`` plants and ``count`` decoys of every kind."""
    build = Builder()
    case = Planted(build, Random(seed))
    case.north = build.document("north", "Institute of the North", "NOR", "2000")
    case.south = build.document("south", "Institute of the South", "SUD", "2001")
    for number in range(count):
        for kind in (_dates, _happened, _figures, _periods, _answers, _positions, _signs, _survey):
            kind(case, number, clash=True)
            kind(case, number, clash=False)
    return case


def _mention(case: Planted) -> str:
    return f"mention-{sum(map(len, case.build.mentions.values())):03d}"


def _dates(case: Planted, number: int, *, clash: bool) -> None:
    year, id_ = case.random.choice(YEARS), f"event-dates-{number}-{clash}"
    ids = []
    for passage, period in zip(case.both(id_), (f"{year}", f"{year + 1}-05" if clash else f"{year}-05"), strict=True):
        case.build.event(id_, passage, period, "CONSULT", "They meet.")
        ids.append(_mention(case))
    if clash:
        case.plant(True, *ids)


def _happened(case: Planted, number: int, *, clash: bool) -> None:
    year, id_ = case.random.choice(YEARS), f"event-happened-{number}-{clash}"
    ids = []
    for passage, happened in zip(case.both(id_), ("occurred", "cancelled" if clash else "ongoing"), strict=True):
        case.build.event(id_, passage, f"{year}", "CONSULT", "They meet.", happened=happened)
        ids.append(_mention(case))
    if clash:
        case.plant(True, *ids)


def _figures(case: Planted, number: int, *, clash: bool) -> None:
    measure, value = f"count-{number}-{clash}", case.random.randint(10, 99)
    case.measures.append(Term(measure, measure))
    ids = [
        case.build.add("claim", passage, **_claim(measure, str(each), "1990"))
        for passage, each in zip(case.both(measure), (value, value + 7 if clash else value), strict=True)
    ]
    if clash:
        case.plant(True, *ids)


def _periods(case: Planted, number: int, *, clash: bool) -> None:
    """Figures of times that overlap (apparent), or of times apart (none)."""
    measure = f"sum-{number}-{clash}"
    case.measures.append(Term(measure, measure))
    ids = [
        case.build.add("claim", passage, **_claim(measure, value, period))
        for passage, value, period in zip(
            case.both(measure), ("20", "27"), ("1990/1994", "1990/1996" if clash else "1995/1996"), strict=True
        )
    ]
    if clash:
        case.plant(False, *ids)


def _claim(measure: str, value: str, period: str) -> dict[str, object]:
    as_of = Period.parse(period)
    return {"subject": measure, "measure": measure, "value": value, "as_of": as_of, "summary": f"{value} of {measure}."}


def _answers(case: Planted, number: int, *, clash: bool) -> None:
    question = f"why-{number}-{clash}"
    case.questions.append(Question(question, f"Why, {number}?"))
    ids = [
        case.build.add("reading", passage, question=question, side=side, answer=f"Because of {side}.")
        for passage, side in zip(case.both(question), ("pressure", "pride" if clash else "pressure"), strict=True)
    ]
    if clash:
        case.plant(True, *ids)


def _positions(case: Planted, number: int, *, clash: bool) -> None:
    formula = f"formula-{number}-{clash}"
    first, second = case.both(formula)
    case.build.add("formula", first, id=formula, title=formula, includes="Something.")
    ids = [
        case.build.add(
            "position", passage, actor="SUD", on=formula, verb=verb, stance="So.", period=Period.parse("1991")
        )
        for passage, verb in ((first, "accepts"), (second, "rejects" if clash else "supports"))
    ]
    if clash:
        case.plant(True, *ids)


def _signs(case: Planted, number: int, *, clash: bool) -> None:
    cause, effect = f"cause-{number}-{clash}", f"effect-{number}-{clash}"
    case.variables += [Term(cause, cause), Term(effect, effect)]
    ids = [
        case.build.add("driver", passage, cause=cause, effect=effect, sign=sign, summary="So it is argued.")
        for passage, sign in zip(case.both(cause), ("+", "-" if clash else "+"), strict=True)
    ]
    if clash:
        case.plant(True, *ids)


def _survey(case: Planted, number: int, *, clash: bool) -> None:
    table = f"table-{number}-{clash}"
    case.tables.append(Term(table, table))
    case.measures.append(Term(table, table))
    passage = case.build.say(case.north, f"{table} was asked.")
    ids = [
        case.build.add(
            "claim",
            passage,
            **_claim(table, value, "1996") | {"unit": "percent", "table": table, "group": "all", "answer": answer},
        )
        for answer, value in (("yes", "50.2"), ("no", "40.0"), ("none", "19.8" if clash else "9.8"))
    ]
    if clash:
        case.plant(True, *ids)


@dataclass(frozen=True)
class Score:
    """How many disagreements were planted, found, and found rightly (the same entries, real or apparent alike)."""

    planted: int
    found: int
    right: int

    @property
    def precision(self) -> float:
        """The share of what was found that was planted."""
        return self.right / self.found

    @property
    def recall(self) -> float:
        """The share of what was planted that was found."""
        return self.right / self.planted


def score(case: Planted) -> Score:
    """Compare what the program finds with what was planted."""
    found = disagreements(case.dossier())
    right = sum(case.plants.get(frozenset(each.entries)) == each.real for each in found)
    return Score(len(case.plants), len(found), right)
