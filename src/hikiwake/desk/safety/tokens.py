"""The token of a server that others reach: asked of everybody, with the name under which they decide.

Who has entered it carries it in a cookie that no script reads and no other page sends.
"""

from __future__ import annotations

import hmac
import re
from urllib.parse import quote, unquote

from starlette.datastructures import Headers
from starlette.requests import Request, cookie_parser
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

TOKEN, NAME = "hikiwake-token", "hikiwake-name"
ENTER = "/enter"
LONGEST_NAME = 60
OPEN = (ENTER, "/static/")
_SIGN = re.compile(r"[^\x00-\x1f\x7f]")


class Entered:
    """Lets only those in who carry the token; others are sent to where it is asked. Without a token, everybody."""

    def __init__(self, app: ASGIApp, token: str) -> None:
        """Guard an application with a token."""
        self.app, self.token = app, token

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or hand on."""
        if not self.token or scope["type"] != "http" or scope["path"].startswith(OPEN):
            await self.app(scope, receive, send)
            return
        carried = cookie_parser(Headers(scope=scope).get("cookie", "")).get(TOKEN, "")
        if is_token(carried, self.token):
            await self.app(scope, receive, send)
        elif scope["method"] in ("GET", "HEAD"):
            await RedirectResponse(ENTER, 303)(scope, receive, send)
        else:
            await Response("the token is asked first; nothing was changed", 403)(scope, receive, send)


def is_token(given: str, token: str) -> bool:
    """Whether a token is the right one; how long the answer takes says nothing of how near it is.

    >>> is_token("abc", "abc"), is_token("", "abc")
    (True, False)
    """
    return hmac.compare_digest(given.encode("utf-8", "surrogatepass"), token.encode("utf-8", "surrogatepass"))


def carry(response: Response, token: str, name: str) -> None:
    """Give whoever has entered the token, and the name under which they decide, to carry."""
    response.set_cookie(TOKEN, token, httponly=True, samesite="strict")
    response.set_cookie(NAME, quote(name), httponly=True, samesite="strict")


def name_of(request: Request) -> str:
    """The name under which somebody decides; empty where none was given."""
    told = unquote(request.cookies.get(NAME, ""))[:LONGEST_NAME]
    return "".join(_SIGN.findall(told)).strip()
