"""``/whatif``: what would be otherwise under assumptions, up to three sets side by side; the address holds them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from hikiwake.desk.acting import case_of, desk_of, number
from hikiwake.desk.opened import OpenCase
from hikiwake.desk.share.making import Made
from hikiwake.desk.showing import shown
from hikiwake.desk.whatif.asked import SETS, Asked, asked_in, asked_of
from hikiwake.desk.whatif.beside import Results, results
from hikiwake.desk.whatif.choices import Choices, choices, model_asked
from hikiwake.desk.whatif.sets import Assumed, sets_of
from hikiwake.desk.working import Work
from hikiwake.dossier import Dossier
from hikiwake.errors import HikiwakeError, ModelError
from hikiwake.modelling.case_models import case_models, read_by
from hikiwake.modelling.scenarios import Assumption, assumption, scenario_from
from hikiwake.settlement.scenarios.comparing import assumed_words
from hikiwake.wording.clauses.scenarios import stripe
from hikiwake.wording.desk import modelling
from hikiwake.workbench.by_hand import stand_of


@dataclass(frozen=True, slots=True)
class Saved:
    """A scenario of the case: its name, its title, the address that opens it, how it stands, and why it cannot be."""

    name: str
    title: str
    address: str
    stood: str
    fault: str


@dataclass(frozen=True, slots=True)
class WhatIfContext:
    """What the template of assumptions shows."""

    asked: Asked
    """What is asked for."""
    eras: list[tuple[str, str]]
    """The eras: id and title."""
    models: list[str]
    """The models of the era."""
    readings: list[tuple[str, str]]
    """The readings of the model: name, and whose."""
    sets: list[Assumed]
    """The sets of assumptions."""
    more: str
    """The address with one more set; empty where there are as many as can be."""
    choices: Choices | None
    """What can be assumed; ``None`` for a case without eras."""
    saved: list[Saved]
    """The scenarios of the case."""
    file: Saved | None
    """That from which the first set came."""
    stripe: str
    """What is assumed in the set that is being changed, as its page says it; empty where nothing can be."""
    results: Results | None
    """What is otherwise; ``None`` while it is computed, or where nothing is assumed."""
    work: Work | None
    """What is still computed, or made."""
    fault: str
    """Why nothing is shown, or nothing was done."""
    ready: str
    """The address of a page that was made; empty where none was."""
    name: str
    """Its name."""


def whatif(request: Request) -> Response:
    """The view as its address asks for it."""
    return whatif_shown(request, case_of(request), asked_of(request.query_params.multi_items()))


def whatif_shown(request: Request, opened: OpenCase, asked: Asked, fault: str = "") -> Response:
    """The view of some sets; ``fault`` is why something could not be done with them."""
    dossier, desk = opened.dossier, desk_of(request)
    asked, why = _placed(dossier, asked)
    model = model_asked(dossier, asked) if asked.era else None
    saved = _saved(dossier)
    sets = sets_of(dossier, asked, {each.name: each.title for each in saved}) if asked.era else []
    scenarios = [each.scenario for each in sets if each.scenario]
    side, found, work = desk.answers.of(dossier, scenarios, desk.works) if scenarios else (None, [], None)
    page = desk.works.get(request.query_params.get("work", ""))
    made = page.result if page and isinstance(page.result, Made) else None
    running = next((each for each in (work, page) if each and not each.ended.is_set()), None)
    told = fault or why or next((each.fault for each in (work, page) if each and each.fault), "")
    now = sets[asked.at].scenario if sets else None
    context = WhatIfContext(
        asked=asked,
        eras=[(era.id, era.title) for era in dossier.case.eras],
        models=[each.name for each in case_models(dossier, asked.era)] if asked.era and not why else [],
        readings=[(name, read_by(dossier, name) if name else "") for name, _ in model.readings] if model else [],
        sets=sets,
        more=asked.changing(len(asked.sets)).address if len(asked.sets) < len(SETS) and asked.current else "",
        choices=choices(dossier, asked, model) if asked.era else None,
        saved=saved,
        file=next((each for each in saved if each.name == asked.scenario), None),
        stripe=stripe(now.title, assumed_words(dossier, now)) if now else "",
        results=results(side, [each.letter for each in sets if each.scenario], found) if side and found else None,
        work=running,
        fault=told,
        ready=f"/share/made/{page.id}" if page and made else "",
        name=made.name if made else "",
    )
    return shown(request, "desk/whatif/whatif.html", context, "What if", 422 if told else 200)


def _placed(dossier: Dossier, asked: Asked) -> tuple[Asked, str]:
    """What is asked for, with an era that the case has and a reading that its model has; and why not all of it is."""
    eras = [era.id for era in dossier.case.eras]
    try:
        models = case_models(dossier)
    except HikiwakeError as fault:
        return Asked(), str(fault)
    named = next((each.conflict.era for each in models if each.name == asked.model), "")
    last = next((each.conflict.era for each in reversed(models)), eras[-1] if eras else "")
    asked = replace(asked, era=named or (asked.era if asked.era in eras else last))
    model = model_asked(dossier, asked) if asked.era else None
    several = sum(each.conflict.era == asked.era for each in models) > 1
    asked = replace(asked, model=model.name if model and several else "")
    if asked.reading and asked.reading not in [name for name, _ in (model.readings if model else ())]:
        return replace(asked, reading=""), ""
    return asked, ""


def _saved(dossier: Dossier) -> list[Saved]:
    """The scenarios of a case, each with the address that holds its assumptions."""
    found = []
    for name, text in dossier.scenarios:
        try:
            one = scenario_from(name, text)
        except HikiwakeError as fault:
            found.append(Saved(name, name, "", stand_of((text,)), str(fault)))
            continue
        lines = tuple(each.text for each in one.assume)
        asked = Asked(one.era, one.model, one.reading, scenario=name, sets=(lines,))
        found.append(Saved(name, one.title, asked.address, stand_of((text,)), ""))
    return found


def assume(request: Request) -> Response:
    """An assumption made of what was chosen in a form: leads to the address that holds it. Nothing is changed."""
    case_of(request)
    given = request.query_params
    asked = asked_in(given.get("to", ""))
    try:
        line = assumption(_chosen(dict(given)).text).text
    except ModelError as fault:
        return whatif_shown(request, case_of(request), asked, str(fault))
    return RedirectResponse(asked.assuming(line).address, 303)


def _chosen(given: dict[str, str]) -> Assumption:
    """The assumption that was chosen. Raises ``ModelError`` where something is missing."""
    change, rank = given.get("change", ""), number(given.get("rank"))
    if change == "position":
        return Assumption("add", actor=given.get("actor", ""), verb=given.get("verb", ""), on=given.get("on", ""))
    says = given.get("says", "").strip()
    if option := given.get("option", ""):
        against, lacking = given.get("sign") == "not", given.get("lacking") == "not"
        says = modelling.wish(option, against=against, condition=given.get("condition", ""), lacking=lacking)
    return Assumption(change or "add", decision_maker=given.get("maker", ""), says=says, rank=rank)


def beside_saved(request: Request) -> Response:
    """A scenario of the case beside the sets of an address, as one more of them."""
    opened, given = case_of(request), request.query_params
    asked = asked_in(given.get("to", ""))
    one = next((each for each in _saved(opened.dossier) if each.name == given.get("name")), None)
    if one is None or not one.address:
        return whatif_shown(request, opened, asked, "no such scenario that can be read")
    lines = asked_in(one.address.partition("?")[2]).sets[0]
    sets = (*asked.sets, lines)[: len(SETS)]
    return RedirectResponse(f"/whatif?{replace(asked, sets=sets, at=len(sets) - 1).query}", 303)


def with_work(asked: Asked, work: Work) -> str:
    """The address of the view while something is made."""
    return f"{asked.address}&{urlencode({'work': work.id})}"


ROUTES = [
    Route("/whatif", whatif),
    Route("/whatif/assume", assume),
    Route("/whatif/beside", beside_saved),
]
