"""Filling in what follows from other cells: a precision from its interval, a bare mention from its event."""

from __future__ import annotations

from collections.abc import Mapping

from hikiwake.documents import Document
from hikiwake.dossier.entering.files import CaseFiles
from hikiwake.dossier.folder.cells import MisfitError
from hikiwake.dossier.folder.intervals import Interval
from hikiwake.dossier.folder.sheets.in_place import SheetText
from hikiwake.dossier.folder.tables import tables

PERIOD = ("start", "end", "precision", "basis")
_ALWAYS = ("sources", "happened")
_BARE = ("targets", "type")  # an empty one says something, where the mention has a period or participants of its own


def mend_periods(files: CaseFiles) -> None:
    """Fill in an empty precision, and the end of a single day, wherever the interval shows it."""
    for kind, table in tables().items():
        sheet = files.sheet(kind)
        if sheet is None or not any(isinstance(column.codec, Interval) for column in table.columns):
            continue
        for row in range(len(sheet.rows)):
            for column, value in _from_interval([sheet.cell(row, name).strip() for name in PERIOD]).items():
                files.fill(kind, row, column, value)


def _from_interval(cells: list[str]) -> dict[str, str]:
    """The precision, and the end of what is a day alone, of a period that has none; nothing where it is not plain."""
    start, end, precision, _ = cells
    if not start or precision:
        return {}
    try:
        period = Interval().parse(cells)
    except MisfitError:
        return {}
    if period is None:
        return {}
    alone = not end and len(start) == len("2013-06-15") and "/" not in start
    return {"precision": period.precision, **({"end": start} if alone and period.end else {})}


def mend_mentions(files: CaseFiles, documents: Mapping[str, Document]) -> None:
    """Fill in the empty cells of a mention: from its event, and its holder from the author of its passage's document.

    An empty target or type says something of its own where the mention has a period or participants: it stays.
    """
    sheet, events = files.sheet("mentions"), files.sheet("events")
    if sheet is None or events is None:
        return
    by_id = {events.cell(row, "id"): row for row in range(len(events.rows))}
    authors = _authors(files.sheet("passages"), documents)
    for row in range(len(sheet.rows)):
        holder = authors.get(sheet.cell(row, "passage"), "")
        if holder and not sheet.cell(row, "holder").strip():
            files.fill("mentions", row, "holder", holder)
        if (event := by_id.get(sheet.cell(row, "event"))) is not None:
            for column, value in of_event(sheet, row, events, event).items():
                files.fill("mentions", row, column, value)


def of_event(sheet: SheetText | None, row: int, events: SheetText, event: int) -> dict[str, str]:
    """The cells of an event that its mention in a row of a table lacks; all of them for a row still to be made."""

    def empty(names: tuple[str, ...]) -> bool:
        return sheet is None or not any(sheet.cell(row, name).strip() for name in names)

    bare = empty((*PERIOD, "sources"))
    taken = [*(PERIOD if empty(PERIOD) else ()), *(each for each in _ALWAYS if empty((each,)))]
    taken += [each for each in _BARE if bare and empty((each,))]
    return {name: value for name in taken if (value := events.cell(event, name))}


def _authors(passages: SheetText | None, documents: Mapping[str, Document]) -> dict[str, str]:
    """The author of each passage's document."""
    if passages is None:
        return {}
    told = ((passages.cell(row, "id"), passages.cell(row, "document")) for row in range(len(passages.rows)))
    return {id_: documents[document].author for id_, document in told if document in documents}
