"""Where the sources disagree, and what each side would have accepted by whose account."""

from hikiwake.comparison.bargaining import BargainingRange, BargainingRanges, Bound, bargaining_range
from hikiwake.comparison.clash import Disagreement
from hikiwake.comparison.disagreements import Disagreements, disagreements

__all__ = [
    "BargainingRange",
    "BargainingRanges",
    "Bound",
    "Disagreement",
    "Disagreements",
    "bargaining_range",
    "disagreements",
]
