"""The bargaining range by era: an overview of every scale, and for each era what the two sides would have accepted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hikiwake.comparison.bargaining import OVERLAPS
from hikiwake.comparison.ranges import BargainingRange
from hikiwake.dossier import Era, Position, Scale
from hikiwake.figures.drawing import shapes
from hikiwake.figures.lanes import Column, columns, headings, range_lanes
from hikiwake.figures.windows import window
from hikiwake.report.grounds import Grounds
from hikiwake.report.naming import window_id
from hikiwake.report.telling import Told, told
from hikiwake.wording import ranges as wording
from hikiwake.wording.figures import between, shares
from hikiwake.wording.phrases import brief, the

WIDE, NARROW = 900.0, 326.0
SETS = 4  # of positions that decide, shown


@dataclass(frozen=True, slots=True)
class Window:
    """The range in one era: its word, why, the drawings, and the positions on which it stands."""

    id: str
    range: BargainingRange
    title: str
    why: tuple[str, str]  # in one sentence, and the rest
    by_kind: str
    shares: str  # of the land, in words
    wide: str  # both drawings as SVG text
    narrow: str
    positions: list[Told]
    decides: list[tuple[list[Told], str]]  # sets of positions, and what the range were without them
    more: int  # such sets that are not shown
    beside: list[Told]  # positions that are not counted
    documents: list[int]


@dataclass(frozen=True, slots=True)
class Line:
    """A scale: the places on its line, its two ends, what is left open on it, and its windows by era."""

    scale: Scale
    columns: list[Column]
    heads: str  # of the columns, as SVG text
    ends: tuple[str, str]
    notes: list[str]
    windows: list[Window]

    @property
    def silent(self) -> list[Window]:
        """The windows of which the record tells nothing at all."""
        return [window for window in self.windows if not window.positions]


@dataclass(frozen=True, slots=True)
class Context:
    """What the template of the bargaining range shows."""

    lead: str
    """Between whom the range is, and how a position is taken."""
    lines: list[Line]
    """The scales, in the order of the case."""
    eras: tuple[Era, ...]
    """The eras of the case."""
    words: list[tuple[str, str]]
    """Every word for a range with its meaning."""
    drawn: bool
    """Whether any window has positions to draw."""
    shapes: str
    """The shapes that the drawings refer to, as SVG text."""


def context(grounds: Grounds) -> Context | None:
    """What the section shows, or ``None`` for a case without scales or eras, or without its two actors."""
    case = grounds.dossier.case
    if not case.scales or not case.eras or not {*case.dyad} <= {*grounds.dossier.actor}:
        return None
    rows = grounds.ranges
    lines = [_line(grounds, scale, [row for row in rows if row.scale == scale.id]) for scale in case.scales]
    return Context(
        lead=between(
            [[the(grounds.names.actor(side)) for side in pair] for pair in dict.fromkeys(map(case.pair, case.scales))]
        ),
        lines=lines,
        eras=case.eras,
        words=[(word, wording.gloss(word)) for word in OVERLAPS],
        drawn=any(window.positions for line in lines for window in line.windows),
        shapes=shapes("lanes"),
    )


def _line(grounds: Grounds, scale: Scale, rows: list[BargainingRange]) -> Line:
    given = {formula.id: formula.share for formula in grounds.dossier.formulas}
    places = columns([[(id_, grounds.names.term(id_), given.get(id_, "")) for id_ in group] for group in scale.order])
    other = grounds.dossier.case.against(scale)
    ends = (wording.best(the(grounds.names.actor(scale.actor))), wording.best(the(grounds.names.actor(other))))
    term = grounds.names.term
    notes = [wording.readings(term(group[0]), [term(each) for each in group[1:]]) for group in scale.open]
    heads = headings(places, ends, WIDE)
    return Line(scale, places, heads, ends, notes, [_window(grounds, scale, row) for row in rows])


def _window(grounds: Grounds, scale: Scale, row: BargainingRange) -> Window:
    entries = [grounds.dossier.by_id[id_] for bound in row.bounds for id_ in bound.positions]
    positions = [entry for entry in entries if isinstance(entry, Position)]
    beside = [entry for id_ in row.beside if isinstance(entry := grounds.dossier.by_id[id_], Position)]
    id_ = window_id(row)
    documents = grounds.rest(id_, [*positions, *beside])
    era = grounds.dossier.era(row.era)
    drawn = window(row, scale, brief(era.period), grounds.dossier.by_id, grounds.names.actor)
    return Window(
        id_,
        row,
        era.title,
        wording.parted(row.why),
        wording.by_kind(row.by_kind),
        shares([(grounds.names.term(formula), str(share)) for formula, share in row.shares.items()]),
        range_lanes(drawn, WIDE, "wide"),
        range_lanes(drawn, NARROW, "narrow"),
        [told(grounds, position) for position in positions],
        [(_told(grounds, each.positions), each.overlap) for each in row.decided_by[:SETS]],
        max(len(row.decided_by) - SETS, 0),
        [told(grounds, position) for position in beside],
        documents,
    )


def _told(grounds: Grounds, ids: Sequence[str]) -> list[Told]:
    entries = (grounds.dossier.by_id[id_] for id_ in ids)
    return [told(grounds, entry) for entry in entries if isinstance(entry, Position)]
