"""The timeline of a case: dots with whiskers in lanes by issue, counts above them; of very many events, piles."""

from __future__ import annotations

from hikiwake.figures.timeline.chart import MANY, across, close_ups, downward, is_crowd, most_reported
from hikiwake.figures.timeline.legend import legend

__all__ = ["MANY", "across", "close_ups", "downward", "is_crowd", "legend", "most_reported"]
