"""Work in progress: what a coder or a person proposes for a case, before it is accepted, edited or rejected."""

from hikiwake.workbench.commands import Command
from hikiwake.workbench.kept import STATUSES, Kept
from hikiwake.workbench.proposal import KINDS, Proposal, Span
from hikiwake.workbench.rows.asked import Asked
from hikiwake.workbench.store import place_of
from hikiwake.workbench.texts import Held, StoredText, Taken
from hikiwake.workbench.workbench import Workbench

__all__ = [
    "KINDS",
    "STATUSES",
    "Asked",
    "Command",
    "Held",
    "Kept",
    "Proposal",
    "Span",
    "StoredText",
    "Taken",
    "Workbench",
    "place_of",
]
