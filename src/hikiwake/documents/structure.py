"""The parts of a stored text: headings, paragraphs, quotations, rows, captions, footnotes with marks, references.

Nothing is changed: every part is a stretch of the stored text, in its order. What a part is, is told by how it begins,
how long it is, and under which heading it stands; where none of this tells, it is a paragraph.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from hikiwake.documents.front_matter import front_matter
from hikiwake.documents.pages import beside_the_text, blanked
from hikiwake.documents.segmentation import blocks

KINDS = ("heading", "paragraph", "quotation", "item", "row", "caption", "footnote", "reference", "beside")
LONGEST_HEADING = 120  # characters
SHORTEST_NOTE = 20  # characters of a footnote at a page's foot
LEAST_PROSE = 80  # characters of a block that a heading may stand over
_SIGNS = re.compile(r"(?P<level>#{1,6})\s")
_NUMBERED = re.compile(r"(?:(?:\d{1,2}\.)*\d{1,2}\.?|[IVX]{1,5}\.|Chapter \w+|Part \w+)\s+\S")
_ENDED = re.compile(r"[.!?…,;:。！？、][\"'”’»)\]」]*\d{0,3}$")
_CAPTION = re.compile(
    r"(?:figure|fig\.|table|map|chart|photo|graph|box|図|表|рис\.|таблица)\s*\.?\s*\d{1,3}\b", re.IGNORECASE
)
_ITEM = re.compile(r"[-*•–]\s")
_NOTE = re.compile(r"(?:\[\^?(?P<a>\d{1,3})\]:?|<sup>(?P<b>\d{1,3})</sup>|(?P<c>[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}))\s*\S")
_LISTED = re.compile(r"(?P<a>\d{1,3})[.)]?\s+\S")
_AT_FOOT = re.compile(r"(?P<a>\d{1,3})\s?[^\W\d_]")
_MARK = re.compile(
    r"\[\^?(?P<a>\d{1,3})\]|<sup>(?P<b>\d{1,3})</sup>|(?P<c>[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})"
    r"|(?<=[^\W\d_][.,;:!?”\"’)»])(?P<d>\d{1,3})(?![\w%])|(?<=[^\W\d_]{2})(?P<e>\d{1,3})(?=[\s.,;])"
)
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_REFERENCES = re.compile(
    r"(?:selected\s+|further\s+)?"
    r"(?:references|bibliography|works cited|literature|reading|sources|参考文献|литература)",
    re.I,
)
_NOTES = re.compile(r"(?:foot|end)?notes|notes and references|注|脚注|примечания", re.I)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a text: its kind, its place, the level of a heading (1 to 6), the number of a footnote."""

    kind: str
    start: int
    end: int
    level: int = 0
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote with the place of its mark in the text, ``None`` where no mark of its number stands before it."""

    part: Part
    start: int | None = None
    end: int | None = None


def structure(text: str) -> tuple[Part, ...]:
    """The parts of a text in order; a paragraph that goes on over a page's end holds what stands between in it.

    >>> text = "# Reefs\\n\\nThey protested.[1]\\n\\n> Never.\\n\\n## Sources\\n\\nN. Berg, 2019.\\n\\n[1] Annex."
    >>> [part.kind for part in structure(text)]
    ['heading', 'paragraph', 'quotation', 'heading', 'reference', 'footnote']
    """
    front = front_matter(text).end
    beside = [*([(0, front)] if front else []), *beside_the_text(text)]
    own = [_beside(text, start, end) for start, end in beside]
    return tuple(sorted((*own, *_parts(blanked(text, beside))), key=lambda part: (part.start, -part.end)))


def prose(text: str) -> str:
    """A text of the same length with blanks in place of running heads, page numbers and footnotes at a page's foot.

    >>> prose("On Reefs 7\\nThe ministry\\f12 N. Berg\\nprotested.")
    '          \\nThe ministry\\x0c          \\nprotested.'
    """
    return blanked(text, beside_the_text(text))


def _beside(text: str, start: int, end: int) -> Part:
    """What stands on a page beside its text: a footnote, else a running head or a number."""
    note = _AT_FOOT.match(text, start, end)
    if note and end - start > SHORTEST_NOTE:
        return Part("footnote", start, end, mark=_number(note))
    return Part("beside", start, end)


def _parts(text: str) -> Iterator[Part]:
    found, section = blocks(text), ""
    for number, (start, end) in enumerate(found):
        following = found[number + 1] if number + 1 < len(found) else (end, end)
        part = _part(text, start, end, following[1] - following[0], section)
        if part.kind == "heading":
            section = _section(text[start:end])
        yield part


def _part(text: str, start: int, end: int, following: int, section: str) -> Part:
    """One block, by how it begins and by the section it stands in."""
    if signs := _SIGNS.match(text, start, end):
        return Part("heading", start, end, len(signs["level"]))
    if text[start] == ">":
        return Part("quotation", start, end)
    if text[start] == "|" or "\t" in text[start:end]:
        return Part("row", start, end)
    if _CAPTION.match(text, start, end):
        return Part("caption", start, end)
    if note := _NOTE.match(text, start, end) or (_LISTED.match(text, start, end) if section == "notes" else None):
        return Part("footnote", start, end, mark=_number(note))
    if _is_heading(text[start:end], following):
        return Part("heading", start, end, 2 if _NUMBERED.match(text, start, end) else 1)
    if section == "references":
        return Part("reference", start, end)
    return Part("item" if _ITEM.match(text, start, end) else "paragraph", start, end)


def _is_heading(words: str, following: int) -> bool:
    """Whether a block without signs is a heading: short, not ended, and prose or a known section after it."""
    if len(words) > LONGEST_HEADING or "\n" in words or _ENDED.search(words) or not words[:1].strip():
        return False
    if _section(words):
        return True
    letters = next((sign for sign in words if sign.isalpha()), "a")
    return (letters.isupper() or not letters.islower()) and following >= LEAST_PROSE


def _section(heading: str) -> str:
    """Which section of another kind than prose a heading opens, if any."""
    words = re.sub(r"^[#\W\d]+|[\W\d]+$", "", heading)
    return "references" if _REFERENCES.fullmatch(words) else "notes" if _NOTES.fullmatch(words) else ""


def _number(match: re.Match[str]) -> str:
    """The number of a footnote or of a mark."""
    found = next(value for value in match.groupdict().values() if value)
    return str(int(found.translate(_RAISED)))


def notes(text: str, parts: tuple[Part, ...] | None = None) -> tuple[Note, ...]:
    """The footnotes of a text, each tied to the nearest mark of its number before it, in the text's own paragraphs.

    >>> text = "They agreed.[1] They met.[2]\\n\\n[1] In May.\\n\\n[2] In June."
    >>> [(text[each.start : each.end], text[each.part.start : each.part.end]) for each in notes(text)]
    [('[1]', '[1] In May.'), ('[2]', '[2] In June.')]
    """
    whole = structure(text) if parts is None else parts
    marks: dict[str, list[tuple[int, int]]] = {}
    for part in whole:
        if part.kind in ("paragraph", "quotation", "item", "heading", "caption", "row"):
            for mark in _MARK.finditer(text, part.start, part.end):
                marks.setdefault(_number(mark), []).append(mark.span())
    return tuple(_tied(part, marks.get(part.mark, [])) for part in whole if part.kind == "footnote")


def _tied(part: Part, marks: list[tuple[int, int]]) -> Note:
    at = bisect_right(marks, (part.start, 0)) - 1
    return Note(part, *marks[at]) if at >= 0 else Note(part)
