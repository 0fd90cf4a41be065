"""The turning points: drawn by time and document."""

from hikiwake.figures.turning.turns import MIDDLE, NARROW, STEP, WIDE, Told, Turn, bounds, shared, told, turns

__all__ = ["MIDDLE", "NARROW", "STEP", "WIDE", "Told", "Turn", "bounds", "shared", "told", "turns"]
