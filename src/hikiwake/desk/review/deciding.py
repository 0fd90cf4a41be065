"""Decisions on proposals: accept, reject, undo, redo; each goes into the log, and the queue shows what came of it."""

from __future__ import annotations

from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from hikiwake.desk.acting import Fields, action, back, number
from hikiwake.desk.opened import OpenCase
from hikiwake.desk.review.facets import asked_of
from hikiwake.desk.review.queue import show_queue
from hikiwake.errors import CaseError, HikiwakeError
from hikiwake.workbench import Workbench


def _decided(decide: Callable[[Workbench, list[str], str], object]) -> Callable[[Request, OpenCase, Fields], Response]:
    """What takes a decision and leads back to the queue; where it cannot be taken, the queue says why."""

    def act(request: Request, opened: OpenCase, fields: Fields) -> Response:
        ids = fields.all("id")
        try:
            with opened.workbench() as bench:
                decide(bench, ids, fields.who)
        except HikiwakeError as fault:
            asked, after = asked_of(fields.form), number(fields.one("after"))
            return show_queue(request, opened, asked, after, (next(iter(ids), ""), str(fault)))
        return back(request, "/review")

    return act


def decide_all(request: Request, opened: OpenCase, fields: Fields) -> Response:
    """Decide on all open proposals that the form asks for, as one decision, where they are as many as it says."""
    asked = asked_of(fields.form)._replace(status="open")
    decision, told = fields.one("decision"), number(fields.one("count"))
    try:
        with opened.workbench() as bench:
            ids = [each.id for each in bench.queue.some(asked, -1)]
            if len(ids) != told or not ids:
                raise CaseError(f"there are {len(ids):,} now and not {told:,}; nothing was decided; look again")
            decide = {"accept": bench.accept, "reject": bench.reject}.get(decision)
            if decide is None:
                raise CaseError(f"{decision!r}: no decision; there are accept and reject")
            decide(ids, fields.who)
    except HikiwakeError as fault:
        return show_queue(request, opened, asked, 0, ("", str(fault)))
    return back(request, "/review")


accept = _decided(lambda bench, ids, who: bench.accept(ids, who))
reject = _decided(lambda bench, ids, who: bench.reject(ids, who))
undo = _decided(lambda bench, _, who: bench.undo(who))
redo = _decided(lambda bench, _, who: bench.redo(who))

ROUTES = [
    Route("/review/accept", action(accept), methods=["POST"]),
    Route("/review/reject", action(reject), methods=["POST"]),
    Route("/review/all", action(decide_all), methods=["POST"]),
    Route("/review/undo", action(undo), methods=["POST"]),
    Route("/review/redo", action(redo), methods=["POST"]),
]
