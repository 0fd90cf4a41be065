"""``/documents/ID``: the whole text of a document, with the passages of the record and the proposals marked in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from hikiwake.desk.acting import case_of
from hikiwake.desk.documents.drawing import drawn
from hikiwake.desk.documents.marks import Block, Mark, blocks
from hikiwake.desk.documents.searching import places_of
from hikiwake.desk.editing.listing import address_of
from hikiwake.desk.opened import OpenCase
from hikiwake.desk.showing import shown
from hikiwake.documents import Document
from hikiwake.documents.finding import Finder
from hikiwake.documents.segmentation import sentences
from hikiwake.dossier import KINDS as ENTRIES
from hikiwake.dossier import Dossier, Event
from hikiwake.dossier.folder.reading import collector_at_rest
from hikiwake.dossier.saying import called
from hikiwake.wording.desk.editing import singular
from hikiwake.wording.entering.decisions import shortened
from hikiwake.wording.phrases import dated

MOST_LISTED = 300  # marks that are listed beside the text


@dataclass(frozen=True, slots=True)
class TextContext:
    """What the template of a text shows."""

    document: Document
    """The document."""
    written: str
    """When it was written, in words."""
    blocks: list[tuple[Block, Markup]]
    """Its text in blocks, each with its HTML; none where the text is not at hand."""
    listed: list[tuple[Mark, str]]
    """The first marks in the order of the text, each with its first words."""
    marked: int
    """How many marks there are."""
    cited: dict[str, list[tuple[str, str]]]
    """By the id of a passage the entries that cite it: id, and what each says."""
    find: str
    """The words that are looked for in it."""
    found: int
    """At how many places they stand."""
    kinds: list[tuple[str, str]]
    """The kinds of entry that a passage may become, each with what one is called."""
    made: tuple[str, str]
    """The entry that was just made of a passage: its id and the address of its form; empty where none was."""


def text(request: Request) -> Response:
    """The text of a document."""
    with collector_at_rest():  # a long text has tens of thousands of pieces, none of which holds a cycle
        return _text(request)


def _text(request: Request) -> Response:
    opened = case_of(request)
    document = opened.document(request.path_params["id"])
    whole, proposed = _held(opened, document.id)
    find, made = (request.query_params.get(name, "").strip() for name in ("find", "made"))
    found = [Mark(*place, f"found-{at}", "found", "found") for at, place in enumerate(places_of(whole, find))]
    own = sorted([*_passages(opened.dossier, document, whole), *proposed], key=lambda each: (each.start, -each.end))
    kind = request.query_params.get("kind", "")
    context = TextContext(
        document=document,
        written=dated(document.written),
        blocks=[(each, drawn(each)) for each in blocks(whole, [*own, *found])],
        listed=[(mark, shortened(whole[mark.start : mark.end])) for mark in (found or own)[:MOST_LISTED]],
        marked=len(found or own),
        cited=cited_by(opened.dossier, document.id),
        find=find,
        found=len(found),
        kinds=[(each, singular(each)) for each in ENTRIES],
        made=(made, address_of(kind, made)) if made in opened.dossier.by_id else ("", ""),
    )
    return shown(request, "desk/text.html", context, document.title)


def sentences_of(request: Request) -> Response:
    """Where the sentences of a text start and end, in characters, for whoever goes through it by keys."""
    opened = case_of(request)
    whole, _ = _held(opened, opened.document(request.path_params["id"]).id)
    return JSONResponse([[each.start, each.end] for each in sentences(whole)])


def _held(opened: OpenCase, id_: str) -> tuple[str, list[Mark]]:
    """The stored text, and the marks of what is proposed of it; nothing of a text that is not at hand."""
    if opened.read_only:
        return "", []
    with opened.workbench() as bench:
        proposed = [Mark(span.start, span.end, of, "proposed", kind) for of, kind, span in bench.queue.places(id_)]
        return bench.texts_of([id_]).get(id_, ""), proposed


def _passages(dossier: Dossier, document: Document, whole: str) -> Iterator[Mark]:
    """The passages of the record in a text, also where it is another edition than the case's own."""
    finder = Finder(whole) if whole else None
    for each in dossier.passages:
        if finder and each.document == document.id:
            place = (each.start, each.end) if finder.stands(each) else finder.find(each)
            if place:
                yield Mark(*place, each.id, "passage", "passage")


def cited_by(dossier: Dossier, document: str) -> dict[str, list[tuple[str, str]]]:
    """By the id of each passage of a document the entries that cite it: id, and what each says."""
    own = {each.id for each in dossier.passages if each.document == document}
    found: dict[str, list[tuple[str, str]]] = {id_: [] for id_ in own}
    for kind in ENTRIES:
        for entry in getattr(dossier, kind):
            passages = [each.passage for each in entry.mentions] if isinstance(entry, Event) else entry.passages
            for id_ in dict.fromkeys(passages):
                if id_ in own:
                    found[id_].append((entry.id, called(entry)))
    return found


ROUTES = [Route("/documents/{id:path}/sentences", sentences_of), Route("/documents/{id:path}", text)]
