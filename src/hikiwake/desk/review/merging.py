"""``/review/merge``: which entries of the record and which other proposals may say the same; one entry of both."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from hikiwake.desk.acting import Fields, action, back, case_of
from hikiwake.desk.editing.quoted import Quoted, quoted
from hikiwake.desk.opened import OpenCase
from hikiwake.desk.review.queue import Shown, plain
from hikiwake.desk.safety.addresses import inner
from hikiwake.desk.showing import shown
from hikiwake.dossier.saying import called
from hikiwake.errors import HikiwakeError
from hikiwake.workbench import Kept, Workbench
from hikiwake.workbench.rows.subjects import subject_of

MOST = 8  # entries that are offered, and as many proposals


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the record that may say the same."""

    id: str
    """Its id."""
    says: str
    """What it says."""
    passages: list[Quoted]
    """The passages that it stands on."""


@dataclass(frozen=True, slots=True)
class MergeContext:
    """What the template of a merge shows."""

    one: Shown
    """The proposal that is to be merged."""
    entries: list[Entry]
    """Entries of the record that may say the same, the likeliest first."""
    others: list[Shown]
    """Open proposals that may say the same."""
    back: str
    """Where to go afterwards."""
    fault: str
    """Why it was not merged."""


def merge(request: Request) -> Response:
    """What a proposal may be merged with."""
    return _shown(request, case_of(request), request.query_params.get("id", ""))


def _shown(request: Request, opened: OpenCase, id_: str, fault: str = "") -> Response:
    with opened.workbench() as bench:
        kept = bench.proposal(id_)
        others = bench.queue.of_subject(kept.proposal, MOST)
        told = plain(opened, bench, (kept, *(each for each in others if each.id != kept.id)))
        entries = _entries(opened, bench, kept)
    back_to = inner(request.query_params.get("back", "")) or getattr(request.state, "back", "") or "/review"
    context = MergeContext(told[0], entries, told[1 : MOST + 1], back_to, fault)
    return shown(request, "desk/merge.html", context, "Merge", 422 if fault else 200)


def _entries(opened: OpenCase, bench: Workbench, kept: Kept) -> list[Entry]:
    """Entries of the same subject, then those of the same kind that stand on passages which overlap."""
    same = bench.queue.alike([kept.proposal]).get(subject_of(kept.proposal), ())
    rows: list[Any] = [opened.dossier.by_id[id_] for id_ in same if id_ in opened.dossier.by_id]
    rows += [each for each in _overlapping(opened, kept) if each not in rows]
    return [Entry(each.id, called(each), quoted(opened, each.passages[:2])) for each in rows[:MOST]]


def _overlapping(opened: OpenCase, kept: Kept) -> list[Any]:
    passages = {
        each.id
        for each in opened.dossier.passages
        for span in kept.proposal.passages
        if each.document == span.document and each.start < span.end and span.start < each.end
    }
    kind = f"{kept.proposal.kind}s"
    return [each for each in getattr(opened.dossier, kind, ()) if passages & {*each.passages}]


def join(request: Request, opened: OpenCase, fields: Fields) -> Response:
    """Make one entry of a proposal and what it is merged with, which comes first and keeps its cells."""
    id_, with_ = fields.one("id"), fields.one("with")
    try:
        with opened.workbench() as bench:
            bench.merge([with_, id_], fields.who)
    except HikiwakeError as fault:
        opened.look()
        return _shown(request, opened, id_, str(fault))
    return back(request, "/review")


ROUTES = [Route("/review/merge", merge), Route("/review/join", action(join), methods=["POST"])]
