"""What a proposal would become, and why, in a line each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping


def becomes(what: str, period: Mapping[str, str | None] | None, told_by: str) -> str:
    """What a proposal would become.

    >>> becomes("AGREE EGY → ETH", {"start": "2013-06-01", "end": "2013-06-30", "basis": "stated"}, "")
    'AGREE EGY → ETH, 2013-06-01 to 2013-06-30 (stated)'
    >>> becomes("AGREE EGY → ETH", None, "a minister")
    'AGREE EGY → ETH, no time, as told by a minister'
    """
    when = f"{period['start']} to {period['end'] or 'today'} ({period['basis']})" if period else "no time"
    return f"{what}, {when}" + (f", as told by {told_by}" if told_by else "")


def because(why: Iterable[tuple[str, str]]) -> str:
    """The grounds of a proposal.

    >>> because([("rule", "agree on"), ("trigger", "agreed")])
    'rule agree on; trigger agreed'
    """
    return "; ".join(f"{name} {value}" for name, value in why)
