"""``/hypotheses``: the analyses of the case, and the forms for a new one, from a question's readings or typed."""

from __future__ import annotations

from dataclasses import dataclass, replace

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from hikiwake.comparison.hypotheses import hypotheses
from hikiwake.comparison.hypotheses.drafting import draft
from hikiwake.desk.acting import Fields, action, case_of
from hikiwake.desk.hypotheses.judging import longer
from hikiwake.desk.hypotheses.keeping import KIND, text_of
from hikiwake.desk.hypotheses.matrix import address_of
from hikiwake.desk.opened import OpenCase
from hikiwake.desk.safety.tokens import name_of
from hikiwake.desk.showing import shown
from hikiwake.dossier import Dossier
from hikiwake.dossier.competing import Analysis
from hikiwake.dossier.entering.ids import free_id
from hikiwake.errors import CaseError, HikiwakeError
from hikiwake.wording.desk.hypotheses import TWO_NEEDED, holds, leading
from hikiwake.workbench.commands import whoever

TYPED = ("draft", "title", "texts", "question")


@dataclass(frozen=True, slots=True)
class Listed:
    """An analysis in the list: its address, its title, what it holds, what comes first by one's own marks."""

    address: str
    title: str
    holds: str
    first: str


@dataclass(frozen=True, slots=True)
class HypothesesContext:
    """What the template of the list shows."""

    analyses: list[Listed]
    """The analyses of the case."""
    drafts: list[tuple[str, str, int]]
    """The questions that have been answered in two ways or more: id, wording, how many answers."""
    questions: list[tuple[str, str]]
    """All questions of the case: id and wording."""
    said: dict[str, str]
    """What was typed and not taken."""
    fault: str
    """Why not."""


def listing(request: Request) -> Response:
    """The analyses of the case."""
    return _shown(request, case_of(request), {})


def _shown(request: Request, opened: OpenCase, said: dict[str, str], fault: str = "") -> Response:
    dossier, who = opened.dossier, name_of(request) or whoever()
    asked = [(each.id, each.wording) for each in dossier.case.questions]
    sides = {id_: {each.side for each in dossier.readings if each.question == id_ and each.side} for id_, _ in asked}
    context = HypothesesContext(
        [_listed(dossier, each, who) for each in dossier.analyses],
        [(id_, wording, len(sides[id_])) for id_, wording in asked if len(sides[id_]) > 1],
        asked,
        {each: said.get(each, "") for each in TYPED},
        fault,
    )
    return shown(request, "desk/hypotheses.html", context, "Competing hypotheses", 422 if fault else 200)


def _listed(dossier: Dossier, analysis: Analysis, who: str) -> Listed:
    told = holds(len(analysis.hypotheses), len(analysis.evidence), analysis.analysts)
    first: list[str] = []
    if who in analysis.analysts:
        found = hypotheses(dossier, analysis.id, who)
        first = [row.text.rstrip(".") for row in found if row.place == 1]
    return Listed(address_of(analysis.id), analysis.title, told, leading(first))


def new(request: Request, opened: OpenCase, fields: Fields) -> Response:
    """Make an analysis, from a question's readings or of what was typed; else say why not."""
    said = {each: fields.one(each) for each in TYPED}
    try:
        made = _made(opened.dossier, said)
        with opened.workbench() as bench:
            bench.write(KIND, made.id, text_of(made), "", fields.who)
    except HikiwakeError as fault:
        opened.look()
        return _shown(request, opened, said, str(fault))
    return RedirectResponse(address_of(made.id), 303)


def _made(dossier: Dossier, said: dict[str, str]) -> Analysis:
    taken = [each.id for each in dossier.analyses]
    if said["draft"]:
        drafted = draft(dossier, said["draft"])
        return replace(drafted, id=free_id(drafted.title, "analysis", taken) if drafted.id in taken else drafted.id)
    found = longer((), said["texts"].splitlines())
    if not said["title"] or len(found) < 2:
        raise CaseError(TWO_NEEDED)
    return Analysis(free_id(said["title"], "analysis", taken), said["title"], said["question"], hypotheses=found)


ROUTES = [Route("/hypotheses", listing), Route("/hypotheses/new", action(new), methods=["POST"])]
