"""Writes come from the desk's own pages: any other page in the same browser is refused.

A browser says of each request from where it comes: in ``Sec-Fetch-Site`` (to addresses of this machine and by HTTPS),
and of each form that is sent in ``Origin``. Who says neither is no browser that shows a page of the desk.
"""

from __future__ import annotations

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

HARMLESS = ("GET", "HEAD", "OPTIONS")


class SameOrigin:
    """Lets only requests of the desk's own pages change anything; others are answered with 403."""

    def __init__(self, app: ASGIApp) -> None:
        """Guard an application."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or hand on."""
        if (
            scope["type"] == "http"
            and scope["method"] not in HARMLESS
            and not is_own(scope["scheme"], Headers(scope=scope))
        ):
            refused = PlainTextResponse("this was sent by another page than the desk's own; nothing was changed", 403)
            await refused(scope, receive, send)
            return
        await self.app(scope, receive, send)


def is_own(scheme: str, headers: Headers) -> bool:
    """Whether a request comes from a page of the server that it is for."""
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    own = f"{scheme}://{headers.get('host', '')}".casefold()
    if site is not None and site != "same-origin":
        return False
    if origin is not None:
        return origin.casefold() == own
    return site == "same-origin"
