"""The answer on the first screen: a headline, four short paragraphs whose clauses open their grounds, a chart."""

from hikiwake.report.answer.alone import gap_alone
from hikiwake.report.answer.section import Answer, Context, answer, context, described

__all__ = ["Answer", "Context", "answer", "context", "described", "gap_alone"]
