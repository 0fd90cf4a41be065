"""The answer on the first screen: a headline, four short paragraphs whose clauses open their grounds, a chart."""

from hikiwake.report.answer.section import Context, context

__all__ = ["Context", "context"]
