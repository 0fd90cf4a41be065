"""A view as HTML: its template with its context, inside the frame that all views of the desk share."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from markupsafe import Markup, escape
from starlette.requests import Request
from starlette.responses import HTMLResponse

from hikiwake.desk.acting import desk_of
from hikiwake.desk.noticing import outside
from hikiwake.desk.opened import OpenCase
from hikiwake.desk.safety.tokens import name_of
from hikiwake.desk.static import version_of
from hikiwake.report.page import environment
from hikiwake.report.sections.table import named
from hikiwake.wording.desk.proposed import KINDS
from hikiwake.wording.desk.reviewing import KEYS
from hikiwake.wording.tables import harmless
from hikiwake.workbench.commands import whoever

if TYPE_CHECKING:
    from _typeshed import DataclassInstance
    from jinja2 import Environment

BAR = (
    ("/case", "Page"),
    ("/documents", "Documents"),
    ("/review", "Review"),
    ("/entries", "Entries"),
    ("/models", "Models"),
    ("/whatif", "What if"),
    ("/packages", "Packages"),
    ("/hypotheses", "Hypotheses"),
    ("/history", "History"),
    ("/share", "Share"),
)
LIVE = {
    "/review": "#queue",
    "/review/differences": "#differences",
    "/entries": "#content",
    "/history": "#content",
    "/documents": "#content",
}
BLIND = "/review/second"  # where nobody is told what others decide


@dataclass(frozen=True, slots=True)
class Frame:
    """What the frame shows around every view."""

    title: str
    """The title of the browser's window."""
    here: str
    """The address of the view that is shown, without what it asks for."""
    address: str
    """The whole address, to which an action leads back."""
    bar: tuple[tuple[str, str], ...]
    """The views of an open case: address and name; none where no case is open."""
    opened: OpenCase | None
    """The case that is open, if there is one."""
    case_title: str
    """Its title."""
    outside: str
    """What was changed by other means, in a sentence."""
    faults: str
    """Why the folder cannot be read now."""
    who: str
    """The name under which whoever looks on decides."""
    position: str
    """How far the work on the case was before the view was made; empty where nobody can change it."""
    live: str
    """The part of the view that is replaced when somebody else has changed something; empty where that is only told."""
    keys: tuple[tuple[str, str], ...]
    """The keys as they are at first, each with what it does."""
    version: str
    """Of the files of style and script, so that a browser does not keep old ones."""


def shown(
    request: Request, template: str, context: DataclassInstance, title: str = "", status: int = 200
) -> HTMLResponse:
    """A view: the template with the fields of its context and, as ``frame``, what stands around it."""
    return HTMLResponse(told(request, template, context, title), status)


def told(request: Request, template: str, context: DataclassInstance, title: str = "") -> bytes:
    """The same as UTF-8, with a sign in place of what is no character: a name of a file may hold such."""
    frame = _frame(request, title)
    text = harmless(templates().get_template(template).render(frame=frame, **named(context)))
    return text.encode("utf-8", "replace")


def _frame(request: Request, title: str) -> Frame:
    opened = desk_of(request).opened
    case_title = opened.dossier.case.title if opened else ""
    query = f"?{request.url.query}" if request.url.query else ""
    blind = request.url.path.startswith(BLIND)
    return Frame(
        title=" · ".join(part for part in (title, case_title or "hikiwake desk") if part),
        here=request.url.path,
        address=request.url.path + query if request.method == "GET" else getattr(request.state, "back", ""),
        bar=BAR if opened else (),
        opened=opened,
        case_title=case_title,
        outside=outside(opened) if opened and not blind else "",
        faults=opened.faults if opened else "",
        who=name_of(request) or whoever(),
        position="" if blind else getattr(request.state, "position", ""),
        live=LIVE.get(request.url.path, "") if request.method == "GET" else "",
        keys=KEYS,
        version=version_of(),
    )


@cache
def templates() -> Environment:
    """The templates of the desk, beside those of the page, from which they may take pieces."""
    from jinja2 import ChoiceLoader, PackageLoader

    own = environment()
    loaders = [PackageLoader("hikiwake.desk", "templates"), *([own.loader] if own.loader else [])]
    own.loader = ChoiceLoader(loaders)
    own.filters["verbatim"] = verbatim
    own.globals["kinds_told"] = KINDS
    return own


def verbatim(text: str) -> Markup:
    """A text as HTML in which each character of it is one of the browser's; the end of a page is a line end there.

    >>> str(verbatim("a<b\\r\\n"))
    'a&lt;b&#13;\\n'
    """
    shown = escape(text.replace("\0", "\ufffd").replace("\f", "\n"))
    return shown.replace("\r", Markup("&#13;")) if "\r" in text else shown
