"""Sentences that explain a disagreement: who says what, and why the two cannot both stand, or only seem not to.

Nothing here knows a case: names come in as arguments.
"""

from __future__ import annotations

from collections import Counter
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
    by_words: dict[str, dict[str, None]] = {}
    for holder, words in said:
        by_words.setdefault(words, {})[holder] = None
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


def answers(said: Iterable[Voice], *, between: Sequence[Sequence[str]] = (), may_share: bool = False) -> str:
    """Answers to one question: ``between`` which groups of authors, and whether more than one may hold.

    >>> answers([("A", "Pride."), ("B", "Fear.")], between=[["A"], ["B", "C"]])
    'The answers exclude each other: A against B and C. A: Pride; B: Fear.'
    """
    opening = "the answers differ, but more than one may hold" if may_share else "the answers exclude each other"
    groups = f": {_against(between)}" if between else ""
    return sentence(f"{opening}{groups}. {voices((holder, words.rstrip('.')) for holder, words in said)}")


def _against(groups: Sequence[Sequence[str]]) -> str:
    """Groups of authors against each other; who is in several is told apart."""
    count = Counter(author for group in groups for author in group)
    several = [author for author in count if count[author] > 1]
    single = [[author for author in group if count[author] == 1] for group in groups]
    told = [" against ".join(listed(group) for group in single if group)] if any(single) else []
    told += [f"{listed(several)} {'gives' if len(several) == 1 else 'give'} more than one"] if several else []
    return "; ".join(told)


def taken_for_done(words: str) -> str:
    """What takes an act for done.

    >>> taken_for_done("Nine came.")
    'takes it to have been done (Nine came)'
    """
    return f"takes it to have been done ({words.rstrip('.')})"


def counted_and_told(holder: str, mark: str, value: str, unit: str, told: int) -> str:
    """A count of acts beside those that the documents tell one by one.

    >>> counted_and_told("A", "=", "27", "meetings", 11)
    'Fewer are told one by one than counted. A: 27 meetings; told one by one: 11.'
    """
    more = "more" if told > float(value.replace(",", "")) else "fewer"
    return sentence(
        f"{more} are told one by one than counted. {holder}: {amount(mark, value, unit)}; told one by one: {told}"
    )


def acts(said: Iterable[Voice], told: Iterable[Voice]) -> str:
    """What an actor is said to follow, and its acts to the contrary.

    >>> acts([("A", "Avoids criticism.")], [("B", "Norland condemns it.")])
    'Acts are told that the position rules out. A: Avoids criticism; against it B: Norland condemns it.'
    """
    stances, deeds = (voices((holder, words.rstrip(".")) for holder, words in each) for each in (said, told))
    return sentence(f"acts are told that the position rules out. {stances}; against it {deeds}")


def words(said: Iterable[Voice]) -> str:
    """What one thing is called.

    >>> words([("A", "transfer"), ("B", "return")])
    'The word is chosen differently. A: “transfer”; B: “return”.'
    """
    return sentence(f"the word is chosen differently. {voices((holder, f'“{word}”') for holder, word in said)}")


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


def editor(reasons: Sequence[str], *, sourced: bool, sure: bool) -> str:
    """An editor's doubt: why, whether a passage bears it out, and whether the editor is sure of it.

    >>> editor(["The war ended in 1945."], sourced=False, sure=True)
    'The war ended in 1945. General knowledge, no source.'
    """
    told = " ".join(sentence(reason) for reason in dict.fromkeys(reasons))
    if sourced:
        return told
    return f"{told} {'General knowledge, no source.' if sure else 'No passage speaks against it.'}"


def noted(explanation: str, reason: str) -> str:
    """An explanation with what the editor adds to it."""
    return f"{explanation} {_NOTES} {sentence(reason)}"


def is_noted(explanation: str) -> bool:
    """Whether the editor adds something to an explanation.

    >>> is_noted(noted("The dates differ.", "A slip."))
    True
    """
    return _NOTES in explanation


def compare(one: str, other: str) -> str:
    """Two things that an editor may compare.

    >>> compare("Nine met.", "Ten met.")
    'Compare “Nine met” with “Ten met”.'
    """
    return f"Compare “{one.rstrip('.')}” with “{other.rstrip('.')}”."


_NOTES = "The editor notes:"
_ABOUT = {
    "event": "Events told differently",
    "measure": "Figures that differ",
    "question": "Questions with rival answers",
    "answers": "Questions that one document answers in two ways",
    "turn": "Turns judged differently",
    "actor": "What an actor wanted",
    "argument": "Causes with rival effects",
    "table": "Tables that do not add up",
    "words": "Words chosen differently",
    "odds": "The editor’s doubts: statements that a document contradicts",
    "doubt": "The editor’s doubts: statements in error or uncertain",
}
_KINDS = {
    "contradiction": "contradiction",
    "different_period": "difference of period",
    "different_precision": "difference of precision",
    "interpretation": "rival interpretation",
    "wording": "difference of words",
    "factual_error": "statement in doubt",
}


def about(sort: str) -> str:
    """The heading of the disagreements about one sort of thing."""
    return _ABOUT[sort]


def about_rest(sort: str) -> str:
    """The heading of those about one sort of thing that are only apparent, or lie inside one document.

    >>> about_rest("measure")
    'Figures that differ: apparent, or inside one document'
    """
    return f"{_ABOUT[sort]}: apparent, or inside one document"


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
