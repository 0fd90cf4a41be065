"""Sentences about settlements: the verdict, and what else is said of one. Nothing here knows a case."""

from __future__ import annotations

from collections.abc import Sequence

from hikiwake.wording.clauses.wishes import quoted
from hikiwake.wording.phrases import counted, listed, number, the

SIGNS = {
    "agreed": ("●", "would be signed, and would hold"),
    "signed_only": ("◓", "would be signed, but would not hold"),
    "holds_only": ("◒", "would hold, but would not be signed"),
    "may_hold": ("◐", "would hold; whether it would be signed depends on how things would go without it"),
    "alone": ("◆", "one side can bring it about alone: no agreement is needed"),
    "neither": ("○", "would neither be signed nor hold"),
    "may_be_signed": ("◌", "would not hold; whether it would be signed depends on how things would go without it"),
    "not_told": ("?", "this reading does not tell what a party wants of its own part"),
}
NO_SIGN, NO_MODEL = ("–", "no option of the model stands for it"), ("×", "no model")
TABLE = "Ways to settle by era: which would be signed, and which would hold"
ALONE = "what one side does alone"
RIVALS = "a sign for each rival reading"
LARGE = "large: by the record as a whole; small: by a rival reading"
NO_MODELS = "The case has no model of what was asked for, so that it cannot be said which settlement would hold."
_PERHAPS = {"holds_only": "may_hold", "neither": "may_be_signed"}


def look(verdict: str, signed: bool | None) -> str:
    """The word by which a finding is shown: its verdict, or that it depends on how things would go without it.

    >>> look("neither", False), look("neither", None)
    ('neither', 'may_be_signed')
    """
    return _PERHAPS.get(verdict, verdict) if signed is None else verdict


def sign(verdict: str, signed: bool | None) -> str:
    """The sign of a verdict in a matrix.

    >>> sign("holds_only", False), sign("holds_only", None)
    ('◒', '◐')
    """
    return SIGNS[look(verdict, signed)][0]


def legend(signs: str | None = None) -> tuple[str, ...]:
    """What each sign of a matrix says, a line each; of certain signs only these, and what brackets mean.

    >>> legend("◆◆(◆)")
    ('◆ one side can bring it about alone: no agreement is needed', '(…) a sign for each rival reading')
    """
    lines = [f"{mark} {words}" for mark, words in (*SIGNS.values(), NO_SIGN) if signs is None or mark in signs]
    return *lines, *([f"(…) {RIVALS}"] if signs and "(" in signs else [])


def opening(title: str, era: str, by: str) -> str:
    """What a finding is about, and whose reading it is: one document's or scholar's, or "" for the whole record's.

    >>> opening("A draw", "1956", ""), opening("A draw", "1956", "A. Adams 1999")
    ('A draw, 1956:', 'A draw, 1956, by A. Adams 1999:')
    """
    return f"{title}, {whose(era, by)}:"


def whose(era: str, by: str) -> str:
    """An era with whose reading of it, where it is not the whole record's.

    >>> whose("1956", ""), whose("1956", "A. Adams 1999")
    ('1956', '1956, by A. Adams 1999')
    """
    return f"{era}, by {by}" if by else era


def names(each: Sequence[str], word: str = "and") -> str:
    """Decision makers as a sentence has them.

    >>> names(["Outer Islands", "Norland"])
    'the Outer Islands and Norland'
    """
    return listed(map(the, each), word)


def lasting(holds: bool, otherwise: str) -> str:
    """Whether a settlement would hold; or in which other form, told as what changes.

    >>> lasting(True, ""), lasting(False, ""), lasting(False, "with “Talk”")
    ('it would hold', 'it would not hold', 'it would hold only in another form, such as with “Talk”')
    """
    if holds:
        return "it would hold"
    if not otherwise:
        return "it would not hold"
    return f"it would hold only in another form{'' if otherwise == IN_ANOTHER else f', such as {otherwise}'}"


