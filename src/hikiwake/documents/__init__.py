"""What was said: documents, the passages cited from them, and the library in which their texts are found."""

from hikiwake.documents.document import Document, Passage, read_text, text_hash
from hikiwake.documents.finding import digest, words
from hikiwake.documents.library import Edition, Library

__all__ = ["Document", "Edition", "Library", "Passage", "digest", "read_text", "text_hash", "words"]
