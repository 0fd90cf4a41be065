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


def formula(title: str, includes: str) -> str:
    """A way to settle, and what it includes.

    >>> formula("Half", "One of two goes over."), formula("Half", "")
    ('Half: One of two goes over.', 'The way to settle “Half”')
    """
    return f"{title}: {includes}" if includes else f"The way to settle “{title}”"


def answer(side: str, words: str) -> str:
    """An answer to a question, with the side that it takes.

    >>> answer("yes", "There was one."), answer("", "There was one.")
    ('yes: There was one.', 'There was one.')
    """
    return f"{side}: {words}" if side else words


def none_of(kind: str) -> str:
    """That there is no entry of a kind.

    >>> none_of("claims")
    'There are no claims.'
    """
    return f"There are no {kind}."


def act(sources: str, targets: str) -> str:
    """Who acted towards whom; a mutual act, or one towards nobody, has its actors only.

    >>> act("Norland", "Suderland"), act("Norland and Suderland", "")
    ('Norland → Suderland', 'Norland and Suderland')
    """
    return f"{sources} → {targets}" if targets else sources


def act_told(
    sources: Sequence[str], targets: Sequence[str], verb: str, about: Sequence[str], called: Sequence[str]
) -> str:
    """What was done, where nobody has put it into words: who, towards whom, which type of act, about what.

    ``called`` is what the sources call it.

    >>> act_told(["Norland"], ["Suderland"], "coerces", ["Security"], ["closing"])
    'Norland → Suderland: coerces (Security); called “closing”.'
    >>> act_told(["Norland", "Suderland"], [], "", [], [])
    'Norland and Suderland: something is told of them.'
    """
    done = f"{act(listed(sources), listed(targets))}: {verb or 'something is told of them'}"
    on = f" ({', '.join(about)})" if about else ""
    words = f"; called {listed(f'“{word}”' for word in called)}" if called else ""
    return f"{done}{on}{words}."
