"""Where the sources disagree, and what each side would have accepted by whose account."""

from hikiwake.comparison.bargaining import BargainingRange, BargainingRanges, Bound, bargaining_ranges
from hikiwake.comparison.disagreements import Disagreement, Disagreements, disagreements

__all__ = [
    "BargainingRange",
    "BargainingRanges",
    "Bound",
    "Disagreement",
    "Disagreements",
    "bargaining_ranges",
    "disagreements",
]
