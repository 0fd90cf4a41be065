"""Words of the chart of the gap: its name, what stands in its margin, and how far a side goes for those who hear it."""

from __future__ import annotations

from collections.abc import Sequence

from hikiwake.wording.clauses.answer import verb_of
from hikiwake.wording.phrases import number

_MARGINS = {
    "open": "something shared",
    "none": "nothing shared",
    "refused": "refusal to talk",
    "disputed": "accounts differ",
    "unknown": "not told of both",
}

KEY = (
    *("how far by every account of it", "by some; a line for each document"),
    *("both accept", "by some accounts", "refuses to talk"),
)


def margin(overlap: str, verdict: str, blocking: Sequence[str]) -> tuple[str, str]:
    """What stands beside an era in the chart: what is shared, and who is in the way; some six words.

    verdict: that of the models on the way to settle that is shared most, or nothing; blocking: who blocks it

    >>> margin("none", "neither", ["Suderland"])
    ('nothing shared', 'model: Suderland blocks')
    >>> margin("none", "neither", ["Suderland", "Norland"])
    ('nothing shared', 'model: two block')
    """
    if verdict == "agreed":
        return _MARGINS[overlap], "model: would be agreed"
    who = blocking[0] if len(blocking) == 1 else number(len(blocking))
    return _MARGINS[overlap], f"model: {who} {verb_of(blocking, 'block')}" if blocking else ""


def reach(side: str, sure: str, perhaps: str, refuses: bool) -> str:
    """How far a side goes in an era, for those who hear the chart.

    >>> reach("Norland", "All", "Half", False)
    'Norland goes as far as “All” by every account, as far as “Half” by some'
    """
    if refuses:
        return f"{side} refuses to talk"
    if not perhaps:
        return f"what {side} would accept is not told"
    if sure == perhaps:
        return f"{side} goes as far as “{sure}”"
    far = f" as far as “{sure}” by every account," if sure else ""
    return f"{side} goes{far} as far as “{perhaps}” by some"


HEAD = ("Era", "Shared", "What is shared", "Who is in the way")  # of the chart as a table, but for the sides


def by_document(end: str) -> str:
    """Over the columns to which the side at one end goes by each document.

    >>> by_document("best for Norland")
    'best for Norland, column by document'
    """
    return f"{end}, column by document"


def chart(scale: str) -> str:
    """What the chart is called.

    >>> chart("Who has the land")
    'How far each side would go, era by era: Who has the land'
    """
    return f"How far each side would go, era by era: {scale}"
