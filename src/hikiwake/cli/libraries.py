"""The library of a command: the folder that is named, and what in it could not be read."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from hikiwake.cli.output import say, shown

if TYPE_CHECKING:
    from hikiwake.documents import Library


def opened(folder: Path | None) -> Library | None:
    """The library in a folder, where one is named. Raises ``LibraryError`` where there is no such folder."""
    from hikiwake.documents import Library

    return None if folder is None else Library(folder)


def say_unread(library: Library | None) -> None:
    """Name on standard error each file of the library that was not read, and why; and what was noticed of others."""
    say_not_read(library.unreadable if library else ())
    for note in library.notes if library else ():
        say(f"note: {shown(note)}", err=True)


def say_not_read(faults: Iterable[str]) -> None:
    """Name on standard error each file that was not read, and why."""
    for fault in faults:
        say(f"not read: {shown(fault)}", err=True)
