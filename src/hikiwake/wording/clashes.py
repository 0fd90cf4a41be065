"""Sentences that explain a disagreement: who says what, and why the two cannot both stand, or only seem not to.

Nothing here knows a case: names come in as arguments.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from hikiwake.periods import Period
from hikiwake.wording.phrases import amount, dated, listed, sentence

Voice = tuple[str, str]  # who says it, and what is said

_DOES = {
    "proposes": "proposes it",
    "offers": "offers it",
    "supports": "supports it",
    "studies": "studies it",
    "accepts": "accepts it",
    "demands": "demands it",
    "conditions": "makes it depend on conditions",
    "opposes": "opposes it",
    "rejects": "rejects it",
    "denies": "denies it",
}
_EFFECTS = {"+": "strengthens", "-": "weakens", "0": "does not affect"}


def voices(said: Iterable[Voice]) -> str:
    """Who says what, joined: the same words from several are told once.

    >>> voices([("A", "nine"), ("B", "nine"), ("C", "ten")])
    'A and B: nine; C: ten'
    """
    by_words: dict[str, list[str]] = {}
    for holder, words in said:
        holders = by_words.setdefault(words, [])
        if holder not in holders:
            holders.append(holder)
    return "; ".join(f"{listed(holders)}: {words}" for words, holders in by_words.items())


def apart(said: Sequence[tuple[str, Period]]) -> str:
    """Two dates of one act that cannot both be right.

    >>> apart([("A", Period.parse("1991-03")), ("B", Period.parse("1992"))])
    'The dates exclude each other. A: March 1991; B: 1992.'
    """
    return sentence(f"the dates exclude each other. {voices((holder, dated(period)) for holder, period in said)}")


def done_or_not(said: Iterable[Voice]) -> str:
    """Whether an act took place is told differently."""
    return sentence(f"whether and how it took place is told differently. {voices(said)}")


def figures(said: Iterable[tuple[str, str, str, str, Period]], *, why: str) -> str:
    """Figures of one measure: holder, comparator, value, unit, and what time it is true of; ``why`` they differ.

    >>> figures([("A", "=", "9", "meetings", Period.parse("1990"))], why="the periods differ")
    'The periods differ. A: 9 meetings (1990).'
    """
    told = ((holder, f"{amount(mark, value, unit)} ({dated(period)})") for holder, mark, value, unit, period in said)
    return sentence(f"{why}. {voices(told)}")


def answers(said: Iterable[Voice], *, shared: bool) -> str:
    """Answers to one question that differ, or overlap without being the same."""
    opening = "part of the answer is shared" if shared else "the answers differ"
    return sentence(f"{opening}. {voices((holder, words.rstrip('.')) for holder, words in said)}")


def stances(actor: str, said: Iterable[tuple[str, str, str]]) -> str:
    """What an actor is said to want, by holder: the verb, and the stance in the editor's words."""
    told = (
        (holder, f"{_DOES.get(verb, 'takes a position on it')} ({words.rstrip('.')})") for holder, verb, words in said
    )
    return sentence(f"{actor} is told to want different things. {voices(told)}")


def effects(cause: str, effect: str, said: Iterable[tuple[str, str, str]]) -> str:
    """A cause with opposite effects: holder, sign, and the argument in the editor's words."""
    told = ((holder, f"it {_EFFECTS[sign]} the effect ({words.rstrip('.')})") for holder, sign, words in said)
    return sentence(f"the same cause, “{cause}”, is given different effects on “{effect}”. {voices(told)}")


def turning(said: Iterable[Voice]) -> str:
    """An event that one calls a turning point and another does not, or of which the directions differ."""
    return sentence(f"whether and which way the relation turned is judged differently. {voices(said)}")


def sum_of_row(group: str, total: str) -> str:
    """Cells of a survey row that do not make a whole."""
    return sentence(f"the answers of {group} add up to {total} percent, not to 100")


def outside(total: str, lowest: str, highest: str) -> str:
    """A total of a table that lies outside the groups it sums up."""
    return sentence(f"the total of {total} percent lies outside its groups, {lowest} to {highest} percent")


def editor(reason: str) -> str:
    """An editor's note."""
    return sentence(reason)
