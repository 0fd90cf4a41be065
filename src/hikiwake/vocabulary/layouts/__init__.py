"""The layouts of event data sets: which columns a file has, what they mean, what is known to be wrong; their reader.

A layout is one TOML table. Its parts, all of which an area expert can review:

- ``title``, ``version``, ``source``: what it is, which version of this table, where its facts are from
- ``separator``, ``quote``, ``header`` (yes, no, either), ``encoding``: how files are written; ``kind``: table, records
- ``columns``: the columns in order with their types; ``renamed``: other names of a column in some files; ``surplus``:
  names that a header may have though the rows have no such field; ``open``: any further columns are welcome
- ``missing``: words that stand for a missing value; ``joined``: what stands between several actors in one field
- ``fields``: which column gives the ``date`` (or year, month and day), its ``last`` day, the year ``within`` which a
  row lies, ``source`` and ``target`` (the first column that names an actor we know; ``scheme:column`` for another
  scheme), ``code``, ``title``, ``type``, ``mode``, ``quad``, ``score``, ``issue``, ``publisher``, ``id``
- ``actors``: the scheme of the actors (names, cow, cameo); ``codes``: that of the codes (cameo, cameo titles, plover)
- ``types``, ``quads``, ``scores``: what a value of these columns means; ``scored_by``: the table of scores where a file
  has none; ``scale``: what the scores are
- ``errata``: what to ``find`` and ``replace`` in some columns, or to read ``as`` a date; only ``where`` another matches
- ``hosts``: whether of an address as ``publisher`` only the host counts
- ``lookup``: the layout that has the missing columns, and the key; ``not_events``: codes of rows that are no events
- ``forms``: other forms of the same data; what a form does not say is as above
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from functools import cache
from importlib.resources import files
from typing import Any

TYPES = ("text", "integer", "number", "date", "day")


@dataclass(frozen=True, slots=True)
class Erratum:
    """A known fault of published values: in which columns, what to put in its place, and under which condition."""

    about: str
    columns: tuple[str, ...]
    find: str = ""
    replace: str = ""
    where: str = ""
    matches: str = ""
    read_as: str = ""


@dataclass(frozen=True, slots=True)
class Lookup:
    """Columns that another layout has, to be found by a key that both have."""

    layout: str
    key: str
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """One form of the files of a layout; the parts are those told at the head of this module."""

    layout: str
    title: str
    version: str
    source: str
    columns: Mapping[str, str]
    separator: str = ","
    quote: str = '"'
    header: str = "yes"
    encoding: str = "utf-8"
    kind: str = "table"
    open: bool = False
    hosts: bool = False
    missing: tuple[str, ...] = ()
    joined: str = ""
    surplus: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    not_events: tuple[str, ...] = ()
    actors: str = "names"
    codes: str = ""
    scale: str = ""
    scored_by: str = ""
    day_first: bool | None = None
    renamed: Mapping[str, str] = field(default_factory=dict)
    fields: Mapping[str, Any] = field(default_factory=dict)
    types: Mapping[str, str] = field(default_factory=dict)
    quads: Mapping[str, int] = field(default_factory=dict)
    scores: Mapping[str, float] = field(default_factory=dict)
    errata: tuple[Erratum, ...] = ()
    lookup: Lookup | None = None

    def column(self, part: str) -> str:
        """The column that gives a part of an event, or nothing.

        >>> layout("icews")[0].column("score")
        'Intensity'
        """
        told = self.fields.get(part, "")
        return told if isinstance(told, str) else ""

    def parts(self, part: str) -> tuple[str, ...]:
        """The columns that give a part of an event, one or several.

        >>> layout("mid-dyadic")[0].parts("date")
        ('strtyr', 'strtmnth', 'strtday')
        """
        told = self.fields.get(part, ())
        return (told,) if isinstance(told, str) and told else tuple(told)

    def actor_columns(self, side: str) -> tuple[tuple[str, str], ...]:
        """The scheme and the column of each place where the ``source`` or the ``target`` may stand, in their order.

        >>> layout("ucdp-ged")[0].actor_columns("source")
        (('cow', 'gwnoa'), ('names', 'side_a'))
        """
        told = [part.rpartition(":") for part in self.parts(side)]
        return tuple((scheme or self.actors, column) for scheme, _, column in told)

    @property
    def used(self) -> tuple[str, ...]:
        """The columns that give a part of an event."""
        sides = [column for side in ("source", "target") for _, column in self.actor_columns(side)]
        others = [column for part in self.fields if part not in ("source", "target") for column in self.parts(part)]
        return tuple(dict.fromkeys((*sides, *others)))

    @property
    def needed(self) -> frozenset[str]:
        """Those of them that a file has itself; those of a table to look up are not there."""
        return frozenset({*self.used} - {*(self.lookup.columns if self.lookup else ())})

    @property
    def has_events(self) -> bool:
        """Whether the rows are events; otherwise they are kept for other layouts."""
        return bool(self.fields) or self.layout == "plain"


@cache
def layout_names() -> tuple[str, ...]:
    """The layouts that are known, by name.

    >>> "gdelt2" in layout_names()
    True
    """
    return tuple(sorted(each.name.removesuffix(".toml") for each in files(__package__).iterdir() if _is_layout(each)))


def _is_layout(file: Any) -> bool:
    return bool(file.name.endswith(".toml"))


@cache
def layout(name: str) -> tuple[Form, ...]:
    """The forms of a layout, the usual one first. Raises ``KeyError`` for a layout that is not known.

    >>> [len(form.columns) for form in layout("un-votes")]
    [25, 4]
    """
    if name not in layout_names():
        raise KeyError(name)
    table = tomllib.loads(files(__package__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))
    forms = table.pop("forms", [])
    return tuple(form_of(name, told) for told in (table, *({**table, **_over(table, form)} for form in forms)))


def _over(table: Mapping[str, Any], form: Mapping[str, Any]) -> dict[str, Any]:
    """What a form says; the fields that it does not name are those of the layout, unless it has columns of its own."""
    shared = {} if "columns" in form else table.get("fields", {})
    return {**form, "fields": {**shared, **form.get("fields", {})}}


def form_of(name: str, table: Mapping[str, Any]) -> Form:
    """A form as one table tells it.

    >>> form_of("plain", {"title": "", "version": "1", "source": "", "columns": {"Day": "date"}}).columns
    {'Day': 'date'}
    """
    told = dict(table)
    told["errata"] = tuple(_erratum(each) for each in told.get("errata", ()))
    if looked_up := told.get("lookup"):
        told["lookup"] = Lookup(looked_up["layout"], looked_up["key"], tuple(looked_up["columns"]))
    for many in ("missing", "surplus", "without", "not_events"):
        told[many] = tuple(told.get(many, ()))
    columns = {column: kind for column, kind in told["columns"].items() if column not in told["without"]}
    known = {each.name for each in fields(Form)}
    return Form(layout=name, **{key: value for key, value in told.items() if key in known} | {"columns": columns})


def _erratum(told: Mapping[str, Any]) -> Erratum:
    return Erratum(**{"read_as" if key == "as" else key: value for key, value in told.items()} | _columns(told))


def _columns(told: Mapping[str, Any]) -> dict[str, Any]:
    return {"columns": tuple(told["columns"])}
