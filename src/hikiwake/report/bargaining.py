"""The bargaining range by era: an overview of every scale, and for each era what the two sides would have accepted."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass

from hikiwake.comparison.bargaining import OVERLAPS
from hikiwake.comparison.ranges import BargainingRange
from hikiwake.dossier import Position, Scale
from hikiwake.report.grounds import Grounds
from hikiwake.report.lanes import Column, Drawing, columns, draw
from hikiwake.report.telling import Told, told
from hikiwake.wording import ranges as wording
from hikiwake.wording.phrases import listed, the

WIDE, NARROW = 900.0, 326.0
HEADING = 5.9  # the width of a letter in the heading of a column


@dataclass(frozen=True, slots=True)
class Window:
    """The range in one era: its word, why, the drawings, and the positions on which it stands."""

    id: str
    range: BargainingRange
    title: str
    why: tuple[str, str]  # in one sentence, and the rest
    by_kind: str
    wide: Drawing
    narrow: Drawing
    positions: list[Told]
    decides: Told | None
    documents: list[int]


@dataclass(frozen=True, slots=True)
class Line:
    """A scale: the places on its line, its two ends, what is left open on it, and its windows by era."""

    scale: Scale
    columns: list[Column]
    headings: list[tuple[float, list[tuple[str, list[str], str]]]]  # where; id, lines, share of each formula
    depth: int
    ends: tuple[str, str]
    notes: list[str]
    windows: list[Window]

    @property
    def silent(self) -> list[Window]:
        """The windows of which the record tells nothing at all."""
        return [window for window in self.windows if not window.positions]


def context(grounds: Grounds) -> dict[str, object] | None:
    """What the section shows, or ``None`` for a case without scales or eras, or without its two actors."""
    case = grounds.dossier.case
    if not case.scales or not case.eras or not {*case.dyad} <= {*grounds.dossier.actor}:
        return None
    rows = grounds.ranges
    lines = [_line(grounds, scale, [row for row in rows if row.scale == scale.id]) for scale in case.scales]
    return {
        "lines": lines,
        "eras": case.eras,
        "between": listed(the(grounds.names.actor(side)) for side in case.dyad),
        "words": [(word, wording.gloss(word)) for word in OVERLAPS],
        "drawn": any(window.positions for line in lines for window in line.windows),
    }


def window_id(row: BargainingRange) -> str:
    """The permalink of a window."""
    return f"range-{row.scale}-{row.era}"


def _line(grounds: Grounds, scale: Scale, rows: list[BargainingRange]) -> Line:
    places = columns(grounds, scale)
    headings = _headings(places)
    depth = max(sum(len(lines) + bool(share) for _, lines, share in each) for _, each in headings)
    other = next((actor for actor in grounds.dossier.case.dyad if actor != scale.actor), "")
    ends = (wording.best(the(grounds.names.actor(scale.actor))), wording.best(the(grounds.names.actor(other))))
    term = grounds.names.term
    notes = [wording.readings(term(group[0]), [term(each) for each in group[1:]]) for group in scale.open]
    return Line(scale, places, headings, depth, ends, notes, [_window(grounds, scale, row) for row in rows])


def _headings(places: list[Column]) -> list[tuple[float, list[tuple[str, list[str], str]]]]:
    column = WIDE / len(places)
    letters = max(int((column - 6) / HEADING), 8)
    return [
        (
            round((index + 0.5) * column, 1),
            [
                (id_, textwrap.wrap(title, letters, break_long_words=False), share)
                for id_, title, share in each.formulas
            ],
        )
        for index, each in enumerate(places)
    ]


def _window(grounds: Grounds, scale: Scale, row: BargainingRange) -> Window:
    entries = [grounds.dossier.by_id[id_] for bound in row.bounds for id_ in bound.positions]
    positions = [entry for entry in entries if isinstance(entry, Position)]
    deciding = grounds.dossier.by_id[row.decided_by] if row.decided_by else None
    id_ = window_id(row)
    documents = grounds.rest(id_, positions)
    return Window(
        id_,
        row,
        grounds.dossier.era(row.era).title,
        wording.parted(row.why),
        wording.by_kind(row.by_kind),
        draw(grounds, row, scale, WIDE),
        draw(grounds, row, scale, NARROW),
        [told(grounds, position) for position in positions],
        told(grounds, deciding) if deciding else None,
        documents,
    )
