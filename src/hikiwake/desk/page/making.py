"""Making the page of a case: in a thread, once for each state of record and texts; the last one is kept."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from threading import Lock

from hikiwake.desk.opened import OpenCase
from hikiwake.desk.working import AT_ONCE, Work, Works
from hikiwake.documents import Library
from hikiwake.dossier import Dossier, own_library
from hikiwake.dossier.folder.onefile import record_digest
from hikiwake.modelling.checking import refuse_unsound
from hikiwake.report.editions import TODAY, Choice
from hikiwake.report.page import edition
from hikiwake.report.sections import SECTIONS

QUOTES = "full"  # the desk shows the user's own texts to the user
MOST = 4  # pages that are kept


class TextsHeld(Library):
    """The texts of a workbench, asked like a folder of documents."""

    def __init__(self, folder: Path, held: Mapping[str, str]) -> None:
        """Keep the texts by the ids of their documents."""
        super().__init__(folder)
        self._held = dict(held)

    @cached_property
    def texts(self) -> dict[Path, str]:
        """The text of each document."""
        return {Path(id_): text for id_, text in self._held.items()}


@dataclass(frozen=True, slots=True)
class Made:
    """A page that was made: of which state, and its content as HTML."""

    state: str
    content: str


class Pages:
    """The pages of a desk: the last ones, by their state, and what is in the making."""

    def __init__(self) -> None:
        """None is made yet."""
        self._made: dict[str, Made] = {}
        self._last: dict[str, Made] = {}
        self._works: dict[str, tuple[str, Work]] = {}
        self._digests: tuple[Dossier | None, str] = (None, "")
        self._lock = Lock()

    def of(self, opened: OpenCase, works: Works, choice: Choice = TODAY) -> tuple[Made | None, Work | None]:
        """The page of a case as it is read, and the work that makes a newer one where the record has changed since."""
        state, key = self._state(opened, choice), f"{opened.key} {choice.address}"
        with self._lock:
            if state in self._made:
                self._last[key] = self._made[state]
                return self._made[state], None
            wanted, work = self._works.get(key, ("", None))
            if work is None or wanted != state:
                work = works.begin("the page", lambda work: self._make(opened, choice, state, work), wait=0)
                self._works[key] = (state, work)
        work.ended.wait(AT_ONCE)
        made = self._made.get(state)
        return made or self._last.get(key), None if made else work

    def _state(self, opened: OpenCase, choice: Choice) -> str:
        """What the page depends on: the record, which texts are held, and how it is read."""
        dossier = opened.dossier
        if self._digests[0] is not dossier:
            self._digests = (dossier, record_digest(dossier))
        told = f"{self._digests[1]}{_held(opened)}{choice.address}"
        return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()

    def _make(self, opened: OpenCase, choice: Choice, state: str, work: Work) -> None:
        """Make the page of a case."""
        dossier = opened.dossier
        library = own_library(dossier) if opened.read_only else None
        refuse_unsound(dossier)
        if not opened.read_only:
            with opened.workbench() as bench:
                library = TextsHeld(opened.folder, bench.texts_of(dossier.document))
        sections = iter(range(1, len(SECTIONS) + 1))
        content = edition(dossier, library, QUOTES, lambda _: work.told(next(sections), len(SECTIONS)), choice)
        with self._lock:
            for old in list(self._made)[: max(0, len(self._made) - MOST + 1)]:
                del self._made[old]
            self._made[state] = Made(state, content)
            whole = f" {TODAY.address}"  # of what is read otherwise only the last ones are kept
            self._last = {at: each for at, each in self._last.items() if each.state in self._made or at.endswith(whole)}
            self._last[f"{opened.key} {choice.address}"] = self._made[state]


def _held(opened: OpenCase) -> list[tuple[str, str]]:
    """Which texts are at hand, by id and hash."""
    if opened.read_only:
        return []
    with opened.workbench() as bench:
        return [(each.id, each.sha256) for each in bench.held]
