"""The answers to a package file: by one survey of its packages or, where there are too many, by branch and bound."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np

from hikiwake.conflict.model.faults import nearest
from hikiwake.dossier import Dossier
from hikiwake.errors import ModelError
from hikiwake.settlement.packages.bargaining.conceding import all_or_nothing, concession
from hikiwake.settlement.packages.bargaining.improving import counted, improvement
from hikiwake.settlement.packages.bargaining.linkage import linkage
from hikiwake.settlement.packages.bargaining.opening_up import least_changes
from hikiwake.settlement.packages.bargaining.ratifying import pivotal
from hikiwake.settlement.packages.bargaining.waiting import in_era, waiting
from hikiwake.settlement.packages.files.loading import with_its_case
from hikiwake.settlement.packages.files.reading import package_named
from hikiwake.settlement.packages.holding.tabled import on_table
from hikiwake.settlement.packages.listing.collecting import Front
from hikiwake.settlement.packages.listing.merging import merged
from hikiwake.settlement.packages.listing.space import MOST_LISTED, package_of
from hikiwake.settlement.packages.listing.survey import Survey, sizes_of, survey
from hikiwake.settlement.packages.listing.worth import scales_of
from hikiwake.settlement.packages.negotiation import Negotiation, Package
from hikiwake.settlement.packages.telling.answers import Counts
from hikiwake.settlement.packages.telling.found import rows_and_points
from hikiwake.settlement.packages.telling.records import MOST_ROWS
from hikiwake.settlement.packages.telling.result import Packages
from hikiwake.settlement.packages.uncertain.draws import affordable
from hikiwake.settlement.packages.uncertain.draws import draws as draw
from hikiwake.settlement.packages.uncertain.hinges import hinges
from hikiwake.settlement.packages.uncertain.intervals import bounded, is_certain

Step = Callable[[str, int], None]


def packages(
    source: str | Path | Negotiation,
    *,
    era: str | None = None,
    improve: str | None = None,
    draws: int = 200,
    seed: int = 0,
    dossier: Dossier | None = None,
    step: Step = lambda _title, _number: None,
) -> Packages:
    """What could all parties to a negotiation sign, and what is fair: the answers to a package file.

    source: a file, or CASE:NAME; era: whose reservations count; improve: a package to better, as
    ``size=small,site=home``; draws: how many, where something is uncertain; seed: of the draws; dossier: the case of a
    negotiation that is known, for its models and passages; step: told what is being done. Raises ``ModelError`` for a
    file at fault, an unknown era or package, and for too many packages.

    >>> from hikiwake.settlement.packages.files.reading import negotiation_from
    >>> pie = negotiation_from('''
    ... issues = [{ id = "pie", alternatives = ["0", "1", "2"] }]
    ... [[parties]]
    ... name = "A"
    ... weights = { pie = 1 }
    ... evaluations = { pie = { 0 = 0, 1 = 1, 2 = 2 } }
    ... [[parties]]
    ... name = "B"
    ... weights = { pie = 1 }
    ... evaluations = { pie = { 0 = 2, 1 = 1, 2 = 0 } }
    ... ''')
    >>> packages(pie).points.nash[0].package
    {'pie': '1'}
    """
    told, case = with_its_case(source)
    if era is not None:
        if era not in told.eras:
            raise ModelError(f'no era "{era}" in reservations; {nearest(era, told.eras)}')
        told = in_era(told, era)
    given = None if improve is None else package_named(told, improve)
    if told.count > MOST_LISTED:
        return replace(_bounded(told, given), dossier=dossier or case)
    found = _uncertain(_listed(told, given, step), given, affordable(told, draws), seed, step)
    return replace(found, dossier=dossier or case, tabled=tuple(on_table(told, found.drawn)))


def _listed(told: Negotiation, given: Package | None, step: Step) -> Packages:
    """The answers where all packages are gone through."""
    scales, sizes = scales_of(told), sizes_of(told)
    seen = survey(told, scales, lambda number: step("packages", number))
    package_at = partial(_package_of, sizes)
    rows, points = rows_and_points(told, scales, seen.front, MOST_ROWS, package_at)
    own = scales[: len(told.parties)]
    better = None if given is None else counted(improvement(own, given, seen.front, package_at), told, own)
    certain = is_certain(told)
    return Packages(
        negotiation=told, scales=scales, counts=_counts(told, seen, certain), rows=rows, points=points,
        pareto=len(seen.front.numbers), certain=certain,
        linkage=linkage(told, own, lambda size: step("issues together", size)),
        pivotal=pivotal(told, scales, seen),
        changes=least_changes(told, scales, seen),
        all_or_nothing=all_or_nothing(own),
        concession=concession(seen.front.accepted(own), own),
        eras=waiting(told),
        improvement=better,
    )  # fmt: skip


def _package_of(sizes: tuple[int, ...], number: int) -> Package:
    return package_of(number, sizes)


def _uncertain(answered: Packages, given: Package | None, draws: int, seed: int, step: Step) -> Packages:
    """The same with draws and hinges, where something is uncertain."""
    if answered.certain:
        return answered
    told, asked = answered.negotiation, given or _first(answered)
    drawn = draw(told, draws, seed, asked, lambda number: step("draws", number)) if draws else None
    return replace(answered, drawn=drawn, hinges=hinges(told, lambda size: step("uncertain numbers together", size)))


def _first(answered: Packages) -> Package | None:
    """The package of which draws tell how often it would be signed: the first Nash point."""
    if not answered.points.nash:
        return None
    named = answered.points.nash[0].package
    return tuple(issue.alternatives.index(named[issue.id]) for issue in answered.negotiation.issues)


def _counts(told: Negotiation, seen: Survey, certain: bool) -> Counts:
    sure = possible = seen.zone
    if not certain:
        sure, possible = (survey(told, scales).zone for scales in bounded(told))
    return Counts(seen.count, seen.zone, seen.win_sets, seen.overlap, seen.signable[0], sure, possible)


def _bounded(told: Negotiation, given: Package | None) -> Packages:
    """The answers where there are too many packages to go through: what the Pareto set tells."""
    scales = scales_of(told)
    own = scales[: len(told.parties)]
    found = merged(sizes_of(told), own, told.clashes)
    front = Front(np.arange(len(found.units), dtype=np.int64), found.units)

    def package_at(number: int) -> Package:
        return tuple(found.packages[number].tolist())

    rows, points = rows_and_points(told, scales, front, MOST_ROWS, package_at)
    return Packages(
        negotiation=told, scales=scales, counts=Counts(found.count), rows=rows, points=points,
        pareto=len(front.numbers), certain=is_certain(told), linkage=linkage(told, own),
        all_or_nothing=all_or_nothing(own), concession=None,
        improvement=None if given is None else improvement(own, given, front, package_at),
    )  # fmt: skip
