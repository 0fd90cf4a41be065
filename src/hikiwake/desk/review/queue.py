"""``/review``: the proposals that are asked for, some at a time, each with its sentence and what it would become."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from hikiwake.desk.acting import case_of, number
from hikiwake.desk.opened import OpenCase
from hikiwake.desk.showing import shown
from hikiwake.wording.entering.reviewing import because, becomes
from hikiwake.workbench import KINDS, STATUSES, Asked, Command, Kept, Workbench
from hikiwake.workbench.reviewing.neighbours import Neighbours, neighbours
from hikiwake.workbench.reviewing.queue import Counts
from hikiwake.workbench.reviewing.telling import told, what_of

MOST = 20  # proposals that are shown at a time


@dataclass(frozen=True, slots=True)
class Shown:
    """A proposal as it is decided on."""

    kept: Kept
    """The proposal."""
    label: str
    """The document it is from, as it is cited."""
    places: list[tuple[str, int, Neighbours]]
    """Its passages with their neighbours: document, start, words."""
    becomes: str
    """What it would become, in a line."""
    because: str
    """Why it is proposed."""


@dataclass(frozen=True, slots=True)
class Facet:
    """One thing by which the queue can be narrowed: a name, and its values with their counts."""

    name: str
    """The name that the address has for it."""
    title: str
    """What it is called."""
    options: list[tuple[str, str, int]]
    """Value, what it is called, and how many proposals have it among those that the other facets leave."""
    chosen: str
    """The value that is asked for; empty where all are."""


@dataclass(frozen=True, slots=True)
class QueueContext:
    """What the template of the queue shows."""

    asked: Asked
    """By what it is narrowed."""
    facets: list[Facet]
    """By what it can be narrowed."""
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


def asked_of(told: object) -> Asked:
    """What is asked for by an address or by a form; open proposals where it says nothing of their status."""
    get = told.get  # type: ignore[attr-defined]
    said = {name: str(get(name) or "").strip() for name in Asked._fields}
    status = said["status"] or "open"
    return Asked(**{**said, "status": "" if status == "all" else status})


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
            facets=_facets(opened, bench.queue.counts(), asked),
            shown=_shown(opened, bench, some),
            found=found,
            after=after,
            earlier=_address(asked, after - MOST) if after else "",
            later=_address(asked, after + MOST) if after + MOST < found else "",
            last=_words(bench.last),
            again=_words(next(iter(bench.undone), None)),
            fault=fault,
        )
    return shown(request, "desk/review.html", context, "Review", 422 if fault[1] else 200)


def _words(line: Command | None) -> str:
    return told(line) if line else ""


def _shown(opened: OpenCase, bench: Workbench, some: tuple[Kept, ...]) -> list[Shown]:
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
        period = kept.as_row()["period"]
        line = becomes(what_of(proposal), period, proposal.attributed_to)
        found.append(Shown(kept, label, places, line, because(proposal.why)))
    return found


def _facets(opened: OpenCase, counts: Counts, asked: Asked) -> list[Facet]:
    """Status, kind and document, each value with how many the other facets leave."""
    documents = {each.id: each.label for each in opened.dossier.documents}
    names: dict[str, dict[str, str]] = {
        "status": dict.fromkeys(STATUSES, ""),
        "kind": dict.fromkeys(KINDS, ""),
        "document": {**documents, **{id_: id_ for _, id_, _ in counts if id_ not in documents}},
    }
    facets = []
    for name, values in names.items():
        left = Counter[str]()
        for (kind, document, status), count in counts.items():
            row = {"kind": kind, "document": document, "status": status}
            if all(
                not getattr(asked, other) or getattr(asked, other) == row[other] for other in names if other != name
            ):
                left[row[name]] += count
        options = [(value, title or value, left[value]) for value, title in values.items()]
        facets.append(Facet(name, name.capitalize(), options, getattr(asked, name)))
    return facets


def _address(asked: Asked, after: int) -> str:
    said = {name: value for name, value in asked._asdict().items() if value}
    return f"/review?{urlencode({**said, 'status': asked.status or 'all', 'after': max(0, after)})}"


ROUTES = [Route("/review", queue)]
