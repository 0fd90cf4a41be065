"""Memos, sent from the queue or from the form of an entry; ``/review/changes``: what a decision would change."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from hikiwake.desk.acting import Fields, action, back, case_of, number
from hikiwake.desk.opened import OpenCase
from hikiwake.desk.review.consequences import Consequence, Results, consequences
from hikiwake.desk.review.facets import asked_of
from hikiwake.desk.review.queue import Shown, plain, show_queue
from hikiwake.desk.showing import shown
from hikiwake.errors import HikiwakeError
from hikiwake.workbench.rows.subjects import subject_of


@dataclass(frozen=True, slots=True)
class ChangesContext:
    """What the template of a proposal's consequences shows."""

    one: Shown
    """The proposal."""
    ways: list[Consequence]
    """What each way to decide would change."""


def changes(request: Request) -> Response:
    """What a decision on one proposal would change, computed when it is asked for."""
    opened = case_of(request)
    with opened.workbench() as bench:
        kept = bench.proposal(request.query_params.get("id", ""))
        texts = bench.texts_of(span.document for span in kept.proposal.passages)
        alike = bench.queue.alike([kept.proposal]).get(subject_of(kept.proposal), ())
        (one,) = plain(opened, bench, (kept,))
    dossier = opened.dossier
    before = opened.computed.setdefault("results", Results(dossier))
    now = before if isinstance(before, Results) and before.dossier is dossier else Results(dossier)
    ways = consequences(now, kept, texts, alike)
    return shown(request, "desk/changes.html", ChangesContext(one, ways), "What it would change")


def memo(request: Request, opened: OpenCase, fields: Fields) -> Response:
    """Note something on a proposal or an entry."""
    id_ = fields.one("id")
    try:
        with opened.workbench() as bench:
            bench.review.memo(id_, fields.one("text"), fields.who)
    except HikiwakeError as fault:
        return show_queue(request, opened, asked_of(fields.form), number(fields.one("after")), (id_, str(fault)))
    return back(request, "/review")


ROUTES = [Route("/review/changes", changes), Route("/review/memo", action(memo), methods=["POST"])]
