"""Sentences that explain a disagreement: who says what, and why the two cannot both stand, or only seem not to.

Nothing here knows a case: names come in as arguments.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from hikiwake.periods import Period
from hikiwake.wording.phrases import amount, counted, dated, listed, number, plural, sentence

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


_ABOUT = {
    "event": "Events told differently",
    "measure": "Figures that differ",
    "question": "Questions with rival answers",
    "answers": "Questions that one document answers in two ways",
    "turn": "Turns judged differently",
    "actor": "What an actor wanted",
    "argument": "Causes with rival effects",
    "table": "Tables that do not add up",
    "odds": "Statements that the documents themselves contradict",
    "doubt": "Statements in error or in doubt",
}
_KINDS = {
    "contradiction": "contradiction",
    "different_period": "difference of period",
    "different_precision": "difference of precision",
    "interpretation": "rival interpretation",
    "factual_error": "statement in doubt",
}


def about(sort: str) -> str:
    """The heading of the disagreements about one sort of thing."""
    return _ABOUT[sort]


def kind(word: str) -> str:
    """What a kind of disagreement is called.

    >>> kind("different_period")
    'difference of period'
    """
    return _KINDS[word]


def opening(explanation: str) -> str:
    """The first sentence of an explanation, for places where the voices themselves follow.

    >>> opening("The answers differ. A: nine; B: ten.")
    'The answers differ.'
    """
    first, _, _ = explanation.partition(". ")
    return sentence(first)


def counts(total: int, real: int, across: int, kinds: Mapping[str, int]) -> list[str]:
    """How many disagreements there are: real and apparent, between and inside documents, by kind.

    >>> counts(3, 2, 1, {"contradiction": 2, "different_period": 1})[0]
    'There are three disagreements: two real and one only apparent; one between documents and two inside one document.'
    """
    are = "is" if total == 1 else "are"
    parts = [f"{number(real)} real and {number(total - real)} only apparent"]
    parts.append(f"{number(across)} between documents and {number(total - across)} inside one document")
    told = [counted(kinds[word], *_forms(noun)) for word, noun in _KINDS.items() if kinds.get(word)]
    return [
        sentence(f"there {are} {counted(total, 'disagreement')}: {'; '.join(parts)}"),
        sentence(f"among them {listed(told)}") if len(told) > 1 else sentence(f"by kind: {listed(told)}"),
    ]


def _forms(noun: str) -> tuple[str, str]:
    """A noun that may go on after its head, singular and plural."""
    if noun.startswith(("difference of", "statement in")):
        head, _, rest = noun.partition(" ")
        return noun, f"{plural(head)} {rest}"
    return noun, plural(noun)


def against(brief: Sequence[str]) -> str:
    """Short things that clash.

    >>> against(["nine", "ten"])
    'nine ↔ ten'
    """
    return " ↔ ".join(brief)


def answers_given(count: int) -> str:
    """How many answers there are.

    >>> answers_given(2)
    'two answers'
    """
    return counted(count, "answer")
