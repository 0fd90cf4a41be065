"""A TOML file being read: what its tables stand for, and every fault with its line."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import fields
from functools import cache
from typing import Any, get_type_hints

import msgspec

from hikiwake.dossier.folder.faults import MOST_FAULTS, Fault, too_many
from hikiwake.periods import Period
from hikiwake.storage.incoming import UnreadError
from hikiwake.storage.toml import toml

Table = Mapping[str, Any]


class TomlFile:
    """A TOML file being read: its tables, and the faults found in it with the line they stand in.

    ``unread`` holds the keys whose tables are not all known, ``left_out`` the ids of tables that were at fault: what
    points to them is no further fault.
    """

    def __init__(self, file: str, text: str | None, faults: Iterable[Fault] = ()) -> None:
        """Parse the text; what is not TOML is one fault, and the file is then empty, as where there is no text."""
        self.file, self.text, self.faults = file, text or "", list(faults)
        self.root: dict[str, Any] = {}
        self.unread: set[str] = set()
        self.left_out: dict[str, set[str]] = {}
        self.known = text is not None
        try:
            self.root = toml(self.text)
        except UnreadError as error:
            self.known = False
            self.faults.append(Fault.of(file, error))

    def line_of(self, words: str) -> int:
        """The first line that holds the words, or 0."""
        place = self.text.find(words)
        return self.text.count("\n", 0, place) + 1 if place >= 0 else 0

    def fault(self, key: str, found: object, expected: str, near: str = "") -> None:
        """Note a fault at a key, near some words of the file; those after the first ``MOST_FAULTS`` are one."""
        if len(self.faults) < MOST_FAULTS:
            self.faults.append(Fault(self.file, self.line_of(near or key), key, str(found), expected))
        elif len(self.faults) == MOST_FAULTS:
            self.faults.append(Fault.of(self.file, too_many()))

    def each(self, key: str, make: Callable[[Table], Any], allowed: set[str]) -> tuple[Any, ...]:
        """The values that the tables of an array of tables stand for; what cannot be made is a fault."""
        tables = self.root.get(key, [])
        if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
            self.fault(key, tables, f"an array of tables, [[{key}]]")
            self.unread.add(key)
            return ()
        return tuple(value for table in tables if (value := self._one(key, table, make, allowed)) is not None)

    def _one(self, key: str, table: Table, make: Callable[[Table], Any], allowed: set[str]) -> Any:
        near = f'"{table.get("id", "")}"'
        for unknown in sorted(set(table) - allowed):
            self.fault(f"{key}.{unknown}", unknown, f"one of {', '.join(sorted(allowed))}", near)
        try:
            return _typed(make(table))
        except msgspec.ValidationError as error:
            said, _, place = str(error).partition(" - at `$.")
            self.fault(
                f"{key}.{place.rstrip('`')}" if place else key, said, "a value of the type that the key has", near
            )
        except KeyError as error:
            self.fault(f"{key}.{error.args[0]}", "nothing", "a value", near)
        except (ValueError, TypeError, AttributeError, OverflowError) as error:
            self.fault(key, error, f"a table that describes one of the {key}", near)
        self.left_out.setdefault(key, set()).add(str(table.get("id", "")))
        return None


def _typed(value: Any) -> Any:
    """The value itself, where each of its fields has its type and what it is called by is not empty."""
    told = {field.name: getattr(value, field.name) for field in fields(value)}
    for field in ("id", "title", "wording"):
        if field in told and not (isinstance(told[field], str) and told[field].strip()):
            raise ValueError(f"{field} is {told[field]!r}; give some words in quotes")
    kind: Any = type(value)
    hints = _hints(kind)
    for name, each in told.items():
        if not isinstance(each, Period):
            try:
                msgspec.convert(each, hints[name], from_attributes=True)
            except msgspec.ValidationError as error:
                raise msgspec.ValidationError(f"{str(error).partition(' - at ')[0]} - at `$.{name}`") from None
    return value


@cache
def _hints(kind: Hashable) -> dict[str, Any]:
    return get_type_hints(kind)
