"""A plain text in whatever encoding: UTF-8 where it is that, else the one it names or is most like, which is told."""

from __future__ import annotations

import codecs
import re

from hikiwake.documents.readers.encodings import encoding_of, wide_without_mark
from hikiwake.documents.readers.read import ReadText, UnfitError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def read_plain(content: bytes) -> ReadText:
    """The text of a file, decoded. Raises ``UnfitError`` for what is no text, or in an encoding that nobody can tell.

    >>> read_plain("Переговоры сорваны, сообщило министерство.".encode("cp1251")).notes
    ('not UTF-8: read as cp1251',)
    """
    for mark, name in _MARKS:
        if content.startswith(mark):
            return _decoded(content, name, len(mark) if name != "utf-8" else 0)
    if b"\0" in content:
        return _wide(content)
    if re.search(rb"\x1b\$[@B]", content):
        return _guessed(content, content.index(b"\x1b"))
    try:
        return ReadText(content.decode("utf-8"))
    except UnicodeDecodeError as error:
        return _guessed(content, error.start)


def _wide(content: bytes) -> ReadText:
    """A text with NUL bytes: UTF-16 without its mark, or none."""
    if name := wide_without_mark(content):
        return _decoded(content, name, 0)
    raise UnfitError(f"no text: it holds NUL bytes, the first is byte {content.index(0)}")


def _decoded(content: bytes, name: str, mark: int) -> ReadText:
    """A text that says its encoding by a mark at its begin; that of UTF-8 stays, for offsets count it."""
    try:
        text = content[mark:].decode(name)
    except UnicodeDecodeError as error:
        raise UnfitError(f"said to be {name}, which byte {error.start + mark} is not; save it as UTF-8") from None
    return ReadText(text, notes=() if name == "utf-8" else (f"not UTF-8: read as {name}",))


def _guessed(content: bytes, first: int) -> ReadText:
    """A text in the encoding that it is most like."""
    name = encoding_of(content)
    if not name:
        raise UnfitError(f"byte {first} is not UTF-8, nor can its encoding be told; save the document as UTF-8 text")
    try:
        return ReadText(content.decode(name), notes=(f"not UTF-8: read as {name}",))
    except UnicodeDecodeError as error:
        raise UnfitError(f"byte {error.start} is not {name}, as what stands before it; save it as UTF-8") from None
