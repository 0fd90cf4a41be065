"""What happened and who claims what: entries, the dossier that holds them, and the case folder that stores it."""

from hikiwake.dossier.case import Case, Era, Place, Question, Scale, Term, Variable
from hikiwake.dossier.dossier import KINDS, Dossier
from hikiwake.dossier.entries import Claim, Doubt, Driver, Entry, Event, Formula, Mention, Position, Reading
from hikiwake.dossier.folder.cases import built_in, case_folder, load, new_case, own_library, save
from hikiwake.dossier.folder.records import record, records

__all__ = [
    "KINDS",
    "Case",
    "Claim",
    "Dossier",
    "Doubt",
    "Driver",
    "Entry",
    "Era",
    "Event",
    "Formula",
    "Mention",
    "Place",
    "Position",
    "Question",
    "Reading",
    "Scale",
    "Term",
    "Variable",
    "built_in",
    "case_folder",
    "load",
    "new_case",
    "own_library",
    "record",
    "records",
    "save",
]
