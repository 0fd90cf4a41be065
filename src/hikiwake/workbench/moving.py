"""Proposals of documents whose text is another now: each goes where its words stand, under the id that it has there.

A proposal's id comes from its place, so that a coder who proposes it again proposes the same one. What names it by its
id, merges and the log, is told the new one; a merge moves by each of its passages.
"""

from __future__ import annotations

import re
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace

from hikiwake.documents.finding import Finder
from hikiwake.workbench import kept
from hikiwake.workbench.kept import Kept
from hikiwake.workbench.texts import moved
from hikiwake.workbench.uniting import parts_of

_ID = re.compile(r"\b[0-9a-f]{16}\b")


def move(connection: sqlite3.Connection, before: Mapping[str, str], changed: Mapping[str, str]) -> tuple[str, ...]:
    """Move the proposals of changed documents with their passages; the ids of those that are stale now."""
    stale, renamed = [], dict[str, str]()
    merges = _merges_by_document(connection) if changed else {}
    for document, text in changed.items():
        finder = Finder(text)
        for each in _of(connection, document, merges):
            there = moved(each.proposal, document, before[document], finder)
            if there is not None:
                origin = moved(kept.as_proposed(connection, each.id), document, before[document], finder) or there
                kept.update(connection, replace(each, proposal=there))
                if each.proposal.kind == "merge":  # which has its new id once all that it names have theirs
                    kept.propose_as(connection, each.id, origin)
                else:
                    renamed[each.id] = kept.rename(connection, each.id, origin)
            elif each.status == "open":
                stale.append(each.id)
                kept.update(connection, replace(each, status="stale"))
    if changed:
        _tell(connection, {old: new for old, new in renamed.items() if old != new})
    return tuple(renamed.get(id_, id_) for id_ in stale)


def _merges_by_document(connection: sqlite3.Connection) -> dict[str, list[str]]:
    """The merges that have a passage in a document beside their first one, by that document."""
    found: dict[str, list[str]] = defaultdict(list)
    for each in kept.find(connection, kind="merge"):
        for document in {span.document for span in each.proposal.passages} - {each.proposal.document}:
            found[document].append(each.id)
    return found


def _of(connection: sqlite3.Connection, document: str, merges: Mapping[str, list[str]]) -> Iterator[Kept]:
    """The proposals with a passage in a document, but for those that are stale."""
    others = (kept.with_id(connection, id_) for id_ in merges.get(document, ()))
    for each in (*kept.find(connection, document=document), *others):
        if each and each.status != "stale":
            yield each


def _tell(connection: sqlite3.Connection, renamed: dict[str, str]) -> None:
    """Tell merges and the log the new ids of proposals."""
    for each in [*kept.find(connection, kind="merge")]:
        parts = ";".join(sorted(renamed.get(id_, id_) for id_ in parts_of(each)))
        named = replace(kept.as_proposed(connection, each.id), cells=(("of", parts),))
        if named.id != each.id:
            kept.update(connection, replace(each, proposal=replace(each.proposal, cells=named.cells)))
            renamed[each.id] = kept.rename(connection, each.id, named)
    for number, told in connection.execute("SELECT number, proposals FROM commands").fetchall():
        new = _ID.sub(lambda found: renamed.get(found[0], found[0]), told)
        if new != told:
            connection.execute("UPDATE commands SET proposals = ? WHERE number = ?", (new, number))
