"""``/enter``: where the token of a server that others reach is asked, and the name under which somebody decides."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from hikiwake.desk.acting import Fields, desk_of, form_action
from hikiwake.desk.safety.tokens import ENTER, LONGEST_NAME, carry, is_token
from hikiwake.desk.showing import templates
from hikiwake.desk.static import version_of
from hikiwake.report.sections.table import named


@dataclass(frozen=True, slots=True)
class EnterContext:
    """What the template of the door shows; nothing of the case."""

    version: str
    """Of the files of style and script."""
    token: str
    """The token that the address brought."""
    name: str
    """The name that was given."""
    fault: str
    """Why somebody was not let in."""


def door(request: Request) -> Response:
    """Ask for token and name."""
    return _shown(request.query_params.get("token", ""))


def enter(request: Request, fields: Fields) -> Response:
    """Let in whoever has the token and says a name."""
    token, name = fields.one("token"), fields.one("name")[:LONGEST_NAME]
    if not name or not is_token(token, desk_of(request).token):
        return _shown(token, name, "the token is another" if name else "a name is needed: decisions are noted under it")
    answer = RedirectResponse("/", 303)
    carry(answer, token, name)
    return answer


def _shown(token: str = "", name: str = "", fault: str = "") -> Response:
    context = EnterContext(version_of(), token, name, fault)
    html = templates().get_template("desk/enter.html").render(named(context))
    return Response(html, 403 if fault else 200, media_type="text/html")


ROUTES = [Route(ENTER, door), Route(ENTER, form_action(enter), methods=["POST"])]
