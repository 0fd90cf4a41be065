"""Sentences that explain a disagreement: who says what, and why the two cannot both stand, or only seem not to.

Nothing here knows a case: names come in as arguments. A side is what those say who say the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

from hikiwake.periods import Period
from hikiwake.wording.phrases import amount, capital, dated, listed, sentence

Voice = tuple[str, str]  # who says it, and what is said
Side = Sequence[Voice]

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
_EFFECTS = {"+": "furthers {}", "-": "hinders {}", "0": "leaves {} as it is"}
_SIDES = ("on one side", "on another", "on a third")


def voices(said: Iterable[Voice]) -> str:
    """Who says what, joined: the same words from several are told once.

    >>> voices([("A", "nine"), ("B", "nine"), ("C", "ten")])
    'A and B: nine; C: ten'
    """
    by_words: dict[str, dict[str, None]] = {}
    for holder, words in said:
        by_words.setdefault(words, {})[holder] = None
    return "; ".join(f"{listed(holders)}: {words}" for words, holders in by_words.items())


def quoted(holder: str, authors: Sequence[str]) -> str:
    """A voice, with who quotes it where that is somebody else.

    >>> quoted("A", ["A"]), quoted("B", ["A"]), quoted("B (1990)", ["A"])
    ('A', 'B (quoted by A)', 'B (1990; quoted by A)')
    """
    if any(holder in author for author in authors) or not authors:
        return holder
    return f"{holder[:-1]}; quoted by {authors[0]})" if holder.endswith(")") else f"{holder} (quoted by {authors[0]})"


def sides(said: Sequence[Side]) -> str:
    """Who says what, side by side.

    >>> sides([[("A", "Pride."), ("B", "Pride.")], [("C", "Fear.")]])
    'On one side A and B: Pride. On the other C: Fear'
    """
    if len(said) == 1:
        return _told(said[0])
    names = _SIDES if len(said) > 2 else (_SIDES[0], "on the other")
    openings = [*names, *[_SIDES[1]] * len(said)]
    return ". ".join(capital(f"{opening} {_told(side)}") for opening, side in zip(openings, said, strict=False))


def _told(side: Side) -> str:
    return voices((holder, words.rstrip(".")) for holder, words in side)


def apart(said: Sequence[Side]) -> str:
    """Dates of one act that cannot both be right.

    >>> apart([[("A", "March 1991")], [("B", "1992")]])
    'The dates exclude each other. On one side A: March 1991. On the other B: 1992.'
    """
    return sentence(f"the dates exclude each other. {sides(said)}")


def inferred_apart(said: Sequence[Side]) -> str:
    """Dates of one act that differ, of which one at least no sentence names."""
    return sentence(f"the dates differ, but one at least is only inferred from its context. {sides(said)}")


def towards(acting: str, acted_on: str) -> str:
    """Who acts on whom, in few words."""
    return f"{acting} against {acted_on}"


def exchanged(said: Sequence[Side]) -> str:
    """Who acted on whom is told the other way round.

    >>> exchanged([[("A", "Norland against Suderland")], [("B", "Suderland against Norland")]])[:79]
    'Who acted and who was acted on is told the other way round. On one side A: Norl'
    """
    return sentence(f"who acted and who was acted on is told the other way round. {sides(said)}")


def done_or_not(said: Iterable[Voice]) -> str:
    """Whether an act took place is told differently."""
    return sentence(f"whether and how it took place is told differently. {voices(said)}")


def not_done(said: Iterable[Voice]) -> str:
    """That an act did not take place is told in different words."""
    return sentence(f"that it did not take place is told in different words. {voices(said)}")


def figures(said: Iterable[tuple[str, str, str, str, Period]], *, why: str) -> str:
    """Figures of one measure: holder, comparator, value, unit, and what time it is true of; ``why`` they differ.

    >>> figures([("A", "=", "9", "meetings", Period.parse("1990"))], why="the periods differ")
    'The periods differ. A: 9 meetings (1990).'
    """
    told = ((holder, f"{amount(mark, value, unit)} ({dated(period)})") for holder, mark, value, unit, period in said)
    return sentence(f"{why}. {voices(told)}")


def answers(said: Sequence[Side], *, may_share: bool = False) -> str:
    """Answers to one question, side by side, and whether more than one may hold.

    >>> answers([[("A", "Pride.")], [("B", "Fear.")]])
    'The answers exclude each other. On one side A: Pride. On the other B: Fear.'
    >>> answers([[("A", "Pride.")], [("B", "Fear.")]], may_share=True)
    'The answers differ, but more than one may hold. A: Pride; B: Fear.'
    """
    if may_share:
        told = _told([voice for side in said for voice in side])
        return sentence(f"the answers differ, but more than one may hold. {told}")
    return sentence(f"the answers exclude each other. {sides(said)}")


def also_inside(explanation: str, inside: Sequence[Sequence[Sequence[str]]]) -> str:
    """An explanation, with who is against whom inside one document already.

    >>> also_inside("They differ.", [[["A"], ["B", "C"]]])
    'They differ. Inside one document: A against B and C.'
    """
    told = [" against ".join(listed(group) for group in groups) for groups in inside if len({*chain(*groups)}) > 1]
    return " ".join([explanation, *(f"{_INSIDE} {each}." for each in told)])


def taken_for_done(words: str) -> str:
    """What takes an act for done.

    >>> taken_for_done("Nine came.")
    'takes it to have been done (Nine came)'
    """
    return f"takes it to have been done ({words.rstrip('.')})"


def counted_and_told(holder: str, mark: str, value: str, unit: str, told: int, *, single: bool) -> str:
    """A count of acts beside those that the documents tell; ``single``: each entry is of one act.

    >>> counted_and_told("A", "=", "27", "meetings", 11, single=True)
    'Fewer are told one by one than counted. A: 27 meetings; told one by one: 11.'
    >>> counted_and_told("A", "=", "27", "meetings", 11, single=False)
    'Fewer entries tell of them than are counted. A: 27 meetings; told in 11 entries, some of them of several.'
    """
    more = "more" if told > float(value.replace(",", "")) else "fewer"
    count = amount(mark, value, unit)
    if single:
        return sentence(f"{more} are told one by one than counted. {holder}: {count}; told one by one: {told}")
    entries = f"told in {told} entries, some of them of several" if told > 1 else "told in one entry of several"
    return sentence(f"{more} entries tell of them than are counted. {holder}: {count}; {entries}")


def acts(said: Iterable[Voice], told: Iterable[Voice], *, may_share: bool = False) -> str:
    """What an actor is said to follow, and its acts to the contrary.

    >>> acts([("A", "Avoids criticism.")], [("B", "Norland condemns it.")])
    'Acts are told that the position rules out. A: Avoids criticism; against it B: Norland condemns it.'
    """
    stances, deeds = (voices((holder, words.rstrip(".")) for holder, words in each) for each in (said, told))
    more = ", but it is only declared" if may_share else ""
    return sentence(f"acts are told that the position rules out{more}. {stances}; against it {deeds}")


def words(said: Iterable[tuple[str, Iterable[str]]]) -> str:
    """What one thing is called: the forms of one word stand together.

    >>> words([("A", ["transfer", "transferred"]), ("B", ["return"])])
    'The word is chosen differently. A: “transfer”, “transferred”; B: “return”.'
    """
    return "The word is chosen differently. " + voices((who, f"“{'”, “'.join(forms)}”") for who, forms in said) + "."


_BY = {
    "declared": "what it declared",
    "revealed": "what it did",
    "perceived": "what others saw in it",
    "constraint": "what binds it",
}


def stances(actor: str, what: str, said: Sequence[Side], kinds: Sequence[Sequence[str]] = ()) -> str:
    """What an actor is said to want of something, side by side; kinds: of what evidence each side is, where both may hold.

    >>> stances("Norland", "Two islets", [[("A", stance("accepts", "Takes two."))], [("B", stance("rejects", "No."))]])
    'Norland is told to want different things of “Two islets”. On one side A: accepts it (Takes two). On the other B: rejects it (No).'
    """  # noqa: E501
    by = [listed([_BY.get(kind, kind) for kind in each]) for each in kinds]
    why = f", but more than one may hold: by {' on one side, by '.join(by)} on the other" if len(by) > 1 else ""
    return sentence(f"{actor} is told to want different things of “{what}”{why}. {sides(said)}")


def stance(verb: str, words: str) -> str:
    """What an actor does about something, and how that is told."""
    return f"{_DOES.get(verb, 'takes a position on it')} ({words.rstrip('.')})"


def effects(cause: str, effect: str, said: Sequence[tuple[str, Side]], *, may_share: bool = False) -> str:
    """What a cause does to something, by sign: who argues it, and how.

    >>> effects("Trade", "Trust", [("+", [("A", "It did.")]), ("0", [("B", "It did not.")])])
    'What “Trade” does to “Trust” is told differently. It furthers “Trust”, says A: It did. It leaves “Trust” as it is, says B: It did not.'
    """  # noqa: E501
    more = ", but more than one may hold" if may_share else ""
    told = [f"It {_EFFECTS[sign].format(f'“{effect}”')}, says {_told(side)}" for sign, side in said]
    return sentence(f"what “{cause}” does to “{effect}” is told differently{more}. {'. '.join(told)}")


def turning(said: Sequence[Side]) -> str:
    """An event that one calls a turning point and another does not, or of which the directions differ."""
    return sentence(f"whether and which way the relation turned is judged differently. {sides(said)}")


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
    >>> editor(["General knowledge: the war ended in 1945."], sourced=False, sure=True)
    'General knowledge: the war ended in 1945.'
    """
    told = " ".join(sentence(reason) for reason in dict.fromkeys(reasons))
    if sourced or _GENERAL in told.casefold():
        return told
    return f"{told} {'General knowledge, no source.' if sure else 'No passage speaks against it.'}"


