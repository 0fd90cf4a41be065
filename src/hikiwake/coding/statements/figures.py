"""Figures: numbers that count or measure something, with comparator and unit.

No figures are the numbers of dates, of articles and notes, those in names (Article 5, Type 054, G7), and list marks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from hikiwake.coding.statements.sentence import Sentence
from hikiwake.vocabulary.statements import figure_words

BEFORE, AFTER = 24, 90  # characters around a number in which its comparator and its unit stand
_DIGITS = re.compile(r"(?:(?P<sign>US\$|USD|[$€£¥₹₽]|Rs\.?)\s?)?(?P<number>\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)")
_NAMED_BY = re.compile(
    r"(?:[^\W\d_]-|[^\W\d_]|\d[.:/]|[\[+/#№^]|\b(?:[Nn]os?\.|[Aa]rt(?:icles?|s?\.)|[Cc]hapters?|[Ss]ections?|[Pp]p?\.|[Pp]ages?|[Pp]aras?\.?"
    r"|[Pp]aragraphs?|[Rr]esolutions?|[Pp]hase|[Pp]rotocol|[Ff]igure|[Tt]able|[Ff]ootnote|[Vv]ol\.|[Aa]nnex|[Ll]aw|[Dd]ecree|[Tt]ype"
    r"|[Pp]illar|[Cc]ategory|[Cc]lass|[Ss]tage|[Ll]evel|[Gg]roup|[Ff]light|War|Act|[Rr]oom|[Rr]oute|[Bb]asket|[Bb]lock)\s?)$"
)
_MARK_AFTER = re.compile(r"\)|\]|\+|:\d|st\b|nd\b|rd\b|th\b|\.\d|/\d|°|\s?(?:[ap]\.?m\b|BC\b|AD\b|CE\b)")
_UNIT_WORD = re.compile(r"[\s-]{1,2}([^\W\d_]+(?:['’-][^\W\d_]+)*|%)")
_PERCENT = re.compile(r"\s?(?:%|per\s?cent\b|percentage\s+points?\b|pct\b)")
_PER = re.compile(r"\s+(?:per|a|an|each|every)\s+(year|month|week|day|hour|person|capita|second|annum|decade)\b")
_TIMES = re.compile(r"\b(?P<word>doubled|tripled|quadrupled|halved|twofold|threefold|fourfold|fivefold|tenfold|twice)\b", re.IGNORECASE)
_FACTORS = {"doubled": 2, "tripled": 3, "quadrupled": 4, "halved": 0.5, "twofold": 2, "threefold": 3, "fourfold": 4, "fivefold": 5,
            "tenfold": 10, "twice": 2}  # fmt: skip
_MEASURED = re.compile(r"\b(?:age|average|total|rate|index|ratio|score|number|level|price|population|value|figure|share|toll)\b")
_OFTEN = re.compile(
    r"\b(?:(?P<each>each|every)\s+(?P<unit>year|month|week|day|summer|winter|autumn|spring)|(?P<ly>monthly|weekly|daily|yearly|annually|biannually"
    r"|quarterly|fortnightly)|(?P<held>held|met|meets?|takes?\s+place|took\s+place|conducted|visited)\s+(?:regularly|frequently))\b"
)
_COMPARED = re.compile(
    r"\b(?:(?:less|more)\s+(?!than\b|or\b|about\b)[^\W\d_]+|higher|lower|larger|smaller|greater|longer|shorter|older|fewer|bigger|faster"
    r"|stronger|weaker|closer)\s+than\b"
)
_DECADE = re.compile(r"\b(?:for|in|over|than|past|last|within|spanning)\s+(?:(?:about|almost|nearly|over|more\s+than|the|past|last)\s+)*(?:an?\s+)?(?P<word>decades?|century|centuries|half\s+a\s+century)\b", re.IGNORECASE)
_RANK = re.compile(
    r"\b(?:(?P<nth>second|third|fourth|fifth|sixth|seventh|\d{1,2}(?:nd|rd|th))[\s-])?(?P<rank>largest|biggest|highest|lowest|longest|smallest"
    r"|greatest|oldest|deepest|busiest)\s+(?P<what>[^\W\d_]+(?:\s+[^\W\d_]+)?)"
)
_FIRST = re.compile(
    r"\b(?:(?:[Tt]he|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|an?|for)\s+(?:the\s+)?(?:very\s+)?\(?(?P<nth>first|second|third|fourth|fifth|sixth|seventh|eighth"
    r"|ninth|tenth)\)?(?:-ever)?\s+(?P<what>[^\s,;.]+(?:\s+[^\s,;.]+)?)|[Ff]or\s+the\s+first\s+(?P<time>time))"
)
_ONLY = re.compile(r"\bthe\s+(?:only|sole)\s+(?P<what>(?:[^\s,;.]+\s+){0,4}?[^\s,;.]+)\s+(?:not\s+)?(?:to|that|in|which|who|with|without)\b")
_NOT_FIRST = re.compile(r"\b(?:time|place|place\s+the|half|quarter|step|stage|phase|island|group|world)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in its place: how it compares, its value and unit, what sort it is, and how sure it states something."""

    start: int
    end: int
    comparator: str
    value: str
    unit: str
    sort: str
    weight: float


