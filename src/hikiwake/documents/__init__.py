"""What was said: documents, the passages cited from them, and the library in which their texts are found."""

from hikiwake.documents.document import Document, Passage, read_text, text_hash
from hikiwake.documents.letters import digest, letter_count
from hikiwake.documents.library import Edition, Library
from hikiwake.documents.words import words

__all__ = ["Document", "Edition", "Library", "Passage", "digest", "letter_count", "read_text", "text_hash", "words"]
