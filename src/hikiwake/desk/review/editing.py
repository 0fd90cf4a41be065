"""``/review/edit``: a proposal as a form, corrected before it is accepted; its fields are those of `hikiwake edit`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from hikiwake.desk.acting import Fields, action, back, case_of
from hikiwake.desk.editing.fields import Field, fields_proposed, period_filled
from hikiwake.desk.opened import OpenCase
from hikiwake.desk.safety.addresses import inner
from hikiwake.desk.showing import shown
from hikiwake.errors import HikiwakeError
from hikiwake.workbench import Kept, Proposal
from hikiwake.workbench.reviewing.editing import edits, fields_of, known_in
from hikiwake.workbench.reviewing.neighbours import Neighbours, neighbours


@dataclass(frozen=True, slots=True)
class ProposalContext:
    """What the template of a proposal's form shows."""

    kept: Kept
    """The proposal."""
    fields: list[Field]
    """Its fields, each with what it may have, as in the form of an entry."""
    said: list[Neighbours]
    """Its passages with their neighbours."""
    back: str
    """Where to go afterwards."""
    fault: str
    """Why what was typed was not taken."""


def edit(request: Request) -> Response:
    """The form of a proposal."""
    return _shown(request, case_of(request), request.query_params.get("id", ""), {})


def _shown(request: Request, opened: OpenCase, id_: str, typed: Mapping[str, str], fault: str = "") -> Response:
    with opened.workbench() as bench:
        kept = bench.proposal(id_)
        texts = bench.texts_of(span.document for span in kept.proposal.passages)
    values = {**filled(kept.proposal), **typed}
    fields = fields_proposed(opened.dossier, f"{kept.proposal.kind}s", values)
    said = [neighbours(texts.get(each.document, ""), each.start, each.end) for each in kept.proposal.passages]
    back_to = inner(request.query_params.get("back", "")) or getattr(request.state, "back", "") or "/review"
    context = ProposalContext(kept, fields, said, back_to, fault)
    return shown(request, "desk/proposal.html", context, "Edit a proposal", 422 if fault else 200)


def filled(proposal: Proposal) -> dict[str, str]:
    """The fields of a proposal as they are filled in, by name."""
    cells, period = dict(proposal.cells), proposal.period
    own = {"type": proposal.type, "mode": proposal.mode, "happened": proposal.happened}
    own |= {name: "; ".join(getattr(proposal, name)) for name in ("sources", "targets")}
    own |= {"period": period_filled(period)[0] if period else "", "basis": period.basis if period else ""}
    own |= {"attributed_to": proposal.attributed_to}
    return {name: own.get(name, cells.get(name, "")) for name in fields_of(proposal.kind)}


def change(request: Request, opened: OpenCase, fields: Fields) -> Response:
    """Keep a proposal as it was corrected, and accept it where that is asked for; else the form says why not."""
    id_ = fields.one("proposal")
    typed: dict[str, str] = {}
    try:
        with opened.workbench() as bench:
            kept = bench.proposal(id_)
            typed = {name: fields.one(name) for name in fields_of(kept.proposal.kind) if name in fields.form}
            before = filled(kept.proposal)
            lines = [f"{name}={value}" for name, value in typed.items() if value != before[name]]
            changes = edits(kept.proposal, lines, known_in(opened.dossier)) if lines else {}
            if fields.one("accept"):
                bench.accept_as(id_, fields.who, **changes)
            elif changes:
                bench.edit(id_, fields.who, **changes)
    except HikiwakeError as fault:
        return _shown(request, opened, id_, typed, str(fault))
    return back(request, "/review")


ROUTES = [Route("/review/edit", edit), Route("/review/change", action(change), methods=["POST"])]
