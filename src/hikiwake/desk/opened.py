"""A case that is open at the desk: its dossier as the folder has it now, and its workbench."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from threading import Lock

from hikiwake.documents import Document
from hikiwake.dossier import Dossier, load
from hikiwake.dossier.entering.differences import Change
from hikiwake.dossier.models import model_files
from hikiwake.errors import CaseError, HikiwakeError
from hikiwake.workbench import Workbench


class NoneSuchError(CaseError):
    """What an address names is not in the case."""


def key_of(folder: Path) -> str:
    """By what a form says which case it means: the same whenever the desk is started again."""
    return hashlib.sha256(str(folder.resolve()).encode("utf-8", "surrogateescape")).hexdigest()[:12]


Stand = tuple[tuple[str, int, int], ...]


class OpenCase:
    """A case folder at work. ``read_only`` is one that comes with the program: it is shown, and copied for a change.

    ``computed`` keeps what was computed of the dossier as it is, by name, until it is read again.

    Raises ``HikiwakeError`` where the folder is no case that can be read.
    """

    def __init__(self, folder: Path, *, read_only: bool = False) -> None:
        """Read the case; beside one that may be changed its workbench is made where there is none."""
        self.folder, self.read_only = folder, read_only
        self.faults = ""
        self.outside: tuple[Change, ...] = ()
        self.computed: dict[str, object] = {}
        self._lock = Lock()
        self._stand: Stand = ()
        self._dossier = load(folder)
        if not read_only:
            with Workbench(folder, create=True):
                pass
        self.look()

    @property
    def name(self) -> str:
        """The name of its folder."""
        return self.folder.name

    @property
    def key(self) -> str:
        """By what a form says which case it means."""
        return key_of(self.folder)

    @property
    def dossier(self) -> Dossier:
        """The case as it was last read without a fault."""
        return self._dossier

    def workbench(self) -> Workbench:
        """Its workbench, opened for whoever asks: to be used in a ``with`` statement, in one thread.

        Raises ``CaseError`` for a case that comes with the program.
        """
        self.refuse_read_only()
        return Workbench(self.folder)

    def refuse_read_only(self) -> None:
        """Raise ``CaseError`` for a case that comes with the program."""
        if self.read_only:
            raise CaseError(f"{self.name} comes with the program and is not changed; copy it into a folder first")

    def document(self, id_: str) -> Document:
        """A document by its id. Raises ``NoneSuchError`` where the case has none of it."""
        if id_ not in self._dossier.document:
            raise NoneSuchError(f"{id_}: no document of {self.name}")
        return self._dossier.document[id_]

    def look(self) -> None:
        """Read the folder again where something in it has changed; what was changed by other means is taken in.

        Where the folder cannot be read now, the case stays as it was last read, and ``faults`` says why.
        """
        with self._lock:
            stand = _stand(self.folder)
            if stand == self._stand:
                return
            try:
                self._dossier, self.faults, self.computed = load(self.folder), "", {}
                if not self.read_only:
                    with self.workbench() as bench:
                        if not bench.has_seen(self._dossier):
                            self.outside = bench.take_in() or self.outside
            except HikiwakeError as fault:
                self.faults = str(fault)
            self._stand = _stand(self.folder)

    def seen(self) -> None:
        """What was changed by other means was shown, and need not be shown again."""
        self.outside = ()


def _stand(folder: Path) -> Stand:
    """Name, time and size of each file of a case."""
    return tuple(sorted((str(path), path.stat().st_mtime_ns, path.stat().st_size) for path in _files(folder)))


def _files(folder: Path) -> Iterator[Path]:
    for path in (*folder.glob("*"), *(folder / name for name in model_files(folder))):
        if path.is_file() and not path.name.startswith("."):
            yield path
