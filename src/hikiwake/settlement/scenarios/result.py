"""What a question "what if" is answered with: what is assumed, and outcomes, verdicts and ranges before and after."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from hikiwake.results import Result
from hikiwake.wording.clauses import scenarios as wording

ASSUMPTION, OUTCOME, SETTLEMENT, RANGE = SORTS = ("assumption", "outcome", "settlement", "range")


@dataclass(frozen=True, slots=True)
class Difference:
    """One line of an answer.

    sort: an assumption; or an outcome (a state that holds before or after), a settlement or a bargaining range
    id: the assumption as one line, the state, the formula or the scale; entries: the ids on which it rests
    before, after: what is said of it by the record, and under the assumptions; nothing of an assumption
    """

    scenario: str
    era: str
    sort: str
    id: str
    title: str
    before: str
    after: str
    why: str
    entries: tuple[str, ...]

    @property
    def changed(self) -> bool:
        """Whether the assumptions make it otherwise."""
        return self.before != self.after


@dataclass(frozen=True)
class WhatIf(Result[Difference]):
    """The answers for one scenario or several, one after another; ``eras`` are those that were looked at."""

    rows: tuple[Difference, ...]
    titles: tuple[tuple[str, str], ...]
    eras: tuple[tuple[str, tuple[str, ...]], ...]

    def as_records(self) -> list[dict[str, Any]]:
        """The rows as plain values, ready for JSON."""
        return [
            {"scenario": row.scenario, "era": row.era, "sort": row.sort, "id": row.id, "title": row.title,
             "before": row.before or None, "after": row.after or None, "changed": row.changed, "why": row.why,
             "entries": list(row.entries)}
            for row in self.rows
        ]  # fmt: skip

    @property
    def sentences(self) -> tuple[str, ...]:
        """For each scenario what is assumed, then what is otherwise and why, or that nothing is; or that none is."""
        lines: list[str] = [] if self.titles else [wording.NONE]
        for (name, title), (_, eras) in zip(self.titles, self.eras, strict=True):
            own = [row for row in self.rows if row.scenario == name]
            lines.append(wording.under(title, [row.title for row in own if row.sort == ASSUMPTION]))
            lines += (row.why for row in own if row.sort == ASSUMPTION and row.why)
            told = [f"{wording.otherwise(row.era, row.title, row.before, row.after)} {row.why}".strip()
                    for row in own if row.changed]  # fmt: skip
            lines += told or [wording.nothing(eras)]
        return tuple(lines)

    def shown(self) -> tuple[Sequence[str], Iterable[Sequence[object]]]:
        """What is otherwise."""
        return ("scenario", "era", "", "before", "under the assumptions"), (
            (row.scenario, row.era, row.title, row.before, row.after) for row in self.rows if row.changed
        )