def figures(sentence: Sentence) -> list[Figure]:
    """The figures of a sentence in order.

    >>> from hikiwake.coding.statements.sentence import read
    >>> text = "Peru bought more than 60 ships for US$ 9 billion."
    >>> [(each.comparator, each.value, each.unit) for each in figures(read(text, 0, len(text), (), ()))]
    [('>', '60', 'ships'), ('=', '9', 'USD billion')]
    """
    found = [*_in_digits(sentence), *_in_words(sentence), *_in_ranks(sentence)]
    return sorted(found, key=lambda each: each.start)


def _in_digits(sentence: Sentence) -> Iterator[Figure]:
    text = sentence.text
    for match in _DIGITS.finditer(text, sentence.start, sentence.end):
        start, end = match.start("number"), match.end()
        if _dated(sentence, start) or _NAMED_BY.search(text, max(sentence.start, match.start() - 14), match.start()):
            continue
        if _MARK_AFTER.match(text, end):
            continue
        value = re.sub(r"[,\s]", "", match["number"])
        figure = _figure(sentence, match.start(), end, value, figure_words().money.get((match["sign"] or "").rstrip("."), ""))
        if figure:
            yield figure


def _dated(sentence: Sentence, place: int) -> bool:
    return any(each.start <= place < each.end for each in sentence.dated)


def _in_words(sentence: Sentence) -> Iterator[Figure]:
    numbers, shares = figure_words().numbers, figure_words().shares
    for number, word in enumerate(sentence.words):
        if word not in numbers and word not in _SHARES:
            continue
        place = sentence.place(number)
        if word in numbers and not _dated(sentence, place):
            of = _OF.match(sentence.text, place + len(word))
            behind = of.end() if of and word in _LOOSE else place + len(word)
            figure = _figure(sentence, place, behind, f"{numbers[word]:g}", "")
            if figure and figure.unit not in ("", "of"):
                yield figure
        elif word in _SHARES and (share := _share(sentence, place, word, shares)):
            yield share


_SHARES = frozenset(("half", "third", "thirds", "quarter", "quarters"))
_OF = re.compile(r"\s+of(?=\s)")
_LOOSE = frozenset(("dozens", "hundreds", "thousands", "millions"))


def _share(sentence: Sentence, place: int, word: str, shares: dict[str, float]) -> Figure | None:
    """Half of, a third of: a share in words."""
    text, end = sentence.text, place + len(word)
    if not re.match(r"\s+(?:of|the)\b", text[end : end + 8]):
        return None
    before = text[max(sentence.start, place - 6) : end].casefold()
    value = next((value for name, value in shares.items() if before.endswith(name)), None)
    return Figure(place, end, _comparator(sentence, place)[1], f"{value:g}", "percent", "share", 0.6) if value else None


def _figure(sentence: Sentence, start: int, end: int, value: str, money: str) -> Figure | None:
    """A number with what stands around it; ``None`` where it has no unit."""
    text = sentence.text
    first, comparator = _comparator(sentence, start)
    if percent := _PERCENT.match(text, end):
        return Figure(first, percent.end(), comparator, value, "percent", "share", 0.85)
    unit, behind, weight = _unit(sentence, end, money)
    if not unit and (comparator != "=" or first < start) and _MEASURED.search(text, sentence.start, first):
        return Figure(first, end, comparator, value, "", "count", 0.55)
    if not unit:
        return None
    return Figure(first, behind, comparator, value, unit, "amount" if money else "count", weight)


@cache
def _comparators() -> re.Pattern[str]:
    words = sorted(figure_words().comparators, key=len, reverse=True)
    return re.compile(rf"\b({'|'.join(map(re.escape, words))})\s+(?:the\s+|a\s+)?$", re.IGNORECASE)


def _comparator(sentence: Sentence, start: int) -> tuple[int, str]:
    """Where a figure begins with its comparator, and the comparator."""
    match = _comparators().search(sentence.text, max(sentence.start, start - BEFORE), start)
    if match is None:
        return start, "~" if sentence.text[start - 1 : start] == "~" else "="
    return match.start(), figure_words().comparators[" ".join(match[1].casefold().split())]


