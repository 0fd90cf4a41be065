"""``/entries/form``: one row as a form, new or there already, with its passages, its history, and remarks on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from hikiwake.desk.acting import Fields, action, case_of
from hikiwake.desk.editing.choosing import Chosen, chosen, span_of, span_told
from hikiwake.desk.editing.fields import Field, as_filled, fields_of, told_in
from hikiwake.desk.editing.history import Done, done, undoable
from hikiwake.desk.editing.listing import address_of
from hikiwake.desk.editing.meeting import THEIRS, Meeting, met_in_case, with_theirs
from hikiwake.desk.editing.quoted import Quoted, quoted
from hikiwake.desk.opened import NoneSuchError, OpenCase
from hikiwake.desk.showing import shown
from hikiwake.dossier import KINDS as ENTRIES
from hikiwake.dossier import Event, Mention
from hikiwake.dossier.entering.by_hand import MisfitsError, cells_there
from hikiwake.dossier.entering.differences import rows_in
from hikiwake.dossier.entering.lists import editable
from hikiwake.dossier.memos import Memo, memos_on
from hikiwake.dossier.saying import called
from hikiwake.dossier.scrutiny import remarks
from hikiwake.errors import HikiwakeError
from hikiwake.wording.desk.editing import singular
from hikiwake.workbench.by_hand import ChangedError, Wanted, stand_of

NOT_CELLS = ("id", "kind", "document", "from", "until")  # what an address says beside what a row begins with


@dataclass(frozen=True, slots=True)
class FormContext:
    """What the template of a row's form shows."""

    kind: str
    """Its table."""
    one: str
    """What one row of it is called."""
    id: str
    """Its id; empty for a new one."""
    heading: str
    """What it says or is called."""
    meaning: str
    """What the rows of the table are."""
    stood: str
    """How the row stood when it was shown."""
    fields: list[Field]
    """The fields."""
    chosen: Chosen | None
    """A passage that was chosen for it."""
    passages: list[Quoted]
    """The passages that it cites."""
    mentions: list[tuple[str, str, str]]
    """Of an event its mentions: address, who reports it, id."""
    on_page: bool
    """Whether the page shows it under its id."""
    remarks: list[str]
    """What is told of it as a warning."""
    memos: tuple[Memo, ...]
    """The memos on it."""
    history: list[Done]
    """What was done to it, the latest first."""
    last: str
    """The decision that can be taken back, in words."""
    again: str
    """The decision that can be done again."""
    faults: list[str]
    """What is at fault with the row as a whole, or beyond it."""
    adding: bool
    """Whether a term that is new may be meant."""


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed into a form and not taken, beside what others made of it; why not; which passage it was for."""

    meeting: Meeting
    faults: Mapping[str, str] = field(default_factory=dict)
    chosen: Chosen | None = None


def form(request: Request) -> Response:
    """The form of a row that is there, or of a new one."""
    opened, asked = case_of(request), dict(request.query_params)
    kind, id_ = asked.get("kind", ""), asked.get("id", "")
    if to := asked.get("to", "").strip():
        asked, kind, id_ = _belonging(opened, asked, to)
    if kind not in editable():
        raise NoneSuchError(f"{kind!r}: no table of a case")
    there = cells_there(opened.dossier, kind, id_) if id_ else None
    if id_ and there is None:
        raise NoneSuchError(f"{id_}: no row of {kind} in {opened.name}")
    passage = chosen(opened, asked) if asked.get("document") else None
    said = as_filled(editable()[kind], there) if there else _begun(opened, kind, asked, passage)
    return _shown(request, opened, kind, id_, Typed(Meeting(said), chosen=passage))


def _belonging(opened: OpenCase, asked: Mapping[str, str], to: str) -> tuple[dict[str, str], str, str]:
    """What is asked for where a passage is to belong to an entry: of an event, a new mention that says the same."""
    entry = opened.dossier.by_id.get(to)
    if entry is None or isinstance(entry, Mention):
        raise NoneSuchError(f"{to}: no entry of {opened.name} that has passages of its own")
    if not isinstance(entry, Event):
        return {**asked}, next(kind for kind in ENTRIES if entry in getattr(opened.dossier, kind)), to
    there = cells_there(opened.dossier, "events", to) or ()
    same = as_filled(editable()["events"], there)
    told = {name: same[name] for name in ("start", "precision", "basis", "sources", "targets", "type", "happened")}
    return {**told, **{name: value for name, value in asked.items() if name not in told}, "event": to}, "mentions", ""


def _begun(opened: OpenCase, kind: str, asked: Mapping[str, str], passage: Chosen | None) -> dict[str, str]:
    """What a new row begins with: what the address says, who says so, and the likeliest values."""
    names = {header for column in editable()[kind].columns for header in column.codec.headers}
    author = opened.dossier.document[passage.document].author if passage else ""
    likely = {"basis": "stated", "happened": "occurred", "kind": _likely_kind(kind)}
    begun = {name: value for name, value in likely.items() if name in names and value}
    begun |= {"holder": author} if author else {}
    return begun | {name: value for name, value in asked.items() if name in names and name not in NOT_CELLS}


def _likely_kind(kind: str) -> str:
    return {"claims": "actual", "positions": "declared", "questions": "rival", "places": "island"}.get(kind, "")


def _shown(request: Request, opened: OpenCase, kind: str, id_: str, typed: Typed, status: int = 200) -> Response:
    dossier, table = opened.dossier, editable()[kind]
    there = cells_there(dossier, kind, id_) if id_ else None
    row = next((each for each in rows_in(dossier, kind) if id_ and each.id == id_), None)
    entry = dossier.by_id.get(id_) if row is not None else None
    met = typed.meeting
    fields = fields_of(dossier, kind, met.said, typed.faults, new=not id_, now=met.now, took=met.took)
    shown_at = {each.name for each in fields}
    lines, last, again = list[Done](), "", ""
    if not opened.read_only:
        with opened.workbench() as bench:
            lines = [done(line, [each]) for line, each in bench.history.of(kind, id_)] if id_ else []
            last, again = undoable(bench)
    context = FormContext(
        kind=kind,
        one=singular(kind),
        id=id_,
        heading=called(row) if row is not None else "",
        meaning=table.meaning,
        stood=stand_of(there),
        fields=fields,
        chosen=typed.chosen,
        passages=quoted(opened, [id_] if kind == "passages" and row else entry.passages if entry else ()),
        mentions=[(address_of("mentions", each.id), each.holder, each.id) for each in getattr(row, "mentions", ())],
        on_page=entry is not None and kind != "mentions",
        remarks=[f"{each.column}: found {each.found}, expected {each.expected}" for each in remarks(dossier, {})
                 if id_ and (each.kind, each.id) == (kind, id_)],
        memos=memos_on(dossier.memos, id_) if entry is not None else (),
        history=[*reversed(lines)],
        last=last,
        again=again,
        faults=[f"{name}: {said}" if name else said for name, said in typed.faults.items() if name not in shown_at],
        adding=any("the case's" in said for said in typed.faults.values()),
    )  # fmt: skip
    return shown(request, "desk/entry.html", context, id_ or f"New {context.one}", status)


def save(request: Request, opened: OpenCase, fields: Fields) -> Response:
    """Take what was filled in into the folder; where it does not fit, the form says so, with all that was typed."""
    kind, id_ = fields.one("kind_of"), fields.one("id_of")
    if kind not in editable():
        raise NoneSuchError(f"{kind!r}: no table of a case")
    texts = with_theirs(opened, kind, id_, _texts(fields), fields.all(THEIRS))
    cells = told_in(editable()[kind], texts)
    spans = tuple(span_of(each) for each in fields.all("span"))
    wanted = Wanted(kind, cells, id_, fields.one("stood"), spans, bool(fields.one("adding")))
    try:
        with opened.workbench() as bench:
            made = bench.enter(wanted, fields.who)
    except HikiwakeError as fault:
        return _refused(request, opened, wanted, fault)
    opened.look()
    if spans:
        return RedirectResponse(_in_text(opened, kind, made, spans[0].document), 303)
    return RedirectResponse(address_of(kind, made), 303)


def _texts(fields: Fields) -> dict[str, str]:
    """The fields of a form, line ends as everywhere."""
    return {name: fields.one(name).replace("\r\n", "\n").replace("\r", "\n") for name in fields.form}


def _in_text(opened: OpenCase, kind: str, id_: str, document: str) -> str:
    """The address of the passage that was chosen last, in its text."""
    entry = opened.dossier.by_id.get(id_)
    passage = entry.passages[-1] if entry and entry.passages else ""
    return f"/documents/{quote(document)}?made={quote(id_)}&kind={kind}#at-{quote(passage)}"


def _refused(request: Request, opened: OpenCase, wanted: Wanted, fault: HikiwakeError) -> Response:
    """The form with what was typed, and why it was not taken."""
    opened.look()
    faults = _told(fault, wanted.kind, wanted.id)
    if wanted.id and cells_there(opened.dossier, wanted.kind, wanted.id) is None:
        wanted = Wanted(wanted.kind, wanted.cells)  # it is gone: what was typed can be kept as a new one
    passage = span_told(opened, wanted.spans[0]) if wanted.spans else None
    meeting = met_in_case(opened, wanted) if isinstance(fault, ChangedError) else Meeting(wanted.cells)
    return _shown(request, opened, wanted.kind, wanted.id, Typed(meeting, faults, passage), 422)


def _told(fault: HikiwakeError, kind: str, id_: str) -> dict[str, str]:
    """What is said of each column; under "" of the row as a whole."""
    return fault.of(kind, id_) if isinstance(fault, MisfitsError) else {"": str(fault)}


def remove(request: Request, opened: OpenCase, fields: Fields) -> Response:
    """Take a row out; where others name it, the form says which."""
    kind, id_ = fields.one("kind_of"), fields.one("id_of")
    try:
        with opened.workbench() as bench:
            bench.remove(kind, id_, fields.one("stood"), fields.who)
    except HikiwakeError as fault:
        if not (there := cells_there(opened.dossier, kind, id_) if kind in editable() else None):
            raise
        said = as_filled(editable()[kind], there)
        return _shown(request, opened, kind, id_, Typed(Meeting(said), _told(fault, kind, id_)), 422)
    return RedirectResponse(f"/entries?kind={kind}", 303)


ROUTES = [
    Route("/entries/form", form),
    Route("/entries/save", action(save), methods=["POST"]),
    Route("/entries/remove", action(remove), methods=["POST"]),
]
