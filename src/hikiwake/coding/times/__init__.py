"""When: the times that a text tells, and the period of a sentence."""

from hikiwake.coding.times.dated import Dated
from hikiwake.coding.times.finding import times
from hikiwake.coding.times.sentences import period_of, year_above

__all__ = ["Dated", "period_of", "times", "year_above"]
