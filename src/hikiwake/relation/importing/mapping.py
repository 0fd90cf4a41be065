"""The map of a plain table: which of its columns gives which part of an event, as options or a small TOML tell it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from hikiwake.relation.importing.columns import published
from hikiwake.relation.importing.faults import ImportingError
from hikiwake.relation.importing.meaning.actors import SCHEMES
from hikiwake.storage.incoming import UnreadError, text_of
from hikiwake.storage.toml import toml

PARTS = (
    "date",
    "last",
    "within",
    "source",
    "target",
    "code",
    "title",
    "type",
    "quad",
    "score",
    "issue",
    "publisher",
    "id",
)
SETTINGS = ("actors", "scale", "codes", "missing", "dates", "joined")
CODES = ("cameo", "cameo titles", "plover")
_DATES = {"dmy": True, "mdy": False}
LARGEST = 100_000  # bytes of a map

Pairs = tuple[tuple[str, Any], ...]


def read_map(given: str) -> dict[str, Any]:
    """A map as it is written in an option, or in the TOML file that the option names.

    >>> read_map("date=Day,source=A,target=B")
    {'date': 'Day', 'source': 'A', 'target': 'B'}
    """
    if given.endswith(".toml") and "=" not in given:
        try:
            return toml(text_of(Path(given), LARGEST))
        except UnreadError as error:
            raise ImportingError(f"{given}:{error.line}: {error}" if error.line else f"{given}: {error}") from None
    told = {}
    for pair in given.split(","):
        part, sign, column = pair.partition("=")
        if not sign or not part.strip() or not column.strip():
            raise ImportingError(f"--map: found {pair!r}, expected PART=COLUMN, as in date=Day,source=A,target=B")
        told[part.strip()] = column.strip()
    return told


def mapped(layout: str, told: Mapping[str, Any]) -> tuple[Pairs, Pairs]:
    """The fields and the settings of a map. Raises ``ImportingError`` for parts that no event has, or without a date.

    >>> mapped("plain", {"date": "y+m+d", "source": "a", "actors": "cow"})
    ((('date', ('y', 'm', 'd')), ('source', ('a',))), (('actors', 'cow'),))
    """
    if layout != "plain" and told:
        raise ImportingError(f"--map: the columns of {layout} are known; a map is for the layout plain")
    if layout == "plain" and "date" not in told:
        raise ImportingError(
            "plain: no column for date is told; expected --map date=COLUMN,source=COLUMN,target=COLUMN"
        )
    if unknown := [part for part in told if part not in (*PARTS, *SETTINGS)]:
        raise ImportingError(f"--map: found {unknown[0]!r}, expected one of {', '.join((*PARTS, *SETTINGS))}")
    fields = tuple((part, _columns(part, told[part])) for part in PARTS if part in told)
    settings = tuple(_setting(name, told[name]) for name in SETTINGS if name in told)
    return fields, settings


def _columns(part: str, told: Any) -> Any:
    """The column of a part; several of a date, with + between, and of an actor, the first that names one."""
    parts = map(str, told) if isinstance(told, list) else (each.strip() for each in str(told).split("+"))
    columns = tuple(map(published, parts))
    return columns if part in ("source", "target") or len(columns) > 1 else columns[0]


def _setting(name: str, told: Any) -> tuple[str, Any]:
    choices = {"actors": SCHEMES, "codes": CODES, "dates": tuple(_DATES)}.get(name)
    if choices and told not in choices:
        raise ImportingError(f"--map: {name}={told}: expected one of {', '.join(choices)}")
    if name == "dates":
        return "day_first", _DATES[told]
    if name == "missing":
        return name, tuple(map(str, told)) if isinstance(told, list) else tuple(str(told).split("|"))
    return name, str(told)
