"""``/``: the cases of the folder and the built-in ones, and the form for a new one."""

from __future__ import annotations

from dataclasses import dataclass, field

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from hikiwake.desk.acting import Fields, desk_of, form_action
from hikiwake.desk.documents.incoming import take_in
from hikiwake.desk.shelf.begin import Asked, begin, copied
from hikiwake.desk.showing import shown
from hikiwake.dossier import load
from hikiwake.dossier.folder.cases import built_in
from hikiwake.errors import HikiwakeError


@dataclass(frozen=True, slots=True)
class OnShelf:
    """A case on the shelf."""

    name: str
    """By what it is opened."""
    title: str
    """Its title, or why it cannot be read."""
    question: str
    """Its question."""
    count: int
    """How many documents it has."""
    readable: bool
    """Whether it can be opened."""


@dataclass(frozen=True, slots=True)
class ShelfContext:
    """What the template of the shelf shows."""

    root: str
    """The folder in which cases are found and made."""
    own: list[OnShelf]
    """The user's cases."""
    built_in: list[OnShelf]
    """The cases that come with the program."""
    asked: Asked = field(default_factory=Asked)
    """What the form for a new case says already."""
    fault: str = ""
    """Why a case was not made or opened."""


def shelf(request: Request) -> Response:
    """The shelf."""
    return _shown(request)


def _shown(request: Request, asked: Asked | None = None, fault: str = "") -> Response:
    desk = desk_of(request)
    own = [_told(name, str(path)) for name, path in desk.places().items()]
    given = [_told(name, name) for name in built_in()]
    context = ShelfContext(str(desk.root), own, given, asked or Asked(), fault)
    return shown(request, "desk/shelf.html", context, "Cases", 422 if fault else 200)


def _told(name: str, place: str) -> OnShelf:
    try:
        dossier = load(place)
    except HikiwakeError as fault:
        return OnShelf(name, str(fault).split("\n")[0], "", 0, readable=False)
    return OnShelf(name, dossier.case.title, dossier.case.question, len(dossier.documents), readable=True)


def open_case(request: Request, fields: Fields) -> Response:
    """Open a case of the shelf."""
    try:
        desk_of(request).open(fields.one("name"))
    except HikiwakeError as fault:
        return _shown(request, fault=str(fault))
    return RedirectResponse("/case", 303)


def new(request: Request, fields: Fields) -> Response:
    """Make a case with what the form says, open it, and read the files that came with it."""
    asked = Asked(*(fields.one(name) for name in ("title", "question", "first", "second", "folder")))
    desk = desk_of(request)
    try:
        desk.refuse_shared()
        opened = desk.open(begin(desk.root, asked))
    except HikiwakeError as fault:
        return _shown(request, asked, str(fault))
    files = fields.files("files")
    return take_in(request, opened, files) if files else RedirectResponse("/documents", 303)


def copy(request: Request, fields: Fields) -> Response:
    """Copy a built-in case into a folder, and open it there."""
    desk = desk_of(request)
    try:
        desk.refuse_shared()
        desk.open(copied(desk.root, fields.one("name"), fields.one("folder")))
    except HikiwakeError as fault:
        return _shown(request, fault=str(fault))
    return RedirectResponse("/case", 303)


ROUTES = [
    Route("/", shelf),
    Route("/open", form_action(open_case), methods=["POST"]),
    Route("/new", form_action(new, most_files=1_000), methods=["POST"]),
    Route("/copy", form_action(copy), methods=["POST"]),
]
