"""``/models``: the models of the case with what ``check`` says of each, and the form for a new one."""

from __future__ import annotations

import tomllib
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from hikiwake.desk.acting import case_of
from hikiwake.desk.models.form import address_of
from hikiwake.desk.models.sheet import readings_of, sheet_of
from hikiwake.desk.models.telling import mended_at, reading_of
from hikiwake.desk.models.writing import written
from hikiwake.desk.showing import shown
from hikiwake.dossier import Dossier
from hikiwake.dossier.folder.faults import Fault
from hikiwake.errors import HikiwakeError
from hikiwake.modelling.checking import ConflictCheck, check_conflicts
from hikiwake.modelling.drafted_makers import DECIDING

MOST_TOLD = 3  # faults and warnings of one model


@dataclass(frozen=True, slots=True)
class Listed:
    """A model in the list."""

    name: str
    """The name of its file."""
    title: str
    """What it is called."""
    era: str
    """The title of its era."""
    address: str
    """The address of its form."""
    makers: list[str]
    """Its decision makers."""
    options: int
    """How many options there are."""
    readings: int
    """How many rival readings it has."""
    faults: list[tuple[str, str]]
    """What is at fault, the first ones, each with the address where it is mended."""
    warnings: list[tuple[str, str]]
    """What should be looked at, the first ones, in the same way."""
    more: int
    """How many more of both there are."""


@dataclass(frozen=True, slots=True)
class ModelsContext:
    """What the template of the list shows."""

    models: list[Listed]
    """The models, in the order of the eras."""
    eras: list[tuple[str, str, int]]
    """The eras: id, title, and how many models each has."""
    actors: list[tuple[str, str]]
    """Who can be a decision maker: id and name."""


def models(request: Request) -> Response:
    """The list."""
    dossier = case_of(request).dossier
    check = check_conflicts(dossier)
    order = {era.id: place for place, era in enumerate(dossier.case.eras)}
    found = sorted(
        ((_era(text), name, text) for name, text in dossier.conflicts),
        key=lambda each: (order.get(each[0], len(order)), each[1]),
    )
    count = Counter(era for era, _, _ in found)
    context = ModelsContext(
        models=[_listed(dossier, check, name, text, era) for era, name, text in found],
        eras=[(era.id, era.title, count[era.id]) for era in dossier.case.eras],
        actors=[(each.id, each.name()) for each in dossier.actors if each.kind in DECIDING],
    )
    return shown(request, "desk/models/list.html", context, "Models")


def _era(text: str) -> str:
    with suppress(tomllib.TOMLDecodeError):
        return str(tomllib.loads(text).get("era", ""))
    return ""


def _listed(dossier: Dossier, check: ConflictCheck, name: str, text: str, era: str) -> Listed:
    file = f"conflicts/{name}.toml"
    said = [[each for each in found if each.file == file] for found in (check.faults, check.warnings)]
    title, makers, options, readings = "", list[str](), 0, 0
    with suppress(HikiwakeError):
        sheet = sheet_of(text, name=name)
        title, readings = sheet.head["title"], len(readings_of(sheet.base)) - 1
        makers, options = [row.cells["name"] for row in sheet.makers], len(sheet.all_options())
    faults, warnings = ([_mended(name, text, fault) for fault in each[:MOST_TOLD]] for each in said)
    eras = {each.id: each.title for each in dossier.case.eras}
    return Listed(
        name, title or name, eras.get(era, era), address_of(name), makers, options, readings, faults, warnings,
        sum(map(len, said)) - len(faults) - len(warnings),
    )  # fmt: skip


def _mended(name: str, text: str, fault: Fault) -> tuple[str, str]:
    """The address where a fault of a model is mended: its field in the form, else the text; and the fault in words."""
    with suppress(HikiwakeError):
        reading = reading_of(sheet_of(text), fault)
        sheet = sheet_of(text, reading, name=name)
        anchor, said = mended_at(sheet, written(sheet), fault)
        if anchor:
            return f"{address_of(name, reading)}#{anchor}", said
    return f"/models/text?{urlencode({'name': name})}", str(fault).partition("\n")[0]


ROUTES = [Route("/models", models)]
