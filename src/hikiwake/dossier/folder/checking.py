"""Checking a case: every fault of its folder, and with a library every passage against the documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from hikiwake.documents import Edition, Library, Passage
from hikiwake.dossier.dossier import Dossier
from hikiwake.dossier.folder.analyses.file import FILE as HYPOTHESES
from hikiwake.dossier.folder.cases import carried, case_folder
from hikiwake.dossier.folder.examination import Examination
from hikiwake.dossier.folder.faults import Fault
from hikiwake.dossier.folder.onefile import DIGITS, examine_json, placed, record_digest
from hikiwake.dossier.folder.packed.cases import examine_packed, is_packed
from hikiwake.dossier.folder.reading import examine
from hikiwake.dossier.folder.steadily import steadily
from hikiwake.dossier.folder.tables import tables
from hikiwake.dossier.scrutiny import Heard, Remark, heard, remarks
from hikiwake.wording.phrases import tally


@dataclass
class CheckReport:
    """What a check found: faults, warnings, notes that are neither (an edition that differs), and files not read.

    dossier: what was read, where the folder itself has no fault
    """

    folder: Path
    faults: list[Fault]
    counts: dict[str, int]
    notes: list[str] = field(default_factory=list)
    warnings: list[Fault] = field(default_factory=list)
    dossier: Dossier | None = None
    unread: list[str] = field(default_factory=list)

    @property
    def digest(self) -> str:
        """The digest of the record that was read, by which a page and a citation name it; nothing for a faulty one."""
        return record_digest(self.dossier) if self.dossier is not None and not self.faults else ""

    def as_record(self) -> dict[str, Any]:
        """The report as plain values: faults and warnings with file, line, column and what is said of them."""
        return {
            "faults": [fault.as_record() for fault in self.faults],
            "warnings": [warning.as_record() for warning in self.warnings],
            "notes": [*self.notes, *self.unread],
            "counts": self.counts,
            "digest": self.digest,
        }

    @property
    def lines(self) -> list[str]:
        """The report, line by line: faults, warnings, notes, and a closing line with the counts and the digest."""
        counts = ", ".join(f"{count} {kind}" for kind, count in self.counts.items())
        verdict = f"{len(self.faults)} fault{'s' if len(self.faults) > 1 else ''}" if self.faults else "no fault"
        warnings = f", {tally(len(self.warnings), 'warning')}" if self.warnings else ""
        warned = [f"warning: {warning}" for warning in self.warnings]
        named = f"; digest {self.digest[:DIGITS]}" if self.digest else ""
        closing = f"{self.folder.name}: {verdict}{warnings}; {counts}{named}"
        return [*map(str, self.faults), *warned, *self.notes, closing]


def check_case(case: str | Path, library: Path | None = None) -> CheckReport:
    """Check a case, and its passages against a library, else against texts that it carries.

    Raises ``CaseError`` where there is no case.
    """
    place = case_folder(case)
    if place.is_file():
        return _checked(examine_packed(place) if is_packed(place) else examine_json(place), library)
    return _checked(replace(steadily(place, examine), folder=place), library)


def _checked(reading: Examination, library: Path | None) -> CheckReport:
    """The report on a case that was read."""
    told = {kind: len(rows) for kind, rows in reading.rows.items() if rows or not tables()[kind].optional}
    counts = {"documents": len(reading.documents), **told}
    dossier = None if reading.faults else reading.dossier()
    report = CheckReport(reading.folder, list(reading.faults), counts, dossier=dossier)
    held = Library(library) if library else carried(reading.folder, reading.case.texts)
    texts = verify(reading, held, report) if held else {}
    if dossier is not None:
        report.warnings += _warnings(reading, remarks(dossier, texts))
    return report


_FILES = {"documents": "documents.toml", "analyses": HYPOTHESES}


def _warnings(reading: Examination, remarks: Iterable[Remark]) -> Iterator[Fault]:
    """Remarks with the file and the line of the row they are on; rows of a list in ``case.toml`` by their id."""
    lines = {(kind, row.id): line for kind, rows in reading.rows.items() for line, row in rows}
    for each in remarks:
        if (each.kind, each.id) in lines:
            fault = Fault(f"{each.kind}.csv", lines[each.kind, each.id], each.column, each.found, each.expected)
        else:
            file = _FILES.get(each.kind, "case.toml")
            fault = Fault(file, 0, f"{each.kind}.{each.id}.{each.column}", each.found, each.expected)
        in_tables = reading.folder.is_dir() or is_packed(reading.folder)
        yield reading.placed(fault) if in_tables else placed(fault, reading.folder.name)


def verify(reading: Examination, library: Library, report: CheckReport) -> dict[str, Heard]:
    """Look for each document in the library and for each passage in its document; add what is wrong to the report.

    Returns the passages that were found, as they read.
    """
    texts: dict[str, Heard] = {}
    passages: dict[str, list[tuple[int, Passage]]] = {}
    for line, passage in reading.rows["passages"]:
        passages.setdefault(passage.document, []).append((line, passage))
    for document in reading.documents:
        cited = passages.get(document.id, [])
        if not document.sha256:
            report.notes.append(f"{document.id}: known by its bibliography only; its text is not part of the case")
            continue
        edition = library.edition(document, (passage for _, passage in cited))
        if edition is None:
            report.notes.append(f"{document.id}: not in the library {library.folder}; its passages were not verified")
            continue
        missing = list(_missing(edition, cited))
        texts.update(heard(document, edition, (passage for _, passage in cited)))
        report.faults += missing
        report.notes.append(_found(edition, len(cited) - len(missing), len(cited)))
    report.unread += library.unreadable
    report.notes += library.notes
    return texts


def _missing(edition: Edition, cited: list[tuple[int, Passage]]) -> Iterator[Fault]:
    for line, passage in cited:
        if edition.same and not edition.finder.stands(passage):
            found = f"{passage.document}, {passage.start} to {passage.end}"
            yield Fault("passages.csv", line, "digest", found, f"words with the digest {passage.digest}")
        elif not edition.same and edition.finder.find(passage) is None:
            yield Fault("passages.csv", line, "digest", passage.digest, f"these words somewhere in {edition.file.name}")


def _found(edition: Edition, found: int, cited: int) -> str:
    kind = "by its text" if edition.same else "another edition, by the words of its passages"
    return f"{edition.document}: {edition.file.name} ({kind}); {found} of {cited} passages found"
