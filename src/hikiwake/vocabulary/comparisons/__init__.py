"""Comparison series: what of a published file is measured, under which names its columns stand, and codes of states."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns of a published file: the name of each by what it holds, and the codes of those with states.

    measured: those of which a value is made; days: the columns of a second file that tells when; optional: may be there
    """

    columns: Mapping[str, str]
    codes: Mapping[str, str] = field(default_factory=dict)
    measured: tuple[str, ...] = ()
    days: Mapping[str, str] = field(default_factory=dict)
    optional: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of comparison series: how values are made (``way``), what they mean, and where such files are from.

    unit: short; means: the measure in full; counts: what stands behind a value, in the singular; weighs: whether a
    value weighs as much as stands behind it; least, most: between which values lie
    """

    id: str
    title: str
    way: str
    unit: str
    means: str
    counts: str
    weighs: bool
    least: float
    most: float
    source: str
    licence: str
    layouts: tuple[Layout, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class StateCodes:
    """How published files call a state, and in which years it is in the system of states (both ends included).

    cow: numbers of the Correlates of War; iso2: of two letters; names: in the table of votes
    """

    cow: frozenset[str]
    iso2: frozenset[str]
    names: frozenset[str]
    members: tuple[tuple[int, int], ...]

    def words(self, code: str) -> frozenset[str]:
        """What the state is called in a code: cow, iso2 or names."""
        return {"cow": self.cow, "iso2": self.iso2, "names": self.names}[code]


LAST = 9999  # the year of an open end


@cache
def kinds() -> dict[str, Kind]:
    """The kinds by id, in the order in which a file is looked at.

    >>> kinds()["un-votes"].unit, kinds()["mid"].way
    ('index of agreement, 0 to 1', 'highest')
    """
    told = _table()
    layouts = {name: tuple(map(_layout, tables)) for name, tables in told["layouts"].items()}
    words = {id_: table for id_, table in told.items() if id_ not in ("layouts", "votes", "missing")}
    return {id_: Kind(id_, **{**table, "layouts": layouts[table["layouts"]]}) for id_, table in words.items()}


@cache
def votes() -> dict[str, str]:
    """What each word of a vote means: yes, abstain, no, or none.

    >>> votes()["2"], votes()["8"]
    ('abstain', 'none')
    """
    return {word: vote for vote, words in _table()["votes"].items() for word in words}


@cache
def missing() -> frozenset[str]:
    """The words that say nothing, in small letters.

    >>> "-9" in missing()
    True
    """
    return frozenset(_table()["missing"]["words"])


@cache
def state_codes() -> dict[str, StateCodes]:
    """The codes of states by the ids of ``states.csv``.

    >>> sorted(state_codes()["SUN"].cow), state_codes()["JPN"].members[0]
    (['365'], (1860, 1945))
    """
    lines = files(__package__).joinpath("codes.csv").read_text(encoding="utf-8").splitlines()
    return {row["id"]: _codes(row) for row in csv.DictReader(lines)}


def _table() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("kinds.toml").read_text(encoding="utf-8"))


def _layout(table: Mapping[str, Any]) -> Layout:
    optional = table.get("optional", {})
    measured = tuple(table.get("measured", ()))
    return Layout(table["columns"], table.get("as", {}), measured, table.get("days", {}), optional)


def _codes(row: Mapping[str, str]) -> StateCodes:
    told = {key: frozenset(filter(None, row[key].split(";"))) for key in ("cow", "iso2", "names")}
    spells = [span.split("/") for span in row["members"].split(";") if span]
    return StateCodes(**told, members=tuple((int(first), int(last or LAST)) for first, last in spells))
