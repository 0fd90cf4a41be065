"""The windows of a bargaining range as the figure of the lanes draws them: from a result to plain rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from hikiwake.comparison.bargaining import ACCEPTING, REFUSING
from hikiwake.comparison.ranges import BargainingRange, Bound
from hikiwake.dossier import Entry, Position, Scale
from hikiwake.figures.lanes import Side, Stand, Window
from hikiwake.wording.ranges import lane

Name = Callable[[str], str]


def window(row: BargainingRange, scale: Scale, when: str, entries: Mapping[str, Entry], name: Name) -> Window:
    """One window: ``entries`` has the positions by id, ``name`` gives the name of an actor."""
    place = {formula: index for index, group in enumerate(scale.order) for formula in group}
    sides = tuple(_side(bounds, scale, place, entries, name) for bounds in _alike(row.bounds))
    return Window(when, row.overlap, len(scale.order), sides, tuple(place[each] for each in row.shared))


def _alike(bounds: Iterable[Bound]) -> list[list[Bound]]:
    """The bounds of one actor, on one kind of evidence, that go equally far stand in one lane."""
    groups: dict[tuple[object, ...], list[Bound]] = {}
    for bound in bounds:
        key = (bound.actor, bound.kind, bound.accepts, bound.perhaps, bound.refuses)
        groups.setdefault(key, []).append(bound)
    return list(groups.values())


def _side(
    bounds: list[Bound], scale: Scale, place: Mapping[str, int], entries: Mapping[str, Entry], name: Name
) -> Side:
    first = bounds[0]
    holders = list(dict.fromkeys(bound.holder for bound in bounds))
    told = [each for bound in bounds for id_ in bound.positions if isinstance(each := entries[id_], Position)]
    return Side(
        label=lane(name(first.actor), first.kind, holders, first.refuses),
        left=first.actor == scale.actor,
        kind=first.kind,
        accepts=tuple(place[each] for each in first.accepts),
        wide=tuple(place[each] for each in (*first.accepts, *first.perhaps)),
        refuses=first.refuses,
        stands=tuple(Stand(place[each.on], each.id, _look(each)) for each in told if each.on in place),
        opens=told[0].id if told else "",
    )


def _look(position: Position) -> str:
    if position.verb in ACCEPTING:
        return "accepts"
    return "refuses" if position.verb in REFUSING else "weighs"
