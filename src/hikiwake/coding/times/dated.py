"""A place in a text that tells a time, and the time it tells."""

from __future__ import annotations

from dataclasses import dataclass

from hikiwake.periods import Period


@dataclass(frozen=True, slots=True)
class Dated:
    """Characters ``start`` up to ``end``, the period they tell, and its basis: stated, context, instrument, written.

    ``bound`` is set where the period only bounds another time (after 2014, until May). The time of writing itself,
    where it is known, stands first, at no characters (``start`` and ``end`` are 0).
    """

    start: int
    end: int
    period: Period
    basis: str
    bound: bool = False
