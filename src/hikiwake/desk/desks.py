"""The desk itself: the folder in which cases are found and made, and the case that is open.

What was opened before is written down nowhere: the cases on the shelf are those of the folder in which the desk was
started, and the one that it was started with. Where else somebody keeps a dispute is nobody's business.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock

from hikiwake.desk.live.listening import Listening
from hikiwake.desk.opened import OpenCase, key_of
from hikiwake.desk.page.making import Pages
from hikiwake.desk.whatif.answers import Answers
from hikiwake.desk.working import Works
from hikiwake.dossier.folder.cases import built_in, case_folder
from hikiwake.errors import CaseError


@dataclass
class Desk:
    """A folder of cases, and the case that is open. ``token`` is asked of everybody where others reach the server.

    ``case`` is the one to begin with: a built-in name, or a folder. ``most`` is how many bytes of files are taken in
    at once. Raises ``HikiwakeError`` where there is no such case.
    """

    root: Path
    case: str = ""
    token: str = ""
    most: int = 500_000_000
    opened: OpenCase | None = None
    pages: Pages = field(default_factory=Pages)
    works: Works = field(default_factory=Works)
    listening: Listening = field(default_factory=Listening)
    answers: Answers = field(default_factory=Answers)

    def __post_init__(self) -> None:
        """Open the case to begin with."""
        self.root = self.root.resolve()
        self._lock = Lock()
        if self.case:
            self.open(self.case)

    def places(self) -> dict[str, Path]:
        """The user's cases by the name under which they are opened: those in the folder, and the one begun with."""
        found = {path.name: path for path in _cases(self.root)}
        if self.case and self.case not in built_in():
            own = Path(self.case).resolve()
            found.setdefault(own.name if found.get(own.name, own) == own else str(own), own)
        return found

    def open(self, name: str) -> OpenCase:
        """Open a case of the shelf, or a built-in one.

        Raises ``CaseError`` for any other name, and where a desk that others reach has a case open: it is for that one.
        """
        self.refuse_shared()
        places = self.places()
        if name not in places and name not in built_in() and name != self.case:
            raise CaseError(f"{name!r}: no case of this shelf")
        read_only = name in built_in() and name not in places
        folder = places.get(name) or case_folder(name)
        if folder.is_file():
            raise CaseError(f"{name}: a case in one file; the desk works on a case folder")
        with self._lock:
            if self.opened is None or self.opened.folder != folder.resolve():
                self.opened = OpenCase(folder.resolve(), read_only=read_only)
        return self.opened

    def open_again(self, key: str) -> None:
        """Open the case of the shelf that a form means, where none is open: the desk was started again since."""
        if self.opened is None:
            for name in [name for name, path in self.places().items() if key_of(path) == key][:1]:
                self.open(name)

    def refuse_shared(self) -> None:
        """Raise ``CaseError`` where a desk that others reach has a case open: nobody changes it under their hands."""
        if self.token and self.opened is not None:
            raise CaseError(f"this desk is shared, and is for {self.opened.name}; start another one for another case")


def _cases(root: Path) -> Iterator[Path]:
    """The case folders in a folder, and the folder itself where it is one."""
    for path in (root, *sorted(root.iterdir())):
        with suppress(OSError):  # a folder that may not be entered
            if not path.name.startswith(".") and (path / "case.toml").is_file():
                yield path
