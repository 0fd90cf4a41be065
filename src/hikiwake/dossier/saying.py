"""What an entry says in the editor's words, and what any row of a case is called: once, for all who show them."""

from __future__ import annotations

from hikiwake.dossier.entries import Claim, Driver, Entry, Event, Formula, Mention, Position, Reading

_CALLED = ("title", "wording", "note", "reason", "subject")  # fields by which rows that are no entries are known


def in_words(entry: Entry) -> str:
    """The words with which an entry says what it says, in full; none of a mention, which is told by its event.

    >>> import hikiwake as hw
    >>> case = hw.load("japan_russia")
    >>> in_words(case.events[0]) == case.events[0].summary, in_words(case.events[0].mentions[0])
    (True, '')
    """
    match entry:
        case Position():
            return entry.stance
        case Reading():
            return entry.answer
        case Mention():
            return ""
        case _:
            told = [getattr(entry, name, "") for name in ("summary", "title", "includes", "reason")]
            return ": ".join(words for words in told if words)


def called(row: object) -> str:
    """What a row of a case is called, or in short says: an entry, a term, a question, an actor.

    >>> import hikiwake as hw
    >>> case = hw.load("japan_russia")
    >>> [called(row) == wanted for row, wanted in ((case.formulas[0], case.formulas[0].title),
    ...                                            (case.actors[0], case.actors[0].name()))]
    [True, True]
    """
    match row:
        case Formula():
            return row.title
        case Claim():
            return row.summary or row.subject
        case Driver():
            return row.summary or row.mechanism
        case Event() | Reading() | Position() | Mention():
            return in_words(row)
    name = getattr(row, "name", None)
    said = next((str(value) for field in _CALLED if (value := getattr(row, field, ""))), "")
    return said or (str(name()) if callable(name) else "")
