"""A PDF: its text page by page, turned pages upright, columns one after the other, and what it says of itself."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from hikiwake.documents.readers.columns import in_columns
from hikiwake.documents.readers.read import ReadText, UnfitError

LOOKED_AT = 200  # letters of a page


def _pages(path: str, most: int) -> Iterator[str]:
    import pypdfium2

    pdf = pypdfium2.PdfDocument(path)
    try:
        if len(pdf) > most:
            raise UnfitError(f"{len(pdf)} pages; documents of up to {most:,} pages are read")
        for page in pdf:
            yield _page(page)
            page.close()
    finally:
        pdf.close()


def _page(page: Any) -> str:
    """The text of a page; one on which most letters are turned is read with these upright."""
    text_page = page.get_textpage()
    upright = _upright(text_page)
    if upright == 0 and page.get_rotation() == 0:
        text = in_columns(page, text_page) or str(text_page.get_text_bounded())
        text_page.close()
        return text
    text_page.close()
    page.set_rotation(upright)
    text_page = page.get_textpage()
    text = str(text_page.get_text_range())
    text_page.close()
    return text


def _upright(text_page: Any) -> int:
    """By how many degrees a page is to be turned, so that most of some letters stand upright: 0, 90, 180 or 270."""
    from pypdfium2.raw import FPDFText_GetCharAngle

    count = text_page.count_chars()
    angles = [FPDFText_GetCharAngle(text_page, at) for at in range(0, count, max(1, count // LOOKED_AT))]
    quarters = Counter(-round(angle / (math.pi / 2)) % 4 * 90 for angle in angles if angle >= 0)
    return quarters.most_common(1)[0][0] if quarters else 0


def read_pdf(path: str, pages: int, characters: int) -> ReadText:
    """The text of a PDF, its pages joined by form feeds, and what it says of itself. Raises ``UnfitError``."""
    import pypdfium2

    read: list[str] = []
    try:
        for page in _pages(path, pages):
            read.append(page)
            characters -= len(page) + 1
            if characters < 0:
                raise UnfitError("more text than a document may have")
        return ReadText("\f".join(read), _says(path))
    except pypdfium2.PdfiumError as error:
        raise UnfitError(f"not a PDF that can be read ({error})") from None


def _says(path: str) -> dict[str, str]:
    """Title, author and day of the PDF's own entries."""
    import pypdfium2

    pdf = pypdfium2.PdfDocument(path)
    try:
        entries = pdf.get_metadata_dict()
    finally:
        pdf.close()
    day = re.match(r"D:(\d{4})(\d{2})(\d{2})", entries.get("CreationDate", ""))
    says = {
        "title": entries.get("Title", ""),
        "author": entries.get("Author", ""),
        "date": "-".join(day.groups()) if day else "",
    }
    return {key: " ".join(value.split()) for key, value in says.items() if value.strip()}