def _unit(sentence: Sentence, end: int, money: str) -> tuple[str, int, float]:
    """The unit behind a number, where it ends, and how sure that it is one."""
    text, words = sentence.text, figure_words()
    parts, last, place = [money] if money else [], end, end
    for _ in range(7):
        match = _UNIT_WORD.match(text, place, min(sentence.end, end + AFTER))
        if match is None:
            break
        word, plain = match[1], match[1].casefold()
        if plain in words.magnitudes:
            parts.append(plain)
            last = match.end()
        elif plain in words.money and not money:
            return " ".join([words.money[plain], *parts]), match.end(), 0.85
        elif plain in ("and", "or") and len(parts) == bool(money) and place > end:
            pass  # "six Russian and Chinese ships"
        elif plain in words.not_units or _dated(sentence, match.start(1)):
            break
        elif word[0].islower() and (_plural(plain) or sentence.text[end - 4 : end].casefold() == "zero"):
            unit = " ".join([*parts, word]) if not money else " ".join(parts)
            per = _PER.match(text, match.end())
            return f"{unit} per {per[1]}" if per else unit, match.end(), 0.75
        elif text[place : place + 1] == "-" and word[0].islower() and place == end:
            return " ".join([*parts, word.partition("-")[0] + "s"]), match.end(), 0.5
        place = match.end()
        if text[place : place + 1] in ",;:)(":
            break
    return (" ".join(parts), last, 0.85 if money else 0.7) if parts else ("", end, 0.0)


def _plural(word: str) -> bool:
    return (word.endswith("s") and not word.endswith(("ss", "us", "is", "ous"))) or word in _PLURALS


_PLURALS = frozenset(
    "people men women children aircraft km kilometres sq tonnes percent troops personnel police fishermen feet mw gw mt bcm tcf nm"
    " cattle offspring staff crew megawatts hectares salmon cod".split()
)


def _in_ranks(sentence: Sentence) -> Iterator[Figure]:
    """Ranks, firsts and onlys, decades, how often and how many times: each looked for where a word of it stands."""
    triggers = _triggers()
    for find in {triggers[word]: None for word in sentence.words if word in triggers}:
        yield from find(sentence)


def _ranks(sentence: Sentence) -> Iterator[Figure]:
    for match in _RANK.finditer(sentence.text, sentence.start, sentence.end):
        value = str(_ordinal(match["nth"])) if match["nth"] else "1"
        yield Figure(match.start(), match.end(), "=", value, f"{match['rank']} {match['what']}", "rank", 0.6)


def _firsts(sentence: Sentence) -> Iterator[Figure]:
    for match in _FIRST.finditer(sentence.text, sentence.start, sentence.end):
        if match["time"] or not _NOT_FIRST.match(match["what"]):
            value = str(_ordinal(match["nth"] or "first"))
            yield Figure(match.start(), match.end(), "=", value, match["what"] or "time", "rank", 0.5)


def _onlys(sentence: Sentence) -> Iterator[Figure]:
    for match in _ONLY.finditer(sentence.text, sentence.start, sentence.end):
        yield Figure(match.start(), match.end(), "=", "1", match["what"], "only", 0.5)


def _decades(sentence: Sentence) -> Iterator[Figure]:
    for match in _DECADE.finditer(sentence.text, sentence.start, sentence.end):
        if not _dated(sentence, match.start("word")):
            plural = match["word"].endswith("s")
            yield Figure(match.start(), match.end(), ">" if plural else "~", "1", match["word"].rstrip("s"), "duration", 0.5)


def _factors(sentence: Sentence) -> Iterator[Figure]:
    for match in _TIMES.finditer(sentence.text, sentence.start, sentence.end):
        yield Figure(match.start(), match.end(), "=", f"{_FACTORS[match['word'].casefold()]:g}", "times", "factor", 0.5)


def _often(sentence: Sentence) -> Iterator[Figure]:
    for match in _OFTEN.finditer(sentence.text, sentence.start, sentence.end):
        unit = f"times per {match['unit']}" if match["unit"] else match["ly"] or "regularly"
        yield Figure(match.start(), match.end(), "=", "1", unit, "frequency", 0.47)


def _compared(sentence: Sentence) -> Iterator[Figure]:
    for match in _COMPARED.finditer(sentence.text, sentence.start, sentence.end):
        yield Figure(match.start(), match.end(), "=", match.group(), "", "comparison", 0.47)


@cache
def _triggers() -> dict[str, Callable[[Sentence], Iterator[Figure]]]:
    """The words that make looking for a kind of figure worth while."""
    words: dict[Callable[[Sentence], Iterator[Figure]], Iterable[str]] = {
        _ranks: figure_words().ranks,
        _firsts: ("first", *figure_words().ordinals),
        _onlys: ("only", "sole"),
        _decades: ("decade", "decades", "century", "centuries"),
        _factors: _FACTORS,
        _often: ("each", "every", "monthly", "weekly", "daily", "yearly", "annually", "biannually", "quarterly", "fortnightly",
                 "regularly", "frequently"),
        _compared: ("than",),
    }  # fmt: skip
    return {word: find for find, those in words.items() for word in those}


def _ordinal(word: str) -> int:
    if word[0].isdigit():
        return int(re.sub(r"\D", "", word))
    return 1 if word == "first" else int(figure_words().ordinals[word])
