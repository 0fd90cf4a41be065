"""What is told above every view: what was changed in the folder by other means, and why it cannot be read now."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from hikiwake.desk.acting import Fields, action, back
from hikiwake.desk.opened import OpenCase
from hikiwake.wording.desk.notices import taken_in


def outside(opened: OpenCase) -> str:
    """What was changed by other means and nobody has said to have seen, in a sentence; empty where nothing was."""
    return taken_in([(each.id, each.kind, each.before is None, each.after is None) for each in opened.outside])


def seen(request: Request, opened: OpenCase, _: Fields) -> Response:
    """Tell no more what was changed by other means: somebody has seen it."""
    opened.seen()
    return back(request, "/case")


ROUTES = [Route("/seen", action(seen), methods=["POST"])]
