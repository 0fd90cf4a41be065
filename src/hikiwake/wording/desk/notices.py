"""What is told above every view of the desk."""

from __future__ import annotations

from collections.abc import Sequence

from hikiwake.wording.phrases import tally

MOST_NAMED = 5


def taken_in(changes: Sequence[tuple[str, str, bool, bool]]) -> str:
    """Which rows of the folder were changed by other means: id, table, whether it is new, whether it is gone.

    >>> taken_in([("event-1", "events", True, False), ("claim-2", "claims", False, False)])
    '2 rows of the folder were changed by other means and taken in: event-1 added, claim-2 changed'
    """
    if not changes:
        return ""
    told = [f"{id_} {'added' if new else 'removed' if gone else 'changed'}" for id_, _, new, gone in changes]
    more = f" and {len(told) - MOST_NAMED} more" if len(told) > MOST_NAMED else ""
    verb = "was" if len(told) == 1 else "were"
    rows = tally(len(told), "row")
    return f"{rows} of the folder {verb} changed by other means and taken in: {', '.join(told[:MOST_NAMED])}{more}"


def done_by(who: str, what: str, more: int) -> str:
    """What somebody did meanwhile, and how much more was done.

    >>> done_by("Ann", "reject of 1 event", 0), done_by("Ann", "reject of 1 event", 2)
    ('Ann: reject of 1 event', 'Ann: reject of 1 event, and 2 decisions before it')
    """
    return f"{who}: {what}" + (f", and {tally(more, 'decision')} before it" if more else "")
