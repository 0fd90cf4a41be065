"""Assumptions kept as a scenario of the case, taken out again, or sent as a page of their own."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from hikiwake.desk.acting import Fields, action, desk_of
from hikiwake.desk.opened import OpenCase
from hikiwake.desk.share.making import Made, library_of
from hikiwake.desk.whatif.asked import Asked, asked_in
from hikiwake.desk.whatif.view import whatif_shown, with_work
from hikiwake.desk.working import Work
from hikiwake.errors import CaseError, HikiwakeError
from hikiwake.modelling.checking import refuse_unsound
from hikiwake.modelling.scenarios import Scenario, as_toml, scenario_from
from hikiwake.modelling.scenarios.supposing import refused
from hikiwake.report.grounds import QUOTES
from hikiwake.report.scenario import scenario_page
from hikiwake.report.sections import SECTIONS
from hikiwake.storage.names import name_fault
from hikiwake.wording.desk import supposing as wording


def save(request: Request, opened: OpenCase, fields: Fields) -> Response:
    """Keep a set as a scenario of the case; it is read again before it is written."""
    asked, name = asked_in(fields.one("to")), fields.one("name")
    try:
        one = _scenario(opened, asked, name, fields.one("title") or name, fields.one("note"))
        stood = fields.one("stood") if name == asked.scenario else ""
        with opened.workbench() as bench:
            bench.write("scenarios", name, as_toml(one), stood, fields.who)
    except HikiwakeError as fault:
        opened.look()
        return whatif_shown(request, opened, asked, str(fault))
    return RedirectResponse(replace(asked, scenario=name if not asked.at else asked.scenario).address, 303)


def _scenario(opened: OpenCase, asked: Asked, name: str, title: str, note: str) -> Scenario:
    """A set as a scenario that the case allows. Raises ``HikiwakeError`` for any other."""
    if fault := name_fault(name):
        raise CaseError(f"the scenario's name: found {name!a}, expected {fault}; nothing was saved")
    if name != asked.scenario and name in dict(opened.dossier.scenarios):
        raise CaseError(f"a scenario named {name!a} is there already; open it to change it, or give another name")
    one = replace(asked.scenario_of(asked.at, title), name=name, note=note)
    if why := refused(opened.dossier, one):
        raise CaseError(why)
    return scenario_from(name, as_toml(one))


def remove(_: Request, opened: OpenCase, fields: Fields) -> Response:
    """Take a scenario out of the case."""
    with opened.workbench() as bench:
        bench.write("scenarios", fields.one("name"), None, fields.one("stood"), fields.who)
    return RedirectResponse(replace(asked_in(fields.one("to")), scenario="").address, 303)


def page(request: Request, opened: OpenCase, fields: Fields) -> Response:
    """Make the page of the case under a set, to be sent."""
    asked, quotes = asked_in(fields.one("to")), fields.one("quotes") or "short"
    title = fields.one("title") or wording.named(asked.at)
    try:
        if quotes not in QUOTES:
            raise CaseError(f"quotes {quotes!a}: expected one of {', '.join(QUOTES)}")
        one = _scenario(opened, asked, "assumed", title, "")
    except HikiwakeError as fault:
        return whatif_shown(request, opened, asked, str(fault))
    work = desk_of(request).works.begin("a page", lambda work: _page(opened, one, quotes, work))
    return RedirectResponse(with_work(asked, work), 303)


def _page(opened: OpenCase, scenario: Scenario, quotes: str, work: Work) -> Made:
    refuse_unsound(opened.dossier)
    sections = iter(range(1, len(SECTIONS) + 1))
    with TemporaryDirectory(prefix="hikiwake-") as scratch:
        file = Path(scratch) / "assumed.html"
        scenario_page(
            opened.dossier,
            scenario,
            file,
            library_of(opened),
            quotes,
            lambda _: work.told(next(sections), len(SECTIONS)),
        )
        return Made(f"{opened.name}-assumed.html", file.read_bytes())


ROUTES = [
    Route("/whatif/save", action(save), methods=["POST"]),
    Route("/whatif/remove", action(remove), methods=["POST"]),
    Route("/whatif/page", action(page), methods=["POST"]),
]
