"""The words of the part that sets the documents side by side: groups of questions, what a cell says, why it clashes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from hikiwake.wording.phrases import capital, counted, listed, number, sentence

GROUPS = {
    "across": "Real disagreements between documents",
    "inside": "Real disagreements inside one document",
    "apparent": "Disagreements that are only apparent",
    "several": "Several answers, none against another",
    "agreed": "Several documents say the same",
    "alone": "Said by one document alone",
}
SORTS = {"question": "a question", "turn": "a turning point"}
_NONE: Mapping[str, str] = {}
_SENSES = {"better": "▲ better", "worse": "▼ worse", "denied": "✕ denied", "none": "– no change", "open": "◆ named"}
_SIGNS = {"+": "+ furthers it", "-": "− hinders it", "0": "0 no effect"}


def lead(disagreements: int, real: int, across: int, questions: int, turns: int) -> str:
    """How many disagreements, questions and turning points there are; none of them is settled.

    >>> lead(3, 2, 1, 1, 0)[:78]
    'There are three disagreements: two real, of which one between documents. One q'
    >>> lead(2, 2, 2, 1, 0)[:60]
    'There are two disagreements: two real, all between documents'
    """
    verb = "is" if disagreements == 1 else "are"
    told = f"there {verb} {counted(disagreements, 'disagreement')}"
    if disagreements:
        among = "all" if 1 < real == across else f"of which {number(across) if across else 'none'}"
        told += f": {number(real)} real" + (f", {among} between documents" if real else "")
    asked = f"{counted(questions, 'question')} {'is' if questions == 1 else 'are'} answered"
    turned = f" and {counted(turns, 'turning point')} named or denied" if turns else ""
    return f"{sentence(told)} {sentence(asked + turned)} {_SETTLED}"


def sense(word: str) -> str:
    """Which way a reading has the relation turn, with a sign of its own shape.

    >>> sense("worse"), sense("denied")
    ('▼ worse', '✕ denied')
    """
    return _SENSES[word]


def names_in(texts: Iterable[str], states: Iterable[str] = ()) -> dict[str, str]:
    """The words that texts write as names wherever they have them, by the same in small letters; of states also whose.

    >>> names_in(["The islands lie off Norland.", "They are islands."], ["Norland"])
    {'norland': 'Norland', 'norlands': 'Norland’s'}
    """
    written = {word for text in texts for word in _WORD.findall(text)} | {*states}
    plain = {word for word in written if word.islower()}
    names = {word.casefold(): word for word in sorted(written) if word[0].isupper()}
    whose = {f"{each}s".casefold(): f"{each}’s" for each in states}
    return {small: word for small, word in (names | whose).items() if small not in plain}


def side(word: str, names: Mapping[str, str] = _NONE) -> str:
    """The answer that a reading gives, in a word or few; ``names`` are by their small letters.

    >>> side("two-islands"), side("norlands-role", {"norlands": "Norland’s"})
    ('Two islands', 'Norland’s role')
    """
    parts = word.replace("-", " ").replace("_", " ").split(" ")
    return capital(" ".join(names.get(each, each) for each in parts))


def effect(sign: str) -> str:
    """What a cause is argued to do.

    >>> effect("-")
    '− hinders it'
    """
    return _SIGNS[sign]


def called(word: str) -> str:
    """What something is called."""
    return f"“{word}”"


def at(words: str, when: str) -> str:
    """Something with its time.

    >>> at("9 meetings", "1990"), at("9 meetings", "")
    ('9 meetings (1990)', '9 meetings')
    """
    return f"{words} ({when})" if when else words


def holder(name: str) -> str:
    """Who says it, where it is told in full."""
    return f"said by {name}"


def strength(*, real: bool, across: bool) -> str:
    """Whether a disagreement is real, and where it lies.

    >>> strength(real=True, across=False)
    'Real, inside one document.'
    """
    return f"{'Real' if real else 'Only apparent'}, {'between documents' if across else 'inside one document'}."


def opposed(groups: Sequence[Sequence[str]], *, real: bool) -> list[tuple[str, str]]:
    """Who stands with whom, group by group; what is only apparent has no one against another.

    >>> opposed([["A", "B"], ["C"]], real=True)
    [('on one side', 'A and B'), ('against it', 'C')]
    >>> opposed([["A"], ["B"]], real=False)
    [('one says', 'A'), ('another says', 'B')]
    """
    first, other = ("on one side", "against it") if real else ("one says", "another says")
    return [(other if place else first, listed(group)) for place, group in enumerate(groups)]


def unopposed(word: str) -> str:
    """Why the answers to a question are no disagreement."""
    return _UNOPPOSED[word]


def turned(when: str, what: str, who: str, sense: str) -> str:
    """A turning point in one line: when, what, who says it, which way.

    >>> turned("1956", "They sign.", "A", "▲ better")
    '1956: They sign. By A: better.'
    """
    return f"{when}: {sentence(what)} By {who}: {sense[2:]}." if when else f"{sentence(what)} By {who}: {sense[2:]}."


def turns(count: int) -> str:
    """What the drawing of the turning points is.

    >>> turns(2)
    'Two turning points by time and document. Use the arrow keys to go from mark to mark, Enter to open one.'
    """
    told = sentence(f"{counted(count, 'turning point')} by time and document")
    return f"{told} Use the arrow keys to go from mark to mark, Enter to open one."


def named_by(said: Iterable[tuple[str, str]]) -> str:
    """Who says of a turning point that it went which way.

    >>> named_by([("A", "▲ better"), ("B", "✕ denied")])
    'A better, B denied'
    """
    return ", ".join(f"{who} {sense[2:]}" for who, sense in said)


def doubts(points: int, told: int) -> str:
    """How many points the editor doubts, and how many doubts are told with a disagreement.

    >>> doubts(1, 0)
    'One point that the editor doubts. Nothing is corrected silently: the entry stays as its document has it.'
    """
    head = f"{counted(points, 'point')} that the editor doubts"
    beside = f"; {counted(told, 'more note')} on a disagreement" if told else ""
    return f"{sentence(head + beside)} Nothing is corrected silently: the entry stays as its document has it."


DOUBTS = {
    "odds": "A passage speaks against it",
    "doubt": "In error, or uncertain",
    "told": "On a disagreement that stands above",
}
_WORD = re.compile(r"(?<![.?!:;] )(?<!^)\b\w+")  # one that does not open a sentence
_SETTLED = "None is settled here."
_UNOPPOSED = {
    "several": "The answers speak of different times, or one voice gives them all, so that none excludes another.",
    "agreed": "All documents that say something of it say the same.",
    "alone": "One document alone says something of it.",
}
