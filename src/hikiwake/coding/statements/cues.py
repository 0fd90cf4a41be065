"""Cues by their words: one dictionary look-up for each word of a sentence, however many cues there are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import zip_longest
from typing import Generic, Protocol, TypeVar

from hikiwake.vocabulary.statements import Cause, Stance, causes, stances

ADVERBS = frozenset(
    (
        *("also", "still", "now", "even", "always", "again", "openly", "firmly", "clearly", "repeatedly", "strongly"),
        *("long", "only", "largely", "primarily", "mainly", "just"),
    )
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
        self.single: dict[str, C] = {}
        self.pairs: dict[tuple[str, str], list[C]] = {}
        for cue in sorted(cues, key=lambda each: -len(each.words)):
            first, *rest = cue.words
            if rest:
                self.pairs.setdefault((first, rest[0]), []).append(cue)
            else:
                self.single.setdefault(first, cue)
        self._several = frozenset(first for first, _ in self.pairs)

    def within(self, words: Sequence[str], places: Iterable[int]) -> list[Hit[C]]:
        """The cues that begin at some places among words; of two that overlap the first, of two there the longer."""
        found: list[Hit[C]] = []
        done, single = 0, self.single
        for number in places:
            word = words[number]
            if number < done or (word not in single and word not in self._several):
                continue
            hit = self._several_at(words, number) if word in self._several else None
            if hit is None and word in single:
                hit = Hit(single[word], number, number + 1)
            if hit:
                done = hit.last
                found.append(hit)
        return found

    def _several_at(self, words: Sequence[str], number: int) -> Hit[C] | None:
        """The longest cue of several words that begins at a word."""
        for second in words[number + 1 : number + 3]:
            for cue in self.pairs.get((words[number], second), ()):
                if last := _matches(cue.words, words, number):
                    return Hit(cue, number, last)
            if second not in ADVERBS:
                return None
        return None


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


@cache
def _firsts() -> tuple[frozenset[str], frozenset[str], frozenset[tuple[str, str]]]:
    """The words of cues of one word, the first words of longer ones, and their first two words, of both kinds."""
    kinds = (of_positions(), of_causes())
    singles = frozenset(word for cues in kinds for word in cues.single)
    pairs = frozenset(pair for cues in kinds for pair in cues.pairs)
    return singles, frozenset(first for first, _ in pairs), pairs


def beginnings(words: Sequence[str]) -> list[int]:
    """Where among some words a cue of either kind may begin."""
    singles, firsts, pairs = _firsts()
    return [
        number
        for number, (word, second) in enumerate(zip_longest(words, words[1:], fillvalue=""))
        if word in singles or (word in firsts and (second in ADVERBS or (word, second) in pairs))
    ]
