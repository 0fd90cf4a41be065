"""Who says otherwise: the documents side by side, the turning points by document, and what is in doubt."""

from hikiwake.report.otherwise.doubts import DoubtsContext, doubts_context
from hikiwake.report.otherwise.section import Context, context
from hikiwake.report.otherwise.turning import TurningContext, turning_context

__all__ = ["Context", "DoubtsContext", "TurningContext", "context", "doubts_context", "turning_context"]
