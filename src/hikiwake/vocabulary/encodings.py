"""The encodings in which texts of a language come, with the letters by which a reader knows them: ``encodings.csv``.

Of a language in Latin letters these are the letters beyond English; of one in other letters all that are met, the most
frequent first; of one of East Asia none, since its signs are known by their blocks.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Encoding:
    """An encoding by Python's name for it, a language written in it, and that language's letters."""

    name: str
    language: str
    letters: str

    @property
    def is_latin(self) -> bool:
        """Whether the language is written in Latin letters."""
        return any("\u00c0" <= letter <= "\u024f" for letter in self.letters)


@cache
def encodings() -> tuple[Encoding, ...]:
    """The encodings with their languages; where two fit a text alike, the first is meant.

    >>> encodings()[0].name, "é" in encodings()[1].letters
    ('cp1252', True)
    """
    text = files(__package__).joinpath("encodings.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines())
    return tuple(Encoding(row["encoding"], row["language"], row["letters"]) for row in rows)
