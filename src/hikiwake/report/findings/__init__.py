"""What the record shows, on the page: sentences with a figure, each on the entries from which it is made."""

from __future__ import annotations

from hikiwake.report.findings.section import Context, context, findings

__all__ = ["Context", "context", "findings"]
