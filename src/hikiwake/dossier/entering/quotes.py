"""The column ``quote``: a sentence that was copied into a table becomes a passage, and is taken out of the table.

A cell holds the words of one passage, or several parted by ``|``; each may begin with the id of its document and a
colon. Else the document is the one in which the words stand, of those by the entry's holder first.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from hikiwake.documents import Document, Edition, digest, letter_count
from hikiwake.dossier.entering.derived import of_event
from hikiwake.dossier.entering.files import CaseFiles
from hikiwake.dossier.entering.held import Held
from hikiwake.dossier.entering.ids import fresh_id
from hikiwake.dossier.entering.locating import Place, around, located
from hikiwake.dossier.entering.passages_again import NOT_GIVEN
from hikiwake.dossier.folder.sheets.in_place import SheetText
from hikiwake.dossier.folder.sheets.layout import QUOTE
from hikiwake.wording.entering import ambiguous, nowhere

CITING = ("mentions", "claims", "readings", "positions", "formulas", "drivers", "doubts", "events", "passages")


@dataclass(frozen=True, slots=True)
class Found:
    """Where a quotation stands: its document, and the place in the document's stored text."""

    edition: Edition
    place: Place

    @property
    def cells(self) -> dict[str, str]:
        """The cells of passages.csv that say so."""
        text, (start, end) = self.edition.finder.text, self.place
        page = str(text.count("\f", 0, start) + 1) if "\f" in text else ""
        words = text[start:end]
        numbers = {"start": str(start), "end": str(end), "page": page, "letters": str(letter_count(words))}
        return {"document": self.edition.document, **numbers, "digest": digest(words)}


def mend_quotes(files: CaseFiles, documents: Mapping[str, Document], held: Held | None) -> None:
    """Make or find the passage of every quotation in the tables, and take the quotation out."""
    for kind in CITING:
        sheet = files.sheet(kind)
        for row in range(len(sheet.rows)) if sheet and QUOTE in sheet.header else ():
            if sheet and (quotation := sheet.cell(row, QUOTE).strip()):
                _Quoted(files, documents, held, kind, sheet, row).mend(quotation)


@dataclass(frozen=True)
class _Quoted:
    """A row with a quotation."""

    files: CaseFiles
    documents: Mapping[str, Document]
    held: Held | None
    kind: str
    sheet: SheetText
    row: int

    def mend(self, quotation: str) -> None:
        """Bring the row to its passages, or say why it cannot be."""
        found = []
        for part in filter(None, map(str.strip, quotation.split("|"))):
            place = self._find(part)
            if isinstance(place, str):
                self.files.leave(self.kind, self.row, QUOTE, place)
                return
            found.append(place)
        if self.kind == "passages":
            if len(found) == 1:
                self._fill_passage(found[0])
        elif not self._cite([self._passage(each) for each in found]):
            self.files.leave(self.kind, self.row, QUOTE, "the table has no column for its passage")
            return
        self.sheet.put(self.row, QUOTE, "")

    def _find(self, part: str) -> Found | str:
        """Where a quotation stands, or why that is not known."""
        if self.held is None:
            return NOT_GIVEN
        named, _, rest = part.partition(":")
        if named.strip() in self.documents:
            chosen, part = [named.strip()], rest.strip()
        elif self.sheet.cell(self.row, "document") in self.documents:
            chosen = [self.sheet.cell(self.row, "document")]
        else:
            chosen = list(self.documents)
        editions = list(self._editions(chosen))
        if not editions:
            return f"the very text of {', '.join(chosen) or 'a document'} is not in the library"
        found, near = [], []
        for edition in editions:
            where = located(edition.finder.text, part, edition.finder)
            found += [Found(edition, place) for place in where.places]
            near += [(edition.document, around(edition.finder.text, place)) for place in where.nearest]
        own = [each for each in found if self.documents[each.edition.document].author == self._holder]
        found = own or found
        if len(found) == 1:
            return found[0]
        told = [(each.edition.document, around(each.edition.finder.text, each.place)) for each in found]
        return ambiguous(told) if found else nowhere(near)

    @property
    def _holder(self) -> str:
        return self.sheet.cell(self.row, "holder")

    def _editions(self, chosen: list[str]) -> Iterator[Edition]:
        """The very texts of some documents, as far as they are held."""
        for id_ in chosen:
            edition = self.held.edition(self.documents[id_], ()) if self.held else None
            if edition is not None and edition.same:
                yield edition

    def _passage(self, found: Found) -> str:
        """The id of the passage at a place: the one that the case has, else a new one at the end of its table."""
        return passage_at(self.files, self.documents, found)

    def _fill_passage(self, found: Found) -> None:
        """Fill the row of a passage that was given by its words."""
        cells = {"id": self.sheet.cell(self.row, "id") or self._id("passages", found.edition.document), **found.cells}
        for name, value in cells.items():
            if not self.sheet.cell(self.row, name).strip() and value:
                self.files.fill("passages", self.row, name, value)

    def _cite(self, passages: list[str]) -> bool:
        """Name the passages in the row, or in a new mention of the event; whether there is where to."""
        if self.kind == "events":
            return all(list(map(self._mention, passages)))
        if self.kind == "mentions":
            self.files.fill("mentions", self.row, "passage", passages[0])
            return len(passages) == 1 and "passage" in self.sheet.header
        known = [id_.strip() for id_ in self.sheet.cell(self.row, "passages").split(";") if id_.strip()]
        self.files.fill(self.kind, self.row, "passages", "; ".join(dict.fromkeys([*known, *passages])))
        return "passages" in self.sheet.header

    def _mention(self, passage: str) -> bool:
        """Report the event of the row by a mention with this passage; whether the case has a table for it."""
        if self.files.sheet("mentions") is None:
            return False
        document = next(place[0] for place, id_ in self.files.places.items() if id_ == passage)
        cells = of_event(None, 0, self.sheet, self.row) | {"passage": passage, "event": self.sheet.cell(self.row, "id")}
        cells |= {"id": self._id("mentions", document), "holder": self.documents[document].author}
        self.files.append("mentions", cells)
        return True

    def _id(self, kind: str, document: str) -> str:
        return fresh(self.files, kind, document, self.documents)


def fresh(files: CaseFiles, kind: str, document: str, documents: Mapping[str, Document]) -> str:
    """A new id for a row of a table, after the pattern of those that it has."""
    return fresh_id(kind.removesuffix("s"), document, files.ids(kind), documents)


def passage_at(files: CaseFiles, documents: Mapping[str, Document], found: Found) -> str:
    """The id of the passage at a place: the one that the case has, else a new one at the end of passages.csv."""
    cells = found.cells
    place = cells["document"], cells["start"], cells["end"]
    if place in files.places:
        return files.places[place]
    id_, sheet = fresh(files, "passages", found.edition.document, documents), files.sheet("passages")
    files.places[place] = id_
    if sheet is not None:
        if "letters" not in sheet.header:
            sheet.widen("digest", "letters")
        files.append("passages", {"id": id_, **cells})
    return id_