def agreed(parties: Sequence[str], inferred: str = "") -> str:
    """Signed, and holds; inferred: from which documents that is inferred, as a clause.

    >>> agreed(["Norland"], ", as inferred from A. Adams (1990)")
    'Norland would sign it, as inferred from A. Adams (1990), and it would hold.'
    """
    return f"{names(parties)} would sign it{inferred}, and it would hold."


def inferred(willing: Sequence[str], of: Sequence[str], told: str) -> str:
    """From which documents the willingness is inferred, and of which of several.

    >>> inferred(["Norland"], ["Norland"], ", as inferred from A. Adams (1990)")
    ', as inferred from A. Adams (1990)'
    >>> inferred(["Norland", "Suderland"], ["Norland"], ", as inferred from A. Adams (1990)")
    ', of Norland as inferred from A. Adams (1990)'
    """
    return told if [*willing] == [*of] else f", of {names(of)}{told.removeprefix(',')}"


def signed_only(parties: Sequence[str], otherwise: str, inferred: str = "") -> str:
    """Signed, but does not hold; inferred: from which documents that is inferred, as a clause."""
    return f"{names(parties)} would sign it{inferred}, but {lasting(False, otherwise)}."


def unsigned(why: str, holds: bool, otherwise: str) -> str:
    """Not signed, and why; whether it holds.

    >>> unsigned("", True, ""), unsigned("", False, "")
    ('it would hold, but would not be signed.', 'it would neither be signed nor hold.')
    >>> unsigned("no party would gain by it", False, "")
    'it would not be signed, for no party would gain by it; it would not hold.'
    """
    reason = f", for {why}" if why else ""
    if holds:
        return f"it would hold, but would not be signed{reason}."
    if why or otherwise:
        return f"it would not be signed{reason}; {lasting(False, otherwise)}."
    return "it would neither be signed nor hold."


def perhaps(parties: Sequence[str], holds: bool, otherwise: str) -> str:
    """Signed against some of the ways in which things may go without it.

    >>> perhaps(["Norland"], True, "")
    'whether Norland would sign it depends on how things would otherwise go; it would hold.'
    """
    told = f"whether {names(parties)} would sign it depends on how things would otherwise go"
    return f"{told}; {lasting(holds, otherwise)}."


IN_ANOTHER = "in another"
MOST_NAMED = 2  # options by which another form is told
NOBODY_GAINS = "no party would gain by it"
NO_NEED = "things come to it without any agreement"
LEVEL = "however things would otherwise go, some party loses or none gains"


def out_of_reach(why: str) -> str:
    """That nothing leads to a settlement; why: where that is not said otherwise."""
    return f"it cannot be brought about{f', for {why}' if why else ''}."


NO_WAY = "no sequence of moves leads there"


def standing(holds: bool, otherwise: str) -> str:
    """What is the case already."""
    return f"this is how things stand at the beginning; {lasting(holds, otherwise)}."


def alone(who: Sequence[str], gain: str, holds: bool, otherwise: str) -> str:
    """What one side can do by itself, whether it would gain by it, and whether it holds.

    >>> alone(["Norland"], gains(["Norland"], ["Norland"]), True, "")
    'Norland can bring it about alone and would gain by it; it would hold.'
    """
    return f"{names(who, 'or')} can bring it about alone {gain}; {lasting(holds, otherwise)}."


def gains(who: Sequence[str], gaining: Sequence[str]) -> str:
    """Who of those who can bring it about alone would gain by it."""
    subject = "" if [*who] == [*gaining] else f"{names(gaining, 'or')} "
    return f"and {subject}would gain by it" if gaining else "but would not gain by it"


MAY_GAIN = "and may gain by it, depending on how things would otherwise go"
GAIN_UNTOLD = "but it is not told whether it wants to"


