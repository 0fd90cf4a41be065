"""What an entry of BibTeX takes from those named in its ``crossref`` and ``xdata``.

From ``crossref`` comes what the entry does not say itself; the title of the whole becomes its ``booktitle``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

DEEPEST = 8
_PART = frozenset(("incollection", "inbook", "inproceedings", "conference", "suppbook", "suppcollection"))
_NOT_INHERITED = frozenset(("crossref", "xdata", "xref", "ids", "doi", "url", "urldate", "label", "shorttitle"))
_WHEN = ("date", "year", "month", "day")


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of BibTeX: its line, kind, key, and the values of its fields (``None`` for one that is too long)."""

    line: int
    kind: str
    key: str
    values: Mapping[str, str | None]


def inherited(entry: Entry, by_key: Mapping[str, Entry], deep: int = 0) -> dict[str, str | None]:
    """The values of an entry with those that it takes over; what the entry says itself stays."""
    values = dict(entry.values)
    if deep >= DEEPEST:
        return values
    for key in (values.get("xdata") or "").split(",")[:DEEPEST]:
        source = by_key.get(key.strip().casefold())
        if source and source is not entry:
            values = {**inherited(source, by_key, deep + 1), **values}
    parent = by_key.get((values.get("crossref") or "").strip().casefold())
    if parent is None or parent is entry:
        return values
    return _from_whole(entry.kind, values, inherited(parent, by_key, deep + 1))


def _from_whole(kind: str, values: dict[str, str | None], whole: dict[str, str | None]) -> dict[str, str | None]:
    taken = {name: value for name, value in whole.items() if name not in _NOT_INHERITED}
    if kind in _PART or "title" in values:
        title = taken.pop("title", None)
        taken.setdefault("journaltitle" if kind == "article" else "booktitle", title or "")
        taken.pop("subtitle", None)
    if any(values.get(name) for name in _WHEN):
        taken = _year_only(taken, values)
    if values.get("author"):
        taken.pop("editor", None)
    return {**taken, **{name: value for name, value in values.items() if value != ""}}


def _year_only(taken: dict[str, str | None], values: dict[str, str | None]) -> dict[str, str | None]:
    """Of a date only the year, where the part says a month, and nothing where it says a year."""
    year = taken.get("year") or (taken.get("date") or "")[:4]
    rest = {name: value for name, value in taken.items() if name not in _WHEN}
    return rest if values.get("date") or values.get("year") else {**rest, "year": year}
