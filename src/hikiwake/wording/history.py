"""The models held against history, in words. Nothing here knows a case."""

from __future__ import annotations

from collections.abc import Sequence

from hikiwake.wording.phrases import listed, the

HEAD = ("era", "by", "outcome", "holds by", "reached", "states that hold", "in random order", "by acts alone",
        "nothing changes")  # fmt: skip
YES, NO, OPEN = "yes", "no", "?"


def by(reading: str) -> str:
    """Whose reading a row is.

    >>> by(""), by("A. Author 2020")
    ('the record as a whole', 'A. Author 2020')
    """
    return reading or "the record as a whole"


def held(always: bool, ever: bool) -> str:
    """Whether something is so in all states that an outcome with dashes allows, in none, or only in some.

    >>> held(True, True), held(False, True), held(False, False)
    ('yes', '?', 'no')
    """
    return YES if always else OPEN if ever else NO


def holds_by(always: Sequence[str], open_: Sequence[str]) -> str:
    """The concepts by which an outcome holds; with "?" those by which it does in some of the states it allows.

    >>> holds_by(["GMR"], ["Nash"]), holds_by([], [])
    ('GMR, Nash?', 'none')
    """
    return ", ".join([*always, *(f"{one}?" for one in open_)]) or "none"


def reached(steps: str, moves: str) -> str:
    """Whether improvements lead to the outcome, or only moves that cost the mover."""
    return steps if steps != NO or moves == NO else "by moves" if moves == YES else "by moves?"


def changed(options: int) -> str:
    """What the forecast that nothing changes was worth."""
    return "right" if options == 0 else f"wrong in {options}"


def no_model(thin: bool, silent: Sequence[str]) -> str:
    """Why an era has no model, without the full stop."""
    if thin:
        who = f"{listed(map(the, silent))} {'wants' if len(silent) == 1 else 'want'}"
        return f"the record is too thin: it does not say what {who} of anything that others propose or do"
    return "nobody has modelled it yet; `hikiwake model` drafts one"


def hits(held: int, open_: int, reached: int, of: int, concept: str) -> str:
    """In how many readings the outcome holds, and is reached."""
    unknown = f"; in {open_} it depends on what the record leaves open" if open_ else ""
    return (
        f"In {held} of {of} readings the state with which the era ended is an equilibrium ({concept}){unknown}; "
        f"in {reached} of these {held} improvements lead there as well."
    )


def any_order(certain: int, held: int, orders: int) -> str:
    """In how many of them the order of the statements adds nothing."""
    return (
        f"In {certain} of these {held} it is one in every random order of the same statements that was tried "
        f"({orders}): there the content of the statements decides, and their order adds nothing."
    )


def nothing_changes(wrong: int, of: int) -> str:
    """How often the forecast that nothing changes was wrong."""
    return f"The forecast that nothing changes was wrong in {wrong} of {of}."


def before(count: int, held: int) -> str:
    """How many readings rest on documents written before the outcome."""
    return (
        f"{count} of the readings rest on documents written before the outcome; "
        f"{held} of these have it as an equilibrium."
    )


def circular(readings: int, of: int, acts: int, statements: int) -> str:
    """How much rests on acts alone, and how many readings have their outcome among their grounds.

    >>> circular(1, 4, 3, 12)
    '3 of 12 statements rest on acts alone. In 1 of 4 readings an act that is the outcome is also a ground: \
marked *, they explain less than they seem to.'
    """
    first = f"{acts} of {statements} statements rest on acts alone."
    if not readings:
        return first
    are = "it explains less than it seems" if readings == 1 and of == 1 else "they explain less than they seem"
    return (f"{first} In {readings} of {of} readings an act that is the outcome is also a ground: "
            f"marked *, {are} to.")  # fmt: skip


def missed(eras: Sequence[str]) -> str:
    """The eras in which some reading misses the outcome."""
    return f"Missed, by some reading: {listed(eras)}."
