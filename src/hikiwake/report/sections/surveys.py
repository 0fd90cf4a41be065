"""What people were asked: every survey table as bars, with what the text beside it says otherwise."""

from __future__ import annotations

from dataclasses import dataclass

from hikiwake.comparison.clash import Disagreement
from hikiwake.dossier import Claim
from hikiwake.figures.surveys import bar, survey_of
from hikiwake.report.checks import checks
from hikiwake.report.grounds import Grounds


@dataclass(frozen=True, slots=True)
class Drawn:
    """The answers of one group at one time, as a bar."""

    group: str
    when: str
    drawing: str
    first: bool  # of its group


@dataclass(frozen=True, slots=True)
class Survey:
    """One question with its answers and their tints, and the bars of every group and time."""

    id: str
    title: str
    holder: str
    answers: list[tuple[str, int]]
    bars: list[Drawn]


@dataclass(frozen=True, slots=True)
class Context:
    """What the template of the surveys shows."""

    surveys: list[Survey]
    """The surveys, those with most bars first."""
    checked: dict[str, list[Disagreement]]
    """The disagreements about a table, by its id; a table without any is not in it."""


def context(grounds: Grounds) -> Context | None:
    """What the section of surveys shows, or ``None`` for a case without survey tables."""
    tables: dict[str, list[Claim]] = {}
    for claim in grounds.dossier.claims:
        if claim.table:
            tables.setdefault(claim.table, []).append(claim)
    surveys = [_survey(grounds, id_, claims) for id_, claims in tables.items()]
    ordered = sorted(surveys, key=lambda survey: -len(survey.bars))
    return Context(ordered, checks(grounds)) if surveys else None


def _survey(grounds: Grounds, id_: str, claims: list[Claim]) -> Survey:
    title = grounds.names.tables.get(id_, id_)
    drawn = survey_of(title, claims)
    bars = [
        Drawn(each.group, each.when, bar(each), index == 0 or drawn.bars[index - 1].group != each.group)
        for index, each in enumerate(drawn.bars)
    ]
    holders = dict.fromkeys(claim.holder for claim in claims)
    return Survey(id_, title, ", ".join(holders), list(drawn.answers), bars)
