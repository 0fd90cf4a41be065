"""A model as a form holds it: the cells of its rows as they were typed, and the text of all that it does not show.

A form shows the decision makers, their options and rules, and what everybody wants by one reading: the model's own
(named "") or one of its variants. What else the file says, the other readings and preferences that are no statements,
is carried along as the text that it was, ``base``.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from hikiwake.desk.acting import Fields
from hikiwake.errors import CaseError

CELLS: dict[str, tuple[str, ...]] = {  # the cells of each sort of row
    "maker": ("name", "was", "actor"),
    "option": ("id", "was", "title", "way", "begin", "end"),
    "wish": ("says", "grounds", "about", "inferred"),
    "infeasible": ("when",),
    "coalesce": ("when",),
    "forbidden": ("from", "to"),
    "settlement": ("formula", "when"),
}
RULES = ("infeasible", "coalesce", "forbidden", "settlement")
HEAD = ("title", "era", "name", "old", "stood", "base", "reading")
MOST_ROWS = 1_500


@dataclass
class Row:
    """A row: by which its fields are told from those of others, and its cells."""

    key: str
    cells: dict[str, str]

    @property
    def empty(self) -> bool:
        """Whether nothing was typed into it."""
        return not any(value for name, value in self.cells.items() if name not in ("begin", "end"))


@dataclass
class Sheet:
    """A model as a form holds it. ``lists`` has the rows: decision makers as ``maker``, rules by their sort, and for
    each decision maker its options as ``option:KEY`` and, where this reading says what it wants, ``wish:KEY``."""

    head: dict[str, str]
    lists: dict[str, list[Row]] = field(default_factory=dict)

    @property
    def makers(self) -> list[Row]:
        """The decision makers."""
        return self.lists.get("maker", [])

    @property
    def reading(self) -> str:
        """The reading that is shown, "" for the model's own."""
        return self.head["reading"]

    @property
    def base(self) -> dict[str, Any]:
        """What the file says, as tables; none where it cannot be read."""
        with suppress(tomllib.TOMLDecodeError):
            return tomllib.loads(self.head["base"])
        return {}

    def options(self, maker: Row) -> list[Row]:
        """The options of a decision maker."""
        return self.lists.get(f"option:{maker.key}", [])

    def wishes(self, maker: Row) -> list[Row] | None:
        """What it wants, the most important first; ``None`` where this reading does not say so as statements."""
        return self.lists.get(f"wish:{maker.key}")

    def all_options(self) -> list[Row]:
        """The options of all of them, in the order of the file."""
        return [row for maker in self.makers for row in self.options(maker)]

    def found(self, key: str) -> tuple[str, Row]:
        """A row by its key, with the list in which it stands. Raises ``CaseError`` where there is none."""
        for name, rows in self.lists.items():
            for row in rows:
                if row.key == key:
                    return name, row
        raise CaseError(f"{key!a}: no row of this form")

    def new_key(self) -> str:
        """A key that no row has."""
        return str(max((int(row.key) for rows in self.lists.values() for row in rows), default=0) + 1)


def posted(fields: Fields) -> Sheet:
    """The sheet that a form says. Raises ``CaseError`` for what no form of a model says."""
    head = {name: fields.one(name).replace("\r\n", "\n") for name in HEAD}
    sheet = Sheet(head)
    sheet.lists["maker"] = _rows(fields, "maker", "maker")
    for row in sheet.makers:
        sheet.lists[f"option:{row.key}"] = _rows(fields, f"option:{row.key}", "option")
        if row.key in fields.all("own"):
            sheet.lists[f"wish:{row.key}"] = _rows(fields, f"wish:{row.key}", "wish")
    for sort in RULES:
        sheet.lists[sort] = _rows(fields, sort, sort)
    keys = [row.key for rows in sheet.lists.values() for row in rows]
    if len(keys) > MOST_ROWS or len(set(keys)) < len(keys) or not all(key.isdecimal() and len(key) < 7 for key in keys):
        raise CaseError("this form says no model: rows without a number of their own")
    return sheet


def _rows(fields: Fields, name: str, sort: str) -> list[Row]:
    return [Row(key, {cell: fields.one(f"{cell}:{key}") for cell in CELLS[sort]}) for key in fields.all(name)]


