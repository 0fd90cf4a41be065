"""What a decision was, so that who takes it back knows what goes: what was done, of how many, the first in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from hikiwake.wording.phrases import listed, tally

MOST_WORDS = 8
_BEFORE = {
    "memo": "on",
    "two types": "for",
    "accept of two types": "for",
}  # between what was done and to what; else "of"


def decision(what: str, kinds: Sequence[str], first: str) -> str:
    """What was done to proposals of these kinds, the first of which says so.

    >>> decision("accept", ["position", "position", "event"], "Its old quota")
    'accept of 2 positions and 1 event (“Its old quota” and 2 more)'
    >>> decision("reject", ["claim"], "")
    'reject of 1 claim'
    >>> decision("memo", ["claim"], "")
    'memo on 1 claim'
    """
    if not kinds:
        return what
    counted = listed([tally(number, kind) for kind, number in Counter(kinds).items()])
    more = f" and {len(kinds) - 1} more" if len(kinds) > 1 else ""
    return f"{what} {_BEFORE.get(what, 'of')} {counted}" + (f" (“{shortened(first)}”{more})" if first else "")


def shortened(words: str) -> str:
    """The first words of what may be long.

    >>> shortened("The First side and the Second side agreed on gauges")
    'The First side and the Second side agreed …'
    """
    parts = words.split()
    return " ".join(parts[:MOST_WORDS]) + (" …" if len(parts) > MOST_WORDS else "")


def no_longer(lines: Sequence[str]) -> str:
    """What `redo` will not do, because something was decided after it was taken back.

    >>> no_longer(["accept of 1 claim", "reject of 1 event"])
    '`redo` does not do again now: accept of 1 claim, and 1 more decision; take this one back first to do so'
    """
    more = f", and {tally(len(lines) - 1, 'more decision')}" if len(lines) > 1 else ""
    return f"`redo` does not do again now: {lines[0]}{more}; take this one back first to do so"
