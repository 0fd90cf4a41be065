"""The bargaining range of two actors over the formulas of a scale, era by era.

What an actor accepts by one holder is in ``acceptance``, what two actors share and which positions decide it in
``overlap``. Positions of a state, its government and of persons who then held an office of it count; those of publics,
factions and companies, and what an author recommends, stand beside and are never counted. Raiffa (1982), *The Art and
Science of Negotiation*, ch. 4, on the zone of agreement.
"""

from __future__ import annotations

from collections.abc import Sequence

from hikiwake.comparison.acceptance import Ranking
from hikiwake.comparison.limits import account_told
from hikiwake.comparison.overlap import OVERLAPS, Deciding, Table
from hikiwake.comparison.ranges import BargainingRange, BargainingRanges, Bound, Reach
from hikiwake.dossier.case import Era, Scale
from hikiwake.dossier.dossier import Dossier
from hikiwake.dossier.entries import Position
from hikiwake.dossier.speaking import ACCEPTING, KINDS, REFUSING, during, speaks
from hikiwake.wording import ranges as wording

__all__ = ["ACCEPTING", "KINDS", "OVERLAPS", "REFUSING", "bargaining_range", "ranking_of", "speaks"]


def bargaining_range(
    dossier: Dossier, between: tuple[str, str] | None = None, scale: str | None = None
) -> BargainingRanges:
    """What two actors would both accept, era by era: on every scale, between those it ranks for, if nothing is asked.

    Raises ``KeyError`` for an actor or a scale that the case does not know.

    >>> import hikiwake as hw
    >>> {row.overlap for row in hw.bargaining_range(hw.load("japan_russia"))} <= set(OVERLAPS)
    True
    """
    scales = {each.id: each for each in dossier.case.scales}
    chosen = [scales[scale]] if scale else scales.values()
    case = dossier.case
    return BargainingRanges(
        tuple(_range(dossier, between or case.pair(one), era, one) for one in chosen for era in case.eras), dossier
    )


def _range(dossier: Dossier, between: tuple[str, str], era: Era, scale: Scale) -> BargainingRange:
    lines = {actor: _line(dossier, actor) for actor in between}
    on = [
        each for each in dossier.positions if each.on in _formulas(scale) and dossier.lasting(each).overlaps(era.period)
    ]
    own = {actor: [each for each in on if dossier.actor[each.actor].state in lines[actor]] for actor in between}
    told = {actor: [during(dossier, era.period, each) for each in own[actor]
                    if each.kind in KINDS and speaks(dossier, each, lines[actor])] for actor in between}  # fmt: skip
    table = Table({actor: ranking_of(dossier, scale, lines[actor]) for actor in between}, told)
    overlap, shared = table.overlap()
    ordered = table.rankings[between[0]].in_order(shared)
    decided_by = table.deciding()
    counted = {each.id for positions in told.values() for each in positions}
    return BargainingRange(
        era.id,
        era.period,
        scale.id,
        between,
        overlap,
        {kind: _of_kind(table, kind).overlap()[0] for kind in KINDS},
        ordered,
        {formula.id: formula.share for formula in dossier.formulas if formula.share and formula.id in shared},
        tuple(_reach(table, actor) for actor in between),
        tuple(bound for actor in between for bound in _bounds(actor, told[actor], table.rankings[actor])),
        decided_by,
        tuple(each.id for actor in between for each in own[actor] if each.id not in counted),
        _why(dossier, table, overlap, ordered, decided_by),
    )


def _formulas(scale: Scale) -> set[str]:
    """The formulas on which a position tells something about a scale."""
    return {*scale.formulas, *scale.refusals, *(group[0] for group in scale.open)}


def _line(dossier: Dossier, actor: str) -> tuple[str, ...]:
    return dossier.line(dossier.actor[actor].id)


def ranking_of(dossier: Dossier, scale: Scale, line: tuple[str, ...]) -> Ranking:
    """The scale as an actor ranks it; against whom it is ranked, unless it says so, is the other of the dyad."""
    return Ranking(scale, 1 if scale.actor in line else -1 if dossier.case.against(scale) in line else 0)


def _reach(table: Table, actor: str) -> Reach:
    """What an actor accepts over all holders, in the order of the scale."""
    view, in_order = table.view(actor), table.rankings[actor].in_order
    return Reach(actor, in_order(view.certain), in_order(view.possible), view.refusing)


def _of_kind(table: Table, kind: str) -> Table:
    return Table(table.rankings, {actor: [each for each in told if each.kind == kind]
                                  for actor, told in table.positions.items()})  # fmt: skip


def _bounds(actor: str, positions: Sequence[Position], ranking: Ranking) -> list[Bound]:
    """The bounds of one actor: one for each holder and kind of evidence, less all that the holder says it refuses."""
    groups: dict[tuple[str, str], list[Position]] = {}
    for position in positions:
        groups.setdefault((position.holder, position.kind), []).append(position)
    return [
        _bound(actor, holder, kind, group, ranking, [each for each in positions if each.holder == holder])
        for (holder, kind), group in groups.items()
    ]


def _bound(
    actor: str, holder: str, kind: str, group: Sequence[Position], ranking: Ranking, told: Sequence[Position]
) -> Bound:
    found = ranking.account(group, told)
    return Bound(
        actor,
        holder,
        kind,
        ranking.in_order(found.certain),
        ranking.in_order(found.possible - found.certain),
        found.silent,
        tuple(position.id for position in group),
        tuple(dict.fromkeys(passage for position in group for passage in position.passages)),
    )


def _why(dossier: Dossier, table: Table, overlap: str, shared: Sequence[str], decided_by: Sequence[Deciding]) -> str:
    """The sentences that say why the overlap is what it is: each holder's account of each side once."""
    titles = {formula.id: formula.title for formula in dossier.formulas}
    names = {actor: dossier.actor[actor].name() for actor in table.rankings}
    told = [
        account_told(table.rankings[actor], positions, titles, names[actor])
        for actor, holders in table.holders.items()
        for positions in holders.values()
    ]
    silent = [names[actor] for actor in table.rankings if not table.view(actor).possible]
    unplaced = [names[actor] for actor, ranking in table.rankings.items() if not ranking.placed]
    told_of = {position.id: position for positions in table.positions.values() for position in positions}
    sets = [([told_of[id_].holder for id_ in each.positions], each.overlap) for each in decided_by]
    in_part = table.parted if overlap == "disputed" and table.passing else None
    return wording.why(overlap, [titles[formula] for formula in shared], told, silent, unplaced, sets, in_part)
