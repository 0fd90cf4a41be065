"""The files of style and script, which no page of the desk holds itself: the page's own, and the desk's over them."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from hikiwake.report.page import scripts, style

LASTS = "private, max-age=31536000, immutable"
DESK_STYLES = (
    "desk.css",
    "documents.css",
    "review.css",
    "editing.css",
    "share.css",
    "models.css",
    "whatif.css",
    "hypotheses.css",
)
DESK_SCRIPTS = ("desk.js", "keys.js", "choosing.js", "models.js", "hypotheses.js", "live.js")


@cache
def static_files() -> dict[str, tuple[str, str]]:
    """Each file by its name: what kind it is, and its text."""
    return {
        "page.css": ("text/css", style()),
        "page.js": ("text/javascript", scripts()),
        "desk.css": ("text/css", _joined(DESK_STYLES)),
        "desk.js": ("text/javascript", _joined(DESK_SCRIPTS)),
    }


def _joined(names: tuple[str, ...]) -> str:
    room = files("hikiwake.desk.static")
    return "".join(room.joinpath(name).read_text(encoding="utf-8") for name in names)


@cache
def version_of() -> str:
    """A digest of all of them."""
    whole = "\0".join(text for _, text in static_files().values())
    return hashlib.sha256(whole.encode("utf-8")).hexdigest()[:12]


def static(request: Request) -> Response:
    """One file. The browser may keep it: its address has the digest of all."""
    found = static_files().get(request.path_params["name"])
    if found is None:
        raise HTTPException(404, "no such file")
    lasts = LASTS if request.query_params.get("v") == version_of() else "no-cache"
    return Response(found[1], media_type=found[0], headers={"cache-control": lasts})


ROUTES = [Route("/static/{name}", static)]
