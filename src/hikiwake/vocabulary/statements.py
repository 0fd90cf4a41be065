"""The tables of statements: cues of positions and of causes with their forms, and the words of figures."""

from __future__ import annotations

import csv
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Stance:
    """A cue of a position: its words, the verb, strength and kind it means, its shape, and how sure it makes one."""

    words: tuple[str, ...]
    verb: str
    strength: str
    kind: str
    shape: str
    weight: float


@dataclass(frozen=True, slots=True)
class Cause:
    """A cue of a cause: its words, whether cause or effect comes first, the sign, and how sure it makes one."""

    words: tuple[str, ...]
    order: str
    sign: str
    weight: float


@dataclass(frozen=True, slots=True)
class FigureWords:
    """The words of figures, as told at the head of each list in ``figures.toml``."""

    numbers: dict[str, float]
    ordinals: dict[str, float]
    magnitudes: dict[str, float]
    shares: dict[str, float]
    comparators: dict[str, str]
    money: dict[str, str]
    plurals: frozenset[str]
    compounds: frozenset[str]
    numbered: frozenset[str]
    not_units: frozenset[str]
    planned: frozenset[str]
    forecast: frozenset[str]
    ranks: frozenset[str]


@dataclass(frozen=True, slots=True)
class ReadingKind:
    """A kind of reading: its short word, the question it answers, its cues as one pattern, how sure, and its words."""

    side: str
    asks: str
    cue: re.Pattern[str]
    confidence: float
    words: frozenset[str]


def forms(cue: str) -> tuple[str, ...]:
    """The forms of a cue: those between bars, or for a regular verb (marked by ``~``) all that it takes.

    >>> forms("~deny"), forms("sought|seek")
    (('deny', 'denies', 'denied', 'denying'), ('sought', 'seek'))
    """
    if not cue.startswith("~"):
        return tuple(cue.split("|"))
    verb, space, rest = cue[1:].partition(" ")
    return tuple(form + space + rest for form in _inflected(verb))


def _inflected(verb: str) -> tuple[str, ...]:
    if verb.endswith("e"):
        return verb, verb + "s", verb + "d", verb[:-1] + "ing"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"
    third = verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "o")) else "s")
    stem = verb + verb[-1] if verb in _DOUBLED else verb
    return verb, third, stem + "ed", stem + "ing"


_DOUBLED = ("ban", "commit", "compel", "deter", "plan", "spur")


def _rows(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(files(__package__).joinpath(name).read_text(encoding="utf-8").splitlines()))


def _each(name: str) -> Iterator[tuple[tuple[str, ...], dict[str, str]]]:
    for row in _rows(name):
        for form in forms(row["cue"]):
            yield tuple(form.replace("-", " ").replace("'", " ").split()), row


@cache
def stances() -> tuple[Stance, ...]:
    """The cues of positions in ``stances.csv``, one for each form.

    >>> next(cue.verb for cue in stances() if cue.words == ("refused",))
    'rejects'
    """
    return tuple(
        Stance(words, row["verb"], row["strength"], row["kind"], row["shape"], float(row["weight"]))
        for words, row in _each("stances.csv")
    )


@cache
def causes() -> tuple[Cause, ...]:
    """The cues of causes in ``causes.csv``, one for each form.

    >>> next(cue.sign for cue in causes() if cue.words == ("hampered",))
    '-'
    """
    return tuple(Cause(words, row["order"], row["sign"], float(row["weight"])) for words, row in _each("causes.csv"))


@cache
def figure_words() -> FigureWords:
    """The words of figures in ``figures.toml``.

    >>> figure_words().comparators["at least"]
    '>='
    """
    table = tomllib.loads(files(__package__).joinpath("figures.toml").read_text(encoding="utf-8"))
    return FigureWords(
        numbers=table["numbers"],
        ordinals=table["ordinals"],
        magnitudes=table["magnitudes"],
        shares=table["shares"],
        comparators=table["comparators"],
        money=table["money"],
        plurals=frozenset(table["plurals"]["words"]),
        compounds=frozenset(table["compounds"]["words"]),
        numbered=frozenset(table["numbered"]["words"]),
        not_units=frozenset(table["not_units"]["words"]),
        planned=frozenset(table["kinds"]["planned"]),
        forecast=frozenset(table["kinds"]["forecast"]),
        ranks=frozenset(table["ranks"]["words"]),
    )


@cache
def topics() -> dict[str, str]:
    """What a position may be about, by the word that tells it, from ``topics.toml``.

    >>> topics()["dam"]
    'water'
    """
    table = tomllib.loads(files(__package__).joinpath("topics.toml").read_text(encoding="utf-8"))
    return {word: topic for topic, words in table.items() for word in words}


@cache
def reading_kinds() -> tuple[ReadingKind, ...]:
    """The kinds of reading in ``readings.toml``, in the order in which they are tried.

    >>> [kind.side for kind in reading_kinds()]
    ['turning point', 'thesis', 'outlook', 'explanation']
    """
    table = tomllib.loads(files(__package__).joinpath("readings.toml").read_text(encoding="utf-8"))
    return tuple(
        ReadingKind(side, kind["asks"], _pattern(kind["cues"]), kind["confidence"], frozenset(kind["words"]))
        for side, kind in table.items()
    )


def _pattern(cues: list[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(cues)})\b", re.IGNORECASE)
