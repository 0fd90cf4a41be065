"""The charts of comparison series, which stand under the chart of a relation on the same axis of time."""

from hikiwake.figures.beside.series import NARROW, WIDE, series

__all__ = ["NARROW", "WIDE", "series"]
