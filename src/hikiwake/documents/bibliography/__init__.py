"""Bibliographies: what is known of a document without its text, read from and written as BibTeX, RIS and CSL-JSON."""

from hikiwake.documents.bibliography.files import FORMATS, bibliography_text, read_bibliography
from hikiwake.documents.bibliography.reference import Reference, family_and_given, reference_of

__all__ = ["FORMATS", "Reference", "bibliography_text", "family_and_given", "read_bibliography", "reference_of"]
