"""Cues by their words: one dictionary look-up for each word of a sentence, however many cues there are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Generic, Protocol, TypeVar

from hikiwake.vocabulary.statements import Cause, Stance, causes, stances

ADVERBS = frozenset(
    "also still now even always again openly firmly clearly repeatedly strongly long only largely primarily mainly just".split()
)


class Cue(Protocol):
    """Words that tell of a statement."""

    @property
    def words(self) -> tuple[str, ...]:
        """The words, in small letters."""


C = TypeVar("C", bound=Cue)


@dataclass(frozen=True, slots=True)
class Hit(Generic[C]):
    """A cue in a sentence: its first word and the one behind its last, counted from nought."""

    cue: C
    first: int
    last: int


class Cues(Generic[C]):
    """Cues by their first word, and those of several words by the second as well; the longest first."""

    def __init__(self, cues: Iterable[C]) -> None:
        """Sort them once."""
        self._single: dict[str, C] = {}
        self._several: dict[str, dict[str, list[C]]] = {}
        for cue in sorted(cues, key=lambda each: -len(each.words)):
            first, *rest = cue.words
            if rest:
                self._several.setdefault(first, {}).setdefault(rest[0], []).append(cue)
            else:
                self._single.setdefault(first, cue)
        self._firsts = frozenset((*self._single, *self._several))

    def within(self, words: Sequence[str]) -> Iterator[Hit[C]]:
        """The cues among some words; of two that overlap the one that begins first, the longer one."""
        done, firsts = 0, self._firsts
        for number, word in enumerate(words):
            if word in firsts and number >= done and (hit := self._at(words, number)):
                done = hit.last
                yield hit

    def _at(self, words: Sequence[str], number: int) -> Hit[C] | None:
        """The longest cue that begins at a word."""
        several = self._several.get(words[number])
        if several and number + 1 < len(words):
            second = words[number + 1]
            if second in ADVERBS and second not in several and number + 2 < len(words):
                second = words[number + 2]
            for cue in several.get(second, ()):
                if last := _matches(cue.words, words, number):
                    return Hit(cue, number, last)
        single = self._single.get(words[number])
        return Hit(single, number, number + 1) if single else None


def _matches(cue: Sequence[str], words: Sequence[str], number: int) -> int:
    """Where a cue ends that begins at a word, an adverb between its words left out; nought where it does not."""
    place = number + 1
    for word in cue[1:]:
        if place < len(words) and words[place] in ADVERBS and words[place] != word:
            place += 1
        if place >= len(words) or words[place] != word:
            return 0
        place += 1
    return place


@cache
def of_positions() -> Cues[Stance]:
    """The cues of positions."""
    return Cues(stances())


@cache
def of_causes() -> Cues[Cause]:
    """The cues of causes."""
    return Cues(causes())
