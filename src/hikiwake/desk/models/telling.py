"""What ``check`` says of a model as a form holds it, at the fields; and each wish in words."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace

from hikiwake.conflict.files.reading import examined
from hikiwake.conflict.model.statements import parse
from hikiwake.desk.models.sheet import Sheet
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
    """What is said of a sheet. ``at`` has by field what is wrong there or should be looked at."""

    at: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    faults: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    wrong: frozenset[str] = frozenset()
    count: int = 0

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
    for each, bad in [*((each, True) for each in faults), *((each, False) for each in warnings)]:
        found = each.found.partition("\n")[0]  # without the line that points into a statement
        said = found if not each.expected else f"{found}: expected {each.expected}"
        place = _field(each.column, made.places)
        if place:
            at.setdefault(place, []).append(wording.at_place(place, said))
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
    )


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
