"""Memos: free notes of who works on a case, each on an entry; they stand beside the record and change nothing in it.

A memo is no statement of a document and no doubt: it has no passages of its own, and no analysis reads it.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Memo:
    """A note on an entry: by whom, when (universal time, as the log has it), and its words."""

    id: str
    entry: str
    author: str
    at: str
    text: str


def memos_on(memos: Iterable[Memo], entry: str) -> tuple[Memo, ...]:
    """The memos on an entry, the oldest first.

    >>> memos_on([Memo("memo-1", "claim-1", "a coder", "2026-01-02T00:00:00+00:00", "Look again.")], "claim-1")[0].id
    'memo-1'
    """
    return tuple(sorted((memo for memo in memos if memo.entry == entry), key=lambda memo: (memo.at, memo.id)))


def memos_of(memos: Iterable[Memo], entries: Container[str]) -> tuple[Memo, ...]:
    """Those on certain entries."""
    return tuple(memo for memo in memos if memo.entry in entries)


def memos_moved(memos: Iterable[Memo], entries: Mapping[str, str]) -> tuple[Memo, ...]:
    """The memos, those on entries that went into others on these: by the old id the new one."""
    return tuple(replace(memo, entry=entries[memo.entry]) if memo.entry in entries else memo for memo in memos)
