"""What it means to select entries: one criterion per field, each a test of one entry."""

from __future__ import annotations

from collections.abc import Callable, Collection

from hikiwake.actors import Dyad
from hikiwake.dossier.entries import Claim, Entry, Event, Position, Reading
from hikiwake.periods import Period
from hikiwake.wording.terminal.near import near_or_some

Criterion = Callable[[Entry], bool]


def by_dyad(dyad: Dyad) -> Criterion:
    """Events that go from one side of the dyad to the other, and positions of either side."""
    sides = {*dyad.first, *dyad.second}

    def belongs(entry: Entry) -> bool:
        if isinstance(entry, Position):
            return entry.actor.partition("/")[0] in sides
        return isinstance(entry, Event) and dyad.joins(entry.sources, entry.targets)

    return belongs


def by_actor(actor: str) -> Criterion:
    """Events in which the actor, or a part of it, takes part, and its positions."""

    def is_actor(id_: str) -> bool:
        return id_ == actor or id_.startswith(f"{actor}/")

    def belongs(entry: Entry) -> bool:
        if isinstance(entry, Position):
            return is_actor(entry.actor)
        return isinstance(entry, Event) and any(is_actor(id_) for id_ in entry.actors)

    return belongs


def by_period(period: Period, lasting: Callable[[Position], Period]) -> Criterion:
    """Entries whose own period overlaps the given one; ``lasting`` is the time for which a position is known."""

    def belongs(entry: Entry) -> bool:
        own = lasting(entry) if isinstance(entry, Position) else period_of(entry)
        return own is not None and own.overlaps(period)

    return belongs


def period_of(entry: Entry) -> Period | None:
    """The period of an entry, or ``None`` for kinds that have none."""
    return entry.as_of if isinstance(entry, Claim | Reading) else getattr(entry, "period", None)


def by_issue(issue: str, known: Collection[str]) -> Criterion:
    """Events about the issue and positions on it; for a formula's id, the formula and the positions on it.

    known: the ids of the issues and formulas of the case; raises ``KeyError`` for any other word.
    """
    if issue not in known:
        raise KeyError(f"{issue!r} is no issue or formula of the case{near_or_some(issue, sorted(known))}")

    def belongs(entry: Entry) -> bool:
        if isinstance(entry, Event):
            return issue in entry.issues
        return entry.on == issue if isinstance(entry, Position) else entry.id == issue

    return belongs


def by_holder(holder: str) -> Criterion:
    """Entries that the holder says; an event when one of its mentions does."""

    def belongs(entry: Entry) -> bool:
        return holder in entry.holders if isinstance(entry, Event) else entry.holder == holder

    return belongs


def by_happened(happened: str) -> Criterion:
    """Events that occurred, were planned, cancelled, and so on."""
    return lambda entry: isinstance(entry, Event) and entry.happened == happened
