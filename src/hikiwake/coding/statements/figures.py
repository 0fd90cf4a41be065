"""Figures: numbers that count or measure something, with comparator and unit.

No figures are the numbers of dates, of articles and notes, those in names (Article 5, Type 054, G7), and list marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from hikiwake.coding.statements.figure import Figure
from hikiwake.coding.statements.ranks import ranks_and_rates
from hikiwake.coding.statements.sentence import Sentence
from hikiwake.vocabulary.statements import figure_words

BEFORE, AFTER = 24, 90  # characters around a number in which its comparator and its unit stand
_DIGITS = re.compile(r"[0-9](?:\d{0,2}(?:[,\u00a0\u202f]\d{3})+(?:\.\d+)?|\d*(?:\.\d+)?)")
_SIGN = re.compile(r"(?:US\$|USD|[$€£¥₹₽]|\bRs\.?)\s?$")
_JOINED = re.compile(r"(?:[^\W\d_]-?|\d[.:/]|[\[+/#№^])\Z")
_MARK_AFTER = re.compile(r"\)|\]|\+|:\d|st\b|nd\b|rd\b|th\b|\.\d|/\d|°|\s?(?:[ap]\.?m\b|BC\b|AD\b|CE\b)")
_UNIT_WORD = re.compile(r"[\s-]{1,2}([^\W\d_]+(?:['’-][^\W\d_]+)*|%)")
_PERCENT = re.compile(r"\s?(?:%|per\s?cent\b|percentage\s+points?\b|pct\b)")
_PER = re.compile(r"\s+(?:per|a|an|each|every)\s+(year|month|week|day|hour|person|capita|second|annum|decade)\b")
_MEASURED = re.compile(
    r"\b(?:age|average|total|rate|index|ratio|score|number|level|price|population|value|figure|share|toll)\b"
)


def figures(sentence: Sentence) -> list[Figure]:
    """The figures of a sentence in order.

    >>> from hikiwake.coding.statements.sentence import read
    >>> text = "Peru bought more than 60 ships for US$ 9 billion."
    >>> [(each.comparator, each.value, each.unit) for each in figures(read(text))]
    [('>', '60', 'ships'), ('=', '9', 'USD billion')]
    """
    found = [*_in_digits(sentence), *_in_words(sentence), *ranks_and_rates(sentence)]
    return sorted(found, key=lambda each: each.start)


def _in_digits(sentence: Sentence) -> Iterator[Figure]:
    text = sentence.text
    for match in _DIGITS.finditer(text, sentence.start, sentence.end):
        start, end = match.span()
        if sentence.tells_time_at(start) or _MARK_AFTER.match(text, end):
            continue
        sign = _SIGN.search(text, max(sentence.start, start - 5), start)
        first = sign.start() if sign else start
        if _in_a_name(text, max(sentence.start, first - 14), first):
            continue
        money = figure_words().money[sign.group().strip(" .")] if sign else ""
        figure = _figure(sentence, first, end, re.sub(r"[,\s]", "", match.group()), money)
        if figure:
            yield figure


def _in_a_name(text: str, start: int, first: int) -> bool:
    """Whether what stands before a number makes it one of a name: "Article 5", "Type 054", "G7"."""
    if _JOINED.search(text, max(start, first - 2), first):
        return True
    before = text[start:first].split()
    return bool(before) and before[-1].casefold().rstrip(".") in figure_words().numbered


def _in_words(sentence: Sentence) -> Iterator[Figure]:
    numbers, shares = figure_words().numbers, figure_words().shares
    if numbers.keys().isdisjoint(sentence.words) and _SHARES.isdisjoint(sentence.words):
        return
    done = 0
    for number, word in enumerate(sentence.words):
        if word not in numbers and word not in _SHARES:
            continue
        place = sentence.place(number)
        if place < done:
            continue
        if word in numbers and not sentence.tells_time_at(place):
            behind, value = _in_full(sentence, place + len(word), word)
            done = behind
            figure = _figure(sentence, place, behind, f"{value:g}", "")
            if figure and figure.unit not in ("", "of"):
                yield figure
        elif word in _SHARES and (share := _share(sentence, place, word, shares)):
            yield share


def _in_full(sentence: Sentence, end: int, word: str) -> tuple[int, float]:
    """Where a number in words ends, with its ones behind a hyphen or the "of" of "dozens of", and its value."""
    numbers = figure_words().numbers
    ones = _ONES.match(sentence.text, end)
    if ones and ones[1] in numbers and numbers[word] >= 20:
        return ones.end(), numbers[word] + numbers[ones[1]]
    of = _OF.match(sentence.text, end) if word in _LOOSE else None
    return of.end() if of else end, numbers[word]


_OF_THEM = re.compile(r"\s+of\s+(these|them|those|which|whom)\b")
_ONE = re.compile(r"\b(?:one|an?)\s+$")  # of "more than one hundred"
_ONES = re.compile(r"-([a-z]+)")
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
    if of := _OF_THEM.match(text, end):
        return Figure(first, of.end(), comparator, value, f"of {of[1]}", "count", 0.6)
    unit, behind, weight = _unit(sentence, end, money)
    if not unit and (comparator != "=" or first < start) and _MEASURED.search(text, sentence.start, first):
        return Figure(first, end, comparator, value, "", "count", 0.55)
    if not unit:
        return None
    return Figure(first, behind, comparator, value, unit, "amount" if money else "count", weight)


def _comparator(sentence: Sentence, start: int) -> tuple[int, str]:
    """Where a figure begins with its comparator, and the comparator."""
    if one := _ONE.search(sentence.text, max(sentence.start, start - 5), start):
        start = one.start()
    before = sentence.text[max(sentence.start, start - BEFORE) : start].casefold().split()[-4:]
    if before and before[-1] in ("the", "a"):
        before.pop()
    for first in range(max(0, len(before) - 3), len(before)):
        words = " ".join(before[first:])
        if words in figure_words().comparators:
            return _place(sentence, before[first], start), figure_words().comparators[words]
    return start, "~" if sentence.text[start - 1 : start] == "~" else "="


def _place(sentence: Sentence, word: str, end: int) -> int:
    """Where a word last begins before a place."""
    begin = max(sentence.start, end - BEFORE)
    return begin + sentence.text[begin:end].casefold().rindex(word)


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
        elif plain in words.not_units or sentence.tells_time_at(match.start(1)):
            break
        elif word[0].islower() and (_plural(plain) or sentence.text[end - 4 : end].casefold() == "zero"):
            unit = " ".join([*parts, word]) if not money else " ".join(parts)
            per = _PER.match(text, match.end())
            return f"{unit} per {per[1]}" if per else unit, match.end(), 0.75
        elif text[place : place + 1] == "-" and place == end and plain.partition("-")[0] in words.compounds:
            return " ".join([*parts, word.partition("-")[0] + "s"]), match.end(), 0.5
        place = match.end()
        if text[place : place + 1] in ",;:)(":
            break
    return (" ".join(parts), last, 0.85 if money else 0.7) if parts else ("", end, 0.0)


def _plural(word: str) -> bool:
    return (word.endswith("s") and not word.endswith(("ss", "us", "is", "ous"))) or word in figure_words().plurals
