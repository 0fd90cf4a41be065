"""The models held against history, on the page: one row for every era and reading, misses and baselines included."""

from __future__ import annotations

from dataclasses import dataclass

from hikiwake.modelling.compared import Comparison, History, NoModel
from hikiwake.report.models.shelf import Shelf
from hikiwake.wording import models as wording
from hikiwake.wording.phrases import listed


@dataclass(frozen=True, slots=True)
class Row:
    """A reading held against history."""

    id: str
    era: str
    reading: str
    held: str
    by: str
    leaves: str
    reached: str
    share: str
    chance: str
    acts: str
    circular: bool
    stays: bool
    changed: int
    before: bool


@dataclass(frozen=True, slots=True)
class Gap:
    """An era without a model, and why."""

    era: str
    words: str


def rows(shelf: Shelf, table: History) -> list[Row | Gap]:
    """The table, in the order of the eras."""
    return [_gap(row) if isinstance(row, NoModel) else _row(shelf, row) for row in table]


def _gap(row: NoModel) -> Gap:
    return Gap(row.era, wording.thin(row.silent, row.thin))


def _row(shelf: Shelf, row: Comparison) -> Row:
    seq = row.verdict("seq")
    return Row(
        "-".join(filter(None, ("model-history", row.era, row.variant))),
        row.era,
        shelf.reading(row.variant),
        row.held,
        row.holds_by if row.holds_by != "none" else "",
        listed(row.leaves),
        row.reached.replace("by moves", "only at a loss"),
        f"{100 * seq.share_of_states:.1f} %",
        wording.share(seq.baseline),
        f"{row.on_acts} of {row.statements}",
        row.circular,
        row.nothing_changes,
        row.changed,
        row.written_before,
    )


def limits(shelf: Shelf, table: History, draws: int) -> list[str]:
    """What the models cannot show, from counts."""
    lines = shelf.lines
    names, dossier = shelf.grounds.names, shelf.grounds.dossier
    voices = {document.voice for document in dossier.documents}
    unheard = [names.actor(side) for side in dossier.case.sides if side not in voices]
    eras = len({row.era for row in table.compared})
    seen = sum(bool(line.seen) for line in lines)
    said = [
        wording.stands_on(len(lines), len({ground for line in lines for ground in line.grounds}), seen),
        *([wording.unheard(unheard)] if unheard else []),
        *table.sentences,
        wording.few(len(table.compared), eras, draws, table.orders, table.seed),
        wording.sides(),
    ]
    return [sentence for sentence in said if sentence]
