"""The page: one self-contained HTML file in which every line can be followed to the passage that supports it."""

from hikiwake.report.page import page, steps
from hikiwake.report.writing import Written, report

__all__ = ["Written", "page", "report", "steps"]
