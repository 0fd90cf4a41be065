"""What changes outside the workbench: rows of the case folder edited by hand, and documents whose text is another now.

The folder stays the record. The workbench keeps a copy of its rows as it last saw them; what differs was changed by
other means, is shown, and is then taken in. An accepted proposal whose entry was taken out by hand is open again.

To hold all rows against a folder takes time that grows with the record, so beside them the workbench keeps a digest of
the files that said these rows. Whoever notes changes as seen moves it on, in the same transaction; where the files are
those bytes no row has changed, and where they are others the rows are looked at.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import replace

from hikiwake.documents import Passage, text_hash
from hikiwake.documents.finding import Finder
from hikiwake.dossier import Dossier
from hikiwake.dossier.entering.differences import Change, between, rows
from hikiwake.storage.writing import State
from hikiwake.workbench import kept
from hikiwake.workbench.kept import Kept
from hikiwake.workbench.rows.subjects import subject_of_row
from hikiwake.workbench.standing import standing
from hikiwake.workbench.store import VERSION, broken
from hikiwake.workbench.texts import texts_of, with_marks
from hikiwake.workbench.uniting import one_event, parts_of

SEEN_SINCE = {
    2: ("eras", "scales", "places"),
    3: ("case", "documents", "conflicts", "packages", "scenarios", "analyses"),
    4: ("memos",),
}  # kinds of rows that a workbench of an earlier version does not have


def differences_of(connection: sqlite3.Connection, dossier: Dossier) -> tuple[Change, ...]:
    """What was changed in the case folder since the workbench last looked."""
    try:
        seen = {
            (kind, id_): tuple(json.loads(cells))
            for kind, id_, cells in connection.execute("SELECT kind, id, cells FROM record")
        }
    except (ValueError, TypeError, RecursionError) as error:
        raise broken(error) from None
    changes = between(seen, rows(dossier)) if seen else ()
    version = _version(connection)
    unseen = {kind for since, kinds in SEEN_SINCE.items() if since > version for kind in kinds}
    return tuple(each for each in changes if each.kind not in unseen)


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def keep(connection: sqlite3.Connection, changes: Iterable[Change]) -> None:
    """Note changes of rows as seen."""
    for each in changes:
        if each.after is None:
            connection.execute("DELETE FROM record WHERE kind = ? AND id = ?", (each.kind, each.id))
        else:
            told = (json.dumps(each.after, ensure_ascii=False), subject_of_row(each.kind, each.after))
            connection.execute("INSERT OR REPLACE INTO record VALUES (?, ?, ?, ?)", (each.kind, each.id, *told))


def begin(connection: sqlite3.Connection, dossier: Dossier) -> None:
    """Note all rows of the folder as seen where none was noted yet. In a transaction."""
    if connection.execute("SELECT 1 FROM record LIMIT 1").fetchone() is None:
        keep(connection, between({}, rows(dossier)))


def mark(connection: sqlite3.Connection, state: State) -> None:
    """Note that the rows of the folder in a state are those that the workbench keeps. Within a transaction."""
    connection.execute("INSERT OR REPLACE INTO seen VALUES (1, ?)", (_digest(state),))


def is_seen(connection: sqlite3.Connection, state: State) -> bool:
    """Whether the rows of the folder in a state are known to be those that the workbench keeps."""
    row = connection.execute("SELECT state FROM seen").fetchone()
    return row is not None and row[0] == _digest(state)


def all_stand(connection: sqlite3.Connection, dossier: Dossier) -> bool:
    """Whether every entry that a proposal has become stands in the case."""
    query = "SELECT DISTINCT entry FROM proposals WHERE status = 'accepted' AND entry != ''"
    return all(entry in dossier.by_id for (entry,) in connection.execute(query))


def _digest(state: State) -> str:
    """A digest of the files' names and digests, and of which rows this version keeps; not of where the folder is."""
    return hashlib.sha256(json.dumps([VERSION, state.digests]).encode()).hexdigest()


