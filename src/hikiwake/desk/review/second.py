"""``/review/second``: a second coder goes over the same sentences and sees nothing of what was decided before."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from hikiwake.desk.acting import Fields, action, back, case_of
from hikiwake.desk.opened import OpenCase
from hikiwake.desk.review.becoming import becoming
from hikiwake.desk.review.editing import filled
from hikiwake.desk.review.queue import Shown, plain
from hikiwake.desk.showing import shown
from hikiwake.dossier.entering.lists import TERMS
from hikiwake.errors import CaseError, HikiwakeError
from hikiwake.wording.desk import reviewing as wording
from hikiwake.wording.desk.editing import labelled
from hikiwake.workbench import KINDS, Kept
from hikiwake.workbench.deciding.second import READING, SHARES, Wanted
from hikiwake.workbench.reviewing.editing import edits, fields_of, known_in

MOST = 10  # proposals that are shown at a time
IN_FORM = "pass-"  # before the names of what is gone over: an entry may have a field of the same name


@dataclass(frozen=True, slots=True)
class Blind:
    """A proposal as the second coder sees it."""

    shown: Shown
    """The proposal as its coder made it."""
    fields: list[tuple[str, str, str]]
    """Its fields: name, what it is called, what stands in it."""


@dataclass(frozen=True, slots=True)
class SecondContext:
    """What the template of the second coder's pass shows."""

    coder: str
    """The name of the second coder; empty where it is not known yet."""
    wanted: Wanted
    """What is gone over."""
    kinds: list[str]
    """The kinds by which it can be narrowed."""
    documents: list[tuple[str, str]]
    """The documents: id, and how it is cited."""
    shares: dict[str, str]
    """Which share of the proposals is gone over."""
    left: list[Blind]
    """Some that are not decided on."""
    todo: int
    """How many are not decided on."""
    total: int
    """How many there are to go over."""
    coders: dict[str, int]
    """How many proposals each second coder has decided on."""
    undoable: bool
    """Whether the last decision is this coder's own."""
    fault: tuple[str, str]
    """A proposal on which was not decided, and why."""


def second(request: Request) -> Response:
    """The pass as the address asks for it."""
    return _shown(
        request, case_of(request), request.query_params.get("coder", "").strip(), wanted_of(request.query_params)
    )


def wanted_of(told: object, begin: str = "") -> Wanted:
    """What is to be gone over, by an address, or by a form in which the names begin with something."""
    get = told.get  # type: ignore[attr-defined]
    said = {name: str(get(f"{begin}{name}") or "").strip() for name in ("kind", "document", "share")}
    return Wanted(**{**said, "share": said["share"] if said["share"] in SHARES else ""})


def _shown(
    request: Request, opened: OpenCase, coder: str, wanted: Wanted, fault: tuple[str, str] = ("", "")
) -> Response:
    opened.refuse_read_only()
    with opened.workbench() as bench:
        some = bench.second.left(wanted, coder, MOST) if coder else ()
        last = bench.last
        context = SecondContext(
            coder=coder,
            wanted=wanted,
            kinds=[kind for kind in KINDS if kind != "merge"],
            documents=[(each.id, each.label) for each in opened.dossier.documents],
            shares=wording.SHARES,
            left=[_blind(opened, kept, bare) for kept, bare in zip(some, plain(opened, bench, some), strict=True)],
            todo=bench.second.count(wanted, coder) if coder else 0,
            total=bench.second.count(wanted),
            coders=bench.second.coders(),
            undoable=bool(coder and last and last.who == coder and last.what == READING),
            fault=fault,
        )
    return shown(request, "desk/second.html", context, "Second coder", 422 if fault[1] else 200)


def _blind(opened: OpenCase, kept: Kept, bare: Shown) -> Blind:
    """A proposal as it was made; terms are not called as the case calls them now, for it may owe them to a decision."""
    values = filled(kept.proposal)
    fields = [(name, labelled(name), values[name]) for name in fields_of(kept.proposal.kind)]
    bare_lists: dict[str, Any] = dict.fromkeys((*TERMS, "questions"), ())
    untold = replace(opened.dossier, case=replace(opened.dossier.case, **bare_lists))
    return Blind(replace(bare, becomes=becoming(untold, kept.proposal)), fields)


def judge(request: Request, opened: OpenCase, fields: Fields) -> Response:
    """Note what the second coder decides."""
    id_, coder, decision = fields.one("id"), fields.one("coder"), fields.one("decision")
    try:
        with opened.workbench() as bench:
            kept = bench.second.as_proposed(id_)
            before = filled(kept.proposal)
            typed = {name: fields.one(name) for name in fields_of(kept.proposal.kind) if name in fields.form}
            lines = [f"{name}={value}" for name, value in typed.items() if value != before[name]]
            changes = edits(kept.proposal, lines, known_in(opened.dossier)) if lines and decision == "accepted" else {}
            bench.second.judge(kept.id, coder, decision, changes)
    except HikiwakeError as fault:
        return _shown(request, opened, coder, wanted_of(fields.form, IN_FORM), (id_, str(fault)))
    return back(request, _address(coder, wanted_of(fields.form, IN_FORM)))


def undo(request: Request, opened: OpenCase, fields: Fields) -> Response:
    """Take the second coder's own last decision back; never that of somebody else."""
    coder = fields.one("coder")
    try:
        with opened.workbench() as bench:
            last = bench.last
            if last is None or (last.who, last.what) != (coder, READING):
                raise CaseError("the last decision is not yours; nothing was taken back")
            bench.undo(coder)
    except HikiwakeError as fault:
        return _shown(request, opened, coder, wanted_of(fields.form, IN_FORM), ("", str(fault)))
    return back(request, _address(coder, wanted_of(fields.form, IN_FORM)))


def _address(coder: str, wanted: Wanted) -> str:
    told = {"coder": coder, "kind": wanted.kind, "document": wanted.document, "share": wanted.share}
    return f"/review/second?{urlencode({name: value for name, value in told.items() if value})}"


ROUTES = [
    Route("/review/second", second),
    Route("/review/second/judge", action(judge), methods=["POST"]),
    Route("/review/second/undo", action(undo), methods=["POST"]),
]
