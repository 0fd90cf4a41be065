"""The findings: what the record shows, in sentences made from its entries, the most telling first."""

from __future__ import annotations

from dataclasses import dataclass

from hikiwake.report import findings_on_agreement, findings_on_record, findings_on_settlement
from hikiwake.report.finding import Finding
from hikiwake.report.grounds import Grounds
from hikiwake.wording import findings as wording

MADE = (
    findings_on_settlement.windows,
    findings_on_settlement.most_shared,
    findings_on_settlement.deciding,
    findings_on_settlement.opposed,
    findings_on_agreement.turns,
    findings_on_agreement.questions,
    findings_on_agreement.agreed,
    findings_on_agreement.signs,
    findings_on_agreement.facts,
    findings_on_record.tables,
    findings_on_record.unheard,
    findings_on_record.hindsight,
    findings_on_record.single,
    findings_on_record.thin,
    findings_on_agreement.alike,
)
MOST = 14


@dataclass(frozen=True, slots=True)
class Shown:
    """A finding on the page: with what its figure counts, and on how much it stands."""

    finding: Finding
    unit: str
    stands: str


def context(grounds: Grounds) -> dict[str, object] | None:
    """What the section shows, or ``None`` where the record shows nothing yet."""
    found = findings(grounds)
    return {"findings": [_shown(grounds, each) for each in found]} if found else None


def findings(grounds: Grounds) -> list[Finding]:
    """The findings of a dossier in the order in which a reader asks, at most fourteen; each has grounds."""
    made = (make(grounds) for make in MADE)
    return [each for each in made if each and each.grounds][:MOST]


def _shown(grounds: Grounds, finding: Finding) -> Shown:
    documents = grounds.rest(finding.id, finding.grounds)
    unit = wording.unit(finding.id.removeprefix("finding-"))
    return Shown(finding, unit, wording.stands(len(finding.grounds), len(documents)))
