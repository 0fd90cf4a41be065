"""Era by era what blocks, and what would have to change, in words. Nothing here knows a case."""

from __future__ import annotations

from collections.abc import Sequence

from hikiwake.wording.clauses.wishes import quoted
from hikiwake.wording.phrases import capital, counted, listed, number
from hikiwake.wording.settlements import SIGNS

UNKNOWN = "The record does not say what both would accept."
ALREADY = "Nothing would have to change: it would be signed, and would hold."
NOTHING = "Nothing would have to change: each would be signed, and would hold."
UNTOLD = "It is not told what a party wants of its own part, so that no change can be tried."
_ALONE = "needs no agreement: one side can bring it about alone, or it is there already"
_OUT_OF_REACH = "cannot be brought about"
_NOT_TOLD = "cannot be judged, for it is not told what a party wants of its own part"


def accepted(overlap: str, others: int, sides: Sequence[str] = ()) -> str:
    """What both would accept in an era, ``{formula}``, and how many other ways to settle.

    overlap: open, by every account; or disputed, by some or for a time; sides: who both are, where there are more
    parties than two

    >>> accepted("open", 0), accepted("disputed", 2)
    ('Both would accept “{formula}”.', 'By some accounts, or for a time, both would accept “{formula}” and two others.')
    >>> accepted("disputed", 0, ["Norland", "Suderland"])
    'By some accounts, or for a time, Norland and Suderland would both accept “{formula}”.'
    """
    more = f" and {number(others)} other{'' if others == 1 else 's'}" if others else ""
    who = f"{listed(sides)} would both" if sides else "both would"
    by = f"By some accounts, or for a time, {who}" if overlap == "disputed" else capital(who)
    return f"{by} accept “{{formula}}”{more}."


def verdict(look: str, reachable: bool, named: bool) -> str:
    """What is to be expected in the model of an era of ``{title}``; named: whether it was named just before.

    >>> verdict("neither", True, True), verdict("neither", False, False)
    ('In the model it would neither be signed nor hold.', 'In the model “{title}” cannot be brought about.')
    """
    said = {"alone": _ALONE, "not_told": _NOT_TOLD}.get(look, SIGNS[look][1]) if reachable else _OUT_OF_REACH
    return f"In the model {'it' if named else '“{title}”'} {said}."


def silent(eras: Sequence[str]) -> str:
    """The eras of which neither what both would accept nor a model is told.

    >>> silent(["1995–", "1997–99"])
    'Of 1995– and 1997–99 the record tells too little.'
    """
    return f"Of {listed(eras)} the record tells too little."


def judged(title: str, form: str, look: str) -> str:
    """What would be said of a settlement under an assumption; form: of which form of it, in words, or nothing.

    >>> judged("Half", "", "agreed")
    '“Half” would be signed, and would hold'
    >>> judged("Half", "with all else as at the beginning", "holds_only")
    '“Half”, with all else as at the beginning, would hold, but would not be signed'
    """
    said = {"alone": _ALONE, "not_told": _NOT_TOLD}.get(look, SIGNS[look][1])
    return f"{quoted(title)}{f', {form},' if form else ''} {said}"


def now(short: str) -> str:
    """What the record itself says of it, by a short word.

    >>> now("holds only")
    'by the record: holds only'
    """
    return f"by the record: {short}"


def aim(titles: Sequence[str]) -> str:
    """For which settlements a change is the least after which they would be agreed.

    >>> aim(["Half", "All"])
    'for “Half” and “All”'
    """
    return f"for {listed(map(quoted, titles))}"


def other_ways(count: int) -> str:
    """How many other least changes would do as well for a settlement.

    >>> other_ways(1), other_ways(3)
    ('one other change would do as well', 'three other changes would do as well')
    """
    return f"{counted(count, 'other change')} would do as well"
