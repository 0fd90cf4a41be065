"""Readers: from a file of any kind to the text that is stored, and what the file says of itself."""

from hikiwake.documents.readers.files import KINDS, OTHER, Incoming, found_in, read_files, unpacked
from hikiwake.documents.readers.read import ReadText, UnfitError

__all__ = ["KINDS", "OTHER", "Incoming", "ReadText", "UnfitError", "found_in", "read_files", "unpacked"]