def not_told(acts: Sequence[tuple[str, Sequence[str]]], holds: bool, otherwise: str) -> str:
    """Of which acts of whom a reading tells nothing.

    >>> not_told([("Norland", ["Talk"])], True, "")
    'no agreement can be told, for this reading does not tell whether Norland wants “Talk”; it would hold.'
    """
    parts = [f"{the(name)} wants {listed(_quoted(titles), 'or')}" for name, titles in acts]
    untold = f"this reading does not tell whether {listed(parts, 'or')}"
    return f"no agreement can be told, for {untold}; {lasting(holds, otherwise)}."


def another_form(begins: Sequence[str], ends: Sequence[str]) -> str:
    """Another form of a settlement, told as what differs.

    >>> another_form(["Talk"], ["Arm"])
    'with “Talk” and without “Arm”'
    """
    with_, without = listed(_quoted(begins)), listed(_quoted(ends))
    return listed([f"with {with_}"] * bool(begins) + [f"without {without}"] * bool(ends))


def shortly(begins: Sequence[str], ends: Sequence[str]) -> str:
    """Another form, told as what differs; where more than two options do, one of them and how many others.

    >>> shortly(["Talk"], ["Arm"]), shortly(["Talk", "Pay"], ["Arm"]), shortly([], ["Arm", "Quit", "Rest"])
    ('with “Talk” and without “Arm”', 'with “Talk” and two other changes', 'without “Arm” and with two other changes')
    """
    if len(begins) + len(ends) <= MOST_NAMED:
        return another_form(begins, ends)
    others = counted(len(begins) + len(ends) - 1, "other change")
    return f"with {quoted(begins[0])} and {others}" if begins else f"without {quoted(ends[0])} and with {others}"


def judged_as(has: Sequence[str], lacks: Sequence[str], *, at_first: bool) -> str:
    """The form that is judged, in what the settlement itself leaves open.

    at_first: whether all that it leaves open is as at the beginning; has, lacks: that on which something depends

    >>> judged_as(["Talk"], [], at_first=True), judged_as(["Talk"], [], at_first=False)
    ('with all else as at the beginning', 'in a form with “Talk”')
    """
    return "with all else as at the beginning" if at_first else f"in a form {another_form(has, lacks)}"


def under(form: str, told: str) -> str:
    """What is told of a form; "" for none.

    >>> under("with all else as at the beginning", "it would hold."), under("", "it would hold.")
    ('with all else as at the beginning, it would hold.', 'it would hold.')
    """
    return f"{form}, {told}" if form else told


def both(titles: Sequence[str]) -> str:
    """Settlements that come to the same.

    >>> both(["Half", "A draw"])
    'Half (and likewise “A draw”)'
    """
    first, *others = titles
    return f"{first} (and likewise {listed(_quoted(others))})" if others else first


def endings(era: str, by: str, count: int, always: str) -> str:
    """Where things end without a settlement, other than as at the beginning, told as what always differs from it.

    >>> endings("1990", "", 1, "with “Talk”")
    '1990: without a settlement things end with “Talk”.'
    >>> endings("1990", "", 3, "without “Arm”")
    '1990: without a settlement things end in one of three ways, all without “Arm”.'
    """
    opening = f"{whose(era, by)}: without a settlement things end"
    if count == 1:
        return f"{opening} {always or 'in another state'}."
    every = f", {'both' if count == 2 else 'all'} {always}" if always else ""
    return f"{opening} in one of {number(count)} ways{every}."


def unsaid(nowhere: Sequence[str], elsewhere: Sequence[tuple[str, Sequence[str]]]) -> list[str]:
    """Which formulas no model of the case can express, and which of them another era's can.

    >>> unsaid(["Half"], [("1990", ["A draw", "All"])])
    ['No model here can express “Half”.', 'Expressed in another era, not in 1990: “A draw” and “All”.']
    """
    lines = [f"No model here can express {listed(_quoted(nowhere), 'or')}."] if nowhere else []
    return lines + [
        f"Expressed in another era, not in {era}: {listed(_quoted(titles))}." for era, titles in elsewhere if titles
    ]


def _quoted(titles: Sequence[str]) -> list[str]:
    return [quoted(one) for one in titles]
