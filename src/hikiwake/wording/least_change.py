"""What would have to change for a settlement to be agreed, in words: the least changes, and what was not tried."""

from __future__ import annotations

from collections.abc import Sequence

from hikiwake.wording.phrases import counted, number, the


def least(changes: Sequence[str], others: int) -> str:
    """The least that would have to change.

    >>> least(["Norland no longer wants “Talk”"], 2)
    'The least that would have to change: Norland no longer wants “Talk” (two other ways with one change).'
    """
    more = f" ({counted(others, 'other way')} with as {'many changes' if len(changes) > 1 else 'little change'})"
    more = more.replace("as little change", "one change") if len(changes) == 1 else more
    return f"The least that would have to change: {'; '.join(changes)}{more if others else ''}."


def none_enough(most: int) -> str:
    """That no set of so few changes is enough.

    >>> none_enough(1), none_enough(0)
    ('No one change of what they want is enough; larger sets were not searched.', \
'What would have to change was not searched: there are too many sets of changes.')
    """
    if most == 0:
        return "What would have to change was not searched: there are too many sets of changes."
    sets = "one change" if most == 1 else f"set of up to {counted(most, 'change')}"
    return f"No {sets} of what they want is enough; larger sets were not searched."


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


def flipped(name: str, words: str, against: bool) -> str:
    """Somebody comes to want the opposite; without the full stop."""
    return f"{the(name)} comes to {'want' if against else 'object to'} {words}"


def moved(name: str, words: str, against: bool, rank: int, of: int) -> str:
    """Somebody puts a wish at another rank; without the full stop.

    >>> moved("Norland", "“Talk”", False, 2, 3)
    'Norland puts its wish for “Talk” in place two of three'
    """
    wish = f"its {'objection to' if against else 'wish for'} {words}"
    place = f"in place {number(rank)} of {number(of)}"
    where = "before everything else" if rank == 1 else "after everything else" if rank == of else place
    return f"{the(name)} puts {wish} {where}"
