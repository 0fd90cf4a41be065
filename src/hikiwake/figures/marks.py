"""How an entry looks as a mark: which way it points, how firm it is, and whether it took place at all.

Two directions run through the whole page: with (an act towards the other, a position for something, more of an effect)
and against. Colour and place say the direction, shape says the rest, so that nothing depends on colour alone.
"""

from __future__ import annotations

from hikiwake.dossier import Event, Position, Reading
from hikiwake.vocabulary import event_types

WITH, APART, AGAINST = "with", "apart", "against"
_FOR = {"proposes", "offers", "supports", "accepts", "demands"}
_REFUSING = {"opposes", "rejects", "denies"}
_UNDONE = {"planned", "proposed", "postponed", "alleged"}
_DENIED = {"cancelled", "negated"}
_SIZES = {"weak": 1, "moderate": 2, "strong": 3, "red line": 4}


def direction_of_event(event: Event) -> str:
    """With for a cooperative act, against for a conflictual one, apart where no act between parties is told."""
    if not event.type:
        return APART
    return WITH if event_types()[event.type].quad <= 2 else AGAINST


def direction_of_position(position: Position) -> str:
    """With for proposing, offering, supporting, accepting or demanding; against for refusing; apart for the rest."""
    if position.verb in _FOR:
        return WITH
    return AGAINST if position.verb in _REFUSING else APART


def reality(event: Event) -> str:
    """Done for what took place or goes on, undone for what is only planned or alleged, denied for what did not."""
    if event.happened in _DENIED:
        return "denied"
    return "undone" if event.happened in _UNDONE else "done"


def lasts(event: Event, in_parts: bool) -> bool:
    """Whether an event goes on for its whole period; else it took place somewhere in it, which is all that is known.

    An interval alone does not say so: most are bounds of a date. An event lasts where the record says that it is
    ongoing, where its period has no end, where it is known by the day and has more than one, and where it is a series
    of which parts are told (``in_parts``) over a range of time.

    >>> import hikiwake as hw
    >>> events = hw.load("japan_russia").events
    >>> {event.happened for event in events if lasts(event, in_parts=False)}
    {'ongoing'}
    """
    period = event.period
    if event.happened == "ongoing" or period.end is None:
        return True
    if period.precision == "day":
        return period.start != period.end
    return in_parts and period.precision in ("range", "approximate")


def size(strength: str) -> int:
    """How large the mark of a position is: 1 (weak) to 4 (red line)."""
    return _SIZES.get(strength, 2)


def tone(documents: int) -> int:
    """How dark the mark of an event is: 1, 2 or 3 (three documents or more)."""
    return min(max(documents, 1), 3)


def look(event: Event, documents: int) -> str:
    """The classes of an event's mark: direction, tone by how many documents tell of it, precision, reality."""
    return f"{direction_of_event(event)} t{tone(documents)} {event.period.precision} {reality(event)}"


def turn(reading: Reading) -> str:
    """Which way a reading has the relation turn: better, worse or none; denied; open where no way is told."""
    return "denied" if reading.side == "denied" else reading.direction or "open"


def sign(sign: str) -> str:
    """A sign as it is printed: a true minus.

    >>> sign("-")
    '−'
    """
    return "−" if sign == "-" else sign


def sign_class(sign: str) -> str:
    """The name of a sign's look: plus, minus or zero."""
    return {"+": "plus", "-": "minus"}.get(sign, "zero")
