"""TOML that comes in: read by the standard library once it is known to be within bounds.

A key of twenty thousand parts makes the standard library's reader ask for gigabytes, a number of thousands of digits or
brackets thousands deep end it without a line. One pass over the text finds them first: it is linear in the text.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from typing import Any

from hikiwake.storage.incoming import UnreadError

LARGEST_TOML = 10_000_000  # characters
DEEPEST = 20  # brackets within brackets, and parts of a dotted key
MOST_DOTS = 300_000  # in keys and numbers: each may ask for a table
MOST_DIGITS = 1_000
_TOKEN = re.compile(
    r'"""(?:[^"\\]++|\\.|"(?!""))*+(?:"{3,5}|\Z)'
    r"|'''(?:[^']++|'(?!''))*+(?:'{3,5}|\Z)"
    r"|\"(?:[^\"\\\n]++|\\.)*+\"?|'[^'\n]*+'?|\#[^\n]*+"
    rf"|(?P<long>[0-9][0-9_]{{{MOST_DIGITS},}}+)|(?P<sign>[\[\]{{}}.=,\n])",
    re.DOTALL,
)
_PLACE = re.compile(r" \(at line (\d+), column (\d+)\)$| \(at end of document\)$")


def toml(text: str, parse_float: Callable[[str], Any] = float) -> dict[str, Any]:
    """The tables of a TOML text. Raises ``UnreadError`` with the line of what is no TOML or out of bounds.

    >>> toml("a.b = 1")
    {'a': {'b': 1}}
    >>> toml("a" + ".a" * 100 + " = 1")
    Traceback (most recent call last):
    hikiwake.storage.incoming.UnreadError: found a key of more than 20 parts, expected TOML with fewer
    """
    if len(text) > LARGEST_TOML:
        raise UnreadError(f"{len(text):,} characters", f"at most {LARGEST_TOML:,}")
    _refuse_unbounded(text)
    try:
        return tomllib.loads(text, parse_float=parse_float)
    except (ValueError, ArithmeticError, RecursionError) as error:
        raise _no_toml(str(error), text) from None


def _refuse_unbounded(text: str) -> None:
    """Raise ``UnreadError`` at the first place where nesting, a key or a number goes beyond its bound."""
    depth = parts = dots = 0
    for token in _TOKEN.finditer(text):
        found = ""
        if token["long"]:
            found = f"a number of more than {MOST_DIGITS:,} digits"
        elif sign := token["sign"]:
            depth += (sign in "[{") - (sign in "]}")
            parts, dots = (parts + 1, dots + 1) if sign == "." else (1, dots)
            if depth > DEEPEST:
                found = f"brackets nested deeper than {DEEPEST}"
            elif parts > DEEPEST:
                found = f"a key of more than {DEEPEST} parts"
            elif dots > MOST_DOTS:
                found = f"more than {MOST_DOTS:,} dots in keys and numbers"
        if found:
            raise UnreadError(found, "TOML with fewer", text.count("\n", 0, token.start()) + 1)


def _no_toml(said: str, text: str) -> UnreadError:
    """What the standard library found wrong, with its line."""
    place = _PLACE.search(said)
    if place is None:
        return UnreadError(said, "TOML")
    line = int(place[1]) if place[1] else text.count("\n") + 1
    return UnreadError(said[: place.start()], "TOML", line, f"column {place[2]}" if place[2] else "")
