"""The words an entry may use: tables that an area expert can review without reading code, and their one loader."""

from __future__ import annotations

import csv
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class EventType:
    """One of the 16 types of act of the PLOVER scheme: its words, its quad class (1 to 4) and its modes."""

    id: str
    title: str
    quad: int
    meaning: str
    modes: tuple[str, ...]


@cache
def choices(field: str) -> tuple[str, ...]:
    """The values a field may take, as listed in ``values.toml``. Raises ``KeyError`` for an unknown field.

    >>> choices("sign")
    ('+', '-', '0')
    """
    return tuple(_values()[field])


@cache
def _values() -> dict[str, list[str]]:
    text = files(__package__).joinpath("values.toml").read_text(encoding="utf-8")
    return {field: [str(value) for value in values] for field, values in tomllib.loads(text).items()}


@cache
def event_types() -> dict[str, EventType]:
    """The event types by id, in the order of the table ``event_types.csv``.

    >>> event_types()["CONSULT"].quad
    1
    """
    lines = files(__package__).joinpath("event_types.csv").read_text(encoding="utf-8").splitlines()
    return {
        row["id"]: EventType(row["id"], row["title"], int(row["quad"]), row["meaning"], tuple(row["modes"].split(";")))
        for row in csv.DictReader(lines)
    }
