"""``/entries/case``: what a case says of itself, as a form: title, question, summary, editor, the two sides."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

import tomli_w
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from hikiwake.desk.acting import Fields, action, case_of
from hikiwake.desk.editing.fields import Field
from hikiwake.desk.editing.history import Done, done, undoable
from hikiwake.desk.editing.merging import ClashError, asked_of, merged, plain
from hikiwake.desk.opened import OpenCase
from hikiwake.desk.showing import shown
from hikiwake.dossier import Dossier
from hikiwake.dossier.entering.authored import CASE
from hikiwake.dossier.entering.by_hand import MisfitsError
from hikiwake.dossier.folder.frame import HEAD, case_table
from hikiwake.dossier.saying import called
from hikiwake.errors import HikiwakeError
from hikiwake.vocabulary.actors import actor_rows
from hikiwake.wording.desk.editing import CASE_HINTS, clash, labelled
from hikiwake.workbench.by_hand import rewritten
from hikiwake.workbench.needed import with_actors

SIDES = ("first", "second")
WORDS = ("title", "question", "summary", "editor")
ORDER = ("title", "question", "summary", *SIDES, "editor")


@dataclass(frozen=True, slots=True)
class CaseContext:
    """What the template of the case's own form shows."""

    fields: list[Field]
    """Its fields."""
    was: str
    """The fields as they are now, for the form to send back."""
    history: list[Done]
    """What was done to it, the latest first."""
    last: str
    """The decision that can be taken back, in words."""
    again: str
    """The decision that can be done again."""
    faults: list[str]
    """Why what was sent was not taken."""


def case(request: Request) -> Response:
    """The form."""
    return _shown(request, case_of(request), {})


def values(dossier: Dossier) -> dict[str, str]:
    """What the form holds."""
    told = {name: getattr(dossier.case, name) for name in WORDS} | dict(zip(SIDES, dossier.case.dyad, strict=True))
    return {name: told[name] for name in ORDER}


def _shown(request: Request, opened: OpenCase, typed: Mapping[str, str], *faults: str) -> Response:
    now, lines, last, again = values(opened.dossier), list[Done](), "", ""
    said = {name: typed.get(name, value) for name, value in now.items()}
    if not opened.read_only:
        with opened.workbench() as bench:
            lines = [done(line, [each]) for line, each in bench.history.of(CASE, CASE)]
            last, again = undoable(bench)
    actors = tuple((each.id, called(each)) for each in opened.dossier.actors)
    fields = [
        Field(name, labelled(name), value, CASE_HINTS.get(name, ""), known=actors if name in SIDES else (),
              long=name in ("question", "summary"), now=now[name] if faults and value != now[name] else None)
        for name, value in said.items()
    ]  # fmt: skip
    context = CaseContext(fields, json.dumps(now), [*reversed(lines)], last, again, [*faults])
    return shown(request, "desk/head.html", context, "The case itself", 422 if faults else 200)


def save(request: Request, opened: OpenCase, fields: Fields) -> Response:
    """Keep what was changed in the form; where somebody else has changed the same, show both."""
    said = {name: plain(fields.one(name)) for name in ORDER if name in fields.form}
    try:
        was = asked_of(fields.one("was"))
        with opened.workbench() as bench:
            bench.rewrite("change", lambda dossier: said_of_itself(dossier, was, said), fields.who)
    except HikiwakeError as fault:
        opened.look()
        return _shown(request, opened, said, *_told(fault))
    return RedirectResponse("/entries/case", 303)


def said_of_itself(dossier: Dossier, was: Mapping[str, str], said: Mapping[str, str]) -> Dossier:
    """A case with what it says of itself; a side that the vocabulary knows comes with its name."""
    changed = merged(values(dossier), was, said)
    if not changed:
        return dossier
    now = {**values(dossier), **changed}
    known = {each.id for each in actor_rows()}
    dossier = with_actors(dossier, [now[side] for side in SIDES if now[side].partition("/")[0] in known])
    head = {key: value for key, value in case_table(dossier.case).items() if key in HEAD and key not in WORDS}
    words = {name: now[name] for name in WORDS if now[name]}
    text = tomli_w.dumps({**words, **head, "dyad": [now[side] for side in SIDES]})
    return rewritten(dossier, CASE, CASE, text)


def _told(fault: HikiwakeError) -> list[str]:
    """What is at fault; of what clashes what was written, and what is there now."""
    if isinstance(fault, MisfitsError):
        return [f"{each.found or 'nothing'}: expected {each.expected}" for each in fault.misfits]
    clashes = fault.clashes if isinstance(fault, ClashError) else []
    return [str(fault), *(clash([labelled(each.name)], each.said, each.now) for each in clashes)]


ROUTES = [Route("/entries/case", case), Route("/entries/case/save", action(save), methods=["POST"])]