def take_in(
    connection: sqlite3.Connection, dossier: Dossier, state: State
) -> tuple[tuple[Change, ...], tuple[Kept, ...]]:
    """Note all rows of the folder, which is in a state, as seen. In a transaction.

    Given back is what differed, and the proposals that are open again.

    One whose words stand in another entry now, as after a merge by hand, has become that one.
    """
    if is_seen(connection, state) and all_stand(connection, dossier):
        return (), ()
    found = rows(dossier)
    changes = differences_of(connection, dossier)
    first = connection.execute("SELECT 1 FROM record LIMIT 1").fetchone() is None or _version(connection) < VERSION
    keep(connection, between({}, found) if first else changes)
    connection.execute(f"PRAGMA user_version = {VERSION}")
    mark(connection, state)
    every = [each for each in kept.find(connection, status="accepted") if each.entry]
    gone = [each for each in every if not _stands(each.entry, found)]
    moved_on = settle(connection, dossier, gone)
    again = tuple(each for each in gone if each.id not in moved_on)
    for each in again:
        kept.update(connection, replace(each, status="open", entry=""))
    merged = settle_merges(connection, dossier) if changes or gone else ()
    return changes, tuple(each for each in again if each.id not in merged)


def settle(connection: sqlite3.Connection, dossier: Dossier, wanted: Iterable[Kept]) -> tuple[str, ...]:
    """Keep proposals as accepted whose words stand in an entry of the case that says the like; their ids."""
    proposals = [*wanted]
    if not proposals:
        return ()
    ids = {each.id for each in proposals}
    others = [each for each in kept.find(connection, status="accepted") if each.id not in ids]
    texts = {each.id: each.text for each in texts_of(connection, {each.proposal.document for each in proposals})}
    found = standing(dossier, proposals, texts, others)
    for each in proposals:
        if each.id in found:
            kept.update(connection, replace(each, status="accepted", entry=found[each.id]))
    return tuple(found)


def settle_merges(connection: sqlite3.Connection, dossier: Dossier) -> tuple[str, ...]:
    """Keep open merges as accepted whose proposals are one event of the case already; their ids."""
    done = []
    for each in kept.find(connection, kind="merge", status="open"):
        if one := one_event(dossier, [kept.with_id(connection, id_) for id_ in parts_of(each)]):
            kept.update(connection, replace(each, status="accepted", entry=one))
            done.append(each.id)
    return tuple(done)


def _stands(entry: str, found: Mapping[tuple[str, str], object]) -> bool:
    tables = ("events", "mentions", "claims", "readings", "positions", "drivers")
    return any((table, entry) in found for table in tables)


def moved_case(
    dossier: Dossier, texts: Mapping[str, str], before: Mapping[str, str]
) -> tuple[Dossier, tuple[str, ...]]:
    """The case with the passages of changed documents where they stand now; the ids of those that stand nowhere."""
    finders = {id_: Finder(text) for id_, text in texts.items() if id_ in dossier.document}
    lost, passages = [], []
    for passage in dossier.passages:
        finder = finders.get(passage.document)
        place = finder.find(passage) if finder else (passage.start, passage.end)
        if place is None:
            lost.append(passage.id)
            place = _inside(passage, len(texts[passage.document]))
        elif finder and before.get(passage.document):
            place = with_marks(before[passage.document][passage.start : passage.end], texts[passage.document], place)
        passages.append(replace(passage, start=place[0], end=place[1]))
    documents = tuple(
        replace(each, sha256=text_hash(texts[each.id]), characters=len(texts[each.id])) if each.id in finders else each
        for each in dossier.documents
    )
    return replace(dossier, passages=tuple(passages), documents=documents), tuple(lost)


def _inside(passage: Passage, length: int) -> tuple[int, int]:
    """The offsets of a passage whose words are gone, kept within the text: its digest still tells what it said."""
    end = min(passage.end, length)
    return min(passage.start, max(0, end - 1)), end
