"""What both could sign: the packages of a negotiation, its zone, its fair points, and all that bears on them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from hikiwake.results import Plain, Result
from hikiwake.settlement.packages.files.reading import package_named
from hikiwake.settlement.packages.negotiation import Package
from hikiwake.settlement.packages.telling.answers import Answers
from hikiwake.settlement.packages.telling.found import Found
from hikiwake.settlement.packages.telling.records import MOST_ROWS, as_object, reasons
from hikiwake.settlement.packages.telling.saying import said


@dataclass(frozen=True)
class Packages(Answers, Result[Found]):
    """The answers to a package file; its rows are the Pareto set, at most 1,000, largest product of gains first."""

    def as_records(self) -> list[Plain]:
        """The Pareto set, at most 1,000 packages of it."""
        return [row.as_record() for row in self.rows[:MOST_ROWS]]

    def as_object(self) -> Plain:
        """All answers as one record, as ``--json`` prints them."""
        return as_object(self, self.sentences)

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        """What the answers say, by these evaluations."""
        return tuple(said(self))

    def shown(self) -> tuple[Sequence[str], Iterable[Iterable[object]]]:
        """The Pareto set with what each package is worth to each party."""
        head = [*(issue.name for issue in self.negotiation.issues), *self.negotiation.names, "is"]
        return head, ((*row.package.values(), *row.worth, ", ".join(row.points)) for row in self.rows)

    def why(self, package: str | Package) -> list[dict[str, Any]]:
        """What a package is worth to each voice, issue by issue, with the entries on which that stands.

        Where the file is of a case each row has the passages of those entries as well. package: its alternatives, or
        the name of one that has a name. Raises ``ModelError`` for what is no package.
        """
        if isinstance(package, str):
            known = {one.name: one.package for one in self.negotiation.tabled}
            package = known[package] if package in known else package_named(self.negotiation, package)
        rows = reasons(self, package)
        if (case := self.dossier) is None:
            return rows
        told = ([id_ for ground in row["grounds"] for id_ in case.by_id[ground].passages] for row in rows)
        return [{**row, "passages": [*dict.fromkeys(ids)]} for row, ids in zip(rows, told, strict=True)]
