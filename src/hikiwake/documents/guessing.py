"""What a document is, guessed from what its file says of itself and from how its text begins; to be looked over.

What the text says goes before what the file says: a file's own entries are often those of whoever saved it. Nothing is
made up: what neither tells stays empty, but for the title, which is then the file's name.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePath

from hikiwake.documents.structure import Part, structure
from hikiwake.vocabulary import date_words

LOOKED_AT = 4_000  # characters at the begin of a text
LONGEST_TITLE = 150  # characters of a line that may be a title
LONGEST_NAME = 80  # characters of an author's name
_IDLE = re.compile(
    r"(?:untitled|document\d*|anonymous|unknown|author|user|admin(?:istrator)?|microsoft word.*"
    r"|.*\.(?:docx?|pdf|indd|txt|html?))",
    re.IGNORECASE,
)
_BY = re.compile(r"(?:^|\n)\W{0,6}(?:by|authors?:|written by)\s+(?P<name>[^\n,|]{2,80})", re.IGNORECASE)
_OF = re.compile(
    r"(?:^|\n)\W{0,6}(?:report|statement|letter|note|memorandum|testimony|speech|address|communiqu[ée]|paper|brief)"
    r"\s+(?:of|by|from)\s+(?:the\s+)?(?P<name>[^\n.,|]{2,80})",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?:(?:[A-ZÀ-ÞĀ-Ž][\w’'-]*\.?|de|van|von|der|al|bin|da|del|la|le)[ \t]+){1,4}[A-ZÀ-ÞĀ-Ž][\w’'-]+")
_YEAR = r"(?:1[89]|20)\d{2}"
_ISO = re.compile(rf"(?<!\d)({_YEAR})[-/.](\d{{1,2}})(?:[-/.](\d{{1,2}}))?(?!\d)")
_EAST = re.compile(rf"({_YEAR})年(?:(\d{{1,2}})月(?:(\d{{1,2}})日)?)?")
_DAY_FIRST = re.compile(rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th)?\.?\s+([^\W\d_]{{3,12}})\.?,?\s+({_YEAR})(?!\d)")
_MONTH_FIRST = re.compile(rf"([^\W\d_]{{3,12}})\.?\s+(?:(\d{{1,2}})(?:st|nd|rd|th)?,?\s+)?({_YEAR})(?!\d)")
_CYRILLIC, _KANA, _HAN = re.compile(r"[а-яё]", re.I), re.compile(r"[\u3040-\u30ff]"), re.compile(r"[\u4e00-\u9fff]")


@dataclass(frozen=True, slots=True)
class Guess:
    """What a document seems to be: title, author, date (``2019``, ``2019-05`` or ``2019-05-03``), publisher, language.

    ``grounds`` tells for each field that is not empty where it was found: text, file or name.
    """

    title: str
    author: str = ""
    date: str = ""
    publisher: str = ""
    language: str = "en"
    kind: str = "report"
    audience: str = ""
    grounds: tuple[tuple[str, str], ...] = ()


def guess(text: str, name: str, says: Mapping[str, str] | None = None) -> Guess:
    """What a document is, by its text, its file's name and what the file says of itself.

    >>> told = guess("# On Reefs\\n\\nBy N. Berg\\n\\n3 May 2019\\n\\nThe ministry protested.", "a.txt")
    >>> told.title, told.author, told.date
    ('On Reefs', 'N. Berg', '2019-05-03')
    """
    begin, says = text[:LOOKED_AT], says or {}
    parts = structure(begin)
    head = _head(begin, parts)
    fields = {
        "title": (_title(begin, parts), _told(says, "title"), _from_name(name)),
        "author": (_author(head), _told(says, "author"), ""),
        "date": (_date(head), _told(says, "date"), _date(PurePath(name).stem.replace("_", " "))),
        "publisher": ("", _told(says, "publisher"), ""),
        "language": (_language(begin), _told(says, "language"), "en"),
        "kind": ("", _told(says, "kind"), "report"),
        "audience": ("", _told(says, "audience"), ""),
    }
    chosen, grounds = {}, []
    for field, found in fields.items():
        value, ground = next(
            ((each, place) for each, place in zip(found, ("text", "file", "name"), strict=True) if each), ("", "")
        )
        chosen[field] = value
        grounds += [(field, ground)] if value and field in ("title", "author", "date", "publisher") else []
    return Guess(**chosen, grounds=tuple(grounds))


def _told(says: Mapping[str, str], field: str) -> str:
    """What a file says of itself, where it says anything."""
    value = says.get(field, "").strip()
    return "" if _IDLE.fullmatch(value) else value


def _head(text: str, parts: tuple[Part, ...]) -> str:
    """What stands before the first paragraph of any length: title, author, place and day."""
    first = next((part.start for part in parts if part.kind == "paragraph" and part.end - part.start > 200), len(text))
    return text[: min(first, 1_500)]


def _title(text: str, parts: tuple[Part, ...]) -> str:
    """The first heading, or the first line where it is short and does not end like a sentence."""
    lines = []
    for number, part in enumerate(parts[:3]):
        words = " ".join(text[part.start : part.end].lstrip("#").split()).strip("*_ ")
        short = (
            number == 0
            and len(words) <= LONGEST_TITLE
            and (words[-1:].isalnum() or words.endswith("?"))
            and len(parts) > 1
        )
        if part.kind != "heading" and not short:
            break
        lines.append(words)
    kicker = len(lines) > 1 and " " not in lines[0] and " " in lines[1] and not text.lstrip().startswith("#")
    return lines[1] if kicker else lines[0] if lines else ""


def _author(head: str) -> str:
    """Who is named as the author, or the one line under the title that is a name."""
    if match := _BY.search(head) or _OF.search(head):
        return " ".join(match["name"].strip("*_ ").split())
    lines = [line.strip(" *_#") for line in head.splitlines() if line.strip()][1:6]
    return next((line for line in lines if len(line) <= LONGEST_NAME and _NAME.fullmatch(line)), "")


def _date(head: str) -> str:
    """The first date that is written out."""
    found = [place for pattern in (_ISO, _EAST, _DAY_FIRST, _MONTH_FIRST) for place in _dates(pattern, head)]
    return min(found)[1] if found else ""


def _dates(pattern: re.Pattern[str], head: str) -> list[tuple[int, str]]:
    """The dates of one form, each with where it stands."""
    found = []
    for match in pattern.finditer(head):
        if pattern is _DAY_FIRST:
            day, month, year = match[1], date_words().months.get(match[2].casefold(), 0), match[3]
        elif pattern is _MONTH_FIRST:
            day, month, year = match[2], date_words().months.get(match[1].casefold(), 0), match[3]
        else:
            year, month, day = match[1], int(match[2] or 0), match[3]
        if pattern in (_DAY_FIRST, _MONTH_FIRST) and not month:
            continue
        if month > 12 or int(day or 0) > 31:
            continue
        found.append(
            (
                match.start(),
                "-".join([year, *([f"{month:02d}"] if month else []), *([f"{int(day):02d}"] if day else [])]),
            )
        )
    return found


def _from_name(name: str) -> str:
    """A title from a file's name."""
    stem = re.sub(r"[_\s]+", " ", PurePath(name).stem).strip()
    return stem or name


def _language(text: str) -> str:
    """The language by its letters, where these tell it."""
    letters = max(1, sum(map(str.isalpha, text)))
    if len(_KANA.findall(text)) > 0.05 * letters:
        return "ja"
    if len(_HAN.findall(text)) > 0.3 * letters:
        return "zh"
    return "ru" if len(_CYRILLIC.findall(text)) > 0.5 * letters else ""
