"""What a form of an analysis does: marks and words are kept, evidence and hypotheses come and go."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from hikiwake.desk.acting import Fields, action, back
from hikiwake.desk.editing.merging import Clash, ClashError, asked_of, merged, plain
from hikiwake.desk.hypotheses.evidence import show_piece
from hikiwake.desk.hypotheses.keeping import KIND, analysis_of, change
from hikiwake.desk.hypotheses.marks import filled, values
from hikiwake.desk.hypotheses.matrix import Typed, address_of, show
from hikiwake.desk.hypotheses.naming import about
from hikiwake.desk.opened import OpenCase
from hikiwake.dossier.competing import Analysis, Evidence, Hypothesis
from hikiwake.dossier.entering.ids import free_id
from hikiwake.errors import CaseError, HikiwakeError
from hikiwake.wording.clauses.hypotheses import CELLS, OPEN
from hikiwake.wording.desk.editing import clash
from hikiwake.wording.desk.hypotheses import NOTHING_CHOSEN, SAY_BOTH, labelled

Changed = Callable[[Analysis], Analysis]


def save(request: Request, opened: OpenCase, fields: Fields) -> Response:
    """Keep what was changed in a form; where somebody else has changed the same, show both."""
    id_, piece = fields.one("analysis"), fields.one("piece")
    said = {each: plain(fields.one(each)) for each in fields.form}
    try:
        was = asked_of(fields.one("was"))
        change(opened, id_, lambda now: filled(now, fields.who, merged(values(now, fields.who), was, said)), fields.who)
    except HikiwakeError as fault:
        opened.look()
        typed = Typed(said, _told(opened, id_, fault))
        return show_piece(request, opened, id_, piece, typed) if piece else show(request, opened, id_, typed)
    return back(request, address_of(id_))


def _told(opened: OpenCase, id_: str, fault: HikiwakeError) -> tuple[str, ...]:
    """What is at fault; of what clashes what was written, and what is there now."""
    analysis = analysis_of(opened.dossier, id_)
    if not isinstance(fault, ClashError):
        return (str(fault),)
    told = [_clash(analysis, each) for each in fault.clashes]
    return (str(fault), *told)


def _clash(analysis: Analysis, each: Clash) -> str:
    field, named = about(analysis, each.name)
    meant = (lambda mark: CELLS.get(mark, OPEN)) if field == "cell" else str
    return clash([*named, labelled(field)], meant(each.said), None if each.now is None else meant(each.now))


def _done(request: Request, opened: OpenCase, fields: Fields, changed: Changed) -> Response:
    """Change an analysis, and lead back to it; else say there why not."""
    id_ = fields.one("analysis")
    try:
        change(opened, id_, changed, fields.who)
    except HikiwakeError as fault:
        opened.look()
        return show(request, opened, id_, Typed(faults=_told(opened, id_, fault)))
    return back(request, address_of(id_))


def add_evidence(request: Request, opened: OpenCase, fields: Fields) -> Response:
    """Add entries of the case, or evidence that is typed with its source."""
    entries, text, source = fields.all("entry"), fields.one("text"), fields.one("source")

    def changed(now: Analysis) -> Analysis:
        if not entries and not text and not source:
            raise CaseError(NOTHING_CHOSEN)
        if not entries and not (text and source):
            raise CaseError(SAY_BOTH)
        there = {each.id for each in now.evidence}
        new = [Evidence(each) for each in dict.fromkeys(entries) if each not in there]
        if text and source:
            new.append(Evidence(free_id(text, "evidence", {*there, *opened.dossier.by_id}), plain(text), source))
        return replace(now, evidence=(*now.evidence, *new))

    return _done(request, opened, fields, changed)


def add_hypotheses(request: Request, opened: OpenCase, fields: Fields) -> Response:
    """Add hypotheses, one a line."""
    lines = fields.one("texts").splitlines()
    return _done(request, opened, fields, lambda now: replace(now, hypotheses=longer(now.hypotheses, lines)))


def longer(there: tuple[Hypothesis, ...], lines: Iterable[str]) -> tuple[Hypothesis, ...]:
    """Hypotheses with more of them, each with an id from its words."""
    found = list(there)
    for line in filter(None, map(str.strip, lines)):
        found.append(Hypothesis(free_id(line, "hypothesis", {each.id for each in found}), line))
    return tuple(found)


def take_out(request: Request, opened: OpenCase, fields: Fields) -> Response:
    """Take a piece of evidence or a hypothesis out, with what was marked of it."""
    evidence, hypothesis = fields.one("evidence"), fields.one("hypothesis")
    return _done(request, opened, fields, lambda now: without(now, evidence, hypothesis))


def without(now: Analysis, evidence: str, hypothesis: str) -> Analysis:
    """An analysis without a piece of evidence, or a hypothesis, and its marks."""
    judged = [
        replace(each, cells=tuple(cell for cell in each.cells if cell.hypothesis != hypothesis))
        for each in now.judgements
        if each.evidence != evidence
    ]
    return replace(
        now,
        evidence=tuple(each for each in now.evidence if each.id != evidence),
        hypotheses=tuple(each for each in now.hypotheses if each.id != hypothesis),
        judgements=tuple(each for each in judged if each.cells),
    )


def remove(request: Request, opened: OpenCase, fields: Fields) -> Response:
    """Take a whole analysis out of the case, as it was shown."""
    id_ = fields.one("analysis")
    try:
        with opened.workbench() as bench:
            bench.write(KIND, id_, None, fields.one("stood"), fields.who)
    except HikiwakeError as fault:
        opened.look()
        return show(request, opened, id_, Typed(faults=_told(opened, id_, fault)))
    return RedirectResponse("/hypotheses", 303)


ROUTES = [
    Route("/hypotheses/save", action(save), methods=["POST"]),
    Route("/hypotheses/evidence/add", action(add_evidence), methods=["POST"]),
    Route("/hypotheses/add", action(add_hypotheses), methods=["POST"]),
    Route("/hypotheses/out", action(take_out), methods=["POST"]),
    Route("/hypotheses/remove", action(remove), methods=["POST"]),
]
