"""Who refuses a settlement on record, or accepts it: by a position on its formula, of the era, of who speaks for it.

Whom a reading *follows*: the model's own reading and a variant of another name follow every holder; a variant named
after a document or a holder follows that one alone. What is only recommended is nobody's refusal.

A passage that says no to much says no to each part of it: where the very passages of a refusal carry refusals of other
things as well, they do not speak of this formula, and that it is refused is *inferred* from them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from hikiwake.actors import lineage
from hikiwake.conflict.model.conflict import Conflict
from hikiwake.dossier import Dossier, Entry, Position
from hikiwake.dossier.speaking import KINDS, speaks
from hikiwake.modelling.case_models import holders, plain

ACCEPTING = ("accepts", "supports", "proposes", "offers", "demands")


def refusals(dossier: Dossier, conflict: Conflict, variant: str, formula: str) -> dict[int, tuple[str, ...]]:
    """The decision makers (by place) that refuse a formula, each with the positions that say so."""
    return _taking(dossier, conflict, variant, formula, ("rejects",))


def acceptances(dossier: Dossier, conflict: Conflict, variant: str, formula: str) -> dict[int, tuple[str, ...]]:
    """The decision makers (by place) that accept a formula, or are for it, each with the positions that say so."""
    return _taking(dossier, conflict, variant, formula, ACCEPTING)


def direct(dossier: Dossier, refusing: Iterable[str]) -> tuple[str, ...]:
    """Those refusals whose passages speak of their own formula; from the passages of the others they are inferred.

    >>> import hikiwake as hw
    >>> direct(hw.load("japan_russia"), ["position-gandhi-2024-013", "position-gandhi-2024-017"])
    ('position-gandhi-2024-013',)
    """
    return tuple(id_ for id_ in refusing if not any(_wider(each, dossier.by_id[id_]) for each in dossier.positions))


def _wider(other: Position, one: Entry) -> bool:
    """Whether another refusal of the same actor, of something else, stands on the same passages."""
    same = isinstance(one, Position) and (other.actor, other.verb) == (one.actor, one.verb) and other.on != one.on
    return same and {*other.passages}.issuperset(one.passages)


def _taking(
    dossier: Dossier, conflict: Conflict, variant: str, formula: str, verbs: tuple[str, ...]
) -> dict[int, tuple[str, ...]]:
    """The decision makers that take one of some positions on a formula."""
    if conflict.era not in {each.id for each in dossier.case.eras}:
        return {}
    told = [*filter(_following(dossier, variant), _positions(dossier, conflict, formula, verbs))]
    found: dict[int, tuple[str, ...]] = {}
    for maker, own in enumerate(conflict.decision_makers):
        if own.actor in dossier.actor:
            line = lineage(own.actor, {each.id: each.succeeds for each in dossier.actors if each.succeeds})
            ids = tuple(each.id for each in told if speaks(dossier, each, line))
            found |= {maker: ids} if ids else {}
    return found


def _positions(dossier: Dossier, conflict: Conflict, formula: str, verbs: tuple[str, ...]) -> Iterator[Position]:
    period = dossier.era(conflict.era).period
    for each in dossier.positions:
        if each.on == formula and each.verb in verbs and each.kind in KINDS and dossier.lasting(each).overlaps(period):
            yield each


def _following(dossier: Dossier, variant: str) -> Callable[[Position], bool]:
    """Whether a reading follows a position."""
    if variant in dossier.document:
        return lambda position: variant in dossier.documents_of(position)
    if variant and plain(variant) in holders(dossier):
        return lambda position: plain(position.holder) == plain(variant)
    return lambda _: True
