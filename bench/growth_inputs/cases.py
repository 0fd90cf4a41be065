"""Cases that grow: many rows of one kind, read and analysed.

``INPUTS`` maps a name to a function that makes the step to be timed for a size, and the first size.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import hikiwake as hw
from hikiwake.dossier.folder.checking import check_case
from hikiwake.dossier.folder.onefile import examine_json, json_text
from hikiwake.dossier.scrutiny import remarks
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


def _answers(size: int, *, timed: bool) -> Step:
    """As many answers to one question, by as many holders, all different."""
    dossier = _many("readings", size)
    first = next(each for each in dossier.readings if each.question == "why_failed")
    days = [Period.parse(f"{1000 + n * 7 % 997}") if timed else None for n in range(size)]
    rows = tuple(replace(first, id=f"r{n}", side=f"s{n}", holder=f"H {n}", as_of=day) for n, day in enumerate(days))
    other = tuple(replace(each, passages=dossier.readings[-1].passages) for each in rows[::2])
    return partial(hw.disagreements, replace(dossier, readings=(*rows[1::2], *other)))


def _holders(size: int) -> Step:
    """As many holders, each with a name that is like the others."""
    dossier = _many("drivers", size)
    letters = str.maketrans("0123456789", "bcdfghklmn")
    named = (f"{n:06}ton".translate(letters) for n in range(size))
    rows = tuple(replace(each, holder=f"Council of {name}") for each, name in zip(dossier.drivers, named, strict=True))
    return lambda: list(remarks(replace(dossier, drivers=rows), {}))


def _then(size: int) -> Step:
    dossier = _many("claims", size)
    return lambda: dossier.as_written_by("1996")


INPUTS: dict[str, tuple[Callable[[int], Step], int]] = {
    "events read": (_reading, 500),
    "claims checked": (_checking, 500),
    "rows at fault": (_faulty, 500),
    "JSON case": (_json, 500),
    "disagreements, claims": (_of("claims", hw.disagreements), 500),
    "disagreements, a series": (_figures, 500),
    "disagreements, readings": (_of("readings", hw.disagreements), 500),
    "disagreements, answers": (partial(_answers, timed=False), 500),
    "disagreements, answers in time": (partial(_answers, timed=True), 500),
    "disagreements, positions": (_of("positions", hw.disagreements), 500),
    "disagreements, drivers": (_of("drivers", hw.disagreements), 500),
    "bargaining range": (_of("positions", hw.bargaining_range), 500),
    "holders' names": (_holders, 500),
    "as written by": (_then, 500),
    "search, entries": (_of("claims", lambda dossier: hw.search(dossier, "When was the strait closed?")), 500),
}
