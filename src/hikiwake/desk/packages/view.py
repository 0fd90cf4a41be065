"""The view of packages: what follows from the sliders beside what the file says, and keeping it as a file."""

from __future__ import annotations

from dataclasses import dataclass, replace
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from hikiwake.desk.acting import Fields, action, case_of
from hikiwake.desk.editing.history import lately
from hikiwake.desk.models.writing import comments
from hikiwake.desk.opened import OpenCase
from hikiwake.desk.packages.drafting import NOTHING_ASKED, Draft, drafted, refuse_name
from hikiwake.desk.packages.sliders import Moving, assumed_negotiation, moved, numbers_of, sliders
from hikiwake.desk.showing import shown
from hikiwake.dossier import Dossier
from hikiwake.errors import CaseError, HikiwakeError
from hikiwake.figures.gains import Shown, Span, gains
from hikiwake.settlement.packages import Negotiation, negotiation_from
from hikiwake.settlement.packages.holding.glance import Glance, glance
from hikiwake.settlement.packages.holding.tabled import OnTable
from hikiwake.wording.desk import packages as wording
from hikiwake.wording.packages import page as page_wording

MOST_PACKAGES = 50_000  # for an answer at once


@dataclass(frozen=True, slots=True)
class Row:
    """A package: its number and name, and for each party what is said by the file and under the assumptions."""

    number: int
    name: str
    cells: tuple[tuple[str, str, bool], ...]


@dataclass(frozen=True, slots=True)
class PackagesContext:
    """What the template of the packages shows."""

    files: tuple[str, ...]
    """The package files of the case, by name."""
    name: str
    """The one that is shown."""
    title: str
    """Its title."""
    voices: tuple[Moving, ...]
    """The sliders of every voice."""
    said: tuple[str, ...]
    """What follows, in sentences: by the file, and under what is assumed."""
    assumed: int
    """How many numbers are assumed."""
    parties: tuple[str, ...]
    """The names of the parties."""
    rows: tuple[Row, ...]
    """The packages that have a name."""
    chart: str
    """The chart of gains under what is assumed, as SVG."""
    query: str
    """What the address asks for, for keeping it."""
    fault: str
    """Why nothing can be said, or kept."""
    draft: Draft = NOTHING_ASKED
    """The form for a new file, drafted from the record."""
    notes: str = ""
    """The comments with which the file begins."""
    last: str = ""
    """The decision that can be taken back, in words."""
    again: str = ""
    """The decision that can be done again."""


def packages(request: Request) -> Response:
    """The view of one file; an address from a form leads to one that holds only what is assumed."""
    opened = case_of(request)
    asked = dict(request.query_params)
    if asked.pop("move", ""):
        return RedirectResponse(_address(opened.dossier, asked), 303)
    return _shown(request, opened, asked, "")


def _shown(
    request: Request, opened: OpenCase, asked: dict[str, str], fault: str, draft: Draft = NOTHING_ASKED
) -> Response:
    last, again = lately(opened)
    context = replace(
        _context(opened.dossier, asked, fault), draft=draft.offered(opened.dossier), last=last, again=again
    )
    return shown(request, "desk/packages.html", context, "Packages", 422 if context.fault else 200)


def _file(dossier: Dossier, asked: dict[str, str]) -> tuple[str, str]:
    """The name and the text of the file that is asked for, else of the first."""
    known = dict(dossier.packages)
    name = asked.get("file", "") if asked.get("file", "") in known else next(iter(known), "")
    return name, known.get(name, "")


def _address(dossier: Dossier, asked: dict[str, str]) -> str:
    name, text = _file(dossier, asked)
    try:
        assumed = numbers_of(negotiation_from(text, name), asked)
    except HikiwakeError:
        assumed = {}
    return f"/packages?{urlencode({'file': name, **{key: f'{number:g}' for key, number in assumed.items()}})}"


