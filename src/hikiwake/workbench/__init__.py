"""Work in progress: what a coder or a person proposes for a case, before it is accepted, edited or rejected."""

from hikiwake.workbench.proposal import KINDS, Proposal, Span

__all__ = ["KINDS", "Proposal", "Span"]
