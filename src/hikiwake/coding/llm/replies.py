"""What a model answers, as items: whatever of it is whole is taken, and what is not is counted.

Models write words around their JSON, put it in fences, break off in the middle, answer twice. Each item is read by
itself, so that an answer that broke off loses its last item only.
"""

from __future__ import annotations

import json
from typing import Any

_DECODER = json.JSONDecoder()
MOST_ITEMS = 500  # of one answer
LONGEST_REPLY = 1_000_000


def items_of(reply: str) -> tuple[list[dict[str, Any]], bool]:
    """The items of an answer, and whether it was whole.

    >>> items_of('Here: {"found": [{"quote": "a"}, {"quo')
    ([{'quote': 'a'}], False)
    """
    reply = reply[:LONGEST_REPLY]
    first = reply.find("{")
    whole = _decoded(reply, first) if first >= 0 else None
    if isinstance(whole, dict) and isinstance(whole.get("found"), list):
        return [each for each in whole["found"] if isinstance(each, dict)][:MOST_ITEMS], True
    listed = reply.find("[")
    return (_one_by_one(reply, listed), False) if listed >= 0 else ([], False)


def _decoded(text: str, at: int) -> Any:
    """The JSON value that begins at a place, or ``None``."""
    try:
        return _DECODER.raw_decode(text, at)[0]
    except (ValueError, RecursionError):
        return None


def _one_by_one(text: str, at: int) -> list[dict[str, Any]]:
    """The objects after the bracket of a list, up to the first that is broken."""
    found: list[dict[str, Any]] = []
    at += 1
    while len(found) < MOST_ITEMS:
        while at < len(text) and text[at] in " ,\r\n\t":
            at += 1
        try:
            value, at = _DECODER.raw_decode(text, at)
        except (ValueError, RecursionError):
            break
        if isinstance(value, dict):
            found.append(value)
    return found
