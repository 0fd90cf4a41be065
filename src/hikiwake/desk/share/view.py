"""``/share``: files to send to others, each made by a form; and the form for what they send back."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp

from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from hikiwake.desk.acting import Fields, action, case_of, desk_of
from hikiwake.desk.opened import NoneSuchError, OpenCase
from hikiwake.desk.share.making import Made, make
from hikiwake.desk.showing import shown
from hikiwake.desk.working import Work
from hikiwake.errors import CaseError, HikiwakeError
from hikiwake.report.grounds import QUOTES
from hikiwake.storage.names import name_fault
from hikiwake.taking import Taken, take
from hikiwake.taking.mapping import read_rules
from hikiwake.taking.taking import KINDS
from hikiwake.wording.desk.sharing import OFFERED

MOST_LISTED = 200  # of what is new or left out


@dataclass(frozen=True, slots=True)
class ShareContext:
    """What the template of sharing shows."""

    offered: tuple[tuple[str, tuple[tuple[str, str, str], ...]], ...]
    """The files that can be made, in groups with a heading: what to ask for, its name, and what it holds."""
    quotes: tuple[str, ...]
    """How much of others' words a file may hold."""
    kinds: str
    """The endings of files that can come back, as a file form takes them."""
    work: Work | None
    """What is being made or taken in."""
    ready: str
    """The address of the file that was made last; empty where none was."""
    name: str
    """Its name."""
    taken: Taken | None
    """What became of a file that came back."""
    most: int
    """How many of its lines are listed."""
    fault: str
    """Why nothing was made or taken in."""


def share(request: Request) -> Response:
    """The view; while a file is made, how far that is, then where it is had."""
    return _shown(request)


def _shown(request: Request, fault: str = "") -> Response:
    case_of(request)
    work = desk_of(request).works.get(request.query_params.get("work", ""))
    ended = work if work and work.ended.is_set() else None
    result = ended.result if ended else None
    context = ShareContext(
        offered=OFFERED,
        quotes=QUOTES,
        kinds=",".join(KINDS),
        work=None if ended else work,
        ready=f"/share/made/{ended.id}" if ended and isinstance(result, Made) else "",
        name=result.name if isinstance(result, Made) else "",
        taken=result if isinstance(result, Taken) else None,
        most=MOST_LISTED,
        fault=fault or (ended.fault if ended else ""),
    )
    return shown(request, "desk/share.html", context, "Share", 422 if context.fault else 200)


def make_file(request: Request, opened: OpenCase, fields: Fields) -> Response:
    """Make a file."""
    what, quotes = fields.one("what"), fields.one("quotes") or "short"
    work = desk_of(request).works.begin("a file", lambda work: make(opened, what, quotes, work))
    return RedirectResponse(f"/share?work={work.id}", 303)


def made(request: Request) -> Response:
    """A file that was made, to be saved: never shown as a page of the desk."""
    work = desk_of(request).works.get(request.path_params["id"])
    if work is None or not isinstance(work.result, Made):
        raise NoneSuchError("no such file was made, or the desk was started again since; make it again")
    headers = {"content-disposition": f'attachment; filename="{work.result.name}"', "cache-control": "no-store"}
    return Response(work.result.content, media_type="application/octet-stream", headers=headers)


def take_back(request: Request, opened: OpenCase, fields: Fields) -> Response:
    """Take in a file that came back."""
    files, codes = fields.files("file")[:1], fields.files("codes")[:1]
    try:
        opened.refuse_read_only()
        if not files:
            raise CaseError("no file was given; choose one")
        scratch = Path(mkdtemp(prefix="hikiwake-desk-"))
    except HikiwakeError as fault:
        return _shown(request, str(fault))
    try:
        paths = [_kept(scratch / str(number), each) for number, each in enumerate((*files, *codes))]
    except BaseException as fault:
        shutil.rmtree(scratch, ignore_errors=True)
        if isinstance(fault, HikiwakeError):
            return _shown(request, str(fault))
        raise
    force, who = bool(fields.one("force")), fields.who
    work = desk_of(request).works.begin("taking in", lambda _: _taken(opened, scratch, paths, who, force=force))
    return RedirectResponse(f"/share?work={work.id}", 303)


def _kept(folder: Path, upload: UploadFile) -> Path:
    """A file that was sent, written down in a folder of its own. Raises ``CaseError`` for a name that none can have."""
    name = (upload.filename or "").replace("\\", "/").rpartition("/")[2]
    if fault := name_fault(name):
        raise CaseError(f"{name!a}: expected {fault}; nothing was changed")
    folder.mkdir()
    with (folder / name).open("xb") as file:
        shutil.copyfileobj(upload.file, file, 1 << 20)
    return folder / name


def _taken(opened: OpenCase, scratch: Path, paths: list[Path], who: str, *, force: bool) -> Taken:
    """Take the file in as ``hikiwake take`` does, and put it away."""
    file, *codes = paths
    try:
        return take(opened.folder, file, codes=read_rules(codes[0]) if codes else None, force=force, who=who)
    except HikiwakeError as fault:
        raise CaseError(
            str(fault).replace(f"{file.parent}/", "").replace(f"{codes[0].parent}/" if codes else "\0", "")
        ) from None
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


ROUTES = [
    Route("/share", share),
    Route("/share/make", action(make_file), methods=["POST"]),
    Route("/share/made/{id}", made),
    Route("/share/take", action(take_back, most_files=2), methods=["POST"]),
]
