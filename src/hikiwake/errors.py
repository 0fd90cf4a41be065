"""What can go wrong, named so that a reader knows what was given, what was expected, and where to look."""

from __future__ import annotations


class HikiwakeError(Exception):
    """Something the user gave cannot be used; the message says what, where, and how to mend it."""


class CaseError(HikiwakeError):
    """A case folder, or a file in it, cannot be read."""


class StorageError(HikiwakeError):
    """A file cannot be written, or must not be: the message says why, and what to do instead."""


class LibraryError(HikiwakeError):
    """A folder of documents does not hold what a case cites."""


class BibliographyError(HikiwakeError):
    """A bibliography file cannot be read, or lacks what a document needs."""


class ModelError(HikiwakeError):
    """A conflict model is incomplete or contradictory."""


class StatementError(ModelError):
    """A preference statement cannot be parsed; the message shows the column with a caret."""
