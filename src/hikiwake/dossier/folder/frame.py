"""``case.toml`` and ``documents.toml``: the frame of a case and its documents, read and written."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import fields
from datetime import date
from functools import cache
from typing import Any, get_type_hints

import msgspec

from hikiwake.actors import Name
from hikiwake.documents import Document
from hikiwake.dossier.case import Case, Era, Place, Question, Scale, Term
from hikiwake.dossier.compared import Comparison
from hikiwake.dossier.folder.faults import MOST_FAULTS, Fault, too_many
from hikiwake.dossier.folder.intervals import precision_fault
from hikiwake.periods import Period
from hikiwake.storage.incoming import UnreadError
from hikiwake.storage.names import name_fault
from hikiwake.storage.toml import toml
from hikiwake.vocabulary import choices

FRAME, DOCUMENTS, DICTIONARY = "case.toml", "documents.toml", "README.md"
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


def period_from(table: Table) -> Period:
    """The period of a table with ``start``, ``end`` (absent while it goes on), ``precision`` and ``basis``."""
    start, end = table["start"], table.get("end")
    if type(start) is not date or not (end is None or type(end) is date):  # a moment is a date too
        raise ValueError(f"start and end are days without quotes, as 1956-10-19, not {start!r} and {end!r}")
    period = Period(start, end, table.get("precision", "range"), table.get("basis", "stated"))
    if fault := precision_fault(period):
        raise ValueError(f"precision is {period.precision!r}; expected {fault}")
    return period


def _list(table: Table, key: str, absent: list[Any] | None = None) -> tuple[Any, ...]:
    """The items of a list; a text is none, though it could be taken for a list of letters."""
    value = table[key] if absent is None else table.get(key, absent)
    if not isinstance(value, list):
        raise TypeError(f"{key} is {value!r}; give a list in brackets")
    return tuple(value)


def _tuple(value: Any) -> Any:
    """A list as a tuple; anything else is left for its type to be found wrong."""
    return tuple(value) if isinstance(value, list) else value


def _term(table: Table) -> Term:
    return Term(table["id"], table["title"])


def _question(table: Table) -> Question:
    kind = table.get("kind", "rival")
    if kind not in choices("question_kind"):
        raise ValueError(f"kind {kind!r} is not one of {', '.join(choices('question_kind'))}")
    return Question(table["id"], table["wording"], kind, table.get("open", False))


def _era(table: Table) -> Era:
    return Era(table["id"], table["title"], period_from(table))


def _scale(table: Table) -> Scale:
    groups = tuple((group,) if isinstance(group, str) else _tuple(group) for group in _list(table, "order"))
    if not groups or not all(group and all(group) for group in groups):
        raise ValueError("order is empty or has an empty group; give the formulas, the best first")
    readings = tuple(map(_tuple, _list(table, "open", [])))
    refusals = _list(table, "refusals", [])
    title, against = table.get("title", table["id"]), table.get("against", "")
    return Scale(table["id"], title, table["actor"], groups, readings, refusals, against)


def _place(table: Table) -> Place:
    names = tuple(Name.parse(name) for name in _list(table, "names"))
    longitude, latitude = (_degrees(table, key) for key in ("longitude", "latitude"))
    if not (-180 <= longitude <= 180 and -90 <= latitude <= 90):
        raise ValueError(f"longitude {longitude} or latitude {latitude} is not on the globe (degrees)")
    rest = {key: table[key] for key in ("kind", "disputed", "held_by", "note") if key in table}
    return Place(table["id"], names, longitude, latitude, claimed_by=_list(table, "claimed_by", []), **rest)


def _degrees(table: Table, key: str) -> float:
    if isinstance(table[key], bool) or not isinstance(table[key], int | float):
        raise TypeError(f"{key} is {table[key]!r}; give degrees as a number")
    return float(table[key])


def _comparison(table: Table) -> Comparison:
    dyad = _list(table, "dyad")
    if len(dyad) != 2 or not all(isinstance(each, str) and each for each in dyad):
        raise ValueError(f'dyad is {table["dyad"]!r}; give two actors, as ["AAA", "BBB"]')
    if table["by"] not in choices("by"):
        raise ValueError(f"by is {table['by']!r}; give one of {', '.join(choices('by'))}")
    known = {key: value for key, value in table.items() if key in Comparison.__slots__}
    return Comparison(**{**known, "dyad": dyad, "files": _list(table, "files", [])})


_LISTS: dict[str, tuple[Callable[[Table], Any], type[Any]]] = {
    "issues": (_term, Term),
    "eras": (_era, Era),
    "scales": (_scale, Scale),
    "places": (_place, Place),
    "questions": (_question, Question),
    "variables": (_term, Term),
    "mechanisms": (_term, Term),
    "measures": (_term, Term),
    "tables": (_term, Term),
    "comparisons": (_comparison, Comparison),
}
_WORDS = ("title", "question", "summary", "editor", "map")
HEAD = (*_WORDS, "dyad")  # what a case says of itself, beside its lists
_PERIOD_KEYS = {"start", "end", "precision", "basis"}


def read_case(source: TomlFile) -> Case:
    """The frame of a case; what is missing or wrong is noted as faults of the source."""
    if not source.known:
        source.unread |= _LISTS.keys()
        return Case("", "", ("", ""))
    for key in sorted(set(source.root) - {field.name for field in fields(Case)}):
        source.fault(key, key, f"one of {', '.join(field.name for field in fields(Case))}")
    words: dict[str, Any] = {key: _words(source, key, required=key == "title") for key in _WORDS}
    lists: dict[str, Any] = {key: source.each(key, make, _keys(kind)) for key, (make, kind) in _LISTS.items()}
    return Case(**words, dyad=_dyad(source), **lists)


def _keys(kind: type[Any]) -> set[str]:
    return {field.name for field in fields(kind)} | (_PERIOD_KEYS if kind is Era else set())


def _words(source: TomlFile, key: str, *, required: bool = False) -> str:
    value = source.root.get(key, "")
    if not isinstance(value, str) or (required and not value.strip()):
        source.fault(key, value, "some words in quotes")
        return ""
    return value


def _dyad(source: TomlFile) -> tuple[str, str]:
    value = source.root.get("dyad")
    if not isinstance(value, list) or len(value) != 2 or not all(isinstance(each, str) for each in value):
        source.fault("dyad", value, 'two actors, as ["AAA", "BBB"]')
        return "", ""
    return value[0], value[1]


def read_documents(source: TomlFile) -> tuple[Document, ...]:
    """The documents of a case; what is missing or wrong is noted as faults of the source."""
    if not source.known:
        source.unread.add("documents")
    for key in sorted(set(source.root) - {"documents"}):
        source.fault(key, key, "[[documents]]")
    return source.each("documents", _document, {field.name for field in fields(Document)})


_HELD = ("file", "sha256", "characters")
_UNKNOWN = {"publisher": "", "language": ""}  # of a letter, say
_NOT_HELD = {"file": "", "sha256": "", "characters": 0, **_UNKNOWN}


def _document(table: Table) -> Document:
    if not any(table.get(key) for key in _HELD):
        return Document(**{**_NOT_HELD, **table, "written": period_from(table["written"])})
    file = table["file"]
    if fault := name_fault(file):
        raise ValueError(f"file {file!r}, not {fault}")
    if not re.fullmatch(r"[0-9a-f]{64}", str(table["sha256"])):
        raise ValueError(f"sha256 {table['sha256']!r} is not 64 hexadecimal digits")
    if not isinstance(table["characters"], int):
        raise ValueError(f"characters {table['characters']!r} is not a whole number")
    return Document(**{**_UNKNOWN, **table, "written": period_from(table["written"])})


def case_table(case: Case) -> dict[str, Any]:
    """The frame of a case as a TOML table."""
    words = {key: getattr(case, key) for key in _WORDS}
    lists = {key: [_table(value) for value in getattr(case, key)] for key in _LISTS}
    return {**_told(words), "dyad": list(case.dyad), **{key: value for key, value in lists.items() if value}}


def documents_table(documents: tuple[Document, ...]) -> dict[str, Any]:
    """The documents of a case as a TOML table."""
    return {"documents": [_table(document) for document in documents]}


def _table(value: Any) -> dict[str, Any]:
    plain = {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Era):
        return {**_told({key: plain[key] for key in ("id", "title")}), **plain["period"]}
    return _told(plain)


def _told(table: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in table.items() if value or type(value) in (int, float)}


def _plain(value: Any) -> Any:
    if isinstance(value, Period):
        return {
            key: each for key in ("start", "end", "precision", "basis") if (each := getattr(value, key)) is not None
        }
    if isinstance(value, tuple):
        return [str(each) if isinstance(each, Name) else _plain(each) for each in value]
    return value
