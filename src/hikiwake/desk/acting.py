"""Actions: a form that was sent, read within bounds, meant for the case that is open, answered by a redirect."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from hikiwake.desk.live.position import position_of
from hikiwake.desk.opened import OpenCase
from hikiwake.desk.safety.addresses import inner
from hikiwake.desk.safety.tokens import name_of
from hikiwake.errors import CaseError
from hikiwake.workbench.commands import whoever

if TYPE_CHECKING:
    from hikiwake.desk.desks import Desk

LONGEST_FIELD = 1_000_000  # bytes of one field
MOST_FIELDS = 3_000  # a matrix of hypotheses has up to 2,000 cells
MOST_FILES = 1_000
CASE, BACK = "case", "back"  # fields that every form may have: which case it means, where to go afterwards


@dataclass(frozen=True)
class Fields:
    """What a form says. ``who`` is whoever sent it, as the log names them."""

    form: FormData
    who: str

    def one(self, name: str) -> str:
        """A field, its ends stripped; empty where there is none."""
        value = self.form.get(name, "")
        return value.strip() if isinstance(value, str) else ""

    def all(self, name: str) -> list[str]:
        """All values of a field that are not empty."""
        return [each.strip() for each in self.form.getlist(name) if isinstance(each, str) and each.strip()]

    def files(self, name: str) -> list[UploadFile]:
        """The files of a field."""
        return [each for each in self.form.getlist(name) if isinstance(each, UploadFile) and each.filename]


Act = Callable[[Request, Fields], Response]
ActOnCase = Callable[[Request, OpenCase, Fields], Response]


def desk_of(request: Request) -> Desk:
    """The desk that a request is for."""
    desk: Desk = request.app.state.desk
    return desk


def case_of(request: Request) -> OpenCase:
    """The case that is open, as its folder is now. Raises ``NoCaseError`` where none is."""
    opened = desk_of(request).opened
    if opened is None:
        raise NoCaseError("no case is open; open one first")
    opened.look()
    request.state.position = position_of(opened)  # before anything is read that is then shown
    return opened


def number(text: object) -> int:
    """A number of an address; 0 for what is none."""
    return int(text) if isinstance(text, str) and text.isdecimal() and len(text) < 10 else 0


class NoCaseError(CaseError):
    """No case is open: the shelf is shown."""


def form_action(act: Act, most_files: int = 0) -> Callable[[Request], Awaitable[Response]]:
    """An endpoint that reads a form and carries an action out, in a thread of its own."""

    async def endpoint(request: Request) -> Response:
        form = request.form(max_files=most_files, max_fields=MOST_FIELDS, max_part_size=LONGEST_FIELD)
        async with form as told:
            fields = Fields(told, name_of(request) or whoever())
            request.state.back = inner(fields.one(BACK))
            return await run_in_threadpool(act, request, fields)

    return endpoint


def action(act: ActOnCase, most_files: int = 0) -> Callable[[Request], Awaitable[Response]]:
    """The same for an action on the case that is open. Another case than the form means is not touched.

    Where none is open, since the desk was started again after the form was shown, the case that it means is opened.
    """

    def on_case(request: Request, fields: Fields) -> Response:
        desk_of(request).open_again(fields.one(CASE))
        opened = case_of(request)
        if fields.one(CASE) != opened.key:
            raise HTTPException(409, f"{opened.name} is open now, and this form was made for another case")
        return act(request, opened, fields)

    return form_action(on_case, most_files)


def back(request: Request, otherwise: str) -> RedirectResponse:
    """Go where the form says, which is inside the desk, else where the action leads."""
    return RedirectResponse(request.state.back or otherwise, 303)
