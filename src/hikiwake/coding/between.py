"""Whom a text of a case names, and the two sides that its acts are between."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from hikiwake.actors import Actor
from hikiwake.coding.actors import Named, gazetteer, named
from hikiwake.coding.sides import sides_of_case
from hikiwake.coding.times import Dated


def named_between(
    text: str, dated: Sequence[Dated], actors: Iterable[Actor] = (), dyad: Sequence[str] = ()
) -> tuple[tuple[Named, ...], tuple[str, ...]]:
    """Whom a text names, and the sides of its case as it names them (none where it is not about both).

    >>> told = named_between("Peru and Chile met. Bolivia protested. Both sides waited.", (), (), ("BOL", "CHL"))
    >>> told[0][-1].actors, told[1]
    (('BOL', 'CHL'), ('BOL', 'CHL'))
    """
    own = tuple(actors)
    names = gazetteer(own)
    mentions = named(text, dated, names)
    succeeds = names.succeeds | {each.id: each.succeeds for each in own if each.succeeds}
    two = sides_of_case(dyad, mentions, succeeds)
    return (named(text, dated, names, two) if two else mentions), two
