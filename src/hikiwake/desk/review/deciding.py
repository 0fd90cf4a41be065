"""Decisions on proposals: accept, reject, undo, redo; each goes into the log, and the queue shows what came of it."""

from __future__ import annotations

from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from hikiwake.desk.acting import Fields, action, back
from hikiwake.desk.opened import OpenCase
from hikiwake.desk.review.queue import asked_of, number, show_queue
from hikiwake.errors import HikiwakeError
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


accept = _decided(lambda bench, ids, who: bench.accept(ids, who))
reject = _decided(lambda bench, ids, who: bench.reject(ids, who))
undo = _decided(lambda bench, _, who: bench.undo(who))
redo = _decided(lambda bench, _, who: bench.redo(who))

ROUTES = [
    Route("/review/accept", action(accept), methods=["POST"]),
    Route("/review/reject", action(reject), methods=["POST"]),
    Route("/review/undo", action(undo), methods=["POST"]),
    Route("/review/redo", action(redo), methods=["POST"]),
]
