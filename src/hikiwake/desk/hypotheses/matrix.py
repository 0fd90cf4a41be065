"""``/hypotheses/matrix``: the matrix of an analysis, filled in by whoever is at the desk, and what it comes to."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from hikiwake.comparison.hypotheses.weighing import says, sources_of
from hikiwake.desk.acting import case_of
from hikiwake.desk.editing.history import Done, done, undoable
from hikiwake.desk.hypotheses.finding import Found, found_entries
from hikiwake.desk.hypotheses.keeping import KIND, analysis_of, text_of
from hikiwake.desk.hypotheses.marks import Values, name, values
from hikiwake.desk.hypotheses.result import Came, came_to
from hikiwake.desk.opened import OpenCase
from hikiwake.desk.safety.tokens import name_of
from hikiwake.desk.showing import shown
from hikiwake.dossier.competing import CELLS, LEVELS, Analysis
from hikiwake.wording.clauses.hypotheses import CAVEAT
from hikiwake.wording.clauses.hypotheses import CELLS as MEANING
from hikiwake.wording.desk.hypotheses import HOW_TO_MARK, OWN_FIRST
from hikiwake.workbench.by_hand import stand_of
from hikiwake.workbench.commands import whoever


@dataclass(frozen=True, slots=True)
class Theirs:
    """The mark of another analyst."""

    analyst: str
    mark: str
    means: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A cell of the matrix: the name of its field, the number of its evidence, what stands in it, what others think."""

    name: str
    number: str
    value: str
    theirs: list[Theirs]
    apart: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A hypothesis with its cells."""

    id: str
    text: str
    marks: list[Mark]


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of evidence: its number, its id, what it says, on what it rests, its fields, where its reasons are."""

    number: str
    id: str
    says: str
    sources: str
    address: str
    levels: list[tuple[str, str, str]]
    note: str


@dataclass(frozen=True, slots=True)
class MatrixContext:
    """What the template of an analysis shows."""

    analysis: Analysis
    """The analysis."""
    asked: str
    """The wording of the question that it answers; empty where it is of none."""
    questions: list[tuple[str, str]]
    """The questions of the case: id and wording."""
    said: Values
    """What stands in the fields."""
    names: list[tuple[str, str, str]]
    """Of each hypothesis its id, and the names of the fields of its text and of its answers."""
    was: str
    """The marks as they are now, for their form to send back."""
    shaped: str
    """The words of the analysis as they are now, for their form to send back."""
    stood: str
    """How the whole analysis stands."""
    how: str
    """How to mark."""
    own_first: str
    """Why what others marked is not shown at once."""
    caveat: str
    """What the order does not mean."""
    rows: list[Row]
    """The hypotheses in the order of the file, so that nothing moves under the hand."""
    evidence: list[Piece]
    """The evidence in the order of the file."""
    came: Came
    """What it comes to."""
    others: list[str]
    """The others who judged."""
    all_shown: bool
    """Whether their marks are shown."""
    here: str
    """The address of this analysis."""
    find: str
    """The words for which entries are looked for."""
    found: list[Found]
    """The entries that have them."""
    cells: tuple[str, ...]
    """The marks that there are."""
    levels: tuple[str, ...]
    """How credible and how relevant evidence may be."""
    history: list[Done]
    """What was done to it, the latest first."""
    last: str
    """The decision that can be taken back, in words."""
    again: str
    """The decision that can be done again."""
    faults: list[str]
    """Why what was sent was not taken."""


@dataclass(frozen=True, slots=True)
class Typed:
    """What was sent and not taken: the fields, and why not."""

    said: Mapping[str, str] = field(default_factory=dict)
    faults: tuple[str, ...] = ()


def address_of(id_: str, **more: str) -> str:
    """The address of an analysis."""
    return f"/hypotheses/matrix?{urlencode({'id': id_, **more})}"


