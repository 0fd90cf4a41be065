"""What blocks, era by era: what is shared, what is to be expected of it, who is in the way and for the sake of what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from hikiwake.dossier import Era
from hikiwake.report.answer.clause import Parts, opened
from hikiwake.report.answer.modelled import Modelled, modelled
from hikiwake.report.answer.reached import Reached, reached
from hikiwake.report.grounds import Grounds
from hikiwake.settlement.finding import Finding
from hikiwake.wording.clauses import eras as wording
from hikiwake.wording.phrases import brief


@dataclass(frozen=True, slots=True)
class Told:
    """An era: what is shared in it, and the clauses, each of which opens its grounds."""

    era: Era
    overlap: str
    clauses: list[Parts]


@dataclass(frozen=True, slots=True)
class Context:
    """What the template of the blockers shows."""

    eras: list[Told]
    """The eras of which something is told."""
    silent: str
    """Of which eras nothing is told, as a sentence; or nothing."""


def context(grounds: Grounds) -> Context | None:
    """What the section shows, or ``None`` for a case that has neither a scale nor a model."""
    ranges = reached(grounds)
    models = modelled(grounds, ranges.formula if ranges else "")
    if not ranges and not models:
        return None
    told = [_told(era, ranges, models) for era in grounds.dossier.case.eras]
    silent = [brief(each.era.period) for each in told if not each.clauses]
    return Context([each for each in told if each.clauses], wording.silent(silent) if silent else "")


def _told(era: Era, ranges: Reached | None, models: Modelled | None) -> Told:
    row = ranges.on(era.id) if ranges else None
    named = ranges.named(row) if ranges and row else ""
    finding = models.on(era.id, (named, *row.shared) if row and named else ()) if models else None
    known = row and row.overlap != "unknown"
    clauses = [ranges.accepted(row)] if ranges and row and (known or finding) else []
    return Told(era, row.overlap if row else "", [*clauses, *(_modelled(models, finding, named) if models else ())])


def _modelled(models: Modelled, finding: Finding | None, named: str) -> Iterator[Parts]:
    """What the model of an era says of what is shared in it, and who is in the way; named: what was named before."""
    if finding:
        said = wording.verdict(finding.look, finding.reachable, finding.settlement == named)
        yield opened(said, models.id_of(finding), title=finding.title)
        if finding.blocked:
            yield [(finding.blocked, models.id_of(finding))]
