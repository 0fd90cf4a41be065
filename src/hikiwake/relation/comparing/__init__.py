"""Comparison series beside a relation, never merged with it: votes, disputes, alliances, tables, other dyads."""

from hikiwake.relation.comparing.comparing import LAGS, compare, compared, kept_in, number_of
from hikiwake.relation.comparing.result import Comparisons
from hikiwake.relation.comparing.series import ComparisonSeries

__all__ = ["LAGS", "ComparisonSeries", "Comparisons", "compare", "compared", "kept_in", "number_of"]
