"""The two sides of a dyad in the codes of published files, predecessors included."""

from __future__ import annotations

from dataclasses import dataclass

from hikiwake.actors import lineage
from hikiwake.dossier import Dossier
from hikiwake.errors import HikiwakeError
from hikiwake.vocabulary.comparisons import state_codes


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a dyad: the ids of its actor and of those that it succeeds."""

    ids: tuple[str, ...]

    def words(self, code: str) -> frozenset[str]:
        """What files call the side in a code (cow, iso2 or names), in small letters; an id without code as it is.

        >>> sorted(Side(("RUS", "SUN")).words("cow")), sorted(Side(("NOWHERE",)).words("iso2"))
        (['365'], ['nowhere'])
        """
        known = state_codes()
        own = (known[id_].words(code) if id_ in known else frozenset((id_,)) for id_ in self.ids)
        return frozenset(word.casefold() for words in own for word in words)

    def is_member(self, year: int) -> bool:
        """Whether the side is in the system of states in a year; of one that the table does not know it is taken so.

        >>> Side(("JPN",)).is_member(1950), Side(("JPN",)).is_member(1952)
        (False, True)
        """
        known = [state_codes()[id_] for id_ in self.ids if id_ in state_codes()]
        return not known or any(first <= year <= last for each in known for first, last in each.members)


def sides_of(dossier: Dossier, pair: tuple[str, str]) -> tuple[Side, Side]:
    """The sides of a dyad: actors of the case with those that they succeed, or other states, by their ids alone.

    Where both succeed one and the same actor, that one is on neither side. Raises ``HikiwakeError`` for one side.
    """
    succeeds = {actor.id: actor.succeeds for actor in dossier.actors if actor.succeeds}
    one, other = (lineage(id_, succeeds) for id_ in pair)
    common = {*one} & {*other}
    sides = tuple(Side(tuple(id_ for id_ in line if id_ not in common)) for line in (one, other))
    if not all(side.ids for side in sides):
        raise HikiwakeError(f"dyad: {','.join(pair)} are one side, expected two that differ, as JPN,RUS")
    return sides[0], sides[1]


def plain(cell: str) -> str:
    """A cell as it is looked up: without blanks at its ends, in small letters, a whole number without decimals.

    >>> plain(" 365.0 "), plain("RU")
    ('365', 'ru')
    """
    return cell.strip().casefold().removesuffix(".0")
