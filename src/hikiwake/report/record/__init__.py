"""The record as one table: every event, position, figure, survey cell and cause as a line that the page can filter."""

from hikiwake.report.record.section import Context, context

__all__ = ["Context", "context"]
