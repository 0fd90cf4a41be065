"""Back: what others send is taken into a case: comments as doubts, codings as proposals, an edited workbook as rows."""

from hikiwake.taking.taken import Taken
from hikiwake.taking.taking import take

__all__ = ["Taken", "take"]
