"""The findings: what the record shows, in sentences made from its entries, the most telling first."""

from __future__ import annotations

from dataclasses import dataclass

from hikiwake.report.findings import on_agreement, on_record, on_settlement
from hikiwake.report.findings.finding import Finding
from hikiwake.report.grounds import Grounds
from hikiwake.wording import findings as wording

MADE = (
    on_settlement.windows,
    on_settlement.opposed,
    on_agreement.turns,
    on_agreement.questions,
    on_agreement.agreed,
    on_agreement.signs,
    on_agreement.facts,
    on_record.tables,
    on_record.unheard,
    on_record.hindsight,
    on_record.single,
    on_record.thin,
    on_agreement.alike,
)


@dataclass(frozen=True, slots=True)
class Shown:
    """A finding on the page: with what its figure counts, and on how much it stands."""

    finding: Finding
    unit: str
    stands: str


@dataclass(frozen=True, slots=True)
class Context:
    """What the template of the findings shows."""

    findings: list[Shown]
    """The findings, the most telling first."""


def context(grounds: Grounds) -> Context | None:
    """What the section shows, or ``None`` where the record shows nothing yet."""
    found = findings(grounds)
    return Context([_shown(grounds, each) for each in found]) if found else None


def findings(grounds: Grounds) -> list[Finding]:
    """The findings of a dossier in the order in which a reader asks; each has grounds."""
    made = (make(grounds) for make in MADE)
    return [each for each in made if each and each.grounds]


def _shown(grounds: Grounds, finding: Finding) -> Shown:
    documents = grounds.rest(finding.id, finding.grounds)
    unit = wording.unit(finding.id.removeprefix("finding-"), finding.figure)
    return Shown(finding, unit, wording.stands(len(finding.grounds), len(documents)))
