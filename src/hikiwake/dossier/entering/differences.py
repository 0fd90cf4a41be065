"""What differs between two states of one case, row by row: which rows came, went or changed, as cells; and applying it.

A change turned round undoes it. It is applied only to rows that are as the change found them, so that what somebody
wrote meanwhile is never lost. What stands in the case's own lists (issues, questions, eras, scales ...) counts as rows,
and so does each text of it (title and question, documents, models, analyses), with one cell.
"""

from __future__ import annotations

import operator
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from hikiwake.dossier.dossier import Dossier
from hikiwake.dossier.entering.authored import authored
from hikiwake.dossier.entering.lists import editable, lists
from hikiwake.dossier.entries import Event, Mention
from hikiwake.dossier.folder.cells import MisfitError
from hikiwake.dossier.folder.known.rows import rows_of
from hikiwake.dossier.folder.tables import Table
from hikiwake.errors import CaseError

Cells = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """One row's change: its table and id, its cells before and after; ``None`` where there is no such row."""

    kind: str
    id: str
    before: Cells | None
    after: Cells | None

    def turned(self) -> Change:
        """The change that takes this one back."""
        return Change(self.kind, self.id, self.after, self.before)


def rows(dossier: Dossier, kinds: Iterable[str] = ()) -> dict[tuple[str, str], Cells]:
    """Every row of a case, or of some tables, by table and id, as cells, in the order of the files.

    >>> import hikiwake as hw
    >>> rows(hw.load())["measures", "1956-offer-islands"]
    ('1956-offer-islands', 'Islands that the Declaration of 1956 promises')
    """
    wanted = {*kinds} or {*editable(), *authored()}
    listed = {
        (table.kind, row.id): cells_of(table, row)
        for table in editable().values()
        if table.kind in wanted
        for row in rows_in(dossier, table.kind)
    }
    texts = {kind: each.texts(dossier) for kind, each in authored().items() if kind in wanted}
    return listed | {(kind, id_): (text,) for kind, own in texts.items() for id_, text in own.items()}


def rows_in(dossier: Dossier, kind: str) -> tuple[Any, ...]:
    """The rows of one table, or of one list of the frame."""
    return tuple(getattr(dossier.case, kind)) if kind in lists() else rows_of(dossier, kind)


def cells_of(table: Table, row: Any) -> Cells:
    """A row as the cells of its table."""
    return tuple(cell for column in table.columns for cell in column.codec.cells(getattr(row, column.field)))


def differences(before: Dossier, after: Dossier) -> tuple[Change, ...]:
    """What changed from one state of a case to another, in the order of the files; rows that went come last."""
    kinds = [kind for kind in (*editable(), *authored()) if _held(before, kind) is not _held(after, kind)]
    texts = [kind for kind in kinds if kind in authored()]
    old, new = (rows(each, texts) if texts else {} for each in (before, after))
    for kind in (kind for kind in editable() if kind in kinds):
        theirs = {row.id: row for row in rows_in(before, kind)}
        ours = {row.id: row for row in rows_in(after, kind)}
        same = {id_ for id_, row in ours.items() if theirs.get(id_) is row}
        for told, found in ((old, theirs), (new, ours)):
            told |= {(kind, id_): cells_of(editable()[kind], row) for id_, row in found.items() if id_ not in same}
    return between(old, new)


def _held(dossier: Dossier, kind: str) -> object:
    """What holds the rows of a table: the same object where none of them has changed."""
    if kind in authored():
        return authored()[kind].held(dossier)
    return getattr(dossier.case if kind in lists() else dossier, "events" if kind == "mentions" else kind)


def between(old: dict[tuple[str, str], Cells], new: dict[tuple[str, str], Cells]) -> tuple[Change, ...]:
    """The same of rows."""
    came = [Change(*key, old.get(key), cells) for key, cells in new.items() if old.get(key) != cells]
    return (*came, *(Change(*key, cells, None) for key, cells in old.items() if key not in new))


def turned(changes: Iterable[Change]) -> tuple[Change, ...]:
    """The changes that take these back."""
    return tuple(change.turned() for change in reversed(tuple(changes)))


