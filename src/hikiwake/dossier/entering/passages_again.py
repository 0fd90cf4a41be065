"""Filling in what is known of a passage once its document is held: letters, digest, page; former digests brought up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from hikiwake.documents import Document, Edition, Passage, digest, letter_count
from hikiwake.documents.words import former_digest
from hikiwake.dossier.entering.files import CaseFiles
from hikiwake.dossier.entering.held import Held
from hikiwake.dossier.folder.sheets.in_place import SheetText

NOT_GIVEN = "its document is needed; give the folder that holds it by --library"
NOT_HELD = "its document is not in the library"
OTHERS = "other words stand at its place"


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of passages.csv as far as it can be read."""

    number: int
    passage: Passage
    lacks: tuple[str, ...]


def mend_passages(files: CaseFiles, documents: Mapping[str, Document], held: Held | None) -> None:
    """Fill in the letters, the digest and the page of every passage that lacks them and whose document is held."""
    sheet = files.sheet("passages")
    if sheet is None or not {"id", "document", "start", "end", "digest"} <= {*sheet.header}:
        return
    rows = [row for number in range(len(sheet.rows)) if (row := _row(sheet, number, documents))]
    known = [row.passage for row in rows if row.passage.digest]
    found: dict[int, dict[str, str]] = {}
    for row in rows:
        cited = [each for each in known if each.document == row.passage.document]
        edition = held.edition(documents[row.passage.document], cited) if held and row.lacks else None
        cells = _cells(row, edition)
        if not cells and set(row.lacks) - {"page"}:
            why = (OTHERS if edition else NOT_HELD) if held else NOT_GIVEN
            files.leave("passages", row.number, next(each for each in row.lacks if each != "page"), why)
        found[row.number] = cells
    _bring_up_header(sheet, rows, found)
    for number, cells in found.items():
        for column, value in cells.items():
            files.fill("passages", number, column, value)
        if "letters" in cells and sheet.cell(number, "words"):
            sheet.put(number, "words", "")


def _row(sheet: SheetText, number: int, documents: Mapping[str, Document]) -> _Row | None:
    """A row whose place can be read; nothing for others, of which the check tells what is wrong."""
    cell = {name: sheet.cell(number, name).strip() for name in sheet.header}
    numbers = [cell.get(name, "") for name in ("start", "end", "letters", "words", "page")]
    if cell["document"] not in documents or not all(each.isdecimal() and len(each) < 18 for each in numbers[:2]):
        return None
    start, end, letters, words, page = (int(each) if each.isdecimal() else 0 for each in numbers)
    passage = Passage(cell["id"], cell["document"], start, end, page or None, letters, cell["digest"], words or None)
    empty = {"letters": not letters, "digest": not passage.digest, "page": not page and "page" in cell}
    return _Row(number, passage, tuple(name for name, lacks in empty.items() if lacks))


def _cells(row: _Row, edition: Edition | None) -> dict[str, str]:
    """What can be filled into a row: nothing where the words are not held, or are not those of its digest."""
    text = _words(row.passage, edition) if edition else ""
    if edition is None or not text:
        return {}
    letters, own = letter_count(text), row.passage.digest
    if own not in ("", digest(text), former_digest(text)) or row.passage.letters not in (0, letters):
        return {}
    told = {"letters": str(letters), "digest": digest(text), "page": ""}
    if edition.same and "\f" in edition.finder.text:
        told["page"] = str(edition.finder.text.count("\f", 0, row.passage.start) + 1)
    wanted = {*row.lacks} | ({"digest"} if own != told["digest"] else set())
    return {name: value for name, value in told.items() if value and name in wanted}


def _words(passage: Passage, edition: Edition) -> str:
    """The words of a passage: by its digest, or at its place in the very text; nothing where they are not there."""
    if passage.digest and (passage.letters or passage.words):
        return edition.quote(passage) or ""
    inside = passage.start < passage.end <= len(edition.finder.text)
    return edition.finder.text[passage.start : passage.end] if edition.same and inside else ""


def _bring_up_header(sheet: SheetText, rows: list[_Row], found: dict[int, dict[str, str]]) -> None:
    """Make the column of letters where there is none: in place of that of words, where every row can be brought up."""
    if "letters" in sheet.header or not any("letters" in cells for cells in found.values()):
        return
    left = len(rows) < len(sheet.rows) or any(not found[row.number].get("letters") for row in rows)
    if "words" in sheet.header and not left:
        sheet.rename("words", "letters")
    else:
        sheet.widen("digest", "letters")
