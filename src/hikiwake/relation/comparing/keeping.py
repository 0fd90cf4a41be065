"""Keeping comparison series in a case: what they are in ``case.toml``, their values in ``compared.csv``."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from hikiwake.dossier import Dossier, built_in, case_folder
from hikiwake.dossier.folder.cases import change
from hikiwake.errors import CaseError
from hikiwake.relation.comparing.events import EVENTS
from hikiwake.relation.comparing.series import ComparisonSeries
from hikiwake.vocabulary.comparisons import kinds


def with_series(dossier: Dossier, series: Iterable[ComparisonSeries], made_by: str = "") -> Dossier:
    """The dossier with some series kept in it; made_by: the command that made them.

    Raises ``CaseError`` for a series whose id the case has already, unless all that is kept of it is the same.
    """
    heads, values = list(dossier.case.comparisons), list(dossier.compared)
    for each in series:
        head = replace(each.head, made_by=made_by)
        there = next((known for known in heads if known.id == head.id), None)
        own = tuple(value for value in dossier.compared if value.comparison == head.id)
        if there is None:
            heads.append(head)
            values += each.values
        elif (replace(there, made_by=made_by), own) != (head, each.values):
            raise CaseError(
                f"{head.id}: the case keeps another series of this id; nothing was written; take that one out of "
                "case.toml and compared.csv first, or give it another id"
            )
    return replace(dossier, case=replace(dossier.case, comparisons=tuple(heads)), compared=tuple(values))


def keep(case: str | Path, series: Iterable[ComparisonSeries], made_by: str = "") -> Path:
    """Keep series in a case folder; its path. Raises ``CaseError`` for a case that is built in or no folder.

    What the record itself says of other dyads is not kept, since it is measured anew each time.
    """
    folder = case_folder(case)
    if case in built_in() or not folder.is_dir():
        raise CaseError(f"{case}: give a case folder of your own; `hikiwake export --format csv` writes one")
    kept = [each for each in series if each.head.kind in (EVENTS, *kinds())]
    with change(folder) as taken:
        taken.save(with_series(taken.dossier, kept, made_by))
    return folder
