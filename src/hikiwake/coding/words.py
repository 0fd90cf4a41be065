"""The words of one sentence with their places in the stored text, and the actors that stand among them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

LONGEST_SENTENCE = 1_500  # characters: what is longer is no sentence, and is read in pieces
_WORD = re.compile(r"[^\W_]+(?:[-.&+][^\W_]+)*|'s?(?![^\W_])|'(?=t\b)|[^\w\s]")


class Mention(Protocol):
    """A place in a text where actors are named: characters ``start`` to ``end``, their ids, and how they are named."""

    @property
    def start(self) -> int:
        """The first character."""

    @property
    def end(self) -> int:
        """The character after the last."""

    @property
    def actors(self) -> tuple[str, ...]:
        """The ids of the actors."""

    @property
    def how(self) -> str:
        """Name, office, metonym, pronoun or both."""


@dataclass(frozen=True, slots=True)
class Party:
    """Actors named in a sentence: the first and last of the words that name them, their ids, and how."""

    first: int
    last: int
    actors: tuple[str, ...]
    how: str


@dataclass(frozen=True, slots=True)
class Words:
    """A sentence as words in small letters, the places where each begins and ends, and the parties in order."""

    text: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    parties: tuple[Party, ...]

    def within(self, first: int, last: int) -> list[Party]:
        """The parties whose words stand from one word to another, both included."""
        return [each for each in self.parties if each.first >= first and each.last <= last]

    def capital(self, number: int) -> bool:
        """Whether a word begins with a capital letter."""
        return self.text[self.starts[number]].isupper()


def words_of(text: str, start: int, end: int, named: Sequence[Mention] = ()) -> Words:
    """The words of a sentence at its place in a text; ``named`` are the mentions of actors inside it, in order.

    >>> words_of("Iran's navy left.", 0, 17).words
    ['iran', "'s", 'navy', 'left', '.']
    """
    found = [*_WORD.finditer(_small(text[start:end]))]
    words = [each.group() for each in found]
    starts = [start + each.start() for each in found]
    ends = [begin + len(word) for begin, word in zip(starts, words, strict=True)]
    return Words(text, words, starts, ends, tuple(_parties(starts, ends, named)))


def _small(text: str) -> str:
    """A text in small letters with plain apostrophes, letter for letter: a letter that would become two stays."""
    small = text.lower()
    if len(small) != len(text):
        small = "".join(sign.lower() if len(sign.lower()) == 1 else sign for sign in text)
    return small.replace("’", "'")


def _parties(starts: list[int], ends: list[int], named: Iterable[Mention]) -> Iterable[Party]:
    """The mentions, at their words."""
    for each in named:
        first, last = bisect_right(ends, each.start), bisect_left(starts, each.end) - 1
        if first <= last < len(starts):
            yield Party(first, last, tuple(each.actors), each.how)


def pieces(text: str, start: int, end: int) -> Iterable[tuple[int, int]]:
    """A sentence, or the pieces of what is too long for one, cut at a space where there is one.

    >>> list(pieces("word " * 1000, 0, 5000))
    [(0, 1499), (1500, 2999), (3000, 4499), (4500, 5000)]
    """
    while end - start > LONGEST_SENTENCE:
        cut = text.rfind(" ", start, start + LONGEST_SENTENCE)
        cut = cut if cut > start else start + LONGEST_SENTENCE
        yield start, cut
        start = cut + 1 if text[cut].isspace() else cut
    yield start, end
