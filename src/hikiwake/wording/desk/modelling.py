"""What the desk says of a model: what holds in it, what is taken up, how everybody ranks it."""

from __future__ import annotations

from collections.abc import Sequence

from hikiwake.wording.clauses.wishes import quoted
from hikiwake.wording.phrases import listed, tally

PLACES = {"status_quo": "beginning", "outcome": "end"}
PERHAPS = "end?"  # where the end is told but for some options
NOTHING = "nothing is taken up"
_SAID = {"begin": "beginning", "end": "end"}
MOST_GONE = 3
WAYS = (("", "taken and given up"), ("on", "only taken"), ("off", "only given up"))
BEGUN = (("N", "no"), ("Y", "yes"), ("-", "either"))
ENDED = (("", "not said"), *BEGUN[:2], ("-", "not known"))
RULES = {
    "infeasible": ("Cannot be together", "States of which one of these is true cannot come about."),
    "coalesce": ("Count as one state", "States of which one of these is true are one state."),
    "forbidden": ("Moves that nobody may make", "From a state of which the first is true to one of the second."),
    "settlement": ("Ways to settle", "The states in which a formula of the case is carried out."),
}


def both_places() -> str:
    """A state that is both the beginning and the end."""
    return " and ".join(PLACES.values())


def holding(states: int, counts: Sequence[tuple[str, int]]) -> str:
    """How many states there are and how many hold, concept by concept.

    >>> holding(4, [("Nash", 1), ("SEQ", 2)])
    '4 states; hold for everybody: 1 by Nash, 2 by SEQ'
    """
    told = ", ".join(f"{count:,} by {name}" for name, count in counts)
    return f"{tally(states, 'state')}; hold for everybody: {told}"


def taken(titles: Sequence[str], either: Sequence[str] = ()) -> str:
    """What is taken up in a state, and what may be or not.

    >>> taken(["Talk"], ["Ban"]), taken([])
    ('“Talk”; “Ban” or not', 'nothing is taken up')
    """
    done = listed(map(quoted, titles)) if titles else NOTHING
    return f"{done}; {listed(map(quoted, either))} or not" if either else done


def wish(option: str, *, against: bool, condition: str, lacking: bool) -> str:
    """A statement that is built from choices.

    >>> wish("talk", against=True, condition="ban", lacking=False)
    'not talk if ban'
    """
    says = f"{'not ' * against}{option}"
    return f"{says} if {'not ' * lacking}{condition}" if condition else says


def unfinished(count: int) -> str:
    """Why a model was not saved, and how it can be all the same."""
    return (
        f"Nothing was saved: {tally(count, 'fault')}, told below. You can save it unfinished; then the page and the "
        "findings cannot be made until it is mended."
    )


def unsolved(count: int) -> str:
    """Why a model is not solved: its faults, which stand at their fields."""
    return f"{tally(count, 'fault')} to be mended first"


def gone(outcomes: Sequence[str]) -> str:
    """Outcomes that held before, at most three of them; empty for none.

    >>> gone(["a", "b"])
    'a; b'
    """
    more = f"; and {len(outcomes) - MOST_GONE} more" if len(outcomes) > MOST_GONE else ""
    return f"{'; '.join(outcomes[:MOST_GONE])}{more}"


def at_place(place: str, said: str) -> str:
    """What is said of a field; of the beginning and the end, which stand with each option, where that is.

    >>> at_place("end", "missing")
    'At the end, as each option says it: missing'
    """
    return f"At the {_SAID[place]}, as each option says it: {said}" if place in _SAID else said


def of_row(called: str, said: str) -> str:
    """What is said of a field, with what its row is called; what is in no row by itself.

    >>> of_row("close", "no grounds"), of_row("", "missing")
    ('“close”: no grounds', 'missing')
    """
    return f"{quoted(called)}: {said}" if called else said


def comments_lost(count: int) -> str:
    """That comments inside a file are not kept by a form; empty for none."""
    return f"{tally(count, 'line')} of comments inside the file would go; edit it as text to keep them" if count else ""


STOPPED = "stopped before it was solved"


def died() -> str:
    """That a process ended before it had solved a model."""
    return "this model is too large to be solved on this machine: add rules that take states away, or take options away"
