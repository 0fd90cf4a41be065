"""The brief: the answer of a case on a few pages, every sentence with its grounds as numbered notes."""

from hikiwake.report.brief.content import Brief
from hikiwake.report.brief.making import PARTS, brief_of
from hikiwake.report.brief.page import brief_page

__all__ = ["PARTS", "Brief", "brief_of", "brief_page"]
