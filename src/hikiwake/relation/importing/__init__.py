"""Event data sets taken in: files of known layouts into a folder of Parquet, every row accounted for."""

from hikiwake.relation.importing.faults import ImportingError
from hikiwake.relation.importing.importing import finish, import_events
from hikiwake.relation.importing.result import Imported, ImportedFile

__all__ = ["Imported", "ImportedFile", "ImportingError", "finish", "import_events"]
