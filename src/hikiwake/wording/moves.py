"""States, moves and stability in words. Nothing here knows a case: names and titles come in."""

from __future__ import annotations

from collections.abc import Sequence


class _Names(dict[str, str]):
    """What concepts are called: in capitals, where nothing else is said."""

    def __missing__(self, concept: str) -> str:
        return concept.upper()


NAMES = _Names(nash="Nash")


def listing(words: Sequence[str], joint: str = "and") -> str:
    """Words as a list in a sentence.

    >>> listing(["a", "b", "c"])
    'a, b and c'
    """
    return f" {joint} ".join([part for part in (", ".join(words[:-1]), words[-1]) if part]) if words else "nothing"


def state(number: int, text: str) -> str:
    """A state by number and notation.

    >>> state(2, "NY")
    'state 2 (NY)'
    """
    return f"state {number} ({text})"


def owned(title: str, owners: Sequence[str]) -> str:
    """What options of one title are called, with those whose they are where that must be said.

    >>> owned("Sign", []), owned("Sign", ["Norland", "Suderland"])
    ('Sign', 'Sign (Norland and Suderland)')
    """
    return f"{title} ({listing(owners)})" if owners else title


def move(up: Sequence[str], down: Sequence[str]) -> str:
    """What a move does to the options of the one who makes it, given the titles of what it takes and gives up.

    >>> move(["Arm"], [])
    'taking up "Arm"'
    """
    quoted = ("taking up", [f'"{title}"' for title in up]), ("giving up", [f'"{title}"' for title in down])
    parts = [f"{verb} {listing(titles)}" for verb, titles in quoted if titles]
    return listing(parts) if parts else "changing what no longer matters"
