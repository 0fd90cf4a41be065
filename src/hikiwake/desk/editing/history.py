"""``/history``: what was done on the case, by whom and when, before and after; undo and redo, whatever it was."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from difflib import ndiff
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from hikiwake.desk.acting import Fields, action, back, case_of, number
from hikiwake.desk.editing.listing import address_of
from hikiwake.desk.opened import OpenCase
from hikiwake.desk.showing import shown
from hikiwake.dossier.entering.differences import Change
from hikiwake.dossier.entering.lists import editable
from hikiwake.errors import HikiwakeError
from hikiwake.workbench import Command, Workbench
from hikiwake.workbench.reviewing.telling import headers_of, told

MOST = 30  # decisions that are shown at a time
MOST_ROWS = 12  # rows of one decision
VIEWS = {
    "case": "/entries/case",
    "documents": "/documents/{id}/bibliography",
    "conflicts": "/models/form?name={id}",
    "packages": "/packages?file={id}",
    "scenarios": "/whatif#scenario-{id}",
    "analyses": "/hypotheses/matrix?id={id}",
}  # of what is written as a text; ``{id}`` is its id


@dataclass(frozen=True, slots=True)
class Changed:
    """A row that was changed."""

    kind: str
    """Its table."""
    id: str
    """Its id."""
    address: str
    """The address of its form or view; empty where it is gone or has none."""
    cells: list[tuple[str, str, str]]
    """The columns that changed: name, before, after."""


@dataclass(frozen=True, slots=True)
class Done:
    """One line of the history."""

    number: int
    """Its number in the log."""
    at: str
    """When it was, in universal time."""
    who: str
    """Who did it."""
    what: str
    """What was done, in words."""
    undone: bool
    """Whether it was taken back."""
    rows: list[Changed]
    """The first rows that it changed."""
    more: int
    """How many more rows it changed."""


@dataclass(frozen=True, slots=True)
class HistoryContext:
    """What the template of the history shows."""

    done: list[Done]
    """What was done, the latest first."""
    earlier: str
    """The address of what was done before; empty where that is all."""
    last: str
    """The decision that can be taken back, in words."""
    again: str
    """The decision that can be done again."""
    fault: str
    """Why it could not be."""


def history(request: Request) -> Response:
    """The history as the address asks for it."""
    return _shown(request, case_of(request))


def _shown(request: Request, opened: OpenCase, fault: str = "") -> Response:
    with opened.workbench() as bench:
        lines = bench.history.latest(MOST + 1, number(request.query_params.get("before")))
        last, again = undoable(bench)
    earlier = f"/history?before={lines[MOST - 1].number}" if len(lines) > MOST else ""
    context = HistoryContext([done(line, line.rows) for line in lines[:MOST]], earlier, last, again, fault)
    return shown(request, "desk/history.html", context, "History", 422 if fault else 200)


def undoable(bench: Workbench) -> tuple[str, str]:
    """The decision that can be taken back, and the one that can be done again, in words."""
    last, again = bench.last, next(iter(bench.undone), None)
    return told(last) if last else "", told(again) if again else ""


def lately(opened: OpenCase) -> tuple[str, str]:
    """The same of a case; nothing of one that comes with the program."""
    if opened.read_only:
        return "", ""
    with opened.workbench() as bench:
        return undoable(bench)


def done(line: Command, changes: Iterable[Change]) -> Done:
    """A line of the log with some of the rows that it changed."""
    rows = [_changed(each) for each in changes]
    when = line.at.replace("T", " ").partition("+")[0]
    return Done(
        line.number, when, line.who, told(line), line.state == "undone", rows[:MOST_ROWS], max(0, len(rows) - MOST_ROWS)
    )


def _changed(change: Change) -> Changed:
    headers = headers_of(change.kind)
    before, after = change.before or (), change.after or ()
    if change.kind not in editable():
        before, after = lines_changed(before, after)
    width = max(len(before), len(after))
    cells = [
        (name, old, new)
        for name, old, new in zip(headers, _filled(before, width), _filled(after, width), strict=False)
        if old != new and name != "id"
    ]
    return Changed(change.kind, change.id, _address(change), cells)


def lines_changed(before: tuple[str, ...], after: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Of two texts, each in a cell or absent, the lines that only one of them has.

    >>> lines_changed(("a\\nb\\n",), ("a\\nc\\n",))
    (('b',), ('c',))
    """
    told = [*ndiff("".join(before).splitlines(), "".join(after).splitlines())]
    return tuple(("\n".join(line[2:] for line in told if line.startswith(sign)),) for sign in ("- ", "+ "))  # type: ignore[return-value]


def _address(change: Change) -> str:
    """The address of the view of what was changed; empty where it is gone, or has none."""
    if not change.after:
        return ""
    if change.kind in editable():
        return address_of(change.kind, change.id)
    return VIEWS.get(change.kind, "").format(id=quote(change.id, safe=""))


def _filled(cells: tuple[str, ...], width: int) -> tuple[str, ...]:
    return (*cells, *[""] * (width - len(cells)))


def _again(decide: Callable[[Workbench, str], object]) -> Callable[[Request, OpenCase, Fields], Response]:
    """What takes a decision back or does it again, and leads to where the form was; else the history says why not."""

    def act(request: Request, opened: OpenCase, fields: Fields) -> Response:
        try:
            with opened.workbench() as bench:
                decide(bench, fields.who)
        except HikiwakeError as fault:
            opened.look()
            return _shown(request, opened, str(fault))
        return back(request, "/history")

    return act


ROUTES = [
    Route("/history", history),
    Route("/undo", action(_again(lambda bench, who: bench.undo(who))), methods=["POST"]),
    Route("/redo", action(_again(lambda bench, who: bench.redo(who))), methods=["POST"]),
]
