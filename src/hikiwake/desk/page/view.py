"""``/case``: the page of the case as the record is now, with the bar of the desk above it."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from hikiwake.desk.acting import case_of, desk_of
from hikiwake.desk.opened import OpenCase
from hikiwake.desk.showing import shown
from hikiwake.desk.working import Work
from hikiwake.report.editions import TODAY, choices
from hikiwake.workbench import Asked


@dataclass(frozen=True, slots=True)
class PageContext:
    """What the template of the page shows."""

    content: str
    """The page as HTML, as the static page has it; empty while the first is being made."""
    work: Work | None
    """What makes a newer one, where the record has changed since."""
    fault: str
    """Why none can be made, where that is so."""
    empty: bool = False
    """Whether the record has no entry yet, so that the page has nothing to tell."""
    waiting: int = 0
    """How many proposals wait for a decision then."""


def page(request: Request) -> Response:
    """The page, as of today or as its address reads it; while a newer one is being made the last one, and a word."""
    opened, desk = case_of(request), desk_of(request)
    asked = request.query_params
    choice = next((each for each in choices(opened.dossier) if asked.get(each.asks) == each.value), TODAY)
    made, work = desk.pages.of(opened, desk.works, choice)
    fault = work.fault if work else ""
    empty = not opened.dossier.by_id and not opened.read_only
    waiting = _waiting(opened) if empty else 0
    context = PageContext(made.content if made else "", None if fault else work, fault, empty, waiting)
    return shown(request, "desk/page.html", context, status=422 if fault and not made else 200)


def _waiting(opened: OpenCase) -> int:
    """How many proposals are open."""
    with opened.workbench() as bench:
        return bench.queue.count(Asked(status="open"))


ROUTES = [Route("/case", page)]
