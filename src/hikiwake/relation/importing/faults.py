"""What can be wrong with a file of events as a whole, and with one row of it."""

from __future__ import annotations

from typing import NamedTuple

from hikiwake.errors import HikiwakeError


class ImportingError(HikiwakeError):
    """A file of events cannot be taken in: the message says what was found, what was expected, and how to mend it."""


class BadRow(NamedTuple):
    """A row that is set aside: its number in the file (from 1), why, and its text."""

    row: int
    reason: str
    raw: str


LONGEST_RAW = 100_000  # characters of a row that is set aside; what is longer is cut


def bad(row: int, reason: str, raw: str | bytes) -> BadRow:
    """A row that is set aside, its text cut where it is endless; bytes that are no UTF-8 stand as numbers.

    >>> bad(7, "too few fields", b"a\\xff").raw
    'a\\\\xff'
    """
    text = raw.decode("utf-8", "backslashreplace") if isinstance(raw, bytes) else raw
    return BadRow(row, reason, text[:LONGEST_RAW])
