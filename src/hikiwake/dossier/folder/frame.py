"""``case.toml`` and ``documents.toml``: the frame of a case and its documents, read and written."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import fields
from datetime import date
from typing import Any

from hikiwake.actors import Name
from hikiwake.documents import Document
from hikiwake.dossier.case import Case, Era, Place, Question, Scale, Term, Variable
from hikiwake.dossier.compared import Comparison
from hikiwake.dossier.folder.intervals import precision_fault
from hikiwake.dossier.folder.toml.file import Table, TomlFile
from hikiwake.periods import Period
from hikiwake.storage.names import name_fault
from hikiwake.vocabulary import choices

FRAME, DOCUMENTS, DICTIONARY = "case.toml", "documents.toml", "README.md"


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


def _variable(table: Table) -> Variable:
    keys = [field.name for field in fields(Variable) if field.type.startswith("tuple") and field.name in table]
    return Variable(table["id"], table["title"], note=table.get("note", ""), **{key: _list(table, key) for key in keys})


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
    if not _is_pair(dyad) or not all(dyad):
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
    "variables": (_variable, Variable),
    "mechanisms": (_term, Term),
    "measures": (_term, Term),
    "tables": (_term, Term),
    "comparisons": (_comparison, Comparison),
}
_WORDS = ("title", "question", "summary", "editor", "map", "texts")
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
    if words["texts"] and (fault := name_fault(words["texts"])):
        source.fault("texts", words["texts"], fault)
        words["texts"] = ""
    lists: dict[str, Any] = {key: source.each(key, make, _keys(kind)) for key, (make, kind) in _LISTS.items()}
    return Case(**words, dyad=_dyad(source), parties=_parties(source), **lists)


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
    if not isinstance(value, list) or not _is_pair(value):
        source.fault("dyad", value, 'two actors, as ["AAA", "BBB"]')
        return "", ""
    return value[0], value[1]


def _is_pair(value: list[Any] | tuple[Any, ...]) -> bool:
    """Whether these are two actors, and not one twice."""
    return len(value) == 2 and all(isinstance(each, str) for each in value) and value[0] != value[1]


def _parties(source: TomlFile) -> tuple[str, ...]:
    value = source.root.get("parties", [])
    plain = isinstance(value, list) and all(isinstance(each, str) and each for each in value)
    if not plain or len(set(value)) != len(value) or (value and not {*_pair(source)} <= {*value}):
        source.fault("parties", value, "actors, each once, those of the dyad among them")
        return ()
    return tuple(value)


def _pair(source: TomlFile) -> tuple[str, ...]:
    """The two of the dyad, where it is one; a fault of it is told once, by itself."""
    value = source.root.get("dyad")
    return tuple(each for each in value if isinstance(each, str)) if isinstance(value, list) else ()


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
    parties = {"parties": list(case.parties)} if case.parties else {}
    return {**_told(words), "dyad": list(case.dyad), **parties, **{key: value for key, value in lists.items() if value}}


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
