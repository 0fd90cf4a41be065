"""A package file drafted from the record of an era: the form for it, and its text under a name that no other has."""

from __future__ import annotations

from dataclasses import dataclass, replace

from hikiwake.dossier import Dossier
from hikiwake.errors import CaseError
from hikiwake.modelling.drafted_makers import DECIDING
from hikiwake.settlement.packages import draft
from hikiwake.storage.names import free_name, name_fault, sameness


@dataclass(frozen=True, slots=True)
class Draft:
    """The form for a new file: what it offers, and what was chosen in it."""

    eras: tuple[tuple[str, str, bool], ...] = ()
    """The eras of the case: id, title, and whether a package file has its name."""
    actors: tuple[tuple[str, str], ...] = ()
    """Who can sign: id and name."""
    era: str = ""
    """The era that was chosen."""
    chosen: tuple[str, ...] = ()
    """Who signs; the two sides where nobody was chosen."""
    name: str = ""
    """The name of the file; that of the era where none was given."""

    def offered(self, dossier: Dossier) -> Draft:
        """The same with what a case offers."""
        there = {sameness(name) for name, _ in dossier.packages}
        eras = tuple((each.id, each.title, sameness(each.id) in there) for each in dossier.case.eras)
        actors = tuple((each.id, each.name()) for each in dossier.actors if each.kind in DECIDING)
        return replace(self, eras=eras, actors=actors)


NOTHING_ASKED = Draft()


def drafted(dossier: Dossier, asked: Draft) -> tuple[str, str]:
    """The name and the text of a draft.

    Raises ``ModelError`` where nothing can be drafted, ``CaseError`` for its name.
    """
    name = asked.name or free_name(asked.era, [each for each, _ in dossier.packages])
    text = draft(dossier, asked.era, asked.chosen).text
    refuse_name(dossier, name)
    return name, text


def refuse_name(dossier: Dossier, name: str) -> None:
    """Raise ``CaseError`` for what is no name of a file, or is another package file's."""
    if fault := name_fault(name):
        raise CaseError(f"the file's name: found {name!a}, expected {fault}; nothing was saved")
    if sameness(name) in {sameness(each) for each, _ in dossier.packages}:
        raise CaseError(f"a package file named {name!a} is there already; give another name; nothing was saved")
