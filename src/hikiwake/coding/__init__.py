"""From passages to proposals: when something was, who acted and to whom, whether it happened, what is stated of it."""

from hikiwake.coding.explaining import Explained, Reason, explain
from hikiwake.coding.gold import Coded, from_lines, from_table
from hikiwake.coding.merging import merges
from hikiwake.coding.proposing import propose
from hikiwake.coding.scoring import Score, Share, score

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
