"""What an import has done, file by file: every row is accounted for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field

from hikiwake.results import Plain, Result
from hikiwake.wording.entering.importing import imported


@dataclass(frozen=True, slots=True)
class ImportedFile:
    """What became of a file: its rows are those stored and those set aside.

    ``known``: it was there already. ``fault``: why it was not taken in. Repetitions and events are those of the files
    that were taken in together, told with the first of them.
    """

    name: str
    sha256: str = ""
    rows: int = 0
    stored: int = 0
    aside: int = 0
    reasons: Mapping[str, int] = field(default_factory=dict)
    repaired: Mapping[str, int] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    repeated_rows: int = 0
    repeated_ids: int = 0
    events: int = 0
    known: bool = False
    fault: str = ""


@dataclass(frozen=True)
class Imported(Result[ImportedFile]):
    """The files of an import, in their order."""

    layout: str
    into: str
    files: tuple[ImportedFile, ...] = ()

    @property
    def rows(self) -> tuple[ImportedFile, ...]:
        """The files."""
        return self.files

    def as_records(self) -> list[Plain]:
        """One record for each file."""
        return [{**asdict(each), "notes": [*each.notes]} for each in self.files]

    @property
    def sentences(self) -> tuple[str, ...]:
        """What was stored, what was set aside and why, what repeats itself, and what was not read."""
        return tuple(imported(self.layout, self.into, self.as_records()))

    def shown(self) -> tuple[Sequence[str], Iterable[Iterable[object]]]:
        """The head and the rows of the table."""
        return ("file", "rows", "stored", "set aside"), self._cells()

    def _cells(self) -> Iterator[tuple[object, ...]]:
        for each in self.files:
            yield each.name, each.rows, each.stored, each.aside
