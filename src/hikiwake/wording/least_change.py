"""What would have to change for a settlement to be agreed, in words: the least changes, and what was not tried."""

from __future__ import annotations

from collections.abc import Sequence

from hikiwake.wording.phrases import counted, number, the


def least(changes: Sequence[str], others: int | Sequence[str], judged: str = "") -> str:
    """The least that would have to change.

    others: how many other ways there are; of a wish that nobody has now, the other new wishes, a single one told
    judged: the form that is judged, where the change would not do in another

    >>> least(["Norland no longer wants “Talk”"], 2)
    'The least that would have to change: Norland no longer wants “Talk” (two other ways with one change to their \
wishes).'
    >>> least(["Norland comes to want “Talk” as well"], ["Norland comes to object to “Arm” as well"])
    'The least that would have to change: Norland comes to want “Talk” as well (one other new wish would do: Norland \
comes to object to “Arm” as well).'
    >>> least(["Norland no longer wants “Talk”"], 0, "it is judged without “Arm”")
    'The least that would have to change: Norland no longer wants “Talk”; it is judged without “Arm”.'
    """
    told = f"The least that would have to change: {'; '.join(changes)}{_others(len(changes), others)}"
    return f"{told}; {judged}." if judged else f"{told}."


def _others(size: int, others: int | Sequence[str]) -> str:
    """The other ways in brackets; nothing where there is none."""
    if not others:
        return ""
    if isinstance(others, int):
        return (
            f" ({counted(others, 'other way')} with {'one change' if size == 1 else 'as many changes'} to their wishes)"
        )
    which = f": {others[0]}" if len(others) == 1 else ""
    return f" ({counted(len(others), 'other new wish')} would do{which})"


def none_enough(most: int, wishes: bool) -> str:
    """That no set of so few changes is enough; wishes: whether one new wish was tried as well.

    >>> none_enough(1, True)
    'No one change to a wish (dropped, turned round, put at another rank) and no one new wish for or against an option \
is enough; more at once was not tried.'
    >>> none_enough(3, False)
    'No set of up to three changes to wishes (dropped, turned round, put at another rank) is enough; new wishes were \
not tried, nor more at once.'
    """
    kinds = "(dropped, turned round, put at another rank)"
    sets = f"one change to a wish {kinds}" if most == 1 else f"set of up to {counted(most, 'change')} to wishes {kinds}"
    if wishes:
        return f"No {sets} and no one new wish for or against an option is enough; more at once was not tried."
    return f"No {sets} is enough; new wishes were not tried, nor more at once."


_UNTRIED = {
    "refused": "No change of other wishes is tried while it is refused on record.",
    "out of reach": "No change of wishes can bring it within reach.",
    "rankings": "None can be tried: what they want is given as rankings or weights, not as statements.",
}


def untried(why: str) -> str:
    """Why no change was tried."""
    return _UNTRIED[why]


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
    ('Norland comes to want “Talk” as well', 'Norland comes to object to “Talk” before everything else')
    """
    where = "as well" if rank == of else _place(rank, of)
    return f"{comes_to(name, words, against)} {where}"


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
