"""The sections of the page: one file each, and the table that puts them into the five parts in order."""

from __future__ import annotations

from hikiwake.report.sections.table import PARTS, SECTIONS, Part, Section

__all__ = ["PARTS", "SECTIONS", "Part", "Section"]
