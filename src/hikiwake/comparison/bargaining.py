"""The bargaining range of two actors over the formulas of a scale, era by era.

Let a scale rank formulas from the side of one actor, best first; the other actor is taken to rank them the other way
round. An actor that accepts a formula accepts everything it ranks better: its **acceptance set**. By each holder and
each kind of evidence (declared, revealed, perceived) the set is what that holder's positions say. What both sets share
is the range:

- ``open``: something is shared whichever holder is followed; ``none``: nothing is, whichever is followed;
- ``disputed``: it depends on the holder, or on how a formula with open content is read;
- ``refused``: a side refuses to talk, which is not the same as conceding nothing;
- ``unknown``: the record does not say what one of the two would accept.

Positions of a state, its government and of persons who then held an office of it count; those of publics, factions
and companies do not. Raiffa (1982), *The Art and Science of Negotiation*, ch. 4, on reservation prices and the zone of
agreement.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from hikiwake.actors import lineage
from hikiwake.comparison.ranges import BargainingRange, BargainingRanges, Bound
from hikiwake.dossier.case import Era, Scale
from hikiwake.dossier.dossier import Dossier
from hikiwake.dossier.entries import Position
from hikiwake.wording import ranges as wording

KINDS = ("declared", "revealed", "perceived")
ACCEPTING = ("proposes", "offers", "supports", "accepts", "conditions", "demands")
SPEAKING = ("state", "government", "ministry")
Formulas = frozenset[str]


@dataclass(frozen=True, slots=True)
class _View:
    """One actor's formulas by every holder (``certain``) and by some (``possible``); whether it only refuses."""

    certain: Formulas
    possible: Formulas
    refusing: bool


def bargaining_range(
    dossier: Dossier, between: tuple[str, str] | None = None, scale: str | None = None
) -> BargainingRanges:
    """What two actors would both accept, era by era: the case's dyad and every scale where nothing else is asked.

    Raises ``KeyError`` for an actor or a scale that the case does not know.

    >>> import hikiwake as hw
    >>> {row.overlap for row in hw.bargaining_range(hw.load("japan_russia"))} <= set(OVERLAPS)
    True
    """
    scales = {each.id: each for each in dossier.case.scales}
    chosen = [scales[scale]] if scale else scales.values()
    pair = between or dossier.case.dyad
    return BargainingRanges(
        tuple(_range(dossier, pair, era, one) for one in chosen for era in dossier.case.eras), dossier
    )


OVERLAPS = ("open", "none", "refused", "disputed", "unknown")


def _range(dossier: Dossier, between: tuple[str, str], era: Era, scale: Scale) -> BargainingRange:
    positions = {actor: _speaking(dossier, actor, era, scale) for actor in between}
    overlap, shared = _overlap(between, positions, scale)
    bounds = tuple(bound for actor in between for bound in _bounds(actor, positions[actor], scale))
    decided_by = _deciding(between, positions, scale, overlap)
    return BargainingRange(
        era.id,
        era.period,
        scale.id,
        between,
        overlap,
        {kind: _overlap(between, _of_kind(positions, kind), scale)[0] for kind in KINDS},
        shared,
        {formula.id: formula.share for formula in dossier.formulas if formula.share and formula.id in shared},
        bounds,
        decided_by,
        _why(dossier, scale, between, overlap, shared, bounds, decided_by),
    )


def _speaking(dossier: Dossier, actor: str, era: Era, scale: Scale) -> list[Position]:
    """The positions in the era, on the scale, of those who speak for an actor."""
    line = lineage(dossier.actor[actor].id, {each.id: each.succeeds for each in dossier.actors if each.succeeds})
    on = {*scale.formulas, *scale.refusals, *(group[0] for group in scale.open)}
    return [
        position
        for position in dossier.positions
        if position.on in on
        and position.kind in KINDS
        and position.period.overlaps(era.period)
        and speaks(dossier, position, line)
    ]


def speaks(dossier: Dossier, position: Position, line: tuple[str, ...]) -> bool:
    """Whether a position speaks for an actor: the state's own, its government's, or that of who then held an office."""
    actor = dossier.actor[position.actor]
    if actor.state not in line:
        return False
    return actor.kind in SPEAKING or any(office.period.overlaps(position.period) for office in actor.offices)


def _of_kind(positions: Mapping[str, list[Position]], kind: str) -> dict[str, list[Position]]:
    return {actor: [position for position in each if position.kind == kind] for actor, each in positions.items()}


def _bounds(actor: str, positions: list[Position], scale: Scale) -> list[Bound]:
    """The bounds of one actor: one for each holder and kind of evidence."""
    groups: dict[tuple[str, str], list[Position]] = {}
    for position in positions:
        groups.setdefault((position.holder, position.kind), []).append(position)
    return [_bound(actor, holder, kind, group, scale) for (holder, kind), group in groups.items()]


def _bound(actor: str, holder: str, kind: str, positions: list[Position], scale: Scale) -> Bound:
    certain, possible = _accepted(actor, positions, scale)
    return Bound(
        actor,
        holder,
        kind,
        _in_order(certain, scale),
        _in_order(possible - certain, scale),
        _refuses(positions, scale),
        tuple(position.id for position in positions),
        tuple(dict.fromkeys(passage for position in positions for passage in position.passages)),
    )


