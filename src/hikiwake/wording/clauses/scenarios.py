"""What would be otherwise under assumptions, in words: names, numbers and texts come in."""

from __future__ import annotations

from collections.abc import Sequence

from hikiwake.wording.clauses.wishes import quoted
from hikiwake.wording.phrases import counted, listed, the

ABSENT = "cannot come about"
HOLDS, HOLDS_NOT = "holds", "does not hold"
NOTHING_DONE = "nothing is taken up"


def taken_away(title: str) -> str:
    """An option is gone; all these are clauses without the full stop.

    >>> taken_away("Ban")
    '“Ban” cannot be taken up by anybody'
    """
    return f"{quoted(title)} cannot be taken up by anybody"


def left_aside(id_: str, stance: str) -> str:
    """A position is left aside."""
    return f"the position {quoted(stance or id_)} ({id_}) is left aside"


def turned(id_: str, stance: str, name: str, verb: str) -> str:
    """A position is turned round.

    >>> turned("p1", "No talks", "Norland", "accepts")
    'the position “No talks” (p1) is turned round: Norland accepts it'
    """
    return f"the position {quoted(stance or id_)} ({id_}) is turned round: {the(name)} {verb} it"


def comes_to(name: str, verb: str, title: str) -> str:
    """An actor takes a position that nobody tells of.

    >>> comes_to("Norland", "accepts", "Half")
    'Norland accepts “Half”'
    """
    return f"{the(name)} {verb} {quoted(title)}"


def fallen(count: int) -> str:
    """How many statements fall with positions; nothing for none.

    >>> fallen(1), fallen(0)
    ('One statement stands on nothing else and falls with it.', '')
    """
    if not count:
        return ""
    stand = "stands on nothing else and falls with it" if count == 1 else "stand on nothing else and fall with it"
    return f"{counted(count, 'statement').capitalize()} {stand}."


NONE = "The case has no scenarios; `hikiwake whatif CASE --era ERA --assume …` says what would be otherwise."


def for_example(era: str, text: str) -> str:
    """An assumption of the case as an example of how one is written, after a fault; empty where there is none.

    >>> for_example("1990", "drop Norland: talk")
    '; of the era 1990 for example "drop Norland: talk"'
    """
    return f'; of the era {era} for example "{text}"' if text else ""


def to_assume(era: str, text: str, forms: Sequence[str]) -> str:
    """How an assumption is given, with an example from the case, as a sentence after another.

    >>> to_assume("1990", "drop Norland: talk", ["drop NAME: STATEMENT"])
    '. An assumption is given by --assume with its --era, as --era 1990 --assume "drop Norland: talk"; it is one of: \
drop NAME: STATEMENT'
    """
    shown = f', as --era {era} --assume "{text}"' if text else ""
    return f". An assumption is given by --assume with its --era{shown}; it is one of: {'; '.join(forms)}"


def under(title: str, words: Sequence[str]) -> str:
    """What is assumed, in one sentence.

    >>> under("Talks", ["Norland no longer wants “Ban”"])
    'Under the assumptions of “Talks”: Norland no longer wants “Ban”.'
    """
    return f"Under the assumptions of {quoted(title)}: {'; '.join(words)}."


def otherwise(era: str, what: str, before: str, after: str) -> str:
    """One difference, in one sentence.

    >>> otherwise("1990", "“Half”", "neither", "agreed")
    '1990: “Half”: agreed instead of neither.'
    """
    return f"{era}: {what}: {after} instead of {before}."


def nothing(eras: Sequence[str]) -> str:
    """That nothing is otherwise in what was looked at.

    >>> nothing(["1990"])
    'Nothing is otherwise in 1990: the same outcomes hold, and the same is said of every settlement.'
    """
    where = listed(eras)
    return f"Nothing is otherwise in {where}: the same outcomes hold, and the same is said of every settlement."


def state(titles: Sequence[str]) -> str:
    """An outcome by what is taken up in it.

    >>> state(["Talk", "Ban"]), state([])
    ('“Talk” and “Ban”', 'nothing is taken up')
    """
    return listed(map(quoted, titles)) if titles else NOTHING_DONE


def by_record(why: str) -> str:
    """Why an outcome that would hold does not hold by the record."""
    return f"Not so by the record: {why}"


def stripe(title: str, words: Sequence[str]) -> str:
    """What stands above a page of a scenario."""
    return f"{under(title, words)} This page shows what would follow; it is not the record."
