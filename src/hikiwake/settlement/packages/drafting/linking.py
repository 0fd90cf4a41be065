"""Links between issues: drivers of the record that touch two of them.

A driver touches an issue if its cause or its effect is one of its formulas or the issue itself, or if it stands on a
passage on which a position about the issue stands too.
"""

from __future__ import annotations

from collections.abc import Sequence

from hikiwake.dossier import Dossier, Driver, Position
from hikiwake.settlement.packages.drafting.matters import Matter
from hikiwake.settlement.packages.negotiation import Link

MOST_GROUNDS = 12


def links(dossier: Dossier, matters: Sequence[Matter], positions: Sequence[Position]) -> tuple[Link, ...]:
    """The links of issues, each with the drivers that make it, in the order of the issues."""
    told = [frozenset(id_ for each in positions if each.on in matter.on for id_ in each.passages)
            for matter in matters]  # fmt: skip
    found: dict[tuple[int, ...], list[Driver]] = {}
    for driver in dossier.drivers:
        touched = tuple(at for at, matter in enumerate(matters) if _touches(driver, matter, told[at]))
        if len(touched) > 1:
            found.setdefault(touched, []).append(driver)
    return tuple(Link(tied, tuple(each.id for each in found[tied][:MOST_GROUNDS]), found[tied][0].summary)
                 for tied in sorted(found))  # fmt: skip


def _touches(driver: Driver, matter: Matter, passages: frozenset[str]) -> bool:
    named = {matter.id, *matter.alternatives, *matter.on}
    return bool(named.intersection((driver.cause, driver.effect)) or passages.intersection(driver.passages))
