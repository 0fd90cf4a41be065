"""Findings on what could have been settled: the range by era, and what was offered and refused."""

from __future__ import annotations

from collections.abc import Iterable

from hikiwake.actors import SPEAKING
from hikiwake.comparison.bargaining import OVERLAPS
from hikiwake.comparison.ranges import BargainingRange
from hikiwake.dossier import Position
from hikiwake.report.findings.finding import Finding
from hikiwake.report.grounds import Grounds
from hikiwake.wording import findings as wording
from hikiwake.wording.phrases import brief, listed
from hikiwake.wording.ranges import overlaps

PROPOSING, REFUSING = ("proposes", "offers", "demands"), ("opposes", "rejects", "denies")
NAMED = 4


def _first_scale(grounds: Grounds) -> list[BargainingRange]:
    case = grounds.dossier.case
    if not case.scales or not {*case.dyad} <= {*grounds.dossier.actor}:
        return []
    return [row for row in grounds.ranges if row.scale == case.scales[0].id]


def _positions(grounds: Grounds, rows: Iterable[BargainingRange]) -> list[Position]:
    ids = dict.fromkeys(id_ for row in rows for bound in row.bounds for id_ in bound.positions)
    return [entry for id_ in ids if isinstance(entry := grounds.dossier.by_id[id_], Position)]


def _title(grounds: Grounds, scale: str) -> str:
    return next(each.title for each in grounds.dossier.case.scales if each.id == scale)


def windows(grounds: Grounds) -> Finding | None:
    """In which eras something was shared on the case's first scale."""
    rows = _first_scale(grounds)
    if not rows or all(row.overlap == "unknown" for row in rows):
        return None
    eras = {word: [brief(row.period) for row in rows if row.overlap == word] for word in OVERLAPS}
    names = [grounds.names.actor(side) for side in grounds.dossier.case.dyad]
    said = wording.windows(_title(grounds, rows[0].scale), overlaps(names, eras))
    figure = f"{len(eras['open'])}/{len(rows)}"
    return Finding("finding-windows", figure, said, _positions(grounds, rows), "range")


def opposed(grounds: Grounds) -> Finding | None:
    """Formulas that one side of the dyad put forward and the other refused."""
    dossier = grounds.dossier
    if not {*dossier.case.dyad} <= {*dossier.actor}:
        return None
    dyad = dossier.dyad(*dossier.case.dyad)
    told: list[tuple[str, str, str]] = []
    found: list[Position] = []
    for formula in dossier.formulas:
        positions = [each for each in dossier.positions_on(formula.id) if _speaks(grounds, each)]
        for one, other in ((dyad.first, dyad.second), (dyad.second, dyad.first)):
            proposed = [each for each in positions if each.verb in PROPOSING and _of(grounds, each, one)]
            refused = [each for each in positions if each.verb in REFUSING and _of(grounds, each, other)]
            if proposed and refused:
                told.append((formula.title, grounds.names.actor(one[0]), grounds.names.actor(other[0])))
                found += [*proposed, *refused]
    if not told:
        return None
    count = len({title for title, _, _ in told})
    return Finding("finding-opposed", str(count), wording.opposed(count, _joined(told)[:NAMED]), found, "formulas")


def _joined(told: list[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    """A formula that each side put forward and refused in turn is told once."""
    pairs: dict[str, list[tuple[str, str]]] = {}
    for title, proposer, refuser in told:
        pairs.setdefault(title, []).append((proposer, refuser))
    return [(title, listed(one for one, _ in each), each[0][1] if len(each) == 1 else "")
            for title, each in pairs.items()]  # fmt: skip


def _of(grounds: Grounds, position: Position, side: tuple[str, ...]) -> bool:
    return grounds.dossier.actor[position.actor].state in side


def _speaks(grounds: Grounds, position: Position) -> bool:
    """Whether a position speaks for a state: its own, its government's, or that of somebody who held an office."""
    actor = grounds.dossier.actor[position.actor]
    return position.kind != "recommended" and (actor.kind in SPEAKING or bool(actor.offices))
