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


def doing(title: str, number: int) -> str:
    """What a command is at, and how far.

    >>> doing("draws", 1200)
    'draws: 1,200'
    """
    return f"{title}: {number:,}"


def searched(size: int, found: int) -> str:
    """How far a search for levers has come.

    >>> searched(2, 1)
    'sets of 2 changes tried, 1 lever found'
    """
    return f"sets of {tally(size, 'change')} tried, {tally(found, 'lever')} found"


def means_more(name: str, states: int, told: int) -> str:
    """That a name means more states than are told.

    >>> means_more("N-", 9, 5)
    '"N-" means 9 states, of which the first 5 are told'
    """
    return f'"{name}" means {states:,} states, of which the first {told} are told'
