"""When it turned: the turning points drawn by time and document, and what several documents speak of beside it."""

from __future__ import annotations

from dataclasses import dataclass

from hikiwake.figures import turning
from hikiwake.figures.drawing import shapes
from hikiwake.report.grounds import Grounds
from hikiwake.wording.clauses import beside as wording
from hikiwake.wording.phrases import dated


@dataclass(frozen=True, slots=True)
class TurningContext:
    """What the template of the turning points shows."""

    drawings: list[str]
    """The drawing in three widths: wide, for a smaller screen, and for a phone."""
    shapes: str
    """The shapes that the drawings refer to."""
    shared: list[tuple[str, str, str]]
    """What several documents speak of, by number: when and what, who says which way, what it opens."""


def turning_context(grounds: Grounds) -> TurningContext | None:
    """What the turning points show, or ``None`` where no author names one of which the time is told."""
    rows = turning.told(grounds.dossier)
    if not rows:
        return None
    bounds = turning.bounds(grounds.dossier)
    drawings = [turning.turns(rows, bounds, name) for name in (turning.WIDE, turning.MIDDLE, turning.NARROW)]
    shared = [(_words(grounds, turn), wording.named_by(said), turn.about) for turn, said in turning.shared(rows)]
    return TurningContext(drawings, shapes("turns"), shared)


def _words(grounds: Grounds, turn: turning.Turn) -> str:
    """When it was and what it was."""
    event = grounds.events[turn.about]
    return f"{dated(event.period)}: {event.summary}"
