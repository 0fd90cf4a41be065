"""From passages to proposals: when something was, who acted and to whom, whether it happened, what is stated of it."""

from hikiwake.coding.explaining import Explained, Reason, explain
from hikiwake.coding.judging.gold import Coded, from_lines, from_table
from hikiwake.coding.judging.scoring import Score, Share, score
from hikiwake.coding.merging import merges
from hikiwake.coding.proposing import propose

__all__ = [
    "Coded",
    "Explained",
    "Reason",
    "Score",
    "Share",
    "explain",
    "from_lines",
    "from_table",
    "merges",
    "propose",
    "score",
]
