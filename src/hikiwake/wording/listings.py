"""What stands under a table on the terminal: how many rows there are, and which columns had no room."""

from __future__ import annotations

from collections.abc import Sequence

from hikiwake.wording.phrases import tally


def rows_shown(shown: int, total: int, left_out: Sequence[str], noun: str = "row") -> str:
    """How many rows a table shows of how many, and what was left out.

    >>> rows_shown(2, 2, []), rows_shown(2, 9, ["kind", "holder"])
    ('2 rows', '2 of 9 rows; no room for kind, holder (--format csv has all)')
    """
    count = tally(shown, noun) if shown == total else f"{shown:,} of {tally(total, noun)}"
    return f"{count}; no room for {', '.join(left_out)} (--format csv has all)" if left_out else count


def working(seconds: int, stage: str) -> str:
    """That a command is still at work, and on what.

    >>> working(3, ""), working(3, "1995, 2 of 8")
    ('working, 3 s', 'working, 3 s (1995, 2 of 8)')
    """
    return f"working, {seconds} s" + (f" ({stage})" if stage else "")


def stage(title: str, number: int, of: int) -> str:
    """Which of several parts a command is at.

    >>> stage("1995", 2, 8)
    '1995, 2 of 8'
    """
    return f"{title}, {number} of {of}"
