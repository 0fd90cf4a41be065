"""Which explanation the evidence speaks against least, what decides it, and what would change it."""

from hikiwake.comparison.hypotheses.result import Hypotheses, Standing, hypotheses

__all__ = ["Hypotheses", "Standing", "hypotheses"]
