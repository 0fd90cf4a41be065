"""What ``check`` says of a model as a form holds it, at the fields; where each of it is mended; each wish in words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace

from hikiwake.conflict.files.reading import examined
from hikiwake.conflict.model.statements import parse
from hikiwake.desk.models.sheet import RULES, Sheet, readings_of
from hikiwake.desk.models.writing import Written
from hikiwake.dossier import Dossier
from hikiwake.dossier.folder.faults import Fault
from hikiwake.errors import ModelError
from hikiwake.modelling.checking import check_conflicts
from hikiwake.modelling.wishes import wish_words
from hikiwake.wording.desk import modelling as wording

MOST = 40  # faults and warnings that stand at no field


@dataclass(frozen=True)
class Told:
    """What is said of a sheet. ``at`` has by field what is wrong there or should be looked at; ``pointed`` has the same
    as a list, each with the anchor in the form where it is mended: faults first."""

    at: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    faults: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    wrong: frozenset[str] = frozenset()
    count: int = 0
    pointed: tuple[tuple[str, str], ...] = ()

    @property
    def sound(self) -> bool:
        """Whether nothing is at fault."""
        return not self.count


def faults_in(dossier: Dossier, name: str, text: str) -> tuple[tuple[Fault, ...], tuple[Fault, ...]]:
    """The faults of a model beside the others of a case, and the warnings, as ``check`` tells them.

    >>> import hikiwake as hw
    >>> [str(fault) for fault in faults_in(hw.load("japan_russia"), "new", 'titel = "A"')[0]][:1]
    ['conflicts/new.toml:1, titel: unknown key; did you mean "title"?']
    """
    others = tuple(each for each in dossier.conflicts if each[0] != name)
    found = check_conflicts(replace(dossier, conflicts=(*others, (name, text))))
    file = f"conflicts/{name}.toml"
    return (
        tuple(each for each in found.faults if each.file == file),
        tuple(each for each in found.warnings if each.file == file),
    )


def told(dossier: Dossier, sheet: Sheet, made: Written) -> Told:
    """What ``check`` says of a sheet, each at its field where it has one."""
    faults, warnings = faults_in(dossier, sheet.head["name"] or "new", made.text)
    at: dict[str, list[str]] = {}
    rest: dict[bool, list[str]] = {True: [], False: []}
    wrong = set()
    pointed: list[tuple[str, str]] = []
    for each, bad in [*((each, True) for each in faults), *((each, False) for each in warnings)]:
        said = _said(each)
        place = _field(each.column, made.places)
        if place:
            at.setdefault(place, []).append(wording.at_place(place, said))
            pointed.append(mended_at(sheet, made, each))
            wrong.update([place] if bad else [])
        else:
            rest[bad].append(f"{each.column}: {said}" if each.column else said)
    return Told(
        {place: "\n".join(lines) for place, lines in at.items()},
        _words(sheet, made.text),
        tuple(rest[True][:MOST]),
        tuple(rest[False][:MOST]),
        frozenset(wrong),
        len(faults),
        tuple(pointed[:MOST]),
    )


def mended_at(sheet: Sheet, made: Written, fault: Fault) -> tuple[str, str]:
    """The anchor in the form of a sheet where a fault is mended, empty where it has none; and the fault in words."""
    place = _field(fault.column, made.places)
    if not place:
        return "", str(fault).partition("\n")[0]
    return anchor(sheet, place), wording.of_row(_called(sheet, place), wording.at_place(place, _said(fault)))


def reading_of(sheet: Sheet, fault: Fault) -> str:
    """The reading of a model in which a fault lies; empty for the model's own."""
    number = re.match(r"variants\[(\d+)\]", fault.column)
    names = readings_of(sheet.base)
    return names[int(number[1])] if number and int(number[1]) < len(names) else ""


def anchor(sheet: Sheet, place: str) -> str:
    """The id of what is to be changed in the form where something is said of a field.

    Of the beginning and the end it is the first option that does not say how it was; of grounds the wish itself.
    """
    if place in ("begin", "end"):
        rows = sheet.all_options()
        first = next((row for row in rows if not row.cells[place]), rows[0] if rows else None)
        return f"{place}-{first.key}" if first else f"at-{place}"
    cell, _, key = place.partition(":")
    return f"at-{cell}" if cell in RULES else f"row-{key}" if cell == "grounds" else place.replace(":", "-")


def _called(sheet: Sheet, place: str) -> str:
    """What the row of a field says or is called; empty where the field is in no row."""
    key = place.partition(":")[2]
    cells = sheet.found(key)[1].cells if key else {}
    return next((cells[name] for name in ("says", "title", "when", "from", "formula", "name") if cells.get(name)), "")


def _said(fault: Fault) -> str:
    """A fault without its place, and without the line that points into a statement."""
    found = fault.found.partition("\n")[0]
    return f"{found}: expected {fault.expected}" if fault.expected else found


def _field(column: str, places: Mapping[str, str]) -> str:
    """The field that a path means: its own, or that of the row in which it lies."""
    while column:
        if column in places:
            return places[column]
        for cell in ("says", "when", "name"):
            if f"{column}.{cell}" in places:
                return places[f"{column}.{cell}"]
        column = column.rpartition(".")[0]
    return ""


def _words(sheet: Sheet, text: str) -> dict[str, str]:
    """Each wish that can be read, in words with the titles of the options."""
    conflict, _ = examined(text)
    found = {}
    for row in (row for maker in sheet.makers for row in sheet.wishes(maker) or ()):
        with suppress(ModelError, KeyError):
            found[row.key] = wish_words(conflict, parse(row.cells["says"]))
    return found
