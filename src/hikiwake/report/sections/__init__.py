"""The sections of the page: one file each, and the table that puts them in order."""

from __future__ import annotations

from hikiwake.report.sections.table import SECTIONS, Section

__all__ = ["SECTIONS", "Section"]
