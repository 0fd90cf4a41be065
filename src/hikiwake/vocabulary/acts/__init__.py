"""The words of acts between parties: verbs with their frames, nouns, what governs a verb, classes of words."""

from __future__ import annotations

import csv
import tomllib
from functools import cache
from importlib.resources import files


@cache
def rows(table: str) -> tuple[dict[str, str], ...]:
    """The rows of a table: ``verbs``, ``nouns``, ``governors``, ``likeliest`` or ``irregular``.

    >>> rows("irregular")[0]["past"]
    'was|were'
    """
    lines = files(__package__).joinpath(f"{table}.csv").read_text(encoding="utf-8").splitlines()
    return tuple(csv.DictReader(lines))


@cache
def classes() -> dict[str, frozenset[str]]:
    """The classes of words that the frames of verbs speak of.

    >>> "treaty" in classes()["treaty"]
    True
    """
    table = tomllib.loads(files(__package__).joinpath("classes.toml").read_text(encoding="utf-8"))
    return {name: frozenset(words.split()) for name, words in table.items()}
