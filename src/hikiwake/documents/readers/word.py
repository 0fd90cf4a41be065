"""A Word document (docx): its text with headings, tables, quotations and footnotes, and what it says of itself."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any

from hikiwake.documents.readers.marked_up import text_of
from hikiwake.documents.readers.read import ReadText, UnfitError
from hikiwake.storage.zips import BROKEN

MOST_UNPACKED = 100_000_000  # bytes of all parts
MOST_RATIO = 300  # of a part's size to what it takes in the file
_DC = "{http" + "://purl.org/dc/elements/1.1/}"
_TERMS = "{http" + "://purl.org/dc/terms/}"
_QUOTES = ("Quote", "Intense Quote", "Block Text", "Block Quotation", "Quotation", "Quotations")
_STYLES = "\n".join(
    (
        *(f"p[style-name='{name}'] => blockquote:fresh > p" for name in _QUOTES),
        "p[style-name='Title'] => h1:fresh",
        "p[style-name='Subtitle'] => h2:fresh",
    )
)

_BROKEN: tuple[type[Exception], ...] = (*BROKEN, AttributeError, TypeError)


def read_word(content: bytes) -> ReadText:
    """The text of a document. Raises ``UnfitError`` for what is none, is locked by a password, or unpacks too large."""
    import lxml.html
    import mammoth

    if content[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        raise UnfitError("locked by a password, or of Word before 2007; save it as docx without a password")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            refuse_bomb(parts)
            says = _says(parts)
        html = mammoth.convert_to_html(io.BytesIO(content), style_map=_STYLES, convert_image=_no_image).value
    except UnfitError:
        raise
    except _BROKEN as error:
        raise UnfitError(f"not a Word document that can be read ({error or type(error).__name__})") from None
    text = text_of(lxml.html.fromstring(f"<html><body>{html}</body></html>")) if html else ""
    if not any(map(str.isalnum, text)):
        raise UnfitError("holds no text")
    return ReadText(text, says)


def refuse_bomb(parts: zipfile.ZipFile) -> None:
    """Raise ``UnfitError`` for an archive that unpacks to more than a document may."""
    each = parts.infolist()
    if sum(part.file_size for part in each) > MOST_UNPACKED:
        raise UnfitError(f"unpacks to more than {MOST_UNPACKED:,} bytes")
    if any(part.file_size > MOST_RATIO * max(part.compress_size, 1_000) for part in each):
        raise UnfitError(f"unpacks to more than {MOST_RATIO} times its size")


def _no_image(_: object) -> list[object]:
    """Nothing in place of a picture."""
    return []


def _says(parts: zipfile.ZipFile) -> dict[str, str]:
    """Title, author, date and language of the document's properties."""
    from lxml import etree

    try:
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        root: Any = etree.fromstring(parts.read("docProps/core.xml"), parser)
    except (KeyError, etree.XMLSyntaxError):
        return {}
    named = {
        "title": root.findtext(f"{_DC}title"),
        "author": root.findtext(f"{_DC}creator"),
        "date": (root.findtext(f"{_TERMS}created") or "")[:10],
        "language": (root.findtext(f"{_DC}language") or "").partition("-")[0].lower(),
    }
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", named["date"] or ""):
        named["date"] = ""
    return {key: " ".join(value.split()) for key, value in named.items() if value}
