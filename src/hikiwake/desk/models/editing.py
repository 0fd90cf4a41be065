"""What a button of a model's form does: it changes the form, saves the model or takes it out."""

from __future__ import annotations

from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from hikiwake.desk.acting import Fields, action
from hikiwake.desk.models.changes import changed
from hikiwake.desk.models.form import Asked, address_of, form
from hikiwake.desk.models.sheet import Sheet, posted
from hikiwake.desk.models.telling import told
from hikiwake.desk.models.writing import written
from hikiwake.desk.opened import OpenCase
from hikiwake.errors import CaseError, HikiwakeError
from hikiwake.storage.names import name_fault, sameness
from hikiwake.wording.desk import modelling as wording
from hikiwake.workbench.by_hand import ChangedError, stand_of


def edit(request: Request, opened: OpenCase, fields: Fields) -> Response:
    """What a button of the form does."""
    do, sheet = fields.one("do"), posted(fields)
    try:
        sheet = changed(sheet, do, _chosen(fields))
    except HikiwakeError as fault:
        return form(request, opened, sheet, Asked(fault=str(fault), status=422))
    if do == "save":
        return _saved(request, opened, sheet, fields)
    act, _, key = do.partition(":")
    touched = key.partition(":")[0] if act in ("find", "ground", "unground") else ""
    finding = touched if act == "find" or fields.one("finding") == touched else ""
    return form(request, opened, sheet, Asked(finding, fields.one(f"words:{finding}"), touched))


def _chosen(fields: Fields) -> Callable[[str], str]:
    """What was chosen for a new wish of a list, or the name of a new reading."""

    def chosen(name: str) -> str:
        if name == "reading":
            return fields.one("new_reading")
        option = fields.one(f"option-of-{name}")
        return option and wording.wish(
            option,
            against=fields.one(f"sign-of-{name}") == "not",
            condition=fields.one(f"condition-of-{name}"),
            lacking=fields.one(f"lacking-of-{name}") == "not",
        )

    return chosen


def _saved(request: Request, opened: OpenCase, sheet: Sheet, fields: Fields) -> Response:
    """The model saved, and shown as it is now; else the form with why not."""
    made, name, old = written(sheet), sheet.head["name"], sheet.head["old"]
    try:
        opened.refuse_read_only()
        _refuse_name(opened, name, old)
        said = told(opened.dossier, sheet, made)
        if not said.sound and not fields.one("unfinished"):
            return form(
                request, opened, sheet, Asked(fault=wording.unfinished(said.count), unfinished=True, status=422)
            )
        with opened.workbench() as bench:
            bench.write("conflicts", name, made.text, sheet.head["stood"] if old == name else "", fields.who)
            if old and old != name:
                bench.write("conflicts", old, None, sheet.head["stood"], fields.who)
    except HikiwakeError as fault:
        opened.look()
        if isinstance(fault, ChangedError):
            there = dict(opened.dossier.conflicts).get(name)
            sheet.head["stood"] = stand_of(None if there is None else (there,))
            sheet.head["old"] = "" if there is None else name
        return form(request, opened, sheet, Asked(fault=str(fault), status=422))
    return RedirectResponse(address_of(name, sheet.reading), 303)


def _refuse_name(opened: OpenCase, name: str, old: str) -> None:
    """Raise ``CaseError`` for what is no name of a file, or another model's."""
    if fault := name_fault(name):
        raise CaseError(f"the model's name: found {name!a}, expected {fault}; nothing was saved")
    taken = {sameness(each) for each, _ in opened.dossier.conflicts if each != old}
    if sameness(name) in taken:
        raise CaseError(f"a model named {name!a} is there already; give this one another name; nothing was saved")


def remove(_: Request, opened: OpenCase, fields: Fields) -> Response:
    """Take a model out of the case."""
    with opened.workbench() as bench:
        bench.write("conflicts", fields.one("old"), None, fields.one("stood"), fields.who)
    return RedirectResponse("/models", 303)


ROUTES = [
    Route("/models/edit", action(edit), methods=["POST"]),
    Route("/models/remove", action(remove), methods=["POST"]),
]
