"""An entry in one line: what it says, from its names, dates and the editor's words."""

from __future__ import annotations

from collections.abc import Sequence

from hikiwake.wording.phrases import does, listed


def event(when: str, summary: str) -> str:
    """What happened, and when.

    >>> event("1956", "Talks are held.")
    '1956: Talks are held.'
    """
    return f"{when}: {summary}"


def mention(when: str, outcome: str) -> str:
    """When a passage has an event happen, and what became of it by that passage.

    >>> mention("1956", "planned"), mention("1956", "")
    ('1956, planned', '1956')
    """
    return f"{when}, {outcome}" if outcome else when


def claim(amount: str, as_of: str, summary: str) -> str:
    """A figure with its time.

    >>> claim("9 meetings", "1956", "So many were held.")
    '9 meetings (1956): So many were held.'
    """
    return f"{amount} ({as_of}): {summary}"


def position(actor: str, verb: str, on: str, stance: str) -> str:
    """Who wants what, in the actor's own words."""
    return f"{actor} {does(verb)} “{on}”: {stance}"


def driver(sign: str, cause: str, effect: str, summary: str) -> str:
    """What is argued to move what, with the sign.

    >>> driver("+", "trade", "trust", "It helps.")
    '+ trade → trust: It helps.'
    """
    return f"{sign} {cause} → {effect}: {summary}"


def act(sources: str, targets: str) -> str:
    """Who acted towards whom; a mutual act, or one towards nobody, has its actors only.

    >>> act("Norland", "Suderland"), act("Norland and Suderland", "")
    ('Norland → Suderland', 'Norland and Suderland')
    """
    return f"{sources} → {targets}" if targets else sources


def summary(sources: Sequence[str], acts: str, targets: Sequence[str]) -> str:
    """An act as a sentence of its own: who does what, towards whom.

    >>> summary(["Norland"], "rejects", ["Suderland"]), summary(["Norland", "Suderland"], "agrees", [])
    ('Norland rejects, towards Suderland.', 'Norland and Suderland agree.')
    """
    who = listed(sources)
    verb = acts if len(sources) == 1 else acts.removesuffix("s")
    return f"{who} {verb}, towards {listed(targets)}." if targets else f"{who} {verb}."
