"""Where the sources disagree, and what each side would have accepted by whose account."""

from hikiwake.comparison.bargaining import bargaining_range
from hikiwake.comparison.candidates import Candidate, Candidates, candidates
from hikiwake.comparison.clash import Disagreement
from hikiwake.comparison.disagreements import Disagreements, disagreements
from hikiwake.comparison.ranges import BargainingRange, BargainingRanges, Bound

__all__ = [
    "BargainingRange",
    "BargainingRanges",
    "Bound",
    "Candidate",
    "Candidates",
    "Disagreement",
    "Disagreements",
    "bargaining_range",
    "candidates",
    "disagreements",
]
