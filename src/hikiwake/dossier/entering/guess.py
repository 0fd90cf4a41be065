"""What a file tells of itself: title, author, date and language, as far as its beginning shows them.

Every guess is one for the user to look at; the one function through which documents are guessed is ``guessed``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from hikiwake.documents.bibliography.faults import OddEntryError
from hikiwake.documents.bibliography.written_dates import read_date

BEGINNING = 25  # lines
LONGEST_TITLE = 200  # characters
_AUTHOR = re.compile(
    r"\W*(?:(?:written )?by|authors?:?|von|par|por|автор:?|著者?[:：])\s+([^\d@]{3,80})", re.IGNORECASE
)
_DATE = re.compile(r"\W*(?:date|published|updated|posted|datum|дата)\b\W*(.{4,40})", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(1[5-9]\d\d|20\d\d)(?!\d)")
_SCRIPTS = {"ja": "[\u3041-\u30ff]", "ko": "[\uac00-\ud7af]", "ru": "[\u0400-\u04ff]", "ar": "[\u0600-\u06ff]",
            "el": "[\u0370-\u03ff]", "he": "[\u0590-\u05ff]", "zh": "[\u4e00-\u9fff]"}  # fmt: skip
_WORDS = {
    "en": "the of and to in that is for was with",
    "de": "der die und das den von mit ist dem nicht",
    "fr": "le la les des et que une dans est pour",
    "es": "el los las del que una por con para se",
    "it": "il di che della per una sono con del gli",
    "pt": "o os as do da que uma para com não",
}


@dataclass(frozen=True, slots=True)
class Guess:
    """What a text seems to be; ``date`` is a year, a month or a day as in EDTF, with ``~`` where it is only near."""

    title: str
    author: str
    date: str
    language: str
    publisher: str = ""


def guessed(text: str, path: Path) -> Guess:
    """What a file seems to be; author and date are empty where nothing shows them.

    >>> told = guessed("# On Reefs\\n\\nBy Nora Berg\\n\\nMarch 2020\\n\\nThe reefs of the bay are two.", Path("r.txt"))
    >>> told.title, told.author, told.date, told.language
    ('On Reefs', 'Nora Berg', '2020-03', 'en')
    """
    lines = [line.strip() for line in text[:20_000].splitlines()[: 3 * BEGINNING] if line.strip()][:BEGINNING]
    author = next((match[1].strip(" .,") for line in lines if (match := _AUTHOR.fullmatch(line))), "")
    return Guess(_title(lines, path), author, _date(lines, text, path), _language(text))


def _title(lines: list[str], path: Path) -> str:
    """The first line that can be a title, else the file's name in words."""
    for line in lines:
        words = line.lstrip("# *_").rstrip("# *_")
        if 3 <= len(words) <= LONGEST_TITLE and re.search(r"[^\W\d_]{2}", words) and not _AUTHOR.fullmatch(line):
            return words.removeprefix("Title:").strip()
    return re.sub(r"[-_]+", " ", path.stem).strip() or path.name


def _date(lines: list[str], text: str, path: Path) -> str:
    """A date that stands alone near the beginning; else one in the file's name; else about the last year told of."""
    for words in _dates(lines):
        try:
            if found := read_date(words.strip(" .,;*_()")):
                return found
        except OddEntryError:
            continue
    if year := _YEAR.search(path.stem):
        return year[0]
    until = _written(path)
    years = [year for year in _YEAR.findall(text[:500_000]) if int(year) <= until]
    return f"{max(years)}~" if years else f"{until}~"


def _dates(lines: list[str]) -> Iterator[str]:
    """What near the beginning may be a date: what a word announces first, then lines that are short."""
    yield from (match[1] for line in lines if (match := _DATE.fullmatch(line)))
    yield from (line for line in lines if len(line) <= 40 and _YEAR.search(line))
    yield from (part for line in lines if len(line) <= 150 for part in re.split(r"\s*[|·•]\s*", line)[1:])


def _written(path: Path) -> int:
    """The year in which the file was last changed; the text is not younger."""
    try:
        return datetime.fromtimestamp(path.stat().st_mtime, UTC).year
    except OSError:
        return datetime.now(UTC).year


def _language(text: str) -> str:
    """The language by its script, or by its commonest words; empty where neither shows it."""
    sample = text[:20_000]
    letters = len(re.findall(r"[^\W\d_]", sample)) or 1
    for language, script in _SCRIPTS.items():
        if len(re.findall(script, sample)) > (0.1 if language == "ja" else 0.4) * letters:
            return language
    words = re.findall(r"[^\W\d_]+", sample.casefold())
    counts = {language: sum(words.count(word) for word in common.split()) for language, common in _WORDS.items()}
    best = max(counts, key=lambda each: counts[each])
    return best if counts[best] > len(words) / 20 else ""
