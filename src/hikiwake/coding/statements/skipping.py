"""Which paragraphs of a text state something of their own, and which are apparatus.

Headings, captions, references, notes that only cite, page numbers, contents, the author's life and disclaimers hold
figures and verbs too, but no claims and no positions.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from hikiwake.coding.paragraphs import paragraphs

LONGEST_HEADING = 110  # characters
LONGEST_REFERENCE = 700  # characters; a longer paragraph under a heading of references ends them
LONGEST_CELL = 60  # characters of a cell of a row, on the average
_ENDED = re.compile(r"[.!?…。！？:;][\"'”’»)\]]*(?:\[\d{1,3}\]|<sup>[^<]{1,12}</sup>|[⁰¹²³⁴⁵⁶⁷⁸⁹\d])*$")
_APPARATUS = re.compile(
    r"(?:references|bibliography|works\s+cited|sources|notes|endnotes|footnotes|links|further\s+reading|related\s+\w+"
    r"|about\s+the\s+authors?|acknowledge?ments?|contents|table\s+of\s+contents|appendix)\s*:?\s*$",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"\W{0,3}(?:fig(?:ure|\.)|table|map|chart|graph|photo(?:graph)?|image|box|source|note|credit|caption|pictured)s?\b\W{0,3}"
    r"(?:\d+|:|by\b|courtesy)",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\s*(?:\[\d{1,3}\]|\(\d{1,3}\)|\d{1,3}[.)]?|<sup>\d+</sup>|[⁰¹²³⁴⁵⁶⁷⁸⁹]+|[*†‡])\s")
_ITEM = re.compile(r"[-*•–]\s")
_CITING = re.compile(
    r"https?:|www\.|\bdoi\b|\bIbid\b|\bpp?\.\s?\d|\bvol\.\s?\d|\bno\.\s?\d|\baccessed\b|\bretrieved\b|\bibid\b|\bop\.\s?cit"
    r"|\beds?\.\)|\bUniversity\s+Press\b|\bavailable\s+at\b|[“\"][^”\"]{10,}[,.][”\"]\s|,\s(?:January|February|March|April|May|June"
    r"|July|August|September|October|November|December)\s\d{1,2},\s\d{4}",
    re.IGNORECASE,
)
_ABOUT_THE_AUTHOR = re.compile(
    r"\bis\s+(?:an?|the)\s+(?:\w+\s+){0,3}(?:professor|lecturer|fellow|researcher|analyst|journalist|director|scholar|editor)\b"
    r"|\bholds\s+an?\s+\w+\s+degree|\b(?:paper|article|views?|opinions?)\b.{0,60}\b(?:do(?:es)?\s+not\s+(?:necessarily\s+)?(?:represent|reflect))"
    r"|\bviews\s+expressed\b|\bcertif(?:y|ies)\s+that\b|\ball\s+rights\s+reserved\b|©|\bundergraduate\s+degree\b|\bop-eds\b",
    re.IGNORECASE,
)
_OF_AUTHORS = (
    "rofessor", "ecturer", "ellow", "esearcher", "nalyst", "ournalist", "irector", "cholar", "editor", "degree",
    "views expressed", "opinion", "necessarily", "certif", "ights reserved", "©", "op-ed", "not reflect",
    "not represent",
)  # fmt: skip
_OF_CITATIONS = (
    "http", "www.", "pp.", " p. ", "Vol.", "vol.", " no. ", "No. ", "Ibid", "ibid", "ccessed ", "etrieved ",
    "vailable at", "University Press", "doi:", "doi.",
)  # fmt: skip
_PAGE = re.compile(r"\W*(?:page\s+)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?\W*$", re.IGNORECASE)


@lru_cache(maxsize=2)
def kinds_of(text: str) -> list[str]:
    """What each paragraph of a text is; of the last texts this is remembered."""
    return kinds(text, paragraphs(text))


def kinds(text: str, blocks: Sequence[tuple[int, int]]) -> list[str]:
    """What each paragraph is: ``prose``, or ``heading``, ``caption``, ``reference``, ``apparatus``, ``row``.

    >>> kinds("References\\n\\n[1] A. Berg, Fish, 2001, pp. 3-4.", [(0, 10), (12, 46)])
    ['heading', 'reference']
    """
    found, closing = [], False
    for start, end in blocks:
        kind = _kind(text, start, end)
        if kind == "heading":
            closing = bool(_APPARATUS.match(text, start, end))
        elif closing and kind == "prose":
            closing = end - start <= LONGEST_REFERENCE
            kind = "reference" if closing else "prose"
        found.append(kind)
    return found


@lru_cache(maxsize=2)
def headings(text: str) -> dict[int, bool]:
    """The paragraphs that stand over others as headings, by number: whether signs mark them as such.

    None is the item of a list, nor the last paragraph, which stands over nothing.

    >>> headings("# Reefs\\n\\nTalks on fish\\n\\nThey met.\\n\\n- a treaty\\n\\nIn Vesk")
    {0: True, 1: False}
    """
    blocks, sorts = paragraphs(text), kinds_of(text)
    last = max((number for number, sort in enumerate(sorts) if sort != "heading"), default=0)
    return {
        number: text[blocks[number][0]] == "#"
        for number, sort in enumerate(sorts[:last])
        if sort == "heading" and not _ITEM.match(text, *blocks[number])
    }


def is_sentence(text: str, start: int, end: int) -> bool:
    """Whether a stretch of a text has words and ends as a sentence does, with a mark.

    >>> is_sentence("They met.", 0, 9), is_sentence("Talks on fish", 0, 13), is_sentence("2. Talks", 0, 2)
    (True, False, False)
    """
    ended = _ENDED.search(text, max(start, end - 20), end)
    return ended is not None and any(map(str.isalpha, text[start:end]))


def _kind(text: str, start: int, end: int) -> str:
    first = text[start]
    if first == "|" or text.count("\t", start, min(end, start + 400)) * LONGEST_CELL > min(end - start, 400):
        return "row"
    if _PAGE.match(text, start, min(end, start + 40)):
        return "apparatus"
    opening = text[start : min(end, start + 600)]
    if _NUMBERED.match(opening) and _CITING.search(opening):
        return "reference"
    if end - start <= LONGEST_HEADING and (_APPARATUS.match(text, start, end) or _untold(text, start, end)):
        return "heading"
    if _CAPTION.match(text, start, end):
        return "caption"
    if end - start < 1500 and any(word in opening for word in _OF_AUTHORS) and _ABOUT_THE_AUTHOR.search(opening):
        return "apparatus"
    if end - start < 600 and any(mark in opening for mark in _OF_CITATIONS) and len(_CITING.findall(opening)) >= 2:
        return "reference"
    return "prose"


def _untold(text: str, start: int, end: int) -> bool:
    """Whether a short paragraph does not end as a sentence does."""
    return text[start] == "#" or not _ENDED.search(text, max(start, end - 20), end)