def doubted(subject: str, words: str) -> str:
    """What is in doubt, with what or whom it is about.

    >>> doubted("The public of Norland", "Wants peace."), doubted("Was it war?", "It was.")
    ('The public of Norland: Wants peace.', 'Was it war? It was.')
    """
    return f"{subject}{'' if subject.endswith('?') else ':'} {words}"


def noted(explanation: str, reason: str) -> str:
    """An explanation with what the editor adds to it."""
    return f"{explanation} {_NOTES} {sentence(reason)}"


def unsure(explanation: str, reason: str) -> str:
    """An explanation of what stands on a statement that the editor holds to be uncertain.

    >>> unsure("The dates differ.", "It may be a slip.")
    'One statement is uncertain, so that the two need not clash. The dates differ. The editor notes: It may be a slip.'
    """
    return noted(f"{_UNSURE} {explanation}", reason)


def is_noted(explanation: str) -> bool:
    """Whether the editor adds something to an explanation.

    >>> is_noted(noted("The dates differ.", "A slip."))
    True
    """
    return _NOTES in explanation


def opening(explanation: str) -> str:
    """The first sentence of an explanation, for places where the voices themselves follow.

    >>> opening("The answers differ. A: nine; B: ten.")
    'The answers differ.'
    """
    first, _, _ = explanation.partition(". ")
    _, inside, rest = explanation.partition(_INSIDE)
    return sentence(first) + (f" {inside}{rest}" if inside else "")


_NOTES = "The editor notes:"
_INSIDE = "Inside one document:"
_GENERAL = "general knowledge"
_UNSURE = "One statement is uncertain, so that the two need not clash."
