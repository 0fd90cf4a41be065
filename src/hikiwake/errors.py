"""What can go wrong, named so that a reader knows what was given, what was expected, and where to look."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypedDict


class Found(TypedDict):
    """One fault with its place, as ``--json`` prints it; ``line`` from 1 (0: the file as a whole)."""

    file: str
    line: int
    column: str
    found: str
    expected: str


class HikiwakeError(Exception):
    """Something the user gave cannot be used; the message says what, where, and how to mend it.

    faults: the places, where they are known: every one, also those for which the message has no room

    >>> HikiwakeError("a.csv:2: found 'x', expected a date").faults
    ()
    """

    def __init__(self, message: str = "", faults: Iterable[Found] = ()) -> None:
        """Keep the message and the places."""
        super().__init__(message)
        self.faults = tuple(faults)


class CaseError(HikiwakeError):
    """A case folder, or a file in it, cannot be read."""


class StorageError(HikiwakeError):
    """A file cannot be written, or must not be: the message says why, and what to do instead."""


class LibraryError(HikiwakeError):
    """A folder of documents does not hold what a case cites."""


class BibliographyError(HikiwakeError):
    """A bibliography file cannot be read, or lacks what a document needs."""


class ModelError(HikiwakeError):
    """A model, a conflict or a package file, is incomplete or contradictory."""


class StatementError(ModelError):
    """A preference statement cannot be parsed; the message shows the column with a caret."""
