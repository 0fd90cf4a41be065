"""The table of indicators: by which acts a variable that authors argue with is told, by the head word of its title."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from hikiwake.vocabulary import event_types

CLASSES = {"cooperation": (1, 2), "conflict": (3, 4)}


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """The types of act that a word stands for, those that less of it is told by, and who stands after "of".

    of: source, target, or both where the acts go between those that are named
    """

    acts: frozenset[str]
    less: frozenset[str]
    of: str


@cache
def indicators() -> dict[str, IndicatorRow]:
    """The rows of ``indicators.csv`` by each of their words.

    >>> indicators()["criticism"].of, sorted(indicators()["concessions"].acts)
    ('target', ['CONCEDE', 'RETREAT'])
    """
    lines = files(__package__).joinpath("indicators.csv").read_text(encoding="utf-8").splitlines()
    return {
        word: IndicatorRow(_types(row["acts"]), _types(row["less"]), row["of"])
        for row in csv.DictReader(lines)
        for word in row["words"].split("|")
    }


def types_of(words: Iterable[str]) -> frozenset[str]:
    """The types of act that words name, one by one, or by ``cooperation`` or ``conflict`` all of these.

    >>> sorted(types_of(["CONSULT", "AID"])), "THREATEN" in types_of(["conflict"])
    (['AID', 'CONSULT'], True)
    """
    return frozenset(type_ for word in words for type_ in (_of_class(word) if word in CLASSES else [word]))


def _of_class(word: str) -> list[str]:
    return [each.id for each in event_types().values() if each.quad in CLASSES[word]]


def _types(cell: str) -> frozenset[str]:
    return types_of(filter(None, cell.split(";")))
