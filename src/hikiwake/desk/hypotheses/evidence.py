"""``/hypotheses/evidence``: one piece of evidence, its passages, and its mark with a reason for each hypothesis."""

from __future__ import annotations

import json
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from hikiwake.comparison.hypotheses.weighing import says
from hikiwake.desk.acting import case_of
from hikiwake.desk.editing.quoted import Quoted, quoted
from hikiwake.desk.hypotheses.keeping import analysis_of
from hikiwake.desk.hypotheses.marks import name, values
from hikiwake.desk.hypotheses.matrix import Typed, address_of, show
from hikiwake.desk.opened import NoneSuchError, OpenCase
from hikiwake.desk.safety.tokens import name_of
from hikiwake.desk.showing import shown
from hikiwake.dossier.competing import LEVELS, Analysis
from hikiwake.wording.clauses.hypotheses import CELLS
from hikiwake.workbench.commands import whoever


@dataclass(frozen=True, slots=True)
class Judged:
    """A hypothesis: its text, and the names and values of the fields of its mark and its reason."""

    text: str
    cell: str
    mark: str
    reason: str
    why: str


@dataclass(frozen=True, slots=True)
class EvidenceContext:
    """What the template of a piece of evidence shows."""

    analysis: Analysis
    """The analysis."""
    id: str
    """The id of the evidence."""
    number: str
    """Its number in the matrix."""
    says: str
    """What it says."""
    typed: bool
    """Whether it is no entry of the case, but typed."""
    passages: list[Quoted]
    """The passages of its entry."""
    fields: dict[str, tuple[str, str]]
    """Its own fields: what each is called in a form, and what stands in it."""
    judged: list[Judged]
    """The hypotheses."""
    cells: dict[str, str]
    """The marks that there are, and what they mean."""
    levels: tuple[str, ...]
    """How credible and how relevant evidence may be."""
    was: str
    """The fields as they are now, for the form to send back."""
    up: str
    """The address of the analysis."""
    faults: list[str]
    """Why what was sent was not taken."""


def evidence(request: Request) -> Response:
    """A piece of evidence."""
    asked = request.query_params
    opened, id_, piece = case_of(request), asked.get("id", ""), asked.get("evidence", "")
    if all(each.id != piece for each in analysis_of(opened.dossier, id_).evidence):
        raise NoneSuchError(f"{piece}: no evidence of {id_}")
    return show_piece(request, opened, id_, piece, Typed())


def show_piece(request: Request, opened: OpenCase, id_: str, piece: str, typed: Typed) -> Response:
    """A piece of evidence with what was typed and not taken; the analysis, where the evidence is gone."""
    analysis = analysis_of(opened.dossier, id_)
    place, found = next(((n, each) for n, each in enumerate(analysis.evidence, 1) if each.id == piece), (0, None))
    if found is None:
        return show(request, opened, id_, typed)
    now = values(analysis, name_of(request) or whoever())
    said = {**now, **{each: value for each, value in typed.said.items() if each in now}}
    entry = None if found.text else opened.dossier.by_id[piece]
    own = {each: name(f"evidence-{each}", piece) for each in ("text", "source", "credibility", "relevance", "note")}
    judged = [
        Judged(one.text, cell, said[cell], reason, said[reason])
        for one in analysis.hypotheses
        for cell, reason in [(name("cell", piece, one.id), name("reason", piece, one.id))]
    ]
    context = EvidenceContext(
        analysis=analysis,
        id=piece,
        number=f"E{place}",
        says=says(opened.dossier, found),
        typed=entry is None,
        passages=quoted(opened, entry.passages) if entry else [],
        fields={each: (field, said[field]) for each, field in own.items() if field in said},
        judged=judged,
        cells=CELLS,
        levels=LEVELS,
        was=json.dumps({each: now[each] for each in (*own.values(), *_cells(judged)) if each in now}),
        up=address_of(id_),
        faults=[*typed.faults],
    )
    return shown(request, "desk/piece.html", context, context.says, 422 if typed.faults else 200)


def _cells(judged: list[Judged]) -> list[str]:
    return [field for each in judged for field in (each.cell, each.reason)]


ROUTES = [Route("/hypotheses/evidence", evidence)]
