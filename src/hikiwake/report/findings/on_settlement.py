"""Findings on what could have been settled: the range by era, what decides it, and what was offered and refused."""

from __future__ import annotations

from collections.abc import Iterable

from hikiwake.actors import SPEAKING
from hikiwake.comparison.bargaining import OVERLAPS
from hikiwake.comparison.ranges import BargainingRange
from hikiwake.dossier import Position
from hikiwake.report.findings.finding import Finding
from hikiwake.report.grounds import Grounds
from hikiwake.wording import findings as wording
from hikiwake.wording.phrases import brief, does, listed
from hikiwake.wording.ranges import overlaps

PROPOSING, REFUSING = ("proposes", "offers", "demands"), ("opposes", "rejects", "denies")
NAMED, DECIDING = 4, 2


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


def most_shared(grounds: Grounds) -> Finding | None:
    """Which formula of the first scale both sides shared in most eras."""
    rows = _first_scale(grounds)
    eras: dict[str, list[BargainingRange]] = {}
    for row in rows:
        for formula in row.shared:
            eras.setdefault(formula, []).append(row)
    if not eras:
        return None
    most = max(map(len, eras.values()))
    titles = [formula for formula, each in eras.items() if len(each) == most]
    told = eras[titles[0]]
    if len(titles) > 2 or any(eras[title] != told for title in titles):
        return None
    said = wording.most_shared(
        [grounds.names.term(each) for each in titles], [brief(r.period) for r in told], len(rows)
    )
    on = [position for position in _positions(grounds, told) if position.on in titles]
    return Finding("finding-shared", f"{most}/{len(rows)}", said, on or _positions(grounds, told), "range")


def deciding(grounds: Grounds) -> Finding | None:
    """Which single positions decide a range, on any scale."""
    rows = _first_scale(grounds)
    if not rows:
        return None
    decided = [(row, grounds.dossier.by_id[row.decided_by[0].positions[0]]) for row in grounds.ranges
               if len(row.decided_by) == 1 and len(row.decided_by[0].positions) == 1]  # fmt: skip
    found = [(row, position) for row, position in decided if isinstance(position, Position)]
    told = [
        (
            brief(row.period),
            _title(grounds, row.scale),
            f"{grounds.names.actor(each.actor)} {does(each.verb)} “{grounds.names.term(each.on)}”",
            each.holder,
        )
        for row, each in found[:DECIDING]
    ]
    on_scale = sum(row.scale == rows[0].scale for row, _ in found)
    said = wording.deciding(_title(grounds, rows[0].scale), on_scale, told, len(found))
    return Finding("finding-deciding", str(len(found)), said, [each for _, each in found], "range")


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
    proposers: dict[str, list[str]] = {}
    for title, proposer, _ in told:
        proposers.setdefault(title, []).append(proposer)
    return [(title, listed(names), "") for title, names in proposers.items()]


def _of(grounds: Grounds, position: Position, side: tuple[str, ...]) -> bool:
    return grounds.dossier.actor[position.actor].state in side


def _speaks(grounds: Grounds, position: Position) -> bool:
    """Whether a position speaks for a state: its own, its government's, or that of somebody who held an office."""
    actor = grounds.dossier.actor[position.actor]
    return position.kind != "recommended" and (actor.kind in SPEAKING or bool(actor.offices))
