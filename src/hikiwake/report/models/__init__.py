"""What would hold, on the page: findings by settlement, equilibria, paths, why, history, and every statement."""

from __future__ import annotations

from hikiwake.report.models.section import Context, context

__all__ = ["Context", "context"]
