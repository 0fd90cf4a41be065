"""Which state or body a cell means: by its name, its number or its code; what is not plain stays open, and is listed.

An actor below the state counts as its state: *Citizen (Japan)*, *Government of Japan* and a prime minister of Japan are
Japan. Nothing is guessed from adjectives or parts of names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache

from hikiwake.vocabulary.actors import actor_rows, office_rows, state_named
from hikiwake.vocabulary.codings import cow_states, data_names

SCHEMES = ("names", "cow", "cameo")
_YEARS = re.compile(r"\s*\(\s*\d{4}\s*-\s*(\d{4})?\s*\)\s*$")  # of a government: (2000-), (1999-2002)
_WITHIN = re.compile(r"^(?P<outer>.*)\((?P<inner>[^()]+)\)\s*$")
_OF = re.compile(r"^(?:government|(?:military|police|armed) forces|parliament) of (?:the )?(?P<name>.+)$", re.I)
_NUMBER = re.compile(r"(\d+)(?:\.0*)?(?:@(\d{4}))?")
_LEAST_RECENT = 1990  # states that ended before have no code in CAMEO


@dataclass(slots=True)
class Actors:
    """What cells of some schemes mean; ``given`` are names that the user told, which count before all others."""

    given: Mapping[str, str] = field(default_factory=dict)
    joined: str = ""
    _known: dict[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)

    def codes(self, scheme: str, cell: str) -> tuple[str, ...]:
        """The ids of those whom a cell names, each once; nothing where it names nobody we know.

        >>> [Actors().codes(*told) for told in (("names", "Citizen (Japan)"), ("cow", "740.0"), ("cameo", "JPNGOV"))]
        [('JPN',), ('JPN',), ('JPN',)]
        >>> Actors(joined=";").codes("names", "China; Japan"), Actors().codes("names", "Amnesty")
        (('CHN', 'JPN'), ())
        """
        key = (scheme, cell)
        if key not in self._known:
            parts = cell.split(self.joined) if self.joined else [cell]
            found = (self._code(scheme, part.strip()) for part in parts if part.strip())
            self._known[key] = tuple(dict.fromkeys(code for code in found if code))
        return self._known[key]

    def _code(self, scheme: str, name: str) -> str:
        if told := self.given.get(name.casefold()):
            return told
        return {"names": _of_name, "cow": _of_number, "cameo": _of_code}[scheme](name)


def _of_number(cell: str) -> str:
    """The state of a COW number, with the year after @ where it was another one then."""
    found = _NUMBER.fullmatch(cell)
    states = cow_states().get(found[1], ()) if found else ()
    year = int(found[2]) if found and found[2] else 9998
    return next((state for first, last, state in states if first <= year <= last), "")


@cache
def numbers_in_time() -> tuple[str, ...]:
    """The COW numbers that were different states in different years."""
    return tuple(number for number, states in cow_states().items() if len(states) > 1)


@cache
def _coded() -> frozenset[str]:
    """The codes of three letters that data sets may use: of states that are or were of late."""
    rows = (row for row in actor_rows() if row.kind == "state")
    return frozenset(row.id for row in rows if row.last is None or row.last.year >= _LEAST_RECENT)


def _of_code(cell: str) -> str:
    """The state of a code whose first three letters tell it."""
    head = cell[:3].upper()
    if not re.fullmatch(r"[A-Z]{3}", head) or len(cell) % 3:
        return ""
    return head if head in _coded() else data_names().get(head.casefold(), "")


def _of_name(cell: str) -> str:
    """The state or body of a name."""
    name = _YEARS.sub("", cell.strip())
    if found := _known_name(name):
        return found
    if within := _WITHIN.match(name.removesuffix(")") if name.endswith("))") else name):
        return _of_name(within["inner"])
    if of := _OF.match(name):
        return _of_name(of["name"])
    return ""


def _known_name(name: str) -> str:
    key = " ".join(name.split()).casefold()
    return state_named(key) or data_names().get(key, "") or _bodies().get(key, "") or _officers().get(key, "")


@cache
def _bodies() -> dict[str, str]:
    """The organisations by name; one that is part of a state or body counts as that."""
    rows = (row for row in actor_rows() if row.kind != "state")
    return {name.casefold(): row.id.partition("/")[0] for row in rows for name in row.names}


@cache
def _officers() -> dict[str, str]:
    """Those who held an office, by names of more than one word that only one state has."""
    states: dict[str, set[str]] = {}
    for row in office_rows():
        for name in row.names:
            if " " in name:
                states.setdefault(name.casefold(), set()).add(row.actor.partition("/")[0])
    return {name: next(iter(of)) for name, of in states.items() if len(of) == 1}


def unknown(cells: Iterable[str], scheme: str, actors: Actors) -> list[str]:
    """The cells that name nobody we know.

    >>> unknown(["Japan", "Amnesty"], "names", Actors())
    ['Amnesty']
    """
    return [cell for cell in cells if not actors.codes(scheme, cell)]
