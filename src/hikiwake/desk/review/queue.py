"""``/review``: the proposals that are asked for, some at a time, each with its sentence and what it would become."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from hikiwake.desk.acting import case_of, number
from hikiwake.desk.opened import OpenCase
from hikiwake.desk.review.becoming import Part, becoming
from hikiwake.desk.review.facets import Facet, address, asked_of, facets
from hikiwake.desk.showing import shown
from hikiwake.dossier.memos import memos_on
from hikiwake.wording.desk import changes, proposed, reviewing
from hikiwake.wording.entering.reviewing import because
from hikiwake.workbench import Asked, Command, Kept, Workbench
from hikiwake.workbench.reviewing.neighbours import Neighbours, neighbours
from hikiwake.workbench.reviewing.telling import told
from hikiwake.workbench.rows.beside import Note, notes_in
from hikiwake.workbench.rows.subjects import subject_of

MOST = 20  # proposals that are shown at a time
MOST_ALIKE = 3  # entries of the record that are named beside one


@dataclass(frozen=True, slots=True)
class Shown:
    """A proposal as it is decided on."""

    kept: Kept
    """The proposal."""
    label: str
    """The document it is from, as it is cited."""
    places: list[tuple[str, int, Neighbours]]
    """Its passages with their neighbours: document, start, words."""
    becomes: tuple[Part, ...]
    """What it would become, part by part."""
    because: str
    """Why it is proposed, in plain words."""
    grounds: str
    """The same as the coder has noted it."""
    alike: tuple[str, ...] = ()
    """Ids of entries of the record of the same subject."""
    same: str = ""
    """In which way these are of the same subject."""
    notes: tuple[Note, ...] = ()
    """The memos on it, or on what it became."""


@dataclass(frozen=True, slots=True)
class QueueContext:
    """What the template of the queue shows."""

    asked: Asked
    """By what it is narrowed."""
    facets: list[Facet]
    """By what it can be narrowed."""
    orders: dict[str, str]
    """What may come first."""
    shown: list[Shown]
    """Some of the proposals."""
    found: int
    """How many there are that are asked for."""
    after: int
    """How many of these come before the first that is shown."""
    earlier: str
    """The address of those before; empty where there are none."""
    later: str
    """The address of those after."""
    last: str
    """The last decision that stands, which can be undone, in words."""
    again: str
    """The decision that can be done again."""
    fault: tuple[str, str]
    """A proposal on which was not decided, and why."""


def queue(request: Request) -> Response:
    """The queue as the address asks for it."""
    return show_queue(
        request, case_of(request), asked_of(request.query_params), number(request.query_params.get("after"))
    )


def show_queue(
    request: Request, opened: OpenCase, asked: Asked, after: int = 0, fault: tuple[str, str] = ("", "")
) -> Response:
    """The queue, with a fault where a decision could not be taken."""
    opened.refuse_read_only()
    with opened.workbench() as bench:
        found = bench.queue.count(asked)
        after = min(after, max(0, found - 1)) // MOST * MOST
        some = bench.queue.some(asked, MOST, after)
        context = QueueContext(
            asked=asked,
            facets=facets(opened, bench.queue.counts(), asked),
            orders=reviewing.ORDERS,
            shown=seen(opened, bench, some),
            found=found,
            after=after,
            earlier=address(asked, after - MOST) if after else "",
            later=address(asked, after + MOST) if after + MOST < found else "",
            last=_words(bench.last),
            again=_words(next(iter(bench.undone), None)),
            fault=fault,
        )
    return shown(request, "desk/review.html", context, "Review", 422 if fault[1] else 200)


def _words(line: Command | None) -> str:
    return told(line) if line else ""


def seen(opened: OpenCase, bench: Workbench, some: tuple[Kept, ...]) -> list[Shown]:
    """Some proposals as they are decided on."""
    alike = bench.queue.alike(kept.proposal for kept in some if kept.status == "open")
    found = []
    for kept, bare in zip(some, plain(opened, bench, some), strict=True):
        same = alike.get(subject_of(kept.proposal), ())[:MOST_ALIKE] if kept.status == "open" else ()
        memos = memos_on(opened.dossier.memos, kept.entry) if kept.entry else ()
        notes = (*notes_in(kept.beside), *(Note(each.author, each.at, each.text) for each in memos))
        found.append(
            Shown(
                kept, bare.label, bare.places, bare.becomes, bare.because, bare.grounds, same,
                changes.alike(kept.proposal.kind) if same else "", notes,
            )
        )  # fmt: skip
    return found


def plain(opened: OpenCase, bench: Workbench, some: tuple[Kept, ...]) -> list[Shown]:
    """The same without what the record and others say of them."""
    texts = bench.texts_of({span.document for kept in some for span in kept.proposal.passages})
    documents = opened.dossier.document
    found = []
    for kept in some:
        proposal = kept.proposal
        label = documents[proposal.document].label if proposal.document in documents else proposal.document
        places = [
            (span.document, span.start, neighbours(texts.get(span.document, ""), span.start, span.end))
            for span in proposal.passages
        ]
        told = proposed.because(proposal.kind, proposal.why)
        found.append(Shown(kept, label, places, becoming(opened.dossier, proposal), told, because(proposal.why)))
    return found


ROUTES = [Route("/review", queue)]
