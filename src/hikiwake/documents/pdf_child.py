"""The text of PDFs, read apart from the program: run as a script with limits, one line of JSON for each file.

Arguments: bytes of memory, seconds for each file, pages, characters, then the files. A file that breaks a limit of
memory or time ends the script; what was written before stands, and the caller goes on with the file after it.
"""

from __future__ import annotations

import json
import math
import signal
import sys
from collections import Counter
from collections.abc import Iterator
from typing import Any

try:
    import resource
except ImportError:  # not on Windows, where the caller's time limit is the only one
    resource = None  # type: ignore[assignment]

LOOKED_AT = 200  # letters of a page


def _limit_memory(most: int) -> None:
    if resource is not None:
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _start_clock(seconds: int) -> None:
    """End the script after so many seconds; the signal's own action works in the middle of foreign code too."""
    if hasattr(signal, "alarm"):
        signal.alarm(seconds)


def _pages(path: str, most: int) -> Iterator[str]:
    import pypdfium2

    pdf = pypdfium2.PdfDocument(path)
    try:
        if len(pdf) > most:
            raise ValueError(f"{len(pdf)} pages; documents of up to {most:,} pages are read")
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
        text = str(text_page.get_text_bounded())
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


def _text(path: str, pages: int, characters: int) -> str:
    read: list[str] = []
    for page in _pages(path, pages):
        read.append(page)
        characters -= len(page) + 1
        if characters < 0:
            raise ValueError("more text than a document may have")
    return "\f".join(read)


def _told(path: str, pages: int, characters: int) -> dict[str, str]:
    try:
        return {"text": _text(path, pages, characters)}
    except ValueError as error:
        return {"fault": str(error)}
    except Exception as error:
        return {"fault": f"not a PDF that can be read ({error or type(error).__name__})"}


def main(arguments: list[str]) -> None:
    """Read the files in turn and write what each says."""
    memory, seconds, pages, characters = map(int, arguments[:4])
    _limit_memory(memory)
    for path in arguments[4:]:
        _start_clock(seconds)
        sys.stdout.write(json.dumps(_told(path, pages, characters)) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
