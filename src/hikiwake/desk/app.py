"""The application of the desk: all its routes as one list, its guards, and what is said where something is at fault."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from hikiwake.desk import entering, noticing, static
from hikiwake.desk.acting import NoCaseError
from hikiwake.desk.desks import Desk
from hikiwake.desk.documents import listing, text
from hikiwake.desk.editing import case, form, history
from hikiwake.desk.editing import listing as entries
from hikiwake.desk.hypotheses import evidence, judging, matrix
from hikiwake.desk.hypotheses import listing as hypotheses
from hikiwake.desk.live import stream
from hikiwake.desk.models import editing as modelling
from hikiwake.desk.models import form as model_form
from hikiwake.desk.models import listing as models
from hikiwake.desk.models import solving
from hikiwake.desk.models import text as model_text
from hikiwake.desk.opened import NoneSuchError
from hikiwake.desk.packages import view as packages
from hikiwake.desk.page import view as page
from hikiwake.desk.review import deciding, differences, merging, noting, queue, second, splitting
from hikiwake.desk.review import editing as correcting
from hikiwake.desk.safety.origins import SameOrigin
from hikiwake.desk.safety.policy import Policy
from hikiwake.desk.safety.tokens import Entered
from hikiwake.desk.share import view as share
from hikiwake.desk.shelf import view as shelf
from hikiwake.desk.showing import shown
from hikiwake.desk.whatif import keeping
from hikiwake.desk.whatif import view as whatif
from hikiwake.errors import HikiwakeError

ROUTES = [
    *shelf.ROUTES,
    *page.ROUTES,
    *listing.ROUTES,
    *text.ROUTES,
    *queue.ROUTES,
    *deciding.ROUTES,
    *correcting.ROUTES,
    *merging.ROUTES,
    *splitting.ROUTES,
    *noting.ROUTES,
    *second.ROUTES,
    *differences.ROUTES,
    *entries.ROUTES,
    *form.ROUTES,
    *models.ROUTES,
    *model_form.ROUTES,
    *modelling.ROUTES,
    *model_text.ROUTES,
    *solving.ROUTES,
    *whatif.ROUTES,
    *keeping.ROUTES,
    *packages.ROUTES,
    *case.ROUTES,
    *history.ROUTES,
    *hypotheses.ROUTES,
    *matrix.ROUTES,
    *evidence.ROUTES,
    *judging.ROUTES,
    *share.ROUTES,
    *entering.ROUTES,
    *noticing.ROUTES,
    *stream.ROUTES,
    *static.ROUTES,
]
HOSTS = ("127.0.0.1", "localhost", "[::1]")
LARGEST = 4_000_000  # bytes of a form without files
TAKE_FILES = ("/new", "/documents/add", "/share/take")


@dataclass(frozen=True, slots=True)
class FaultContext:
    """What the template of a fault shows."""

    heading: str
    """What kind of fault it is."""
    message: str
    """What was given, what was expected, and how to mend it."""


def application(desk: Desk, hosts: Iterable[str] = ()) -> Starlette:
    """The application for a desk. ``hosts`` are the names under which it may be asked beside those of this machine."""
    names = [*HOSTS, *hosts]
    app = Starlette(
        routes=[_bounded(route, desk) for route in ROUTES],
        middleware=guards(names, desk.token),
        exception_handlers={HTTPException: _http, HikiwakeError: _fault, Exception: _failure},
        max_body_size=LARGEST,
    )
    app.state.desk = desk
    return app


def guards(hosts: Iterable[str], token: str) -> list[Middleware]:
    """The guards of an application, the outermost first."""
    return [
        Middleware(Policy),
        Middleware(TrustedHostMiddleware, allowed_hosts=[*hosts], www_redirect=False),
        Middleware(SameOrigin),
        Middleware(Entered, token=token),
    ]


def _bounded(route: Route, desk: Desk) -> Route:
    """A route that takes files takes as many bytes as the desk allows; all others little."""
    if route.path not in TAKE_FILES:
        return route
    return Route(route.path, route.endpoint, methods=["POST"], max_body_size=desk.most)


def _http(request: Request, fault: Exception) -> Response:
    status = fault.status_code if isinstance(fault, HTTPException) else 500
    detail = fault.detail if isinstance(fault, HTTPException) else str(fault)
    return _told(request, "HTTPError", f"{detail} ({request.url.path})", status)


def _fault(request: Request, fault: Exception) -> Response:
    """A fault of what was given; without an open case the shelf is shown."""
    if isinstance(fault, NoCaseError) and not _wants_json(request):
        return RedirectResponse("/", 303)
    return _told(request, type(fault).__name__, str(fault), 404 if isinstance(fault, NoneSuchError) else 422)


def _failure(request: Request, fault: Exception) -> Response:
    """A fault of the program: one line on standard error, and a page that says so."""
    where = fault.__traceback__
    while where is not None and where.tb_next is not None:
        where = where.tb_next
    place = f"{where.tb_frame.f_globals.get('__name__')}:{where.tb_lineno}" if where else "?"
    message = f"the program failed at {request.method} {request.url.path}: {type(fault).__name__} in {place}"
    sys.stderr.write(f"hikiwake: {message!r}\n")
    return _told(request, type(fault).__name__, f"{message}; what was confirmed is kept", 500)


def _wants_json(request: Request) -> bool:
    return "application/json" in request.headers.get("accept", "")


def _told(request: Request, kind: str, message: str, status: int) -> Response:
    """A fault as a page, or in the one form that faults have as JSON."""
    if _wants_json(request):
        return JSONResponse({"error": {"kind": kind, "message": message, "faults": []}}, status)
    context = FaultContext("Not found" if status == 404 else "Not done", message)
    return shown(request, "desk/fault.html", context, context.heading, status)
