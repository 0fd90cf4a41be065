"""An act found in a sentence, before it becomes a proposal."""

from __future__ import annotations

from dataclasses import dataclass, field

from hikiwake.coding.acts.stands import Standing

Roles = tuple[tuple[str, ...], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Act:
    """What was done: the words that say so (``at`` to ``last`` of the sentence), types, parties, status and grounds.

    ``trust`` is how far its kind of trigger is to be trusted, before date and parties are looked at; ``verb`` the base
    form of a verb that the lexicon has.
    """

    at: int
    last: int
    trigger: str
    rule: str
    types: tuple[str, ...]
    mode: str
    trust: float
    standing: Standing | None
    sources: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    roles: str = ""
    happened: str = "occurred"
    status: str = ""
    objects: frozenset[int] = field(default=frozenset())
    verb: str = ""


@dataclass(frozen=True, slots=True)
class Refused:
    """A trigger that is no act, and why; the types it would have had, and the word that governs it (-1 for none)."""

    at: int
    last: int
    trigger: str
    reason: str
    types: tuple[str, ...] = ()
    governor: int = -1