def _context(dossier: Dossier, asked: dict[str, str], fault: str) -> PackagesContext:
    files = tuple(name for name, _ in dossier.packages)
    name, text = _file(dossier, asked)
    notes = comments(text).replace("# ", "").strip()
    empty = PackagesContext(files, name, "", (), (), 0, (), (), "", "", fault, notes=notes)
    if not files:
        return empty
    try:
        told = negotiation_from(text, f"packages/{name}.toml")
        if told.count > MOST_PACKAGES or not told.count:
            raise CaseError(wording.too_many(told.count))
        assumed = numbers_of(told, asked)
        voices = tuple(sliders(told, assumed))
        base, query = glance(told), urlencode({"file": name, **{key: f"{at:g}" for key, at in assumed.items()}})
    except HikiwakeError as wrong:
        return replace(empty, fault=fault or str(wrong))
    try:
        after = glance(assumed_negotiation(text, told, assumed, f"packages/{name}.toml")) if assumed else base
    except HikiwakeError as wrong:
        fault, after = str(wrong), base
    return PackagesContext(
        files, name, told.title, voices, _said(base, after, bool(assumed)), len(assumed), told.names,
        tuple(_rows(base, after)), _chart(told, after), query, fault, notes=notes,
    )  # fmt: skip


def _said(base: Glance, after: Glance, assumed: bool) -> tuple[str, ...]:
    said = [wording.zone(base.zone, base.packages, base.sure, base.possible)]
    if assumed:
        said.append(wording.assumed(after.zone, after.packages, after.sure, after.possible))
    return tuple(said)


def _rows(base: Glance, after: Glance) -> list[Row]:
    return [
        Row(number, one.name, tuple(
            (page_wording.SURE[before.accepts], page_wording.SURE[then.accepts], before.accepts != then.accepts)
            for before, then in zip(one.gains, other.gains, strict=True)
        ))
        for number, (one, other) in enumerate(zip(base.tabled, after.tabled, strict=True), 1)
    ]  # fmt: skip


def _chart(told: Negotiation, after: Glance) -> str:
    if len(told.parties) == 1 or not after.tabled:
        return ""
    marks = [_mark(number, one) for number, one in enumerate(after.tabled, 1)]
    return gains(marks, [], [], (told.names[0], told.names[1]), page_wording.chart(told.title, told.names[:2]))


def _mark(number: int, one: OnTable) -> Shown:
    first, second = (Span(gain.low, gain.middle, gain.high) for gain in one.gains[:2])
    return Shown(number, one.name, f"package-{number}", first, second, one.accepts)


def save(request: Request, opened: OpenCase, fields: Fields) -> Response:
    """Keep what is assumed as a package file of the case, under a name of its own."""
    asked = {key: fields.one(key) for key in fields.form if isinstance(key, str)}
    name, to = fields.one("name"), fields.one("file")
    try:
        refuse_name(opened.dossier, name)
        file, text = _file(opened.dossier, {"file": to})
        told = negotiation_from(text, f"packages/{file}.toml")
        assumed = numbers_of(told, asked)
        assumed_negotiation(text, told, assumed, f"packages/{name}.toml")
        with opened.workbench() as bench:
            bench.write("packages", name, moved(text, told, assumed), "", fields.who)
    except HikiwakeError as wrong:
        opened.look()
        return _shown(request, opened, asked, str(wrong))
    return RedirectResponse(f"/packages?{urlencode({'file': name})}", 303)


def draft(request: Request, opened: OpenCase, fields: Fields) -> Response:
    """A new package file drafted from the record of an era, kept under a name that none has, and shown."""
    asked = Draft(era=fields.one("era"), chosen=tuple(fields.all("party")), name=fields.one("name"))
    try:
        opened.refuse_read_only()
        name, text = drafted(opened.dossier, asked)
        with opened.workbench() as bench:
            bench.write("packages", name, text, "", fields.who)
    except HikiwakeError as wrong:
        opened.look()
        return _shown(request, opened, {}, str(wrong), asked)
    return RedirectResponse(f"/packages?{urlencode({'file': name})}", 303)


ROUTES = [
    Route("/packages", packages),
    Route("/packages/save", action(save), methods=["POST"]),
    Route("/packages/draft", action(draft), methods=["POST"]),
]
