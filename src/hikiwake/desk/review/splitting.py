"""``/review/split`` and ``/review/two``: two proposals of one, each with its part, or of two kinds on one passage."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from hikiwake.desk.acting import Fields, action, back, case_of
from hikiwake.desk.editing.fields import Field, fields_proposed
from hikiwake.desk.opened import OpenCase
from hikiwake.desk.review.becoming import Part as Told
from hikiwake.desk.review.becoming import type_part
from hikiwake.desk.review.editing import filled
from hikiwake.desk.safety.addresses import inner
from hikiwake.desk.showing import shown
from hikiwake.errors import CaseError, HikiwakeError
from hikiwake.workbench import KINDS, Kept, Proposal, Span, Workbench
from hikiwake.workbench.reviewing.editing import Known, edits, fields_of, known_in

PARTS = ("one", "two")
Typed = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Part:
    """One of the two: its name in the form, its passages, its fields."""

    name: str
    """The beginning of the names of its fields."""
    spans: list[tuple[str, str, bool]]
    """The passages: as a form says them, their words, and whether it has them."""
    words: str
    """The words of the passage that it has alone."""
    fields: list[Field]
    """Its fields, each with what it may have, as in the form of an entry."""


@dataclass(frozen=True, slots=True)
class SplitContext:
    """What the template of a split shows."""

    kept: Kept
    """The proposal."""
    kind: str
    """Of which kind the second is."""
    kinds: tuple[str, ...]
    """Of which kinds it may be; none where it is of the same."""
    parts: list[Part]
    """The two, or the second alone."""
    said: list[str]
    """The words of its passages."""
    type: Told
    """Its type of act, by its title."""
    back: str
    """Where to go afterwards."""
    fault: str
    """Why what was typed was not taken."""


def split(request: Request) -> Response:
    """The two parts of a proposal as forms."""
    return _split_shown(request, case_of(request), request.query_params.get("id", ""), {})


def two(request: Request) -> Response:
    """A second entry of another kind or type on the same words, as a form."""
    asked = request.query_params
    return _two_shown(request, case_of(request), asked.get("id", ""), asked.get("kind", ""), {})


def _split_shown(request: Request, opened: OpenCase, id_: str, typed: Typed, fault: str = "") -> Response:
    with opened.workbench() as bench:
        kept = bench.proposal(id_)
        words = _words(bench, kept)
    parts = [_part(opened, kept, name, words, typed) for name in PARTS]
    context = SplitContext(
        kept, kept.proposal.kind, (), parts, words, type_part(kept.proposal.type), _back(request), fault
    )
    return shown(request, "desk/split.html", context, "Split", 422 if fault else 200)


def _two_shown(request: Request, opened: OpenCase, id_: str, kind: str, typed: Typed, fault: str = "") -> Response:
    with opened.workbench() as bench:
        kept = bench.proposal(id_)
        words = _words(bench, kept)
    kinds = tuple(each for each in KINDS if each != "merge" and (each == "event" or each != kept.proposal.kind))
    chosen = kind if kind in kinds else kept.proposal.kind if kept.proposal.kind in kinds else kinds[0]
    values = {**_begun(kept.proposal, chosen), **typed}
    fields = _fields(opened, chosen, "two", {name: values.get(name, "") for name in fields_of(chosen)})
    told, parts = type_part(kept.proposal.type), [Part("two", [], "", fields)]
    context = SplitContext(kept, chosen, kinds, parts, words, told, _back(request), fault)
    return shown(request, "desk/two.html", context, "Two types", 422 if fault else 200)


def _back(request: Request) -> str:
    return inner(request.query_params.get("back", "")) or getattr(request.state, "back", "") or "/review"


def _words(bench: Workbench, kept: Kept) -> list[str]:
    texts = bench.texts_of(span.document for span in kept.proposal.passages)
    return [" ".join(texts.get(each.document, "")[each.start : each.end].split()) for each in kept.proposal.passages]


def _fields(opened: OpenCase, kind: str, part: str, values: Typed) -> list[Field]:
    """The fields of one part, each under a name of its own."""
    found = fields_proposed(opened.dossier, f"{kind}s", values)
    return [replace(each, name=f"{part}-{each.name}") for each in found]


def _part(opened: OpenCase, kept: Kept, name: str, words: list[str], typed: Typed) -> Part:
    """One part as it is filled in; at first several passages are dealt out, and all else is in both."""
    spans, several = kept.proposal.passages, len(kept.proposal.passages) > 1
    has = [not several or (number == 0) == (name == "one") for number in range(len(spans))]
    if typed:
        has = [f"{name}-span-{number}" in typed for number in range(len(spans))]
    told = [(f"{name}-span-{number}", said, own) for number, (said, own) in enumerate(zip(words, has, strict=True))]
    values = filled(kept.proposal)
    said = {field: typed.get(f"{name}-{field}", values[field]) for field in fields_of(kept.proposal.kind)}
    fields = _fields(opened, kept.proposal.kind, name, said)
    return Part(name, told, typed.get(f"{name}-words", "" if several else next(iter(words), "")), fields)


def _begun(proposal: Proposal, kind: str) -> dict[str, str]:
    """What the second begins with: what both have, and the second type where a coder has proposed two."""
    values = filled(proposal)
    begun = {name: values[name] for name in ("period", "basis", "attributed_to")}
    if kind == proposal.kind:
        begun = {**values, "type": proposal.types[1][0] if proposal.types[1:] else ""}
    if kind == "position":
        begun |= {"actor": next(iter(proposal.sources), "")}
    return begun


def _told(fields: Fields, name: str, proposal: Proposal, known: Known) -> dict[str, Any]:
    """The fields of one part that are another than in the proposal, as ``edits`` has them."""
    before = filled(proposal)
    typed = {each: fields.one(f"{name}-{each}") for each in fields_of(proposal.kind) if f"{name}-{each}" in fields.form}
    if not typed.get("period", "-"):
        typed.pop("basis", None)
    lines = [f"{each}={value}" for each, value in typed.items() if value != before[each]]
    return edits(proposal, lines, known) if lines else {}


def _passages(bench: Workbench, fields: Fields, name: str, kept: Kept) -> tuple[Span, ...]:
    """The passages of one part: those that are ticked, or the words that it has alone. Raises ``CaseError``."""
    spans = kept.proposal.passages
    own = tuple(span for number, span in enumerate(spans) if fields.one(f"{name}-span-{number}"))
    if len(spans) > 1 and not own:
        raise CaseError("each of the two needs a passage; nothing was changed")
    words = fields.one(f"{name}-words")
    if len(spans) > 1 or not words:
        return own or spans
    text = bench.texts_of([spans[0].document]).get(spans[0].document, "")
    pattern = r"\s+".join(map(re.escape, words.split()))
    found = [match.span() for match in re.finditer(pattern, text[spans[0].start : spans[0].end])]
    if len(found) != 1:
        told = "stand in it more than once" if found else "do not stand in it"
        raise CaseError(f"“{words}”: these words {told}; give words of the passage as they stand there")
    return (Span(spans[0].document, spans[0].start + found[0][0], spans[0].start + found[0][1]),)


def divide(request: Request, opened: OpenCase, fields: Fields) -> Response:
    """Make two proposals of one, as the form has them."""
    id_ = fields.one("id")
    try:
        with opened.workbench() as bench:
            kept, known = bench.proposal(id_), known_in(opened.dossier)
            one, other = ({**_told(fields, name, kept.proposal, known),
                           "passages": _passages(bench, fields, name, kept)} for name in PARTS)  # fmt: skip
            split = bench.review.accept_split if fields.one("accept") else bench.review.split
            split(kept.id, one, replace(kept.proposal, **other), fields.who)
    except HikiwakeError as fault:
        opened.look()
        typed = {name: fields.one(name) for name in fields.form}
        return _split_shown(request, opened, id_, typed, str(fault))
    return back(request, "/review")


def keep_two(request: Request, opened: OpenCase, fields: Fields) -> Response:
    """Keep a proposal, and beside it another on the same words."""
    id_, kind = fields.one("id"), fields.one("kind")
    try:
        with opened.workbench() as bench:
            kept = bench.proposal(id_)
            base = kept.proposal
            if kind not in KINDS or kind == "merge":
                raise CaseError(f"{kind!r}: no kind of entry; nothing was changed")
            plain = Proposal(kind, base.passages, confidence=base.confidence, why=(("beside", kept.id),))
            changes = _told(fields, "two", plain, known_in(opened.dossier))
            keep = bench.review.accept_two_types if fields.one("accept") else bench.review.two_types
            keep(kept.id, replace(plain, **changes), fields.who)
    except HikiwakeError as fault:
        opened.look()
        typed = {name.removeprefix("two-"): fields.one(name) for name in fields.form if name.startswith("two-")}
        return _two_shown(request, opened, id_, kind, typed, str(fault))
    return back(request, "/review")


ROUTES = [
    Route("/review/split", split),
    Route("/review/two", two),
    Route("/review/divide", action(divide), methods=["POST"]),
    Route("/review/keep-two", action(keep_two), methods=["POST"]),
]