def _refuses(positions: Iterable[Position], scale: Scale) -> bool:
    return any(position.on in scale.refusals and position.verb in (*ACCEPTING, "other") for position in positions)


def _accepted(actor: str, positions: Iterable[Position], scale: Scale) -> tuple[Formulas, Formulas]:
    """What positions accept for certain, and what they may accept under some reading of an open formula."""
    readings = {group[0]: group[1:] for group in scale.open}
    certain: Formulas = frozenset()
    possible: Formulas = frozenset()
    for position in positions:
        if position.verb in ACCEPTING and position.on not in scale.refusals:
            sets = [_closure(actor, formula, scale) for formula in readings.get(position.on, (position.on,))]
            certain |= _common(sets)
            possible |= frozenset().union(*sets)
    return certain, possible


def _common(sets: Iterable[Formulas]) -> Formulas:
    """What all of some sets share; nothing where there is no set."""
    first, *rest = list(sets) or [frozenset()]
    return first.intersection(*rest)


def _closure(actor: str, formula: str, scale: Scale) -> Formulas:
    """A formula and everything that the actor ranks better."""
    place = next((index for index, group in enumerate(scale.order) if formula in group), None)
    if place is None:
        return frozenset()
    better = scale.order[:place] if actor == scale.actor else scale.order[place + 1 :]
    return frozenset({formula}.union(*better))


def _in_order(formulas: Formulas, scale: Scale) -> tuple[str, ...]:
    return tuple(formula for formula in scale.formulas if formula in formulas)


def _overlap(
    between: tuple[str, str], positions: Mapping[str, list[Position]], scale: Scale
) -> tuple[str, tuple[str, ...]]:
    """The overlap of two actors, and the formulas they share for certain or, where that is disputed, perhaps."""
    views = [_views(actor, positions[actor], scale) for actor in between]
    if any(view.refusing for view in views):
        return "refused", ()
    if not all(view.possible for view in views):
        return "unknown", ()
    certain, possible = _common(view.certain for view in views), _common(view.possible for view in views)
    if certain:
        return "open", _in_order(certain, scale)
    return ("disputed", _in_order(possible, scale)) if possible else ("none", ())


def _views(actor: str, positions: list[Position], scale: Scale) -> _View:
    """What an actor accepts by every holder and by some, and whether all holders say that it refuses to talk."""
    by_holder: dict[str, list[Position]] = {}
    for position in positions:
        by_holder.setdefault(position.holder, []).append(position)
    accepted = [_accepted(actor, group, scale) for group in by_holder.values()]
    accepting = [(certain, possible) for certain, possible in accepted if possible]
    refusing = any(_refuses(group, scale) for group in by_holder.values())
    certain: Formulas = frozenset() if refusing else _common(each for each, _ in accepting)
    return _View(certain, frozenset().union(*(each for _, each in accepting)), refusing and not accepting)


def _deciding(
    between: tuple[str, str], positions: Mapping[str, list[Position]], scale: Scale, overlap: str
) -> str | None:
    """The one position without which the overlap were another, or ``None`` where no single one decides.

    Where several would change it, the one without which the range were open (or, where it is open, closed) decides.
    """
    changing: dict[str, str] = {}
    for actor in between:
        alike = Counter(map(_says, positions[actor]))
        for position in positions[actor]:
            if alike[_says(position)] > 1:
                continue  # another one of the holder says the same
            others = [each for each in positions[actor] if each is not position]
            without = _overlap(between, {**positions, actor: others}, scale)[0]
            if without not in (overlap, "unknown"):
                changing[position.id] = without
    turning = [id_ for id_, without in changing.items() if (without == "open") != (overlap == "open")]
    deciding = turning or list(changing)
    return deciding[0] if len(deciding) == 1 else None


def _says(position: Position) -> tuple[str, str, str]:
    """All of a position by which a range is decided."""
    return position.holder, position.on, position.verb


def _why(
    dossier: Dossier,
    scale: Scale,
    between: tuple[str, str],
    overlap: str,
    shared: tuple[str, ...],
    bounds: tuple[Bound, ...],
    decided_by: str | None,
) -> str:
    """The sentence that says why the overlap is what it is."""
    titles = {formula.id: formula.title for formula in dossier.formulas}
    names = {actor: dossier.actor[actor].name() for actor in between}
    told = [
        (names[bound.actor], bound.holder, titles.get(_furthest(bound, scale), ""), bound.refuses)
        for bound in bounds
        if bound.accepts or bound.perhaps or bound.refuses
    ]
    silent = [names[actor] for actor in between if not any(bound.actor == actor and bound.accepts for bound in bounds)]
    deciding = dossier.by_id[decided_by] if decided_by else None
    holder = deciding.holder if deciding else ""
    return wording.why(overlap, [titles[formula] for formula in shared], told, silent, holder)


def _furthest(bound: Bound, scale: Scale) -> str:
    """The formula furthest from an actor's own best that it accepts, or nothing."""
    accepted = bound.accepts or bound.perhaps or ("",)
    return accepted[-1] if bound.actor == scale.actor else accepted[0]
