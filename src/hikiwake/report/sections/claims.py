"""The figures: claims by what they measure, those that several documents give side by side first; and the surveys."""

from __future__ import annotations

from dataclasses import dataclass, replace

from hikiwake.comparison.clash import Disagreement
from hikiwake.dossier import Claim
from hikiwake.figures.surveys import bar, grouped, survey_of
from hikiwake.report.checks import checks
from hikiwake.report.grounds import Citation, Grounds
from hikiwake.wording.phrases import amount, dated

BAR = 160.0  # the length of the longest bar of a measure
RANKS = {"", "ordinal", "rank"}  # units whose numbers are no amounts


@dataclass(frozen=True, slots=True)
class Row:
    """A figure in words, with the length of its bar where figures of one unit can be compared."""

    claim: Claim
    amount: str
    when: str
    cited: list[Citation]
    doubts: list[str]
    bar: float | None
    same: bool = False  # as the figure above it


@dataclass(frozen=True, slots=True)
class Measure:
    """Everything that the documents say of one measure."""

    id: str
    title: str
    rows: list[Row]
    documents: int


@dataclass(frozen=True, slots=True)
class Drawn:
    """The answers of one group at one time, as a bar."""

    group: str
    when: str
    drawing: str
    first: bool  # of its group


@dataclass(frozen=True, slots=True)
class Survey:
    """One question with its answers and their tints, the bars of every group and time, and the same as rows."""

    id: str
    title: str
    holder: str
    answers: list[tuple[str, int]]
    bars: list[Drawn]
    rows: list[Row]


@dataclass(frozen=True, slots=True)
class ClaimsContext:
    """What the template of the figures shows."""

    shared: list[Measure]
    """The measures of which several documents tell."""
    single: list[Measure]
    """The measures of which one document tells."""


@dataclass(frozen=True, slots=True)
class SurveysContext:
    """What the template of the surveys shows."""

    surveys: list[Survey]
    """The surveys, those with most bars first."""
    checked: dict[str, list[Disagreement]]
    """The disagreements about a table, by its id; a table without any is not in it."""


def claims_context(grounds: Grounds) -> ClaimsContext | None:
    """What the section of figures shows, or ``None`` where there are none outside survey tables."""
    groups: dict[str, list[Claim]] = {}
    for claim in grounds.dossier.claims:
        if not claim.table:
            groups.setdefault(claim.measure, []).append(claim)
    if not groups:
        return None
    measures = [_measure(grounds, id_, claims) for id_, claims in groups.items()]
    shared = [measure for measure in measures if measure.documents > 1]
    single = [measure for measure in measures if measure.documents <= 1]
    return ClaimsContext(_ordered(shared), _ordered(single))


def surveys_context(grounds: Grounds) -> SurveysContext | None:
    """What the section of surveys shows, or ``None`` for a case without survey tables."""
    tables: dict[str, list[Claim]] = {}
    for claim in grounds.dossier.claims:
        if claim.table:
            tables.setdefault(claim.table, []).append(claim)
    surveys = [_survey(grounds, id_, claims) for id_, claims in tables.items()]
    ordered = sorted(surveys, key=lambda survey: -len(survey.bars))
    return SurveysContext(ordered, checks(grounds)) if surveys else None


def _ordered(measures: list[Measure]) -> list[Measure]:
    return sorted(measures, key=lambda measure: (-measure.documents, -len(measure.rows), measure.title.casefold()))


def _measure(grounds: Grounds, id_: str, claims: list[Claim]) -> Measure:
    ordered = sorted(claims, key=lambda claim: (claim.as_of.start, claim.as_of.last, claim.id))
    units = {claim.unit for claim in claims}
    numbers = [claim.number for claim in claims if claim.number is not None]
    comparable = (
        len(units) == 1 and not units & RANKS and len(numbers) > 1 and len(set(numbers)) > 1 and min(numbers) >= 0
    )
    scale = BAR / max(numbers) if comparable and max(numbers) else None
    rows = _folded([_row(grounds, claim, scale) for claim in ordered])
    documents = {citation.document for row in rows for citation in row.cited}
    return Measure(id_, grounds.names.measures.get(id_) or grounds.names.term(id_), rows, len(documents))


def _folded(rows: list[Row]) -> list[Row]:
    """Figures that are the same stand together, in the order in which each first comes, and are written once."""
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(row.amount, []).append(row)
    return [replace(row, same=index > 0) for group in groups.values() for index, row in enumerate(group)]


def _row(grounds: Grounds, claim: Claim, scale: float | None = None) -> Row:
    bar = None if scale is None or claim.number is None else round(claim.number * scale, 1)
    said = amount(claim.comparator, claim.value, claim.unit)
    doubts = grounds.doubtful.get(claim.id, [])
    return Row(claim, said, dated(claim.as_of), grounds.cite(claim), doubts, bar)


def _survey(grounds: Grounds, id_: str, claims: list[Claim]) -> Survey:
    title = grounds.names.tables.get(id_, id_)
    drawn = survey_of(title, claims)
    bars = [
        Drawn(each.group, each.when, bar(each), index == 0 or drawn.bars[index - 1].group != each.group)
        for index, each in enumerate(drawn.bars)
    ]
    holders = dict.fromkeys(claim.holder for claim in claims)
    told = {claim.id: _row(grounds, claim) for claim in claims}
    rows = [told[claim.id] for _, _, cells in grouped(claims) for claim in cells]
    return Survey(id_, title, ", ".join(holders), list(drawn.answers), bars, rows)
