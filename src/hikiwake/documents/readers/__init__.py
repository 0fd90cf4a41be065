"""Readers: from a file of any kind to the text that is stored, and what the file says of itself."""

from hikiwake.documents.readers.archives import Incoming, unpacked
from hikiwake.documents.readers.files import KINDS, OTHER, read_files
from hikiwake.documents.readers.folders import found_in, odd_in, other_kind, passed_over
from hikiwake.documents.readers.read import ReadText, UnfitError

__all__ = [
    "KINDS",
    "OTHER",
    "Incoming",
    "ReadText",
    "UnfitError",
    "found_in",
    "odd_in",
    "other_kind",
    "passed_over",
    "read_files",
    "unpacked",
]
