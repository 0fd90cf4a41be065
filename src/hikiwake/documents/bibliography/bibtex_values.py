"""The values of BibTeX fields: pieces in braces, in quotes, numbers, or names of strings, joined by ``#``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from hikiwake.documents.bibliography.faults import LONGEST_FIELD

_SIGN = re.compile(r"\\.|[{}\"#]", re.DOTALL)


def joined_value(raw: str, strings: Mapping[str, str | None]) -> str | None:
    """A value with its pieces joined, or ``None`` where it would be longer than a field may be.

    >>> joined_value('"Vol. " # n # {b}', {"n": "2"})
    'Vol. 2b'
    """
    parts: list[str] = []
    length = 0
    for piece in _pieces(raw):
        part = _piece(piece.strip(), strings)
        length += len(part or "")
        if part is None or (length > LONGEST_FIELD and "#" in raw):
            return None
        parts.append(part)
    return "".join(parts)


def _piece(piece: str, strings: Mapping[str, str | None]) -> str | None:
    if len(piece) > 1 and (piece[0], piece[-1]) in (("{", "}"), ('"', '"')):
        return piece[1:-1]
    return strings.get(piece.casefold(), piece)


def _pieces(raw: str) -> Iterator[str]:
    """What stands between the signs ``#`` that are in no braces and no quotes."""
    if "#" not in raw:
        yield raw
        return
    depth, quoted, start = 0, False, 0
    for sign in _SIGN.finditer(raw):
        if sign[0] == '"' and depth == 0:
            quoted = not quoted
        depth += {"{": 1, "}": -1}.get(sign[0], 0)
        if sign[0] == "#" and depth == 0 and not quoted:
            yield raw[start : sign.start()]
            start = sign.end()
    yield raw[start:]
