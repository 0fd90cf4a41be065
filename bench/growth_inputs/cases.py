"""Cases that grow: many rows of one kind, read and analysed.

``INPUTS`` maps a name to a function that makes the step to be timed for a size, and the first size.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import hikiwake as hw
from hikiwake.dossier.folder.checking import check_case
from hikiwake.dossier.folder.onefile import examine_json, json_text
from hikiwake.periods import Period
from tests.synthetic import many_events, skerries

Step = Callable[[], object]


def _folder() -> Path:
    return Path(mkdtemp(prefix="hikiwake-growth-")) / "case"


def _saved(dossier: hw.Dossier) -> Path:
    folder = _folder()
    hw.save(dossier, folder)
    return folder


def _many(kind: str, size: int) -> hw.Dossier:
    """The small dispute with so many copies of its entries of one kind."""
    dossier = skerries().dossier()
    rows = getattr(dossier, kind)
    copies: Any = {"doubts": (), kind: tuple(replace(rows[n % len(rows)], id=f"{kind}-{n}") for n in range(size))}
    return replace(dossier, **copies)


def _series(size: int) -> hw.Dossier:
    """Values of one measure at so many different days."""
    dossier = _many("claims", size)
    first = dossier.claims[0]
    days = [Period.parse(f"{1000 + n // 336}-{n // 28 % 12 + 1:02d}-{n % 28 + 1:02d}") for n in range(size)]
    rows = tuple(replace(first, id=f"c{n}", value=str(n), as_of=day) for n, day in enumerate(days))
    return replace(dossier, claims=rows)


def _json(size: int) -> Step:
    file = _folder().with_name("case.json")
    file.write_text(json_text(many_events(size)), encoding="utf-8")
    return lambda: examine_json(file)


def _faulty(size: int) -> Step:
    folder = _saved(skerries().dossier())
    with (folder / "claims.csv").open("a", encoding="utf-8") as file:
        file.write("x\n" * size)
    return lambda: check_case(folder)


def _of(kind: str, analysis: Callable[[hw.Dossier], object]) -> Callable[[int], Step]:
    def make(size: int) -> Step:
        dossier = _many(kind, size)
        return lambda: analysis(dossier)

    return make


def _reading(size: int) -> Step:
    folder = _saved(many_events(size))
    return lambda: hw.load(folder)


def _checking(size: int) -> Step:
    folder = _saved(_many("claims", size))
    return lambda: check_case(folder)


def _figures(size: int) -> Step:
    dossier = _series(size)
    return lambda: hw.disagreements(dossier)


INPUTS: dict[str, tuple[Callable[[int], Step], int]] = {
    "events read": (_reading, 500),
    "claims checked": (_checking, 500),
    "rows at fault": (_faulty, 500),
    "JSON case": (_json, 500),
    "disagreements, claims": (_of("claims", hw.disagreements), 500),
    "disagreements, a series": (_figures, 500),
    "disagreements, readings": (_of("readings", hw.disagreements), 500),
    "disagreements, positions": (_of("positions", hw.disagreements), 500),
    "disagreements, drivers": (_of("drivers", hw.disagreements), 500),
    "bargaining range": (_of("positions", hw.bargaining_range), 500),
    "search, entries": (_of("claims", lambda dossier: hw.search(dossier, "When was the strait closed?")), 500),
}
