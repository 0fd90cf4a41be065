"""What would have to change for a settlement to be agreed, in words: the least changes, and what was not tried."""

from __future__ import annotations

from collections.abc import Sequence

from hikiwake.wording.clauses.wishes import quoted
from hikiwake.wording.phrases import listed, number, plural, the


def least(changes: Sequence[str], others: int, kind: str, judged: str = "") -> str:
    """The least that would have to change.

    others: how many other ways there are; kind: "change", or "new wish" for one that nobody has now
    judged: the form that is judged, where the change would not do in another

    >>> least(["Norland no longer wants “Talk”"], 2, "change")
    'The least that would have to change: Norland no longer wants “Talk” (or one of two other changes).'
    >>> least(["Norland comes to want “Talk” after everything else"], 1, "new wish")
    'The least that would have to change: Norland comes to want “Talk” after everything else (or one other new wish).'
    >>> least(["Norland no longer wants “Talk”"], 0, "change", "with all else as at the beginning")
    'The least that would have to change, with all else as at the beginning: Norland no longer wants “Talk”.'
    """
    opening = f"The least that would have to change{f', {judged}' if judged else ''}"
    return f"{opening}: {' and '.join(changes)}{_others(len(changes), others, kind)}."


def _others(size: int, others: int, kind: str) -> str:
    """How many other ways there are, in brackets; nothing where there is none.

    >>> _others(2, 1, "change"), _others(3, 4, "change")
    (' (or one other pair of changes)', ' (or one of four other sets of three changes)')
    """
    kinds = {1: (kind, ""), 2: ("pair", " of changes")}
    noun, of = kinds.get(size, ("set", f" of {number(size)} changes"))
    if not others:
        return ""
    return f" (or one other {noun}{of})" if others == 1 else f" (or one of {number(others)} other {plural(noun)}{of})"


def none_enough(most: int, wishes: bool) -> str:
    """That no set of so few changes is enough; wishes: whether one new wish was tried as well.

    >>> none_enough(1, True), none_enough(3, False)
    ('No one change of a wish and no one new wish is enough; more was not computed.', 'No set of up to three changes \
of wishes is enough; new wishes were not tried, nor more changes.')
    """
    sets = "No one change of a wish" if most == 1 else f"No set of up to {number(most)} changes of wishes"
    if wishes:
        return f"{sets} and no one new wish is enough; more was not computed."
    return f"{sets} is enough; new wishes were not tried, nor more changes."


RANKINGS = "None can be tried: what they want is given as rankings or weights, not as statements."
NO_WAY = "No change of wishes can bring it within reach."


def refused(by: Sequence[str]) -> str:
    """That nothing else was tried while somebody refuses.

    >>> refused(["Norland"])
    'First Norland would have to give up its refusal; more was not computed.'
    """
    whose = "its refusal" if len(by) == 1 else "their refusals"
    return f"First {listed(map(the, by))} would have to give up {whose}; more was not computed."


def undone(done: Sequence[str]) -> str:
    """That what was done for good would have to be undone first.

    >>> undone(["Ban"])
    'First “Ban” would have to be undone; more was not computed.'
    """
    return f"First {listed(map(quoted, done))} would have to be undone; more was not computed."


def dropped(name: str, words: str, against: bool) -> str:
    """Somebody gives up a wish; without the full stop.

    >>> dropped("Norland", "“Talk”", True)
    'Norland no longer objects to “Talk”'
    """
    return f"{the(name)} no longer {'objects to' if against else 'wants'} {words}"


def comes_to(name: str, words: str, against: bool) -> str:
    """Somebody comes to want the opposite of what it wanted; without the full stop.

    >>> comes_to("Norland", "“Talk”", True)
    'Norland comes to object to “Talk”'
    """
    return f"{the(name)} comes to {'object to' if against else 'want'} {words}"


def added(name: str, words: str, against: bool, rank: int, of: int) -> str:
    """Somebody comes to want something more; without the full stop.

    >>> added("Norland", "“Talk”", False, 3, 3), added("Norland", "“Talk”", True, 1, 3)
    ('Norland comes to want “Talk” after everything else', 'Norland comes to object to “Talk” before everything else')
    """
    return f"{comes_to(name, words, against)} {_place(rank, of)}"


def moved(name: str, words: str, against: bool, rank: int, of: int) -> str:
    """Somebody puts a wish at another rank; without the full stop.

    >>> moved("Norland", "“Talk”", False, 2, 3)
    'Norland puts in place two of three its wish for “Talk”'
    """
    wish = f"its {'objection to' if against else 'wish for'} {words}"
    return f"{the(name)} puts {_place(rank, of)} {wish}"


def _place(rank: int, of: int) -> str:
    if rank == 1:
        return "before everything else"
    return "after everything else" if rank == of else f"in place {number(rank)} of {number(of)}"
