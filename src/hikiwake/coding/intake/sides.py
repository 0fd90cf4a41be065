"""The two sides of a new case, where nobody has said them: the states that most often deal with each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from hikiwake.dossier import Dossier
from hikiwake.dossier.folder.cases import change
from hikiwake.dossier.folder.starting import SIDES
from hikiwake.vocabulary.actors import actor_rows
from hikiwake.workbench.needed import actor_of
from hikiwake.workbench.proposal import Proposal


def likely_sides(proposals: Iterable[Proposal]) -> tuple[str, str] | None:
    """The pair of states that most events join, the one of which more is told first; ``None`` where no event joins any.

    >>> from hikiwake.workbench import Span
    >>> likely_sides([Proposal("event", (Span("a", 0, 9),), sources=("EGY",), targets=("ETH", "EGY"))])
    ('EGY', 'ETH')
    """
    states = {row.id for row in actor_rows() if row.kind == "state"}
    pairs, told = Counter[tuple[str, str]](), Counter[str]()
    for each in proposals:
        named = sorted({id_.partition("/")[0] for id_ in (*each.sources, *each.targets)} & states)
        told.update(named)
        pairs.update((one, other) for one in named for other in named if one < other)
    if not pairs:
        return None
    one, other = max(pairs, key=lambda pair: (pairs[pair], pair))
    return (one, other) if told[one] >= told[other] else (other, one)


def sides_said(dossier: Dossier) -> tuple[str, ...]:
    """The two sides of a case; none where those stand that stand for none."""
    dyad = dossier.case.dyad
    return () if dyad == tuple(side.id for side in SIDES) else tuple(dyad)


def name_sides(case: Path, proposals: Iterable[Proposal]) -> tuple[str, str] | None:
    """Put the likely sides into a new case in place of those that stand for none; they, or ``None``."""
    found = likely_sides(proposals)
    plain = tuple(side.id for side in SIDES)
    if found is None:
        return None
    with change(case) as hand:
        dossier = hand.dossier
        if dossier.case.dyad != plain:
            return None
        others = tuple(actor for actor in dossier.actors if actor.id not in (*plain, *found))
        actors = (*map(actor_of, found), *others)
        hand.save(replace(dossier, case=replace(dossier.case, dyad=found), actors=actors))
    return found
