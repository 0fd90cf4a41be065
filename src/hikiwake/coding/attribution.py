"""Who says so, where that is not the author: "according to X", "X said that Y had attacked"."""

from __future__ import annotations

from hikiwake.coding.acts.closed import REPORTS
from hikiwake.coding.words import Party, Words

FARTHEST = 12


def attributed(sentence: Words, at: int, sources: tuple[str, ...]) -> str:
    """The actor, or the words of the text, that an act at a word is attributed to; empty where the author says it.

    What an actor says of its own act is not set apart.
    """
    told = _according(sentence) or _reported(sentence, at)
    return "" if told in sources else told


def _according(sentence: Words) -> str:
    words = sentence.words
    for at, word in enumerate(words[:-2]):
        if word == "according" and words[at + 1] == "to":
            party = next((each for each in sentence.parties if each.first > at + 1 and each.first - at < 7), None)
            return party.actors[0] if party else _phrase(sentence, at + 2)
    return ""


def _phrase(sentence: Words, at: int) -> str:
    """The words after "according to", up to a comma."""
    end = at
    while end + 1 < len(sentence.words) and end - at < 8 and sentence.words[end + 1] not in (",", ".", ";"):
        end += 1
    return sentence.text[sentence.starts[at] : sentence.ends[end]]


def _reported(sentence: Words, at: int) -> str:
    """Who is said to say it: before with "that", or behind after a comma."""
    words = sentence.words
    for before in range(at - 1, max(-1, at - FARTHEST), -1):
        if words[before] in REPORTS and "that" in words[before + 1 : at]:
            return _who([each for each in sentence.parties if each.last < before][-1:])
    for after in range(at + 1, len(words)):
        if words[after] in ("said", "says", "reported", "claimed") and "," in words[at:after]:
            behind = [each for each in sentence.parties if at < each.first < after][-1:]
            comma = max(each for each in range(at, after) if words[each] == ",")
            return _who([each for each in behind if each.first > comma])
    return ""


def _who(parties: list[Party]) -> str:
    return parties[0].actors[0] if parties else ""
