"""Who says otherwise: the documents side by side, competing hypotheses, the turning points, and what is in doubt."""

from hikiwake.report.otherwise.doubts import DoubtsContext, doubts_context
from hikiwake.report.otherwise.hypotheses import HypothesesContext, hypotheses_context
from hikiwake.report.otherwise.section import Context, context
from hikiwake.report.otherwise.turning import TurningContext, turning_context

__all__ = [
    "Context",
    "DoubtsContext",
    "HypothesesContext",
    "TurningContext",
    "context",
    "doubts_context",
    "hypotheses_context",
    "turning_context",
]
