"""Words of entering by hand."""

from hikiwake.wording.entering.filling import filled_in, not_filled_in
from hikiwake.wording.entering.finding import added, ambiguous, nowhere, referred_to, whereabouts

__all__ = ["added", "ambiguous", "filled_in", "not_filled_in", "nowhere", "referred_to", "whereabouts"]
