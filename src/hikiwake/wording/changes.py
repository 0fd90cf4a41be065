"""What would have to change, in words: levers, and conditions on rankings. Names and statements come in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from hikiwake.wording.moves import listing
from hikiwake.wording.phrases import capital


def taken_away(title: str) -> str:
    """An option is gone; all these are clauses without the full stop."""
    return f'the option "{title}" is no longer there'


def added(name: str, says: str, rank: int) -> str:
    """A new wish."""
    return f'{name} comes to want "{says}" at rank {rank}'


def dropped(name: str, says: str) -> str:
    """A wish that is gone."""
    return f'{name} no longer cares about "{says}"'


def flipped(name: str, says: str) -> str:
    """A wish that turns round."""
    return f'{name} comes to want the opposite of "{says}"'


def moved(name: str, says: str, before: int, after: int) -> str:
    """A wish that becomes more or less important.

    >>> moved("A", "talk", 3, 1)
    '"talk" becomes more important to A: rank 1 instead of 3'
    """
    word = "more" if after < before else "less"
    return f'"{says}" becomes {word} important to {name}: rank {after} instead of {before}'


def aim(targets: Sequence[str], concept: str) -> str:
    """What is to be reached."""
    return f"{listing(targets, 'or')} {concept} stable for everyone"


def none_found(most: int, aim: str) -> str:
    """No lever.

    >>> none_found(1, "YY Nash stable for everyone")
    'No single change makes YY Nash stable for everyone.'
    """
    tried = {0: "With nothing changed, nothing", 1: "No single change"}.get(most, f"No set of up to {most} changes")
    return f"{tried} makes {aim}."


def holds_already(states: Sequence[str], concept: str) -> str:
    """Nothing has to change."""
    hold = "holds as it is" if len(states) == 1 else "hold as they are"
    return f"Nothing has to change: {listing(states)} {hold} ({concept})."


def each_of(count: int, aim: str) -> str:
    """The opening of a list of levers."""
    these = "This one" if count == 1 else f"Each of these {count}"
    return f"{these} makes {aim}, and no part of it does:"


def lever(changes: Iterable[str], cost: float) -> str:
    """One lever: its changes and what they cost together."""
    return f"{capital('; '.join(changes))}. Cost {cost:g}."


def preferred(name: str, better: str, worse: str) -> str:
    """A strict preference."""
    return f"{name} prefers {better} to {worse}"


def not_preferred(name: str, one: str, other: str) -> str:
    """No strict preference."""
    return f"{name} does not prefer {one} to {other}"


def always_moves(name: str, there: str) -> str:
    """No ranking keeps somebody from a move."""
    return f"{name} would always gain by moving to {there}, whatever the rankings in the windows."


def kept_by(name: str, there: str, ways: Iterable[Sequence[str]]) -> str:
    """What keeps somebody from a move: one of several ways, each of several comparisons."""
    return f"So that {name} does not move to {there}: {'; or '.join(listing(way) for way in ways)}."


def nothing_needed() -> str:
    """Nothing is open."""
    return "The fixed part of the rankings decides: nothing more is needed."
