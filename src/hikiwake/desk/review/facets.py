"""By what the queue is narrowed: status, kind, document, confidence, what the record has of the like; with counts."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from urllib.parse import urlencode

from hikiwake.desk.opened import OpenCase
from hikiwake.wording.desk import proposed as wording_of
from hikiwake.wording.desk import reviewing as wording
from hikiwake.workbench import KINDS, STATUSES, Asked
from hikiwake.workbench.reviewing.queue import Counts
from hikiwake.workbench.rows.asked import ORDERS, SURE

NAMES = ("kind", "document", "status", "sure", "again")  # as ``Counts`` has them


@dataclass(frozen=True, slots=True)
class Facet:
    """One thing by which the queue can be narrowed: a name, and its values with their counts."""

    name: str
    """The name that the address has for it."""
    title: str
    """What it is called."""
    options: list[tuple[str, str, int]]
    """Value, what it is called, and how many proposals have it among those that the other facets leave."""
    chosen: str
    """The value that is asked for; empty where all are."""


def asked_of(told: object) -> Asked:
    """What is asked for by an address or by a form; open proposals where it says nothing of their status."""
    get = told.get  # type: ignore[attr-defined]
    said = {name: str(get(name) or "").strip() for name in Asked._fields}
    for name, known in (("sure", SURE), ("again", ("yes", "no")), ("memo", ("yes",)), ("first", ORDERS)):
        said[name] = said[name] if said[name] in known else ""
    status = said["status"] or "open"
    return Asked(**{**said, "status": "" if status == "all" else status})


def address(asked: Asked, after: int) -> str:
    """The address of the queue that asks for this, from a number on."""
    said = {name: value for name, value in asked._asdict().items() if value}
    return f"/review?{urlencode({**said, 'status': asked.status or 'all', 'after': max(0, after)})}"


def facets(opened: OpenCase, counts: Counts, asked: Asked) -> list[Facet]:
    """Each value of each facet with how many proposals the other facets leave of it."""
    documents = {each.id: each.label for each in opened.dossier.documents}
    titles: dict[str, dict[str, str]] = {
        "status": dict.fromkeys(STATUSES, ""),
        "kind": {kind: f"{kind}: {wording_of.KINDS[kind]}" for kind in KINDS},
        "document": {**documents, **{row[1]: row[1] for row in counts if row[1] not in documents}},
        "sure": {name: wording.SURE[name] for name in SURE},
        "again": wording.AGAIN,
    }
    found = []
    for name, values in titles.items():
        left = _left(counts, asked, name)
        options = [(value, title or value, left[value]) for value, title in values.items()]
        found.append(Facet(name, wording.FACETS[name], options, getattr(asked, name)))
    return found


def _left(counts: Counts, asked: Asked, name: str) -> Counter[str]:
    """How many proposals there are of each value of one facet among those that the others leave."""
    others = [(place, getattr(asked, other)) for place, other in enumerate(NAMES) if other != name]
    wanted = [(place, value) for place, value in others if value]
    at, left = NAMES.index(name), Counter[str]()
    for row, count in counts.items():
        if all(row[place] == value for place, value in wanted):
            left[row[at]] += count
    return left
