"""``/models/solve``: the form as it stands, solved and checked; nothing is saved. A large model is solved apart."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from hikiwake.conflict.files.reading import conflict_from
from hikiwake.desk.acting import Fields, action, case_of, desk_of
from hikiwake.desk.models.sheet import Sheet, posted
from hikiwake.desk.models.telling import Told, told
from hikiwake.desk.models.writing import written
from hikiwake.desk.opened import NoneSuchError, OpenCase
from hikiwake.desk.showing import shown
from hikiwake.desk.working import Work
from hikiwake.errors import HikiwakeError
from hikiwake.modelling.holding import MOST_OPTIONS, Solution, beside, solution_of, solved_apart
from hikiwake.wording.desk import modelling as wording


@dataclass(frozen=True, slots=True)
class Solved:
    """What came of solving: a solution, or the work that is at it, or why there is none."""

    solution: Solution | None = None
    """What holds."""
    work: Work | None = None
    """What solves a large model."""
    fault: str = ""
    """Why it cannot be solved."""


@dataclass(frozen=True, slots=True)
class SolvedContext:
    """What the template of a solution shows beside a form, or alone."""

    solved: Solved
    """What came of solving."""
    told: Told
    """What is said of each field."""
    work: Work | None
    """What is still being solved."""


def solved(request: Request, opened: OpenCase, sheet: Sheet, text: str) -> Solved:
    """Solve a model by the reading of a sheet, beside what stands in the case."""
    try:
        conflict = conflict_from(text, "the model")
        if len(conflict.options) > MOST_OPTIONS:
            return _apart(request, text, sheet.reading)
        return Solved(beside(solution_of(text, sheet.reading), _saved(opened, sheet)))
    except HikiwakeError as fault:
        return Solved(fault=wording.unsolved(len(fault.faults)) if fault.faults else str(fault))


def _saved(opened: OpenCase, sheet: Sheet) -> Solution | None:
    """What holds in the model as the case has it; ``None`` for a new one, or one that cannot be solved at once."""
    there = dict(opened.dossier.conflicts).get(sheet.head["old"])
    try:
        if there is None or len(conflict_from(there).options) > MOST_OPTIONS:
            return None
        return solution_of(there, sheet.reading)
    except HikiwakeError:
        return None


def _apart(request: Request, text: str, reading: str) -> Solved:
    """The solution of a large model, or the work that is at it: one for each text and reading."""
    works = desk_of(request).works
    title = hashlib.sha256("\0".join(("model", reading, text)).encode()).hexdigest()
    work = works.titled(title) or works.begin(
        title, lambda work: solved_apart(text, reading, work.told, work.stopped.is_set), wait=0
    )
    return _came(work)


def _came(work: Work) -> Solved:
    if not work.ended.is_set():
        return Solved(work=work)
    return Solved(solution=work.result, fault=work.fault)


def solve_form(request: Request, opened: OpenCase, fields: Fields) -> Response:
    """The solution of a form as it stands; what it was at before is stopped."""
    sheet = posted(fields)
    made = written(sheet)
    found = solved(request, opened, sheet, made.text)
    _stop(request, fields.one("work"), keep=found.work)
    context = SolvedContext(found, told(opened.dossier, sheet, made), found.work)
    return shown(request, "desk/models/solved.html", context, "What holds")


def solution(request: Request) -> Response:
    """The solution of a large model, or how far it is."""
    case_of(request)
    work = desk_of(request).works.get(request.query_params.get("work", ""))
    if work is None or not isinstance(work.result, Solution | None):
        raise NoneSuchError("no such model is being solved, or the desk was started again since; solve it again")
    found = _came(work)
    return shown(request, "desk/models/solved.html", SolvedContext(found, Told(), found.work), "What holds")


def stop(request: Request, _: OpenCase, fields: Fields) -> Response:
    """Solve a large model no further."""
    id_ = fields.one("stop")
    _stop(request, id_, keep=None)
    return RedirectResponse(f"/models/solved?work={id_}", 303)


def _stop(request: Request, id_: str, keep: Work | None) -> None:
    work = desk_of(request).works.get(id_)
    if work is not None and work is not keep:
        work.stopped.set()
        work.ended.wait(1.0)


ROUTES = [
    Route("/models/solve", action(solve_form), methods=["POST"]),
    Route("/models/solved", solution),
    Route("/models/stop", action(stop), methods=["POST"]),
]
