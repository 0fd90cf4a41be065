"""``/models/text``: a model as the text of its file, for all that the form does not show; checked line by line."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from hikiwake.desk.acting import Fields, action, case_of
from hikiwake.desk.models.form import address_of
from hikiwake.desk.models.telling import faults_in
from hikiwake.desk.opened import NoneSuchError, OpenCase
from hikiwake.desk.showing import shown
from hikiwake.errors import HikiwakeError
from hikiwake.wording.desk import modelling as wording
from hikiwake.workbench.by_hand import stand_of


@dataclass(frozen=True, slots=True)
class TextContext:
    """What the template of a model's text shows."""

    name: str
    """The name of its file."""
    text: str
    """The text."""
    stood: str
    """How it stood when it was shown."""
    address: str
    """The address of its form."""
    said: list[tuple[int, str]]
    """What is at fault or should be looked at, each with its line."""
    fault: str
    """Why it was not saved."""
    unfinished: bool
    """Whether it can be saved although something is at fault."""


def text(request: Request) -> Response:
    """The text of a model."""
    opened, name = case_of(request), request.query_params.get("name", "")
    there = dict(opened.dossier.conflicts).get(name)
    if there is None:
        raise NoneSuchError(f"{name}: no model of {opened.name}")
    return _shown(request, opened, name, there, stand_of((there,)))


def _shown(
    request: Request, opened: OpenCase, name: str, text: str, stood: str, fault: str = "", *, unfinished: bool = False
) -> Response:
    faults, warnings = faults_in(opened.dossier, name, text)
    said = [(each.line, str(each).partition(": ")[2]) for each in (*faults, *warnings)]
    context = TextContext(name, text, stood, address_of(name), said, fault, unfinished)
    return shown(request, "desk/models/text.html", context, name, 422 if fault else 200)


def save(request: Request, opened: OpenCase, fields: Fields) -> Response:
    """The text saved as it is; where it does not fit, shown again with why not."""
    name, stood = fields.one("name"), fields.one("stood")
    typed = fields.one("text").replace("\r\n", "\n") + "\n"
    if name not in dict(opened.dossier.conflicts):
        raise NoneSuchError(f"{name}: no model of {opened.name}")
    faults, _ = faults_in(opened.dossier, name, typed)
    if faults and not fields.one("unfinished"):
        return _shown(request, opened, name, typed, stood, wording.unfinished(len(faults)), unfinished=True)
    try:
        with opened.workbench() as bench:
            bench.write("conflicts", name, typed, stood, fields.who)
    except HikiwakeError as fault:
        opened.look()
        return _shown(request, opened, name, typed, stood, str(fault))
    return RedirectResponse(f"/models/text?{urlencode({'name': name})}", 303)


ROUTES = [Route("/models/text/save", action(save), methods=["POST"]), Route("/models/text", text)]
