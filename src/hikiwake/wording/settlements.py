"""Sentences about settlements: the verdict, and what else is said of one. Nothing here knows a case."""

from __future__ import annotations

from collections.abc import Sequence

from hikiwake.wording.clauses.wishes import quoted
from hikiwake.wording.phrases import listed, number, the

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


def legend() -> tuple[str, ...]:
    """What each sign of a matrix says, a line each."""
    return tuple(f"{mark} {words}" for mark, words in (*SIGNS.values(), NO_SIGN))


def opening(title: str, era: str, by: str) -> str:
    """What a finding is about, and whose reading it is: one document's or scholar's, or "" for the whole record's.

    >>> opening("A draw", "1956", ""), opening("A draw", "1956", "A. Adams 1999")
    ('A draw, 1956, by the record as a whole:', 'A draw, 1956, by A. Adams 1999:')
    """
    return f"{title}, {era}, by {by or 'the record as a whole'}:"


def names(each: Sequence[str], word: str = "and") -> str:
    """Decision makers as a sentence has them.

    >>> names(["Outer Islands", "Norland"])
    'the Outer Islands and Norland'
    """
    return listed(map(the, each), word)


def lasting(holds: bool, otherwise: str) -> str:
    """Whether a settlement would hold; or in which other form, told as what changes.

    >>> lasting(False, "with “Talk”"), lasting(True, "")
    ('it would not hold in this form, but it would with “Talk”', 'it would hold')
    """
    if holds:
        return "it would hold"
    return f"it would not hold in this form, but it would {otherwise}" if otherwise else "it would not hold"


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

    >>> unsigned("", True, "")
    'it would hold, but would not be signed.'
    >>> unsigned("no party would gain by it", False, "")
    'it would neither be signed nor hold: no party would gain by it.'
    """
    reason = f": {why}" if why else ""
    if holds:
        return f"it would hold, but would not be signed{reason}."
    if otherwise:
        return f"it would not be signed{reason}; {lasting(False, otherwise)}."
    return f"it would neither be signed nor hold{reason}."


def perhaps(parties: Sequence[str], willing: int, of: int, anyway: int, holds: bool, otherwise: str) -> str:
    """Signed against some of the ways in which things may go without it.

    >>> perhaps(["Norland"], 4, 36, 8, True, "")
    'Norland would sign it only if things would otherwise end badly enough, in four of the 36 ways in which they may \
go (it comes about anyway in eight of the 36 ways); it would hold.'
    """
    where = ways(willing, of, anyway, "they")
    return (
        f"{names(parties)} would sign it only if things would otherwise end badly enough, in {where}; "
        f"{lasting(holds, otherwise)}."
    )


def ways(some: int, of: int, anyway: int, what: str = "things") -> str:
    """Some of the ways in which things may go without a settlement, and in how many it comes about anyway.

    >>> ways(1, 2, 0), ways(2, 3, 1)
    ('one of the two ways in which things may go without it', 'two of the three ways in which things may go \
(it comes about anyway in one of the three ways)')
    """
    without = "" if anyway else " without it"
    return f"{number(some)} of the {number(of)} ways in which {what} may go{without}{comes_about(anyway, of)}"


def comes_about(anyway: int, of: int) -> str:
    """In how many ways a settlement comes about anyway, in brackets; nothing where in none."""
    if not anyway:
        return ""
    return (
        f" (it comes about anyway in {'all of them' if anyway == of else f'{number(anyway)} of the {number(of)} ways'})"
    )


IN_ANOTHER = "in another"
NOBODY_GAINS = "no party would gain by it"
NO_NEED = "things come to it without any agreement"
LEVEL = "where no party would do better without it, none would gain by it"


def out_of_reach(done: Sequence[str]) -> str:
    """Why nothing leads to a settlement.

    >>> out_of_reach(["Ban"]), out_of_reach([])
    ('“Ban” was decided for good and would have to be undone', 'no sequence of moves leads there')
    """
    if not done:
        return "no sequence of moves leads there"
    return f"{listed(_quoted(done))} {'was' if len(done) == 1 else 'were'} decided for good and would have to be undone"


def standing(holds: bool, otherwise: str) -> str:
    """What is the case already."""
    return f"this is how things stand at the beginning: nobody has to sign it, and {lasting(holds, otherwise)}."


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


def gains_in(some: int, of: int, anyway: int) -> str:
    """That one would gain by it against some of the ways in which things may go, and lose against others."""
    return f"but would gain by it in only {ways(some, of, anyway)}"


def gain_untold(by: str) -> str:
    """That it is not told whether somebody wants what it can bring about; by: whose reading, "" for the record.

    >>> gain_untold(""), gain_untold("A. Adams 1999")
    ('but the record does not tell whether it wants to', 'but this reading does not tell whether it wants to')
    """
    return f"but {'this reading' if by else 'the record'} does not tell whether it wants to"


def not_told(acts: Sequence[tuple[str, Sequence[str]]], holds: bool, otherwise: str) -> str:
    """Of which acts of whom a reading tells nothing.

    >>> not_told([("Norland", ["Talk"])], True, "")
    'no agreement can be told, for nothing is said of whether Norland wants “Talk”; it would hold.'
    """
    parts = [f"{the(name)} wants {listed(_quoted(titles), 'or')}" for name, titles in acts]
    return (
        f"no agreement can be told, for nothing is said of whether {listed(parts, 'or')}; {lasting(holds, otherwise)}."
    )


def another_form(begins: Sequence[str], ends: Sequence[str]) -> str:
    """Another form of a settlement, told as what differs.

    >>> another_form(["Talk"], [])
    'with “Talk”'
    """
    with_, without = listed(_quoted(begins)), listed(_quoted(ends))
    return listed([f"with {with_}"] * bool(begins) + [f"without {without}"] * bool(ends))


def judged_as(has: Sequence[str], lacks: Sequence[str], *, at_first: bool) -> str:
    """The form that is judged, in what the settlement itself leaves open; at_first: whether it is so at the beginning.

    >>> judged_as(["Talk"], [], at_first=True)
    'it is judged with “Talk”, as at the beginning'
    """
    return f"it is judged {another_form(has, lacks)}{', as at the beginning' if at_first else ''}"


def both(titles: Sequence[str]) -> str:
    """Settlements that come to the same.

    >>> both(["Half", "A draw"])
    'Half (and likewise “A draw”)'
    """
    first, *others = titles
    return f"{first} (and likewise {listed(_quoted(others))})" if others else first


def endings(era: str, by: str, count: int, always: str, sometimes: str) -> str:
    """Where things end without a settlement, if the beginning does not last, told as what differs from it.

    >>> endings("1990", "", 1, "with “Talk”", "")
    '1990, by the record as a whole: the beginning does not last; without a settlement things end with “Talk”.'
    >>> endings("1990", "", 3, "without “Arm”", "some with “Talk”")
    '1990, by the record as a whole: the beginning does not last; without a settlement things may go three ways, all \
without “Arm”, some with “Talk”.'
    """
    whose = f"{era}, by {by or 'the record as a whole'}: the beginning does not last; without a settlement things"
    if count == 1:
        return f"{whose} end {always or 'in another state'}."
    told = ", ".join(filter(None, (f"may go {number(count)} ways", f"all {always}" if always else "", sometimes)))
    return f"{whose} {told}."


def some(begins: Sequence[str], ends: Sequence[str]) -> str:
    """What differs in some of several states, option by option.

    >>> some(["Talk", "Pay"], ["Arm"])
    'some with “Talk” or “Pay”, some without “Arm”'
    """
    pairs = ("with", begins), ("without", ends)
    return ", ".join(f"some {word} {listed(_quoted(titles), 'or')}" for word, titles in pairs if titles)


def unsaid(nowhere: Sequence[str], elsewhere: Sequence[tuple[str, Sequence[str]]]) -> list[str]:
    """Which formulas no model of the case can express, and which of them another era's can."""
    lines = [f"No model here can express: {'; '.join(nowhere)}."] if nowhere else []
    return lines + [
        f"Expressed in another era, not in {era}: {'; '.join(titles)}." for era, titles in elsewhere if titles
    ]


def _quoted(titles: Sequence[str]) -> list[str]:
    return [quoted(one) for one in titles]