def sheet_of(text: str, reading: str = "", **head: str) -> Sheet:
    """The sheet of a file. Raises ``CaseError`` where it is no TOML, or has no such reading.

    >>> text = '[[decision_makers]]\\nname = "A"\\noptions = [{ id = "a" }]\\n[preferences.A]\\nstatements = []'
    >>> [row.cells["id"] for row in sheet_of(text).all_options()]
    ['a']
    """
    try:
        root = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise CaseError(f"this model is no TOML ({error}); mend it as text") from None
    keys = map(str, count(1))
    told = {name: _text(root.get(name)) for name in ("title", "era")}
    sheet = Sheet({**dict.fromkeys(HEAD, ""), **told, **head, "base": text, "reading": reading})
    signs = _signs(root, "status_quo", "N"), _signs(root, "outcome", "")
    wanted = preferences_of(root, reading)
    sheet.lists["maker"] = []
    for table in _tables(root, "decision_makers"):
        name = _text(table.get("name"))
        maker = Row(next(keys), {"name": name, "was": name, "actor": _text(table.get("actor"))})
        sheet.makers.append(maker)
        own = [_option(next(keys), each, *map(next, signs)) for each in _tables(table, "options")]
        sheet.lists[f"option:{maker.key}"] = own
        preference = wanted.get(name, {} if reading else {"statements": []})
        if isinstance(preference, Mapping) and "statements" in preference:
            sheet.lists[f"wish:{maker.key}"] = [_wish(next(keys), each) for each in _tables(preference, "statements")]
    for sort, key in (("infeasible", "infeasible"), ("coalesce", "coalesce"), ("forbidden", "forbidden_moves"),
                      ("settlement", "settlements")):  # fmt: skip
        sheet.lists[sort] = [
            Row(next(keys), {cell: _text(each.get(cell)) for cell in CELLS[sort]}) for each in _tables(root, key)
        ]
    return sheet


def preferences_of(root: Mapping[str, Any], reading: str) -> dict[str, Any]:
    """What a file says of the preferences of a reading, by decision maker. Raises ``CaseError`` for an unknown one."""
    if not reading:
        own = root.get("preferences")
        return own if isinstance(own, dict) else {}
    for each in _tables(root, "variants"):
        if each.get("name") == reading:
            return each["preferences"] if isinstance(each.get("preferences"), dict) else {}
    raise CaseError(f"{reading!a}: no reading of this model")


def readings_of(root: Mapping[str, Any]) -> list[str]:
    """The readings of a file: the model's own first, named ""."""
    return ["", *(name for each in _tables(root, "variants") if (name := _text(each.get("name"))))]


def _tables(table: Mapping[str, Any], key: str) -> list[dict[str, Any]]:
    found = table.get(key)
    return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _signs(root: Mapping[str, Any], key: str, otherwise: str) -> Iterator[str]:
    """The signs of a state, option by option, then without end what stands for the others."""
    yield from _text(root.get(key))
    while True:
        yield otherwise


def _option(key: str, table: Mapping[str, Any], begin: str, end: str) -> Row:
    id_ = _text(table.get("id"))
    cells = {"id": id_, "was": id_, "title": _text(table.get("title")), "way": _text(table.get("one_way"))}
    return Row(key, {**cells, "begin": begin, "end": end})


def _wish(key: str, table: Mapping[str, Any]) -> Row:
    about, grounds = table.get("about", ""), table.get("grounds", ())
    told = "; ".join(map(str, grounds)) if isinstance(grounds, list) else ""
    cells = {"says": _text(table.get("says")), "grounds": told, "about": str(about)}
    return Row(key, {**cells, "inferred": _text(table.get("inferred"))})


def grounds_in(cell: str) -> list[str]:
    """The ids in a cell of grounds, each once.

    >>> grounds_in("a; b;a; ")
    ['a', 'b']
    """
    return _once(part.strip() for part in cell.replace("\n", ";").split(";"))


def _once(ids: Iterable[str]) -> list[str]:
    return [id_ for id_ in dict.fromkeys(ids) if id_]
