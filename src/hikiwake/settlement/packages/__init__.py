"""What both could sign: packages of a negotiation, the zone of agreement, fair points, ratifiers, linkage, division."""

from hikiwake.settlement.packages.asking import packages
from hikiwake.settlement.packages.dividing.asking import divide
from hikiwake.settlement.packages.dividing.results import AdjustedWinner, Fallback
from hikiwake.settlement.packages.drafting.draft import PackageDraft, draft
from hikiwake.settlement.packages.files.reading import negotiation_from, read_negotiation
from hikiwake.settlement.packages.negotiation import Negotiation
from hikiwake.settlement.packages.telling.result import Packages

__all__ = [
    "AdjustedWinner",
    "Fallback",
    "Negotiation",
    "PackageDraft",
    "Packages",
    "divide",
    "draft",
    "negotiation_from",
    "packages",
    "read_negotiation",
]
