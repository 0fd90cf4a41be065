"""What a document is, guessed from what its file says of itself and from how its text begins; to be looked over.

What the text says goes before what the file says: a file's own entries are often those of whoever saved it. Nothing is
made up: what neither tells stays empty, but for the title, which is then the file's name. What a text says of itself
in a block of keys at its begin goes before all else. Of a letter sent by electronic mail it is the other way round: its
head says sender, subject and day, and what its first lines name may be anything.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePath

from hikiwake.documents.front_matter import front_matter
from hikiwake.vocabulary import date_words

PLACES = ("text", "file", "name")  # where something may be found, the place that goes before first
LETTER = "letter"  # what a file says of its kind that has a head of its own
LOOKED_AT = 4_000  # characters at the begin of a text
LONGEST_TITLE = 150  # characters of a line that may be a title
MOST_LINES = 10  # before the first paragraph
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
_ROLE = re.compile(r"(?:A|An|The)\s[^\d.!?:;]{4,76}")
_SENTENCE = re.compile(r"[.!…;:。！]$")
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
    front, says = front_matter(text), says or {}
    begin, own = text[front.end : front.end + LOOKED_AT], front.says
    lines = _head(begin)
    head = "\n".join(lines)
    fields = {
        "title": (_told(own, "title") or _title(lines), _told(says, "title"), _from_name(name)),
        "author": (_told(own, "author") or _author(lines), _told(says, "author"), ""),
        "date": (
            _date(own.get("date", "")) or _date(head),
            _told(says, "date"),
            _date(PurePath(name).stem.replace("_", " ")),
        ),
        "publisher": (_told(own, "publisher"), _told(says, "publisher"), ""),
        "language": (_language(begin) or _tag(own.get("language", "")), _told(says, "language"), "en"),
        "kind": ("", _told(says, "kind"), "report"),
        "audience": (_told(own, "audience"), _told(says, "audience"), ""),
    }
    chosen, grounds = {}, []
    for field, found in fields.items():
        told = dict(zip(PLACES, found, strict=True))
        places = ("file", "text", "name") if says.get("kind") == LETTER else PLACES
        value, ground = next(((told[place], place) for place in places if told[place]), ("", ""))
        chosen[field] = value
        grounds += [(field, ground)] if value and field in ("title", "author", "date", "publisher") else []
    return Guess(**chosen, grounds=tuple(grounds))


def _told(says: Mapping[str, str], field: str) -> str:
    """What a file says of itself, where it says anything."""
    value = says.get(field, "").strip()
    return "" if _IDLE.fullmatch(value) else value


def _tag(language: str) -> str:
    """The language of a tag such as ``en-GB``."""
    tag = language.replace("_", "-").partition("-")[0].casefold()
    return tag if re.fullmatch("[a-z]{2,3}", tag) else ""


def _head(text: str) -> list[str]:
    """The lines before the first paragraph: title, author, place and day."""
    lines: list[str] = []
    for line in text.splitlines():
        words = " ".join(line.split()).strip("*_ ")
        if len(words) > LONGEST_TITLE or len(lines) >= MOST_LINES or (lines and _SENTENCE.search(words)):
            break
        lines += [words] if words else []
    return lines


def _title(lines: list[str]) -> str:
    """The first line that is a heading; a kicker of one word before it is none."""
    told = [(line.lstrip("#* "), line.startswith("#")) for line in lines if not _BY.search(line) and line.strip("# ")]
    if not told or (_SENTENCE.search(told[0][0]) and not told[0][1]):
        return ""
    first, marked = told[0]
    second = told[1][0] if len(told) > 1 else ""
    return second if not marked and " " not in first and second.count(" ") > 3 else first


def _author(lines: list[str]) -> str:
    """Who is named as the author, or the line under the title that is a name or a role."""
    head = "\n".join(lines)
    if match := _BY.search(head) or _OF.search(head):
        return " ".join(match["name"].strip("*_ ").split())
    under = [line.strip("*_# ") for line in lines[1:6] if len(line) <= LONGEST_NAME]
    return next((line for line in under if _NAME.fullmatch(line) or _ROLE.fullmatch(line)), "")


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
