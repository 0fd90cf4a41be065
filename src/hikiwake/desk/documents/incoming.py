"""Files that are dropped into the desk: kept for the time of their reading, under names that are none of theirs."""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING

from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from hikiwake.desk.acting import desk_of
from hikiwake.desk.opened import OpenCase
from hikiwake.desk.working import Work
from hikiwake.errors import CaseError
from hikiwake.storage.names import name_fault

if TYPE_CHECKING:
    from hikiwake.coding.intake import Intake


def take_in(request: Request, opened: OpenCase, uploads: list[UploadFile]) -> Response:
    """Read files that were sent into the case; the list of documents tells how far it is, and what it came to."""
    opened.refuse_read_only()
    scratch = Path(mkdtemp(prefix="hikiwake-desk-"))
    try:
        paths, refused = _kept(scratch, uploads)
    except BaseException:
        shutil.rmtree(scratch, ignore_errors=True)
        raise
    work = desk_of(request).works.begin("reading", lambda work: _read(scratch, paths, refused, opened, work))
    return RedirectResponse(f"/documents?work={work.id}", 303)


def _kept(scratch: Path, uploads: list[UploadFile]) -> tuple[list[Path], list[str]]:
    """The files that were sent, written down; and which of them have names that no file can have.

    Each is in a folder of its own: two may have one name, as files of two folders.
    """
    paths, refused = [], []
    for number, upload in enumerate(uploads):
        name = (upload.filename or "").replace("\\", "/").rpartition("/")[2]
        if fault := name_fault(name):
            refused.append(f"{name!a}: not read: expected {fault}")
            continue
        folder = scratch / str(number)
        folder.mkdir()
        with (folder / name).open("xb") as file:
            shutil.copyfileobj(upload.file, file, 1 << 20)
        paths.append(folder / name)
    return paths, refused


def _read(scratch: Path, paths: list[Path], refused: list[str], opened: OpenCase, work: Work) -> Intake:
    """Read the files into the case as ``hikiwake read`` does, and take them away again."""
    from hikiwake.coding.intake import read_into

    try:
        if not paths:
            raise CaseError(f"no file to read; nothing was changed. {'; '.join(refused)}".strip())
        done = read_into(paths, opened.folder, told=work.told)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    done.case = opened.name
    done.not_read += refused
    return done
