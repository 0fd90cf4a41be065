"""``/review/differences``: how far a second coder and the review agree, and where not; settled one by one."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from hikiwake.desk.acting import Fields, action, back, case_of, number
from hikiwake.desk.editing.history import undoable
from hikiwake.desk.opened import OpenCase
from hikiwake.desk.review.queue import Shown, plain
from hikiwake.desk.showing import shown
from hikiwake.errors import HikiwakeError
from hikiwake.wording.desk import reviewing as wording
from hikiwake.wording.desk.editing import labelled
from hikiwake.workbench.deciding.differing import Difference

MOST = 20  # differences that are shown at a time


@dataclass(frozen=True, slots=True)
class Row:
    """A difference as it is settled."""

    one: Shown
    """The proposal as the review has it."""
    statuses: tuple[str, str]
    """What the review and what the second coder decided."""
    what: list[tuple[str, str, str]]
    """The fields in which they differ: what it is called, and both values."""
    settled: str
    """How it was settled, in words; empty where it was not."""


@dataclass(frozen=True, slots=True)
class DifferencesContext:
    """What the template of the differences shows."""

    coder: str
    """The name of the second coder."""
    coders: dict[str, int]
    """How many proposals each second coder has decided on."""
    agreement: list[tuple[str, str, int]]
    """On what, alpha in words, and how many were compared."""
    rows: list[Row]
    """Some differences, those that are not settled first."""
    unsettled: int
    """How many are not settled."""
    total: int
    """How many there are."""
    after: int
    """How many come before the first that is shown."""
    most: int
    """How many are shown at a time."""
    last: str
    """The decision that can be taken back, in words."""
    again: str
    """The decision that can be done again."""
    fault: tuple[str, str]
    """A difference that was not settled, and why."""


def differences(request: Request) -> Response:
    """The differences with a second coder."""
    asked = request.query_params
    return _shown(request, case_of(request), asked.get("coder", "").strip(), number(asked.get("after")))


def _shown(
    request: Request, opened: OpenCase, coder: str, after: int = 0, fault: tuple[str, str] = ("", "")
) -> Response:
    opened.refuse_read_only()
    with opened.workbench() as bench:
        coders = bench.second.coders()
        coder = coder or next(iter(sorted(coders)), "")
        found = bench.second.compared(coder)
        ids = (*found.unsettled, *found.settled)
        after = min(after, max(0, len(ids) - 1)) // MOST * MOST
        some = bench.second.differences(ids[after : after + MOST], coder)
        last, again = undoable(bench)
        bare = plain(opened, bench, tuple(each.kept for each in some))
    context = DifferencesContext(
        coder=coder,
        coders=coders,
        agreement=[(wording.VARIABLES[each.variable], wording.agreement(each.alpha, each.units), each.units)
                   for each in found.agreement if each.units or each.variable == "accepted"],
        rows=[_row(each, one) for each, one in zip(some, bare, strict=True)],
        unsettled=len(found.unsettled),
        total=len(ids),
        after=after,
        most=MOST,
        last=last,
        again=again,
        fault=fault,
    )  # fmt: skip
    return shown(request, "desk/differences.html", context, "Differences", 422 if fault[1] else 200)


def _row(each: Difference, one: Shown) -> Row:
    done = each.settled
    told = wording.settled(done.chosen, done.coder, done.who, done.at, done.status) if done else ""
    return Row(one, each.statuses, [(labelled(name), first, second) for name, first, second in each.what], told)


def settle(request: Request, opened: OpenCase, fields: Fields) -> Response:
    """Settle one difference for the review or for the second coder."""
    id_, coder = fields.one("id"), fields.one("coder")
    try:
        with opened.workbench() as bench:
            bench.second.settle(id_, coder, fields.one("chosen"), fields.who)
    except HikiwakeError as fault:
        opened.look()
        return _shown(request, opened, coder, number(fields.one("after")), (id_, str(fault)))
    return back(request, "/review/differences")


ROUTES = [
    Route("/review/differences", differences),
    Route("/review/differences/settle", action(settle), methods=["POST"]),
]