def applied(dossier: Dossier, changes: Iterable[Change]) -> Dossier:
    """The case after some changes. Raises ``CaseError`` where a row is not as a change found it."""
    wanted = tuple(changes)
    if not wanted:
        return dossier
    _refuse_other(rows(dossier, {each.kind for each in wanted}), wanted)
    by_kind: dict[str, list[Change]] = {}
    for change in wanted:
        by_kind.setdefault(change.kind, []).append(change)
    for kind in [kind for kind in by_kind if kind in authored()]:
        dossier = _rewritten(dossier, kind, by_kind.pop(kind))
    parts = {kind: tuple(_changed(dossier, kind, own)) for kind, own in by_kind.items()}
    framed: dict[str, Any] = {kind: parts.pop(kind) for kind in lists() if kind in parts}
    return _with(replace(dossier, case=replace(dossier.case, **framed)) if framed else dossier, parts)


def _refuse_other(found: dict[tuple[str, str], Cells], changes: Iterable[Change]) -> None:
    """Raise ``CaseError`` with the first rows that were changed meanwhile."""
    other = [change for change in changes if _whole(found.get((change.kind, change.id))) != _whole(change.before)]
    if other:
        told = ", ".join(f"{change.id} ({change.kind})" for change in other[:5])
        raise CaseError(f"{told}: changed since; nothing was written; take the change back by hand where it is wanted")


def _whole(cells: Cells | None) -> Cells | None:
    """Cells without empty ones at the end, which a row that was kept when its table had fewer columns lacks."""
    return None if cells is None else tuple("\0".join(cells).rstrip("\0").split("\0"))


def _rewritten(dossier: Dossier, kind: str, changes: list[Change]) -> Dossier:
    """The dossier with other texts of one kind; new ones last."""
    texts = authored()[kind].texts(dossier)
    for each in changes:
        if each.after is None:
            texts.pop(each.id, None)
        else:
            texts[each.id] = each.after[0]
    return authored()[kind].put(dossier, texts)


def _changed(dossier: Dossier, kind: str, changes: list[Change]) -> Iterator[Any]:
    """The rows of one table after some changes; new ones last."""
    by_id, table = {change.id: change for change in changes}, editable()[kind]
    for row in rows_in(dossier, kind):
        change = by_id.pop(row.id, None)
        if change is None:
            yield row
        elif change.after is not None:
            yield row_of(table, change.after)
    yield from (row_of(table, each.after) for each in by_id.values() if each.after is not None)


def row_of(table: Table, cells: Cells) -> Any:
    """The row that cells make up. Raises ``CaseError`` with the column of the first cell that does not fit."""
    values, first = {}, 0
    for column in table.columns:
        last = first + len(column.codec.headers)
        try:
            own = cells[first:last] + ("",) * (last - max(first, len(cells)))  # a table may have got columns since
            values[column.field] = column.codec.parse([*own])
        except MisfitError as misfit:
            header = column.codec.headers[misfit.cell]
            raise CaseError(f"{table.file}, {header}: found {misfit.found!r}, expected {misfit.expected}") from None
        first = last
    return table.entry(**values)


def _with(dossier: Dossier, parts: dict[str, Any]) -> Dossier:
    """The dossier with other rows in some tables; mentions go to their events."""
    if not {"events", "mentions"} & parts.keys():
        return replace(dossier, **parts)
    mentions = parts.pop("mentions", rows_of(dossier, "mentions"))
    events = parts.pop("events", dossier.events)
    grouped: dict[str, list[Mention]] = {}
    for mention in mentions:
        grouped.setdefault(mention.event, []).append(mention)
    whole = tuple(_reported(event, tuple(grouped.get(event.id, ()))) for event in events)
    return replace(dossier, events=whole, **parts)


def _reported(event: Event, mentions: tuple[Mention, ...]) -> Event:
    """An event with its mentions; the very event where these are its own."""
    same = len(mentions) == len(event.mentions) and all(map(operator.is_, mentions, event.mentions))
    return event if same else replace(event, mentions=mentions)
