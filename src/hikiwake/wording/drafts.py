"""What is open about a drafted model, in words."""

from __future__ import annotations

from collections.abc import Sequence


def left_out(options: Sequence[str]) -> str:
    """Options that few entries suggest."""
    return f"Left out, for few entries suggest them: {', '.join(options)}"


def silent(name: str) -> str:
    """That a decision maker's wishes about the others are not told."""
    return f"The record is too thin: it does not say what {name} wants of anything that others can do."


def not_said(name: str, options: Sequence[str]) -> str:
    """That a decision maker's wishes about some options are not told.

    >>> not_said("A", ["arm", "talk"])
    'The record does not say whether A wants: arm, talk'
    """
    return f"The record does not say whether {name} wants: {', '.join(options)}"
