"""Sentences about settlements: the verdict, who blocks it, what would have to change. Nothing here knows a case."""

from __future__ import annotations

from collections.abc import Sequence

from hikiwake.wording.phrases import counted, listed, sentence, the

SIGNS = {
    "agreed": ("●", "would be signed, and would hold"),
    "signed_only": ("◓", "would be signed, but would not hold"),
    "holds_only": ("◒", "would hold, but would not be signed"),
    "alone": ("◆", "one side can bring it about alone: no agreement is needed"),
    "neither": ("○", "would neither be signed nor hold"),
    "not_told": ("?", "the record does not tell what a party wants of its own part"),
}
NO_SIGN, NO_MODEL = ("–", "no option of the model stands for it"), ("×", "no model")
MOST_SOURCES = 1


def sign(verdict: str) -> str:
    """The sign of a verdict in a matrix."""
    return SIGNS[verdict][0]


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


def agreed(parties: Sequence[str]) -> str:
    """Signed, and holds."""
    return f"{names(parties)} would sign it, and it would hold."


def signed_only(parties: Sequence[str], otherwise: str) -> str:
    """Signed, but does not hold."""
    return f"{names(parties)} would sign it, but {lasting(False, otherwise)}."


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


def perhaps(parties: Sequence[str], holds: bool, otherwise: str) -> str:
    """Signed against some of the states in which things may end without it."""
    return (
        f"{names(parties)} would sign it only if things would otherwise end badly enough for them; "
        f"{lasting(holds, otherwise)}."
    )


NOBODY_GAINS = "no party would gain by it"
NO_NEED = "things come to it without any agreement"


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


def alone(who: Sequence[str], gaining: Sequence[str], told: bool, holds: bool, otherwise: str) -> str:
    """What one side can do by itself, whether it would gain by it, and whether it holds.

    >>> alone(["Norland"], ["Norland"], True, True, "")
    'Norland can bring it about alone and would gain by it; it would hold.'
    """
    gain = f"{'' if [*who] == [*gaining] else names(gaining, 'or') + ' '}would gain by it"
    does = f"and {gain}" if gaining else "but would not gain by it"
    if not told:
        does = "but the record does not tell whether it wants to"
    return f"{names(who, 'or')} can bring it about alone {does}; {lasting(holds, otherwise)}."


def not_told(acts: Sequence[tuple[str, Sequence[str]]], holds: bool, otherwise: str) -> str:
    """Of which acts of whom a reading tells nothing.

    >>> not_told([("Norland", ["Talk"])], True, "")
    'no agreement can be told, for nothing is said of whether Norland wants “Talk”; it would hold.'
    """
    parts = [f"{the(name)} wants {listed(_quoted(titles), 'or')}" for name, titles in acts]
    return (
        f"no agreement can be told, for nothing is said of whether {listed(parts, 'or')}; {lasting(holds, otherwise)}."
    )


def refuses(name: str, sources: Sequence[str]) -> str:
    """A party that refuses on record; without the full stop."""
    return f"{the(name)} refuses it on record{told_by(sources)}"


def loses(name: str, wish: str, told: str, *, anyway: bool) -> str:
    """A party that does better otherwise; without the full stop.

    anyway: whether it comes about anyway, in another form; told: by whom, as ``told_by`` says it

    >>> loses("Norland", "wants “Talk”", ", as told by A Report (1990)", anyway=False)
    'Norland would do better as things go without it, for it wants “Talk”, as told by A Report (1990)'
    """
    return f"{the(name)} {_better(anyway)}, for it {wish}{told}"


def _better(anyway: bool) -> str:
    return f"would do better as things go {'by themselves' if anyway else 'without it'}"


def leaves(name: str, move: str, wish: str, told: str, *, at_once: bool) -> str:
    """Who moves away from a settlement, or begins what ends it; without the full stop.

    >>> leaves("Norland", "giving up “Talk”", "wants “Arm”", "", at_once=False)
    'Norland would begin what ends it by giving up “Talk”, for it wants “Arm”'
    """
    return f"{the(name)} {_ends(at_once)} by {move}, for it {wish}{told}"


def _ends(at_once: bool) -> str:
    return "would leave it" if at_once else "would begin what ends it"


def loses_and_leaves(name: str, move: str, wish: str, told: str, *, anyway: bool, at_once: bool) -> str:
    """Who does better otherwise, and moves away for the same wish; without the full stop.

    >>> loses_and_leaves("Norland", "giving up “Talk”", "wants “Arm”", "", anyway=False, at_once=True)
    'Norland would do better as things go without it, and would leave it by giving up “Talk”, for it wants “Arm”'
    """
    return f"{the(name)} {_better(anyway)}, and {_ends(at_once)} by {move}, for it {wish}{told}"


def move(begins: Sequence[str], ends: Sequence[str]) -> str:
    """A move, by the titles of the options.

    >>> move(["Arm"], ["Talk"]), move([], [])
    ('taking up “Arm” and giving up “Talk”', 'a change that makes no difference to others')
    """
    parts = [f"taking up {listed(_quoted(begins))}"] * bool(begins) + [f"giving up {listed(_quoted(ends))}"] * bool(
        ends
    )
    return listed(parts) or "a change that makes no difference to others"


def told_by(sources: Sequence[str], *, inferred: bool = False) -> str:
    """By which documents, title and year; what is more than they say is inferred from them.

    >>> told_by(["A (1990)", "B (1991)", "C (1992)", "D (1993)"]), told_by([])
    (', as told by A (1990) and three others', '')
    >>> told_by(["A (1990)"], inferred=True)
    ', as inferred from A (1990)'
    """
    shown, rest = [*sources[:MOST_SOURCES]], len(sources) - MOST_SOURCES
    more = [counted(rest, "other")] if rest > 0 else []
    return f", as {'inferred from' if inferred else 'told by'} {listed([*shown, *more])}" if sources else ""


RANKED = "ranks another state higher"


def blocked(clauses: Sequence[str]) -> str:
    """Who blocks a settlement, as one sentence; nothing where nobody does."""
    return sentence("; ".join(clauses))


def another_form(begins: Sequence[str], ends: Sequence[str]) -> str:
    """Another form of a settlement, told as what differs.

    >>> another_form(["Talk"], [])
    'with “Talk”'
    """
    with_, without = listed(_quoted(begins)), listed(_quoted(ends))
    return listed([f"with {with_}"] * bool(begins) + [f"without {without}"] * bool(ends))


def unsaid(nowhere: Sequence[str], elsewhere: Sequence[tuple[str, Sequence[str]]]) -> list[str]:
    """Which formulas no model can express, and which of them another era's can."""
    lines = [f"No model here can express: {'; '.join(nowhere)}."] if nowhere else []
    return lines + [
        f"Expressed in another era, not in {era}: {'; '.join(titles)}." for era, titles in elsewhere if titles
    ]


def _quoted(titles: Sequence[str]) -> list[str]:
    return [f"“{one}”" for one in titles]
