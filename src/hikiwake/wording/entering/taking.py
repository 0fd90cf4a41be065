"""What is said of files that others sent, once they were taken into a case."""

from __future__ import annotations

from collections.abc import Iterable

from hikiwake.wording.phrases import tally

_NONE = {"doubts": "comment", "proposals": "coded passage", "rows": "changed row", "codes": "code"}
_NEXT = {
    "doubts": "Each is a doubt of its author in doubts.csv; no entry was changed. `hikiwake undo` takes them back.",
    "proposals": "Nothing of them is in the record yet: `hikiwake review` or `hikiwake desk` decides on each.",
    "rows": "`hikiwake undo` takes them back.",
    "codes": "Nothing was changed: what a code is in this case, a question or an issue, is for an editor to say.",
}


def told(what: str, new: int, known: int, notes: Iterable[str]) -> list[str]:
    """What became of a file.

    >>> told("rows", 1, 0, [])
    ['1 changed row taken.', '`hikiwake undo` takes them back.']
    """
    verb = "listed" if what == "codes" else "taken"
    there = f", {known:,} there already" if known else ""
    return [f"{tally(new, _NONE[what])} {verb}{there}.", *([_NEXT[what]] if new else []), *notes]


def comment_reason(words: str, day: str) -> str:
    """A comment as the reason of a doubt.

    >>> comment_reason("Not so.", "2026-11-30")
    'Comment of 2026-11-30: Not so.'
    """
    return f"Comment of {day}: {words}" if day else f"Comment: {words}"
