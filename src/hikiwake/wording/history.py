"""The models held against history, in words. Nothing here knows a case."""

from __future__ import annotations

from collections.abc import Sequence

from hikiwake.wording.phrases import counted, listed, number, sentence, the

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
    """In how many readings the outcome holds, and is reached.

    >>> hits(1, 2, 0, 4, "SEQ")
    'In one of four readings the state with which the era ended is an equilibrium (SEQ); in two it depends on what the \
record leaves open; improvements do not lead there.'
    >>> hits(3, 0, 2, 4, "SEQ")[-54:], hits(0, 0, 0, 2, "SEQ")[:23]
    ('in two of these three improvements lead there as well.', 'In none of two readings')
    """
    unknown = f"; in {number(open_)} it depends on what the record leaves open" if open_ else ""
    first = (
        f"In {_none(held)} of {number(of)} readings the state with which the era ended is an equilibrium ({concept})"
    )
    lead = "improvements lead there as well" if reached else "improvements do not lead there"
    of_these = f"in {number(reached)} of these {number(held)} " if reached and held > 1 else ""
    return f"{first}{unknown}; {of_these}{lead}." if held else f"{first}{unknown}."


def _none(count: int) -> str:
    """A count in words, "none" for 0."""
    return number(count) if count else "none"


def any_order(certain: int, held: int, orders: int) -> str:
    """In how many of them the order of the statements adds nothing.

    >>> any_order(2, 3, 500)
    'In two of these three it is one in every random order of the same statements that was tried (500): there the \
content of the statements decides, and their order adds nothing.'
    >>> any_order(0, 1, 500)
    'In this one it is not one in every random order of the same statements that was tried (500): there their order \
decides as well.'
    """
    tried = f"every random order of the same statements that was tried ({orders})"
    if not certain:
        these = "this one" if held == 1 else f"none of these {number(held)}"
        says = "it is not one" if held == 1 else "is it one"
        return f"In {these} {says} in {tried}: there their order decides as well."
    these = "this one" if held == 1 else f"{number(certain)} of these {number(held)}"
    return (
        f"In {these} it is one in {tried}: there the content of the statements decides, and their order adds nothing."
    )


def nothing_changes(wrong: int, of: int) -> str:
    """How often the forecast that nothing changes was wrong.

    >>> nothing_changes(4, 4), nothing_changes(0, 3)
    ('The forecast that nothing changes was wrong in four of four readings.', 'The forecast that nothing changes was \
wrong in none of three readings.')
    """
    return f"The forecast that nothing changes was wrong in {_none(wrong)} of {counted(of, 'reading')}."


def before(count: int, held: int) -> str:
    """How many readings rest on documents written before the outcome.

    >>> before(0, 0)
    'No reading rests on documents written before the outcome.'
    >>> before(3, 1)
    'Three of the readings rest on documents written before the outcome; one of these has it as an equilibrium.'
    """
    if not count:
        return "No reading rests on documents written before the outcome."
    first = (
        f"{number(count)} of the readings {'rest' if count > 1 else 'rests'} on documents written before the outcome"
    )
    have = "have" if held > 1 else "has"
    return sentence(f"{first}; {_none(held)} of these {have} it as an equilibrium")


def circular(readings: int, of: int, acts: int, statements: int) -> str:
    """How much rests on acts alone, and how many readings have their outcome among their grounds.

    >>> circular(1, 4, 3, 12)
    'Three of twelve statements, those of each reading counted, rest on acts alone. In one of four readings an \
act that is the outcome is also a ground: marked *, they explain less than they seem to.'
    """
    rest = "rest" if acts > 1 else "rests"
    of_all = f"{_none(acts)} of {counted(statements, 'statement')}"
    first = sentence(f"{of_all}, those of each reading counted, {rest} on acts alone")
    if not readings:
        return first
    are = "it explains less than it seems" if readings == 1 and of == 1 else "they explain less than they seem"
    return (f"{first} In {number(readings)} of {number(of)} readings an act that is the outcome is also a ground: "
            f"marked *, {are} to.")  # fmt: skip


def missed(eras: Sequence[str]) -> str:
    """The eras in which some reading misses the outcome."""
    return f"Missed, by some reading: {listed(eras)}."
