"""The tables of actors: states, bodies, who held which office, and the words that go with names."""

from __future__ import annotations

import csv
import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class ActorRow:
    """A state or a body: its id and kind, its first and last day, whom it succeeds, and what texts call it.

    ``names`` are its names, the usual one first; ``peoples`` its adjectives and people; ``seats`` the places that
    stand for its government. A name in another script may be the stem of its forms.
    """

    id: str
    kind: str
    first: date
    last: date | None
    succeeds: str
    names: tuple[str, ...]
    peoples: tuple[str, ...]
    seats: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OfficeRow:
    """Who held an office of an actor, from its first to its last day; the names that texts use, the full one first."""

    actor: str
    title: str
    first: date
    last: date | None
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ActorWords:
    """Words that go with names of actors, as told at the head of each list in ``actors.toml``."""

    wary: frozenset[str]
    not_actors: tuple[str, ...]
    openings: tuple[str, ...]
    parts: dict[str, tuple[str, ...]]
    speaks: tuple[str, ...]
    titles: tuple[str, ...]
    lower_titles: tuple[str, ...]
    pronouns: dict[str, tuple[str, ...]]


def _rows(name: str) -> list[dict[str, str]]:
    text = files(__package__).joinpath(name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


def _listed(cell: str | None) -> tuple[str, ...]:
    return tuple(filter(None, (cell or "").split(";")))


def _lasting(row: dict[str, str]) -> tuple[date, date | None]:
    return date(int(row["first"]), 1, 1), date(int(row["last"]), 12, 31) if row["last"] else None


@cache
def actor_rows() -> tuple[ActorRow, ...]:
    """The states of ``states.csv``, then the bodies of ``bodies.csv``.

    >>> next(row.last.year for row in actor_rows() if row.id == "SUN")
    1991
    """
    states = [
        ActorRow(row["id"], "state", *_lasting(row), row["succeeds"], *map(_listed, _names(row)))
        for row in _rows("states.csv")
    ]
    bodies = [
        ActorRow(row["id"], row["kind"], *_lasting(row), "", _listed(row["names"]), _listed(row["peoples"]))
        for row in _rows("bodies.csv")
    ]
    return (*states, *bodies)


def _names(row: dict[str, str]) -> tuple[str, str, str]:
    return row["names"], row["peoples"], row["seats"]


def state_named(name: str) -> str:
    """The id under which the tables have a state of a name, or nothing.

    >>> state_named("Cambodia"), state_named("Norland")
    ('KHM', '')
    """
    return _states().get(name.strip().casefold(), "")


def name_of_state(id_: str) -> str:
    """What the tables call the state of an id, or nothing.

    >>> name_of_state("KHM"), name_of_state("NOR/navy")
    ('Cambodia', '')
    """
    return next((row.names[0] for row in actor_rows() if row.id == id_ and row.kind == "state" and row.names), "")


@cache
def _states() -> dict[str, str]:
    """The ids of states by name; of a name of several, the one that lasts."""
    rows = sorted((row for row in actor_rows() if row.kind == "state"), key=lambda row: row.last is None)
    return {name.casefold(): row.id for row in rows for name in row.names}


@cache
def office_rows() -> tuple[OfficeRow, ...]:
    """The offices of ``offices.csv``, in the order of the table."""
    return tuple(
        OfficeRow(
            row["actor"],
            row["title"],
            date.fromisoformat(row["first"]),
            date.fromisoformat(row["last"]) if row["last"] else None,
            _listed(row["names"]),
        )
        for row in _rows("offices.csv")
    )


@cache
def actor_words() -> ActorWords:
    """The words of ``actors.toml``.

    >>> "Lake Chad" in actor_words().not_actors
    True
    """
    table = tomllib.loads(files(__package__).joinpath("actors.toml").read_text(encoding="utf-8"))
    return ActorWords(
        wary=frozenset(table["wary"]),
        not_actors=tuple(table["not_actors"]),
        openings=tuple(table["openings"]),
        parts={part: tuple(words) for part, words in table["parts"].items()},
        speaks=tuple(table["speaks"]["words"]),
        titles=tuple(table["titles"]["words"]),
        lower_titles=tuple(table["titles"]["lower"]),
        pronouns={kind: tuple(words) for kind, words in table["pronouns"].items()},
    )


@cache
def actor_families() -> tuple[tuple[str, ...], ...]:
    """The names of each state and body, the usual one first; a name that several had is that of the one that still is.

    >>> next(family[:2] for family in actor_families() if "Kremlin" in family)
    ('Russia', 'Russian Federation')
    """
    taken: set[str] = set()
    found = []
    for row in sorted(actor_rows(), key=lambda row: row.last is not None):
        names = tuple(name for name in (*row.names, *row.peoples, *row.seats) if name.casefold() not in taken)
        taken.update(name.casefold() for name in names)
        found += [names] if names else []
    return tuple(found)
