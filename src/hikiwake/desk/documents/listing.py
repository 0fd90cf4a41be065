"""``/documents``: the documents of the case, what was made of the files that were sent, and the form for more."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from hikiwake.desk.acting import Fields, action, case_of, desk_of
from hikiwake.desk.documents.incoming import take_in
from hikiwake.desk.documents.searching import Hit, hits
from hikiwake.desk.opened import OpenCase
from hikiwake.desk.showing import shown
from hikiwake.desk.working import Work
from hikiwake.documents import Document
from hikiwake.documents.readers import KINDS
from hikiwake.dossier.entering.correcting import CORRECTED, said_of, with_corrected
from hikiwake.dossier.entering.correcting import KINDS as SORTS
from hikiwake.errors import HikiwakeError
from hikiwake.wording.entering.intake import taken_in
from hikiwake.wording.phrases import dated


@dataclass(frozen=True, slots=True)
class Listed:
    """A document in the list."""

    document: Document
    """The document."""
    written: str
    """When it was written, in words."""
    held: bool
    """Whether its text is at hand."""
    passages: int
    """How many passages the record cites from it."""
    proposed: int
    """How many proposals of it are open."""


@dataclass(frozen=True, slots=True)
class ReadIn:
    """What became of files that were sent."""

    lines: tuple[str, ...]
    """What was read, in sentences."""
    not_read: tuple[str, ...]
    """What was not read, and why."""


@dataclass(frozen=True, slots=True)
class DocumentsContext:
    """What the template of the documents shows."""

    documents: list[Listed]
    """The documents of the case in its order."""
    kinds: str
    """The endings of the files that can be read, as a file form takes them."""
    work: Work | None
    """The reading that goes on."""
    read: ReadIn | None
    """What the last reading has come to."""
    fault: str
    """Why nothing was read."""
    find: str
    """The words that are looked for in the texts."""
    hits: list[Hit]
    """The documents in which they stand."""


def documents(request: Request) -> Response:
    """The list; while files are read, how far that is."""
    return _shown(request, case_of(request))


def _shown(request: Request, opened: OpenCase, fault: str = "") -> Response:
    work = desk_of(request).works.get(request.query_params.get("work", ""))
    find = request.query_params.get("find", "").strip()
    running = work if work and not work.ended.is_set() else None
    context = DocumentsContext(
        documents=_listed(opened),
        kinds=",".join((*KINDS, ".zip")),
        work=running,
        read=_read(work) if work and not running and not work.fault else None,
        fault=fault or (work.fault if work else ""),
        find=find,
        hits=hits(opened, find),
    )
    return shown(request, "desk/documents.html", context, "Documents", 422 if fault else 200)


def _read(work: Work) -> ReadIn:
    done = asdict(work.result) | {"further": ("the list below", "the review")}
    return ReadIn(tuple(taken_in(**done)), (*done["not_read"], *done["notes"]))


def _listed(opened: OpenCase) -> list[Listed]:
    dossier, held, proposed = opened.dossier, set[str](), dict[str, int]()
    if not opened.read_only:
        with opened.workbench() as bench:
            held = {each.id for each in bench.held}
            for (_, document, status, *_), count in bench.queue.counts().items():
                proposed[document] = proposed.get(document, 0) + (count if status == "open" else 0)
    cited = dict[str, int]()
    for passage in dossier.passages:
        cited[passage.document] = cited.get(passage.document, 0) + 1
    return [
        Listed(each, dated(each.written), each.id in held, cited.get(each.id, 0), proposed.get(each.id, 0))
        for each in dossier.documents
    ]


def add(request: Request, opened: OpenCase, fields: Fields) -> Response:
    """Read the files that were sent."""
    try:
        return take_in(request, opened, fields.files("files"))
    except HikiwakeError as fault:
        return _shown(request, opened, str(fault))


@dataclass(frozen=True, slots=True)
class BibliographyContext:
    """What the template of a document's bibliography shows."""

    document: Document
    """The document."""
    said: dict[str, str]
    """What is said of it, by field."""
    sorts: tuple[str, ...]
    """The kinds of document that there are."""
    fault: str = ""
    """Why what was sent was not taken."""


def bibliography(request: Request) -> Response:
    """What is said of a document, to be corrected."""
    return _bibliography(request, case_of(request), request.path_params["id"], {})


def _bibliography(request: Request, opened: OpenCase, id_: str, said: dict[str, str], fault: str = "") -> Response:
    document = opened.document(id_)
    context = BibliographyContext(document, {**said_of(document), **said}, SORTS, fault)
    return shown(request, "desk/bibliography.html", context, document.title, 422 if fault else 200)


def correct(request: Request, opened: OpenCase, fields: Fields) -> Response:
    """Keep what is said of a document now."""
    id_ = request.path_params["id"]
    said = {name: fields.one(name) for name in CORRECTED if name in fields.form}
    try:
        opened.refuse_read_only()
        with opened.workbench() as bench:
            bench.rewrite("change", lambda dossier: with_corrected(dossier, id_, said), fields.who)
    except HikiwakeError as fault:
        return _bibliography(request, opened, id_, said, str(fault))
    return RedirectResponse("/documents", 303)


ROUTES = [
    Route("/documents", documents),
    Route("/documents/add", action(add, most_files=1_000), methods=["POST"]),
    Route("/documents/{id:path}/bibliography", bibliography),
    Route("/documents/{id:path}/correct", action(correct), methods=["POST"]),
]
