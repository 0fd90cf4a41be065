"""A synthetic case with disagreements planted among decoys that look like them, for precision and recall.

Every plant is known by the ids of the entries that clash; a decoy differs from its plant in the one point that makes it
no disagreement (the dates are nested, the figures agree, the authors are one, the signs are alike). The plants of
events, acts and bounds are in ``planted_acts``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from random import Random

from hikiwake.comparison import disagreements
from hikiwake.dossier import Dossier, Question, Scale, Term, Variable
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
    voices: dict[frozenset[str], list[list[str]]] = field(default_factory=dict)
    questions: list[Question] = field(default_factory=list)
    measures: list[Term] = field(default_factory=list)
    variables: list[Variable] = field(default_factory=list)
    tables: list[Term] = field(default_factory=list)
    scales: list[Scale] = field(default_factory=list)

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
            scales=tuple(self.scales),
            questions=tuple(self.questions),
            measures=tuple(self.measures),
            variables=tuple(self.variables),
            tables=tuple(self.tables),
        )
        return replace(dossier, case=frame)


Planting = Callable[..., None]  # plants one clash, or one decoy


def planted(seed: int, count: int, kinds: Sequence[Planting]) -> Planted:
    """A case with ``count`` plants and ``count`` decoys of some kinds."""
    build = Builder()
    case = Planted(build, Random(seed))
    case.north = build.document("north", "Institute of the North", "NOR", "2000")
    case.south = build.document("south", "Institute of the South", "SUD", "2001")
    for number in range(count):
        for kind in kinds:
            kind(case, number, clash=True)
            kind(case, number, clash=False)
    return case


def last_mention(case: Planted) -> str:
    """The id of the mention that was written last."""
    return f"mention-{sum(map(len, case.build.mentions.values())):03d}"


def _dates(case: Planted, number: int, *, clash: bool) -> None:
    year, id_ = case.random.choice(YEARS), f"event-dates-{number}-{clash}"
    ids = []
    for passage, period in zip(case.both(id_), (f"{year}", f"{year + 1}-05" if clash else f"{year}-05"), strict=True):
        case.build.event(id_, passage, period, "CONSULT", "They meet.")
        ids.append(last_mention(case))
    if clash:
        case.plant(True, *ids)


def _happened(case: Planted, number: int, *, clash: bool) -> None:
    year, id_ = case.random.choice(YEARS), f"event-happened-{number}-{clash}"
    ids = []
    for passage, happened in zip(case.both(id_), ("occurred", "cancelled" if clash else "ongoing"), strict=True):
        case.build.event(id_, passage, f"{year}", "CONSULT", "They meet.", happened=happened)
        ids.append(last_mention(case))
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
    ids = _readings(case, question, ("pressure", "pride" if clash else "pressure"))
    if clash:
        case.plant(True, *ids)


def _readings(case: Planted, question: str, sides: Sequence[str], times: Sequence[str] = ()) -> list[str]:
    """A reading in each document, and one more in the second where there are three; their ids."""
    north, south = case.both(question)
    given: list[Period | None] = [Period.parse(each) for each in times]
    return [
        case.build.add("reading", passage, question=question, side=side, answer=f"Because of {side}.", as_of=as_of)
        for passage, side, as_of in zip((north, south, south), sides, given or [None] * len(sides), strict=False)
    ]


def _answers_in_part(case: Planted, number: int, *, clash: bool) -> None:
    """One document gives two answers, of which the other gives one: they exclude each other all the same."""
    question = f"who-{number}-{clash}"
    case.questions.append(Question(question, f"Who, {number}?"))
    ids = _readings(case, question, ("north", "south" if clash else "north", "north"))
    if clash:
        case.plant(True, *ids)


def _answers_of_a_time(case: Planted, number: int, *, clash: bool) -> None:
    """Views of times that overlap, or of times apart."""
    question = f"how-{number}-{clash}"
    case.questions.append(Question(question, f"How, {number}?"))
    ids = _readings(case, question, ("well", "badly"), ("1990/1994", "1994/1999" if clash else "1995/1999"))
    if clash:
        case.plant(True, *ids)


def _answers_to_an_open_question(case: Planted, number: int, *, clash: bool) -> None:
    """Different answers to a question that has room for both are apparent."""
    question = f"for-what-{number}-{clash}"
    case.questions.append(Question(question, f"For what, {number}?", open=True))
    ids = _readings(case, question, ("trade", "peace" if clash else "trade"))
    if clash:
        case.plant(False, *ids)


def _ages(case: Planted, number: int, *, clash: bool) -> None:
    """Somebody of 80 in 2018, and a year of birth; or two ages of different years."""
    measure = f"born-{number}-{clash}"
    case.measures.append(Term(measure, measure))
    age = case.random.randint(60, 90)
    others = {
        0: (str(2018 - age - (2 if clash else 1)), "year", "1990"),
        1: (str(age - (3 if clash else 18)), "years old", "2000"),
        2: (str(2018 - age + (1 if clash else 0)), "year", "2018"),
    }
    ids = [
        case.build.add("claim", passage, **_claim(measure, value, period) | {"unit": unit})
        for passage, (value, unit, period) in zip(
            case.both(measure), ((str(age), "years old", "2018"), others[number % 3]), strict=True
        )
    ]
    if clash:
        case.plant(True, *ids)


def _units(case: Planted, number: int, *, clash: bool) -> None:
    """Sums in two units that a document relates by a rate, and multiples of one unit."""
    measure, rate = f"money-{number}-{clash}", f"rate-{number}-{clash}"
    case.measures += [Term(measure, measure), Term(rate, rate)]
    north, south = case.both(measure)
    crowns, marks = f"crowns-{number}-{clash}", f"marks-{number}-{clash}"
    value = case.random.randint(2, 9)
    other = f"{value * (120 if clash else 101)}"
    related = number % 2 == 0
    ids = [
        case.build.add("claim", north, **_claim(measure, f"{value}", "1992") | {"unit": f"billion {crowns}"}),
        case.build.add(
            "claim",
            south,
            **_claim(measure, other if related else f"{value + clash},000", "1992")
            | {"unit": f"billion {marks}" if related else f"million {crowns}"},
        ),
    ]
    if related:
        per = {"unit": f"{marks} per {crowns}"}
        ids.append(case.build.add("claim", north, **_claim(rate, "100", "1991") | per))
    if clash:
        case.plant(True, *ids)


def _words(case: Planted, number: int, *, clash: bool) -> None:
    """An act, or a thing, that the documents call differently; a form of a word that both know is no difference."""
    event, measure = f"event-words-{number}-{clash}", f"called-{number}-{clash}"
    transfer, annexation = ("Transfer", "return"), ("Annexation", "occupied")
    words = ("annexed", annexation[clash]) if number % 3 else ("transfer", transfer[clash])
    passages = case.both(event)
    ids = []
    if number % 2:
        for passage, word in zip(passages, words, strict=True):
            case.build.event(event, passage, "1991", "CONCEDE", "The islands change hands.", called=word)
            ids.append(last_mention(case))
    else:
        case.measures.append(Term(measure, measure))
        for passage, word in zip(passages, words, strict=True):
            ids.append(case.build.add("claim", passage, **_claim(measure, word, "1991") | {"unit": "name"}))
    if clash:
        case.plant(False, *ids)


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
    case.variables += [Variable(cause, cause), Variable(effect, effect)]
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


KINDS: tuple[Planting, ...] = (
    _dates, _happened, _figures, _periods, _answers, _answers_in_part, _answers_of_a_time,
    _answers_to_an_open_question, _ages, _units, _words, _positions, _signs, _survey,
)  # fmt: skip


@dataclass(frozen=True)
class Score:
    """How many disagreements were planted, found, and found rightly: the same entries, real or not, and voices."""

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
    right = sum(_is_right(case, frozenset(each.entries), each.real, each.groups) for each in found)
    return Score(len(case.plants), len(found), right)


def _is_right(case: Planted, entries: frozenset[str], real: bool, groups: tuple[tuple[str, ...], ...]) -> bool:
    voices = case.voices.get(entries)
    return case.plants.get(entries) == real and (voices is None or voices == [list(group) for group in groups])
