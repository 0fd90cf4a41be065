"""The second part of a brief: who is in the way and what would change it, era by era, and the ways to settle."""

from __future__ import annotations

from collections.abc import Iterator

from hikiwake.dossier import Entry
from hikiwake.report.answer.modelled import Modelled
from hikiwake.report.brief.content import Block, Clause, Clauses, Heading, Paragraph, Table
from hikiwake.report.brief.noting import Notes
from hikiwake.report.brief.standing import Standing
from hikiwake.settlement.finding import Finding
from hikiwake.wording import settlements
from hikiwake.wording.clauses import brief as wording
from hikiwake.wording.phrases import brief, capital

FEWEST = 2  # of several eras with a model, those of which a row tells at least, unless something in it is agreed


def settling(standing: Standing, notes: Notes) -> Iterator[Block]:
    """The blocks of the second part; without a model what is missing."""
    models = standing.models
    yield Heading(wording.IN_THE_WAY)
    if models is None:
        yield Paragraph((Clause(wording.NO_MODELS),))
        return
    for finding in _by_era(standing, models):
        yield Paragraph(_era(standing, notes, finding))
    yield Heading(wording.MATRIX)
    yield from _matrix(standing, notes)


def _by_era(standing: Standing, models: Modelled) -> Iterator[Finding]:
    """For each era the finding on what is shared in it, or on the way to settle of which the answer speaks."""
    shared = {row.era: row.shared for row in standing.ranges.rows} if standing.ranges else {}
    for era in standing.grounds.dossier.case.eras:
        if finding := models.on(era.id, shared.get(era.id, ())):
            yield finding


def _era(standing: Standing, notes: Notes, finding: Finding) -> Clauses:
    """The verdict, who blocks it, and what would have to change, each with its note."""
    when = brief(standing.grounds.dossier.era(finding.era).period)
    told = [
        Clause(settlements.opening(when, finding.title, ""), strong=True),
        Clause(f" {capital(finding.told)}", notes.on(standing.told(finding))),
    ]
    if finding.blocked:
        told.append(Clause(f" {finding.blocked}", notes.on(standing.blocked(finding))))
    if finding.changing:
        told.append(Clause(f" {finding.changing}", notes.on(standing.changing(finding))))
    return tuple(told)


def _matrix(standing: Standing, notes: Notes) -> Iterator[Block]:
    """The table of the ways to settle that several eras have, or that are agreed in one; its legend, and the others."""
    found = standing.grounds.findings
    (_, *eras), rows = found.matrix
    own: dict[str, list[Finding]] = {}
    for each in found:
        own.setdefault(each.title, []).append(each)
    told = [row for row in rows if _tells(own[row[0]], min(FEWEST, len(eras)))]
    cells = [((Clause(title, notes.on(_entries(standing, own[title]))), ), *((Clause(each),) for each in signs))
             for title, *signs in told]  # fmt: skip
    periods = [brief(standing.grounds.dossier.era(era).period) for era in eras]
    yield Table((wording.WAY, *periods), tuple(cells), (30, *([10] * len(eras))))
    shown = "".join(sign for _, *signs in told for sign in signs)
    yield Paragraph((Clause(wording.signs([line for line in settlements.legend() if line[0] in shown])),), "soft")
    if others := [row[0] for row in rows if row not in told]:
        yield Paragraph((Clause(wording.left_out(others)),), "soft")


def _tells(findings: list[Finding], fewest: int) -> bool:
    return any(each.agreed for each in findings) or len({each.era for each in findings}) >= fewest


def _entries(standing: Standing, findings: list[Finding]) -> list[Entry]:
    """What the record as a whole tells of a way to settle, the last era first."""
    return [entry for each in reversed(findings) if not each.variant for entry in standing.told(each)]
