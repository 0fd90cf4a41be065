"""On which entries a result stands that the answer opens by its permalink: an era's range, a finding, a settlement."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from hikiwake.comparison.ranges import BargainingRange
from hikiwake.conflict.model.conflict import Statements
from hikiwake.dossier import Entry
from hikiwake.report.answer.modelled import Modelled
from hikiwake.report.answer.reached import Reached
from hikiwake.report.findings.section import MADE
from hikiwake.report.grounds import Grounds
from hikiwake.report.models.outlooks import blocking, standing_on, wished
from hikiwake.report.naming import window_id
from hikiwake.settlement.finding import Finding


@dataclass(frozen=True)
class Standing:
    """The grounds of a brief: its ranges, its models, and the entries on which each result stands."""

    grounds: Grounds
    ranges: Reached | None
    models: Modelled | None

    def on(self, id_: str) -> Sequence[Entry]:
        """The entries on which the result of a permalink stands; none where it is no result."""
        if id_ in self._ranges:
            return self.of_range(self._ranges[id_])
        if id_ in self._settlements:
            return self.entries(standing_on(self._settlements[id_]))
        if id_ == "range":
            return [entry for row in self._ranges.values() for entry in self.of_range(row)]
        if id_ == "models":
            return self.entries(each for finding in self._settlements.values() for each in standing_on(finding))
        return self._findings.get(id_, ())

    def of_range(self, row: BargainingRange) -> list[Entry]:
        """The positions that tell how far both sides would go, those first on which it turns."""
        deciding = [id_ for each in row.decided_by for id_ in each.positions]
        return self.entries([*deciding, *(id_ for bound in row.bounds for id_ in bound.positions)])

    def told(self, finding: Finding) -> list[Entry]:
        """The entries by which a settlement is judged."""
        return self.entries(wished(finding) or standing_on(finding))

    def blocked(self, finding: Finding) -> list[Entry]:
        """The entries that tell who blocks a settlement."""
        return self.entries(blocking(finding) or standing_on(finding))

    def changing(self, finding: Finding) -> list[Entry]:
        """The entries on which the wishes stand that would have to change; else those that block."""
        changes = [change for lever in finding.levers[:1] for change in lever.changes]
        told = [ground for change in changes for ground in _statement(finding, change)]
        return self.entries(told) if told else self.blocked(finding)

    def entries(self, ids: Iterable[str]) -> list[Entry]:
        """Entries by their ids, each once; an id of none is left out."""
        by_id = self.grounds.dossier.by_id
        return [by_id[id_] for id_ in dict.fromkeys(ids) if id_ in by_id]

    @cached_property
    def _ranges(self) -> dict[str, BargainingRange]:
        return {window_id(row): row for row in self.ranges.rows} if self.ranges else {}

    @cached_property
    def _settlements(self) -> dict[str, Finding]:
        models = self.models
        return {models.id_of(finding): finding for finding in models.findings} if models else {}

    @cached_property
    def _findings(self) -> dict[str, Sequence[Entry]]:
        made = (make(self.grounds) for make in MADE)
        return {each.id: each.grounds for each in made if each}


def _statement(finding: Finding, change: object) -> tuple[str, ...]:
    """The grounds of the statement that a change is about."""
    maker, number = getattr(change, "decision_maker", ""), getattr(change, "statement", 0)
    preference = finding.conflict.decision_maker(maker).preference
    return preference.statements[number - 1].grounds if number and isinstance(preference, Statements) else ()
