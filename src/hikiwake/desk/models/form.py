"""``/models/form``: a model as a form, with what holds in it, whether of the case or drafted from its record."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from hikiwake.desk.acting import case_of
from hikiwake.desk.editing.history import Done, done, undoable
from hikiwake.desk.models.drafted import NOTHING_OPEN, Open, drafted
from hikiwake.desk.models.grounds import Ground, grounds_of, offered
from hikiwake.desk.models.sheet import RULES, Row, Sheet, grounds_in, readings_of, sheet_of
from hikiwake.desk.models.solving import Solved, solved
from hikiwake.desk.models.telling import Told, told
from hikiwake.desk.models.writing import comments_within, written
from hikiwake.desk.opened import NoneSuchError, OpenCase
from hikiwake.desk.showing import shown
from hikiwake.desk.working import Work
from hikiwake.modelling.case_models import read_by
from hikiwake.wording.desk import modelling as wording
from hikiwake.workbench.by_hand import stand_of

MOST_ACTORS = 400


@dataclass(frozen=True, slots=True)
class Wish:
    """A wish in the form: its row, its place, its grounds, entries that are offered as such, whether these are open."""

    row: Row
    number: int
    grounds: list[Ground]
    offered: list[Ground] | None
    open: bool


@dataclass(frozen=True, slots=True)
class Party:
    """A decision maker in the form; ``wishes`` is ``None`` where this reading does not say them as statements.

    ``open`` says that its options are shown at once, since something is to be done there.
    """

    row: Row
    options: list[Row]
    wishes: list[Wish] | None
    own: bool
    open: bool


@dataclass(frozen=True, slots=True)
class ModelContext:
    """What the template of a model shows."""

    sheet: Sheet
    """The model as the form holds it."""
    parties: list[Party]
    """The decision makers with all that is shown of them."""
    rules: list[tuple[str, str, str, list[Row]]]
    """The rules: their sort, what they are called, what they mean, and the rows."""
    readings: list[tuple[str, str]]
    """The readings: name, and whose they are."""
    eras: list[tuple[str, str]]
    """The eras of the case: id and title."""
    actors: list[tuple[str, str]]
    """Its actors."""
    formulas: list[tuple[str, str]]
    """Its formulas."""
    told: Told
    """What is said of each field, and of the whole."""
    solved: Solved
    """What holds in it."""
    work: Work | None
    """What is being solved."""
    words: str
    """The words by which grounds are looked for."""
    open: Open
    """What is open about a draft."""
    fault: str
    """Why nothing was saved."""
    unfinished: bool
    """Whether it can be saved although something is at fault."""
    lost: str
    """That comments inside the file would go."""
    on_page: bool
    """Whether the page shows it."""
    history: list[Done]
    """What was done to it, the latest first."""
    last: str
    """The decision that can be taken back, in words."""
    again: str
    """The decision that can be done again."""
    choices: dict[str, tuple[tuple[str, str], ...]]
    """The values of the fields of an option."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a form was asked for beside its sheet."""

    find: str = ""
    words: str = ""
    touched: str = ""
    fault: str = ""
    unfinished: bool = False
    open: Open = NOTHING_OPEN
    status: int = 200


PLAIN = Asked()


def model(request: Request) -> Response:
    """A model of the case as a form."""
    opened, name = case_of(request), request.query_params.get("name", "")
    text = dict(opened.dossier.conflicts).get(name)
    if text is None:
        raise NoneSuchError(f"{name}: no model of {opened.name}")
    sheet = sheet_of(text, request.query_params.get("reading", ""), name=name, old=name, stood=stand_of((text,)))
    return form(request, opened, sheet)


def new(request: Request) -> Response:
    """A model drafted from the record of an era, as a form; it is saved where somebody does so."""
    opened, asked = case_of(request), request.query_params
    sheet, open_ = drafted(opened.dossier, asked.get("era", ""), [each for each in asked.getlist("maker") if each])
    return form(request, opened, sheet, Asked(open=open_))


def address_of(name: str, reading: str = "") -> str:
    """The address of a model by one of its readings."""
    return f"/models/form?{urlencode({'name': name, **({'reading': reading} if reading else {})})}"


def form(request: Request, opened: OpenCase, sheet: Sheet, asked: Asked = PLAIN) -> Response:
    """A model as the form holds it, with what is said of it."""
    dossier, made, old = opened.dossier, written(sheet), sheet.head["old"]
    found = solved(request, opened, sheet, made.text)
    lines, last, again = _history(opened, old)
    base, said = sheet.base, told(dossier, sheet, made)
    context = ModelContext(
        sheet=sheet,
        parties=[_party(opened, sheet, row, asked, said) for row in sheet.makers],
        rules=[(sort, *wording.RULES[sort], sheet.lists[sort]) for sort in RULES],
        readings=[(name, read_by(dossier, name) if name else "") for name in readings_of(base)],
        eras=[(era.id, era.title) for era in dossier.case.eras],
        actors=[(each.id, each.name()) for each in dossier.actors[:MOST_ACTORS]],
        formulas=[(each.id, each.title) for each in dossier.formulas],
        told=said,
        solved=found,
        work=None,
        words=asked.words,
        open=asked.open,
        fault=asked.fault,
        unfinished=asked.unfinished,
        lost=wording.comments_lost(comments_within(sheet.head["base"])) if old else "",
        on_page=old in dict(dossier.conflicts),
        history=lines,
        last=last,
        again=again,
        choices={"way": wording.WAYS, "begin": wording.BEGUN, "end": wording.ENDED},
    )
    return shown(request, "desk/models/model.html", context, sheet.head["title"] or old or "A model", asked.status)


def _history(opened: OpenCase, name: str) -> tuple[list[Done], str, str]:
    if opened.read_only:
        return [], "", ""
    with opened.workbench() as bench:
        lines = [done(line, [each]) for line, each in bench.history.of("conflicts", name)] if name else []
        return (lines[::-1], *undoable(bench))


def _party(opened: OpenCase, sheet: Sheet, row: Row, asked: Asked, said: Told) -> Party:
    rows, options = sheet.wishes(row), sheet.options(row)
    wishes = (
        None if rows is None else [_wish(opened, sheet, row, each, n, asked, said) for n, each in enumerate(rows, 1)]
    )
    told_of = {"begin", "end", *(f"{cell}:{each.key}" for each in options for cell in each.cells)}
    shown_at_once = not sheet.head["old"] or not told_of.isdisjoint(said.at)
    return Party(row, options, wishes, own=rows is not None, open=shown_at_once)


def _wish(opened: OpenCase, sheet: Sheet, maker: Row, row: Row, number: int, asked: Asked, said: Told) -> Wish:
    ids = grounds_in(row.cells["grounds"])
    found = offered(opened.dossier, sheet, maker, asked.words, ids) if asked.find == row.key else None
    inside = any(f"{cell}:{row.key}" in said.at for cell in ("grounds", "about", "inferred"))
    return Wish(row, number, grounds_of(opened.dossier, ids), found, open=inside or asked.touched == row.key)


ROUTES = [Route("/models/new", new), Route("/models/form", model)]
