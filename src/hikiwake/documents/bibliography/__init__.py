"""Bibliographies: what is known of a document without its text, read from and written as BibTeX, RIS and CSL-JSON."""

from hikiwake.documents.bibliography.faults import LeftOut
from hikiwake.documents.bibliography.files import FORMATS, Bibliography, bibliography_text, read_bibliography
from hikiwake.documents.bibliography.names import Author, family_and_given, joined, said_name
from hikiwake.documents.bibliography.reference import Reference, reference_of

__all__ = [
    "FORMATS",
    "Author",
    "Bibliography",
    "LeftOut",
    "Reference",
    "bibliography_text",
    "family_and_given",
    "joined",
    "read_bibliography",
    "reference_of",
    "said_name",
]
