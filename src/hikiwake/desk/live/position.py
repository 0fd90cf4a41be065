"""How far the work on a case is, and what was done since: what a page that is open has to know of others.

A position is a word that is another one as soon as something was decided, proposed or changed by other means. It begins
with the number of the last line of the log.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass

from hikiwake.desk.opened import OpenCase
from hikiwake.wording.desk.notices import done_by
from hikiwake.workbench import Command, Workbench
from hikiwake.workbench.reviewing.telling import told

MOST_LINES = 50  # of the log that are told at once
MOST_ROWS = 300


@dataclass(frozen=True, slots=True)
class News:
    """How far the work is, what was done in a sentence, and the rows changed by it: table and id, a space between."""

    position: str
    said: str = ""
    rows: tuple[str, ...] = ()


def position_of(opened: OpenCase | None) -> str:
    """How far the work on a case is; empty where none is open that can be changed."""
    if opened is None or opened.read_only:
        return ""
    with opened.workbench() as bench:
        return _position(opened, bench)


def news_of(opened: OpenCase | None, before: str = "") -> News:
    """How far the work is, and what was done since a position where one is given.

    The folder is looked at, too: what was changed there by other means is taken in.
    """
    if opened is None or opened.read_only:
        return News("")
    opened.look()
    with opened.workbench() as bench:
        position = _position(opened, bench)
        lines = bench.history.latest(MOST_LINES)
    if not before:
        return News(position)
    since = [line for line in lines if line.number > number_of(before)]
    rows = dict.fromkeys(f"{each.kind} {each.id}" for line in since for each in line.rows)
    return News(position, _said(since), tuple(rows)[:MOST_ROWS])


def number_of(position: str) -> int:
    """The number of the line of the log with which a position begins; 0 for what is none.

    >>> number_of("12-400-0"), number_of("elsewhere")
    (12, 0)
    """
    first = position.partition("-")[0]
    return int(first) if first.isdecimal() and len(first) < 10 else 0


def _position(opened: OpenCase, bench: Workbench) -> str:
    done, proposed = bench.history.position
    told_above = zlib.crc32(f"{opened.faults}{opened.outside}".encode("utf-8", "replace"))
    return f"{done}-{proposed}-{told_above}"


def _said(since: list[Command]) -> str:
    """What was done, in a sentence."""
    return done_by(since[0].who, told(since[0]), len(since) - 1) if since else ""