def matrix(request: Request) -> Response:
    """An analysis; with ``others`` also what other analysts marked, with ``find`` entries to add."""
    return show(request, case_of(request), request.query_params.get("id", ""), Typed())


def show(request: Request, opened: OpenCase, id_: str, typed: Typed) -> Response:
    """An analysis with what was typed and not taken."""
    who = name_of(request) or whoever()
    analysis, find = analysis_of(opened.dossier, id_), request.query_params.get("find", "").strip()
    others = [each for each in analysis.analysts if each != who]
    all_shown = bool(others) and (opened.read_only or bool(request.query_params.get("others")))
    now = values(analysis, who)
    said = {**now, **{each: value for each, value in typed.said.items() if each in now}}
    history, last, again = _history(opened, id_)
    context = MatrixContext(
        analysis=analysis,
        asked=next((each.wording for each in opened.dossier.case.questions if each.id == analysis.question), ""),
        questions=[(each.id, each.wording) for each in opened.dossier.case.questions],
        said=said,
        names=[(each.id, name("text", each.id), name("readings", each.id)) for each in analysis.hypotheses],
        was=_was(now, "cell", "evidence-credibility", "evidence-relevance"),
        shaped=_was(now, "title", "question", "note", "text", "readings"),
        stood=stand_of((text_of(analysis),)),
        how=HOW_TO_MARK,
        own_first=OWN_FIRST,
        caveat=CAVEAT,
        rows=_rows(analysis, said, others if all_shown else []),
        evidence=_pieces(opened, analysis, said),
        came=came_to(opened.dossier, analysis, who, others=all_shown),
        others=others,
        all_shown=all_shown,
        here=address_of(id_),
        find=find,
        found=found_entries(opened.dossier, analysis, find),
        cells=CELLS,
        levels=LEVELS,
        history=history,
        last=last,
        again=again,
        faults=[*typed.faults],
    )
    return shown(request, "desk/analysis.html", context, analysis.title, 422 if typed.faults else 200)


def _was(now: Values, *parts: str) -> str:
    """Some of the fields as they are now, as a form sends them back."""
    return json.dumps({each: value for each, value in now.items() if each.split(" ")[0] in parts})


def _history(opened: OpenCase, id_: str) -> tuple[list[Done], str, str]:
    if opened.read_only:
        return [], "", ""
    with opened.workbench() as bench:
        lines = [done(line, [each]) for line, each in bench.history.of(KIND, id_)]
        return [*reversed(lines)], *undoable(bench)


def _rows(analysis: Analysis, said: Values, others: list[str]) -> list[Row]:
    judged = {who: analysis.by(who) for who in others}
    rows = []
    for one in analysis.hypotheses:
        marks = []
        for number, each in enumerate(analysis.evidence, 1):
            cells = {who: own[each.id].of(one.id) for who, own in judged.items() if each.id in own}
            theirs = [Theirs(who, cell.cell, MEANING[cell.cell]) for who, cell in cells.items() if cell]
            mark = said[name("cell", each.id, one.id)]
            places = [CELLS.index(cell) for cell in (mark, *(each.mark for each in theirs)) if cell in CELLS]
            apart = bool(theirs) and max(places) - min(places) > 1
            marks.append(Mark(name("cell", each.id, one.id), f"E{number}", mark, theirs, apart))
        rows.append(Row(one.id, one.text, marks))
    return rows


def _pieces(opened: OpenCase, analysis: Analysis, said: Values) -> list[Piece]:
    return [
        Piece(
            f"E{number}", each.id, says(opened.dossier, each), "; ".join(sources_of(opened.dossier, each)),
            f"/hypotheses/evidence?{urlencode({'id': analysis.id, 'evidence': each.id})}",
            [(part, field, said[field]) for part in ("credibility", "relevance")
             for field in (name(f"evidence-{part}", each.id),)],
            each.note,
        )
        for number, each in enumerate(analysis.evidence, 1)
    ]  # fmt: skip


ROUTES = [Route("/hypotheses/matrix", matrix)]
