"""Why: what blocks in each era, what would have to change, and which settlement would be signed and would hold."""

from __future__ import annotations

from hikiwake.report.why import blocking, levers, settlements

__all__ = ["blocking", "levers", "settlements"]
