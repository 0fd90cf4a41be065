"""What stands on a page beside its text: running heads, page numbers, footnotes at its foot, and the marks of notes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

LONGEST_HEAD = 70  # characters
_NOTE = re.compile(r"\s*(?:\d{1,3}|[*†‡]{1,3}|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}|\[\d{1,3}\])\s?[^\W\d_]")
_ENDED = re.compile(r"[.!?…。！？][\"'”’)]*\s*$")
_EDGE_NUMBER = re.compile(r"^\W*\d{1,4}\b|\b\d{1,4}\W*$|^\W*[ivxlc]{1,6}\W*$", re.IGNORECASE)
_MARK = re.compile(
    r"[⁰¹²³⁴-⁹]+|\[\d{1,3}(?:\s?[,–-]\s?\d{1,3})*\]"
    r"|(?:(?<=[^\W\d_])|(?<=[^\W\d_][.,;:!?”\"’)»])|(?<=[^\W\d_][.,;!?][”\"’)»]))\d{1,3}(?!\w)"
)


def beside_the_text(text: str) -> list[tuple[int, int]]:
    """Where the heads, page numbers and footnotes of a text with pages (parted by form feeds) stand; else nothing.

    >>> text = "On Reefs 7\\nThe ministry\\n1 An annex.\\f12 N. Berg\\nprotested."
    >>> [text[start:end] for start, end in beside_the_text(text)]
    ['On Reefs 7', '1 An annex.', '12 N. Berg']
    """
    if "\f" not in text:
        return []
    pages = [_lines(text, start, end) for start, end in _pages(text)]
    edges = Counter(_sign(text, line) for lines in pages for line in dict.fromkeys((*lines[:1], *lines[-1:])))
    found = []
    for lines in pages:
        for line in dict.fromkeys((*lines[:1], *lines[-1:])):
            found += [line] if _is_head(text, line, edges) else []
        notes = next((line for line in lines[len(lines) // 2 :] if _NOTE.match(text, *line)), None)
        found += [(notes[0], lines[-1][1])] if notes else []
    return sorted(dict.fromkeys(found))


def _pages(text: str) -> list[tuple[int, int]]:
    starts = [0, *(match.end() for match in re.finditer("\f", text))]
    return list(zip(starts, [*(start - 1 for start in starts[1:]), len(text)], strict=True))


def _lines(text: str, start: int, end: int) -> list[tuple[int, int]]:
    lines = re.compile(r"[^\n\r]+").finditer(text, start, end)
    return [line.span() for line in lines if not line.group().isspace()]


def _sign(text: str, line: tuple[int, int]) -> str:
    """A line by which its like on other pages are known: without numbers."""
    return re.sub(r"[\W\d]+", " ", text[slice(*line)]).strip().casefold()


def _is_head(text: str, line: tuple[int, int], edges: Counter[str]) -> bool:
    """Whether the first or last line of a page is short, and a number, or with one, or the same on other pages."""
    words = text[slice(*line)]
    if len(words) > LONGEST_HEAD:
        return False
    return edges[_sign(text, line)] > 1 or (_EDGE_NUMBER.search(words) is not None and not _ENDED.search(words))


def marks_of_notes(text: str) -> list[tuple[int, int]]:
    """Where the marks stand that point to notes: raised numbers, numbers in brackets, and those at a word or stop.

    >>> text = "Talks ended.12 Nobody [3] came."
    >>> [text[start:end] for start, end in marks_of_notes(text)]
    ['12', '[3]']
    """
    return [match.span() for match in _MARK.finditer(text)]


def blanked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """A text of the same length with blanks in place of some stretches.

    >>> blanked("Talks ended.12", [(12, 14)])
    'Talks ended.  '
    """
    signs = list(text)
    for start, end in spans:
        signs[start:end] = " " * (end - start)
    return "".join(signs)
