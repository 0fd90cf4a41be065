"""Parts of a series as plain values: numbers, spans of days, and turning points."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hikiwake.relation.turning_points import TurningPoint
from hikiwake.results import Plain

if TYPE_CHECKING:
    from datetime import date

DIGITS = 6


def rounded(value: float | None) -> float | None:
    """A number with as many digits as are printed; ``None`` stays.

    >>> rounded(1 / 3)
    0.333333
    """
    return None if value is None else round(value, DIGITS)


def span(start: date, end: date) -> Plain:
    """The first and the last day of a span."""
    return {"start": start.isoformat(), "end": end.isoformat()}


def turned(turn: TurningPoint) -> Plain:
    """A turning point: when, which way, how far, and its support."""
    support = turn.support
    return {
        **span(turn.start, turn.end),
        "likeliest": turn.likeliest.isoformat(),
        "direction": turn.direction,
        "size": rounded(turn.size),
        "before": rounded(turn.before),
        "after": rounded(turn.after),
        "support": {
            "methods": list(support.methods),
            **{name: rounded(getattr(support, name)) for name in ("penalties", "resamples", "documents", "chance")},
            "kept": list(support.kept),
        },
    }
