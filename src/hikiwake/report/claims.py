"""The figures: claims by what they measure, those that several documents give side by side first; and the surveys."""

from __future__ import annotations

from dataclasses import dataclass, replace

from hikiwake.dossier import Claim
from hikiwake.report.checks import checks
from hikiwake.report.grounds import Citation, Grounds
from hikiwake.wording.phrases import amount, brief, dated

BAR = 160.0  # the length of the longest bar of a measure
LIGHTEST = 4  # the tint of the fifth answer and of all that follow
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
class Segment:
    """A part of a survey's bar: its claim, where it stands in percent, and how it looks."""

    row: Row
    start: float
    size: float
    tint: int


@dataclass(frozen=True, slots=True)
class Bar:
    """The answers of one group at one time."""

    group: str
    when: str
    segments: list[Segment]
    first: bool  # of its group


@dataclass(frozen=True, slots=True)
class Survey:
    """One question with its answers and the bars of every group and time."""

    id: str
    title: str
    holder: str
    answers: list[tuple[str, int]]
    bars: list[Bar]
    rows: list[Row]


def claims_context(grounds: Grounds) -> dict[str, object] | None:
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
    return {"shared": _ordered(shared), "single": _ordered(single)}


def surveys_context(grounds: Grounds) -> dict[str, object] | None:
    """What the section of surveys shows, or ``None`` for a case without survey tables."""
    tables: dict[str, list[Claim]] = {}
    for claim in grounds.dossier.claims:
        if claim.table:
            tables.setdefault(claim.table, []).append(claim)
    surveys = [_survey(grounds, id_, claims) for id_, claims in tables.items()]
    ordered = sorted(surveys, key=lambda survey: -len(survey.bars))
    return {"surveys": ordered, "checked": checks(grounds)} if surveys else None


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
    answers = list(dict.fromkeys(claim.answer for claim in claims))
    tints = {answer: min(index, LIGHTEST) for index, answer in enumerate(answers)}
    bars: dict[tuple[str, str], list[Row]] = {}
    for claim in claims:
        bars.setdefault((claim.group, brief(claim.as_of)), []).append(_row(grounds, claim))
    groups = list(dict.fromkeys(group for group, _ in bars))
    ordered = sorted(bars.items(), key=lambda each: (groups.index(each[0][0]), each[0][1]))
    made: list[Bar] = []
    for (group, when), rows in ordered:
        first = not made or made[-1].group != group
        made.append(Bar(group, when, _segments(rows, tints), first))
    holders = list(dict.fromkeys(claim.holder for claim in claims))
    rows = [row for _, rows in ordered for row in rows]
    return Survey(id_, grounds.names.tables.get(id_, id_), ", ".join(holders), list(tints.items()), made, rows)


def _segments(rows: list[Row], tints: dict[str, int]) -> list[Segment]:
    """The answers one after another, in the order of the table; what is no number has no part in the bar."""
    start, segments = 0.0, []
    for row in sorted(rows, key=lambda row: list(tints).index(row.claim.answer)):
        size = row.claim.number
        if size is not None and size >= 0:
            segments.append(Segment(row, round(start, 2), size, tints[row.claim.answer]))
            start += size
    return segments
