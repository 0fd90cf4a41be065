"""Dates in words, as they stand in bibliographies: ``December 15, 2019``, ``27/03/2014``, ``Spring 2014``, ``c. 1950``.

A date whose day and month could be either is only as exact as its year.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from hikiwake.documents.bibliography.dates import EXPECTED, SEASONS, dated, normal_date, refuse_other_years
from hikiwake.documents.bibliography.faults import OddEntryError, short
from hikiwake.documents.dates import number
from hikiwake.vocabulary import date_words

MONTHS = (
    "jan januar januari janvier enero gennaio janeiro январь января",
    "feb februar fevrier febrero febbraio fevereiro февраль февраля",
    "mar marz maerz mars marzo marco maart март марта",
    "apr april avril abril aprile апрель апреля",
    "may mai mayo maggio maio mei май мая",
    "jun juni juin junio giugno junho июнь июня",
    "jul juli juillet julio luglio julho июль июля",
    "aug august aout agosto augustus август августа",
    "sep sept september septembre septiembre settembre setembro сентябрь сентября",
    "oct okt oktober octobre octubre ottobre outubro октябрь октября",
    "nov november novembre noviembre novembro ноябрь ноября",
    "dec dez dezember decembre diciembre dicembre dezembro декабрь декабря",
)
_ENGLISH = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_NUMBERS = {_word: _number for _number, _words in enumerate(MONTHS, 1) for _word in _words.split()}
_NUMBERS |= {_word: _number for _number, _word in enumerate(_ENGLISH, 1)} | SEASONS
_SEASONS = {"fruhling": 21, "printemps": 21, "sommer": 22, "ete": 22, "herbst": 23, "automne": 23, "hiver": 24}
_NUMBERS |= _SEASONS
_ABOUT = re.compile(r"\b(?:c|ca|circa|about|approx|um|vers)\b\.?|[?~]", re.IGNORECASE)


def read_date(text: str) -> str | None:
    """A date in words or numbers in EDTF, or ``None`` where no year is told.

    Raises ``OddEntryError`` for a year outside 0001 to 9999 and for a day that no calendar has.

    >>> read_date("December 15, 2019"), read_date("27/03/2014"), read_date("03/04/2014"), read_date("Summer 2014")
    ('2019-12-15', '2014-03-27', '2014', '2014-22')
    """
    if len(text) > 200:
        return None
    plain = _of_era(unicodedata.normalize("NFKC", text).strip().strip("[]()").strip())
    if re.fullmatch(r"\d{4}\s?[-/\u2010-\u2015]\s?(?:2[5-9]|[3-9]\d)", plain):
        return _range(plain)
    exact = normal_date(plain)
    if exact:
        return exact
    if re.fullmatch(r"\d{1,3}", plain):
        return dated(int(plain))
    return _range(plain) or _numbers(plain) or _two(plain) or _words(plain)


def _of_era(text: str) -> str:
    """A date that an era of East Asia counts, in years of the common era; others as they stand."""
    found = _era().search(text) if "年" in text else None
    if found is None:
        return text
    try:
        year = date_words().year_of(found[1], number(found[2]))
    except ValueError as error:
        raise OddEntryError(f"{short(text)}: {error}", EXPECTED) from error
    return f"{text[: found.start()]}{year}年{text[found.end() :]}".strip()


@cache
def _era() -> re.Pattern[str]:
    names = "|".join(era for era in date_words().eras if not era.isascii())
    return re.compile(rf"({names})\s?([\d元〇一二三四五六七八九十]{{1,3}})\s?年")


def month_number(text: str) -> int | None:
    """The number of a month by its name or number, 21 to 24 for a season, or ``None`` for other words.

    >>> month_number("März"), month_number("sep"), month_number("Spring"), month_number("x")
    (3, 9, 21, None)
    """
    word = _letters(text).strip(" .")
    if re.fullmatch(r"\d{1,2}", word):
        return int(word) or None
    return _NUMBERS.get(word)


def _letters(text: str) -> str:
    """Lower case without the accents of Latin letters; others keep theirs."""
    parts = unicodedata.normalize("NFD", text.casefold())
    return unicodedata.normalize("NFC", re.sub("(?<=[a-z])[\u0300-\u036f]+", "", parts))


def _numbers(text: str) -> str | None:
    """Day, month and year as numbers, in either order."""
    if found := re.fullmatch(r"(\d{4})([./年-])\s*(\d{1,2})(?:[./月-]\s*(\d{1,2})日?)?[./月]*", text):
        return dated(int(found[1]), int(found[3]) or None, int(found[4] or 0) or None)
    if found := re.fullmatch(r"(\d{4})年", text):
        return dated(int(found[1]))
    if (found := re.fullmatch(r"(\d{4})(\d\d)(\d\d)", text)) and 1 <= int(found[2]) <= 12:
        return dated(int(found[1]), int(found[2]), int(found[3]))
    if found := re.fullmatch(r"(\d{1,2})([./-])\s*(\d{1,2})\2\s*(\d{4})\.?", text):
        first, second, year = int(found[1]), int(found[3]), int(found[4])
        if found[2] == "." or first > 12 or first == second:
            return dated(year, second, first)
        return dated(year, first, second) if second > 12 else dated(year)
    if found := re.fullmatch(r"(\d{1,2})[./](\d{4})", text):
        return dated(int(found[2]), int(found[1]) or None)
    return None


def _range(text: str) -> str | None:
    """Two years: ``1995-1997``, ``1998/99``."""
    found = re.fullmatch(r"(\d{4})\s*(?:[-/\u2010-\u2015]|--)\s*(\d{4}|\d{2})", text)
    if found is None:
        return None
    last = found[2] if len(found[2]) == 4 else found[1][:2] + found[2]
    return normal_date(f"{found[1]}/{last}") if int(found[1]) < int(last) else None


def _two(text: str) -> str | None:
    """Two dates in words, ``March 2001/April 2002``, or the years of ``the 1990s``."""
    if found := re.search(r"(?<!\d)(\d{3})0['’]?s\b", text):
        return f"{dated(int(found[1]) * 10)}/{dated(int(found[1]) * 10 + 9)}"
    between = re.fullmatch(r"between (.*) and (.*)", text, re.IGNORECASE)
    ends = list(between.groups()) if between else re.split(r" ?/ ?| [-\u2010-\u2015] |--", text)
    if len(ends) != 2 or not all(re.search(r"(?<!\d)\d{4}(?!\d)", end) for end in ends):
        return None
    first, last = map(read_date, ends)
    return normal_date(f"{first}/{last}") if first and last and "/" not in first + last else None


def _words(text: str) -> str | None:
    """The one year in some words, with a month or season, and a day, where they are told beside it."""
    years = re.findall(r"(?<!\d)\d{4}(?!\d)", text)
    if not years:
        refuse_other_years(text)
        return None
    about = bool(_ABOUT.search(text))
    words = re.findall(r"[^\W\d_]+", _letters(text))
    months = [_NUMBERS[word] for word in words if word in _NUMBERS]
    rest = text.replace(years[0], " ", 1)
    days = re.findall(r"(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|\.)?(?!\d)", rest)
    if len(months) == 1 and len(years) == 1 and not re.search(r"\d/\d", text):
        day = int(days[0]) if len(days) == 1 and months[0] <= 12 else None
        found = dated(int(years[0]), months[0], day)
    elif len(months) == 2 and len(years) == 1 and max(months) <= 12 and not days and months[0] < months[1]:
        return f"{dated(int(years[0]), months[0])}/{dated(int(years[0]), months[1])}"
    else:
        found = dated(int(years[0]))
    return f"{found}~" if about else found
