"""Editing a file of a case in place: what means the same stays as the user wrote it, comments and order included."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Sequence
from typing import Any

import tomli_w
import tomlkit
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import AoT, InlineTable

Read = Callable[[str], object]


def edited(text: str, wanted: dict[str, Any], read: Read) -> str:
    """A TOML text that reads as the wanted table does, as near to the given text as can be.

    ``read`` gives what a text means. The text itself stays where it means that already; else tables are added at its
    end; else keys and tables are changed one by one; only where none of this does, all is written anew.
    """
    anew = tomli_w.dumps(wanted)
    meaning = read(anew)
    if read(text) == meaning:
        return text
    for attempt in (_appended, _changed):
        found = attempt(text, wanted)
        if found is not None and read(found) == meaning:
            return found
    return anew


def _appended(text: str, wanted: dict[str, Any]) -> str | None:
    """The text with the tables added that its one array of tables lacks at the end."""
    if len(wanted) != 1:
        return None
    ((key, rows),) = wanted.items()
    have = len(tomllib.loads(text.removeprefix("\ufeff")).get(key, ()))
    return _joined(text, tomli_w.dumps({key: rows[have:]})) if have < len(rows) else None


def _joined(text: str, added: str) -> str:
    """Two texts with a line end between them, in the line ends of the first."""
    end = "\r\n" if "\r\n" in text else "\n"
    gap = "" if not text or text.endswith("\n") else end
    return text + gap + (end if text.strip() else "") + added.replace("\n", end)


def _changed(text: str, wanted: dict[str, Any]) -> str | None:
    """The text with only those keys and tables changed that differ."""
    try:
        document = tomlkit.parse(text.removeprefix("\ufeff"))
        for key in [key for key in document if key not in wanted]:
            if document[key].unwrap():
                del document[key]
        for key, value in wanted.items():
            if key in document and isinstance(document[key], AoT):
                _change_tables(document[key], value)
            elif key not in document or _plain(document[key]) != value:
                document[key] = value
        return tomlkit.dumps(document)
    except (TOMLKitError, ValueError, TypeError, KeyError, RecursionError):
        return None


def _change_tables(tables: Any, rows: Sequence[dict[str, Any]]) -> None:
    """Bring an array of tables to the wanted rows; a table that is called as a row is that row's."""
    wanted = {_name(row) for row in rows}
    for number in reversed(range(len(tables))):
        if _name(tables[number]) not in wanted:
            del tables[number]
    for number, row in enumerate(rows):
        if number >= len(tables):
            tables.append(tomlkit.item(row))
        else:
            _change_table(tables[number], row)


def _name(row: Any) -> tuple[Any, ...]:
    """By what a row is known: its id, or who judges what in it."""
    return tuple(row.get(key) for key in (("id",) if "id" in row else ("analyst", "evidence")))


def _change_table(table: Any, row: dict[str, Any]) -> None:
    """Bring one table to a wanted row: what is a table of its own, or an array of them, inside is changed alike."""
    for key in [key for key in table if key not in row]:
        del table[key]
    for key, value in row.items():
        if key not in table:
            table[key] = value
        elif isinstance(table[key], AoT):
            _change_tables(table[key], value)
        elif isinstance(table[key], InlineTable):
            _change_table(table[key], value)
        elif _plain(table[key]) != value:
            table[key] = value


def _plain(found: Any) -> Any:
    """What stands in a document as a plain value; what is true or false already is one."""
    return found.unwrap() if hasattr(found, "unwrap") else found
