"""``/entries``: the rows of the case, table by table, some at a time, found by their words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from hikiwake.desk.acting import case_of, number
from hikiwake.desk.editing.fields import MADE
from hikiwake.desk.showing import shown
from hikiwake.dossier import Dossier
from hikiwake.dossier.entering.differences import cells_of, rows_in
from hikiwake.dossier.entering.lists import editable
from hikiwake.dossier.saying import called
from hikiwake.wording.desk.editing import singular

MOST = 50  # rows that are shown at a time
ORDER = (
    "events", "claims", "readings", "positions", "formulas", "drivers", "doubts", "actors", "eras", "scales",
    "questions", "issues", "variables", "mechanisms", "measures", "tables", "places", "mentions", "passages",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """A row in the list."""

    id: str
    """Its id."""
    says: str
    """What it says, or is called."""
    by: str
    """Who says so."""
    address: str
    """The address of its form."""


@dataclass(frozen=True, slots=True)
class EntriesContext:
    """What the template of the list shows."""

    kind: str
    """The table that is shown."""
    meaning: str
    """What its rows are."""
    kinds: list[tuple[str, str, int]]
    """Every table: its kind, its address, and how many rows it has."""
    words: str
    """The words that are asked for."""
    rows: list[Row]
    """Some of the rows."""
    found: int
    """How many there are that are asked for."""
    earlier: str
    """The address of those before; empty where there are none."""
    later: str
    """The address of those after."""
    new: str
    """The address of the form for a new one; empty where one begins with a passage."""
    begins: bool
    """Whether one begins with a passage."""
    one: str
    """What one of them is called."""


def entries(request: Request) -> Response:
    """The rows of a table that have the words which are asked for."""
    dossier, told = case_of(request).dossier, request.query_params
    kind = told.get("kind", "") if told.get("kind", "") in editable() else ORDER[0]
    words = told.get("words", "").strip()
    found = found_in(dossier, kind, words.casefold().split())
    after = min(number(told.get("after")), max(0, len(found) - 1)) // MOST * MOST
    asked = {"kind": kind, **({"words": words} if words else {})}
    context = EntriesContext(
        kind=kind,
        meaning=editable()[kind].meaning,
        kinds=[(each, f"/entries?kind={each}", len(rows_in(dossier, each))) for each in ORDER],
        words=words,
        rows=[_row(kind, row) for row in found[after : after + MOST]],
        found=len(found),
        earlier=_address(asked, after - MOST) if after else "",
        later=_address(asked, after + MOST) if after + MOST < len(found) else "",
        new="" if kind in (*MADE, "formulas", "passages") else address_of(kind),
        begins=kind in (*MADE, "formulas"),
        one=singular(kind),
    )
    return shown(request, "desk/entries.html", context, kind.capitalize())


def found_in(dossier: Dossier, kind: str, words: list[str]) -> list[Any]:
    """The rows with all these words in their cells."""
    table = editable()[kind]
    return [row for row in rows_in(dossier, kind) if not words or _has(" ".join(cells_of(table, row)), words)]


def _has(text: str, words: list[str]) -> bool:
    folded = text.casefold()
    return all(word in folded for word in words)


def _row(kind: str, row: Any) -> Row:
    return Row(row.id, called(row) or row.id, getattr(row, "holder", ""), address_of(kind, row.id))


def address_of(kind: str, id_: str = "") -> str:
    """The address of the form of a row, or of a new one."""
    return f"/entries/form?{urlencode({'kind': kind, **({'id': id_} if id_ else {})})}"


def _address(asked: dict[str, str], after: int) -> str:
    return f"/entries?{urlencode({**asked, 'after': max(0, after)})}"


ROUTES = [Route("/entries", entries)]
