"""Reports of one act: joined where one text takes its own up again, else proposed to be merged."""

from hikiwake.coding.merging.reports import MOST_MERGES, Reports, merges
from hikiwake.coding.merging.within import joined, redated

__all__ = ["MOST_MERGES", "Reports", "joined", "merges", "redated"]
