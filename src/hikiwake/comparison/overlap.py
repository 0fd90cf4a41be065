"""What two actors would both accept, whoever is followed, and the smallest sets of positions that decide it.

An actor accepts *by every holder* what all accept who say that it accepts something, less what any other says it
refuses; it accepts *by some* what one of them says. With these sets of two actors:

- ``open``: something is shared by every holder; ``none``: nothing is shared by any;
- ``disputed``: it depends on the holder, on how a formula with open content is read, or on the time, where by one
  holder an actor accepts something for a part of the era and refuses it before or after;
- ``refused``: a side refuses to talk, and nobody says that it accepts anything;
- ``unknown``: the record does not say what one of the two would accept, or the scale does not place it.

A set of positions *decides* if the overlap is another without it, and not for want of anything told of a side.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, islice

from hikiwake.comparison.acceptance import NOTHING, Account, Formulas, Ranking
from hikiwake.dossier.entries import Position
from hikiwake.periods import Period

OVERLAPS = ("open", "none", "refused", "disputed", "unknown")
MOST_TOGETHER = 3  # positions whose absence is looked at together
MOST_VIEWED = 400_000  # accounts that are looked at for it


@dataclass(frozen=True, slots=True)
class View:
    """What an actor accepts by every holder and by some; whether all who tell of it say that it refuses to talk.

    steady: what of it some holder never says to be refused
    """

    certain: Formulas
    possible: Formulas
    steady: Formulas
    refusing: bool


@dataclass(frozen=True, slots=True)
class Deciding:
    """Positions without which the overlap were another: which one."""

    positions: tuple[str, ...]
    overlap: str


@dataclass(frozen=True)
class Table:
    """Two actors with their rankings and what is told of each, every position for its time within the era."""

    rankings: Mapping[str, Ranking]
    positions: Mapping[str, Sequence[Position]]

    def overlap(self, without: frozenset[str] = frozenset()) -> tuple[str, Formulas]:
        """The overlap, and the formulas shared for certain or, where that is disputed, perhaps."""
        if not all(ranking.placed for ranking in self.rankings.values()):
            return "unknown", NOTHING
        views = [self.view(actor, without) for actor in self.rankings]
        if any(view.refusing for view in views):
            return "refused", NOTHING
        if not all(view.possible for view in views):
            return "unknown", NOTHING
        certain = views[0].certain & views[1].certain
        possible = views[0].possible & views[1].possible
        if certain:
            return "open", certain
        return ("disputed", possible) if possible else ("none", NOTHING)

    def view(self, actor: str, without: frozenset[str] = frozenset()) -> View:
        """What an actor accepts by every holder and by some."""
        accounts = [self._account(actor, holder, without) for holder in self.holders[actor]]
        accepting = [each for each in accounts if each.possible]
        silent = any(each.silent for each in accounts)
        refused = NOTHING.union(*(each.rejected for each in accounts if not each.possible))
        certain = NOTHING
        if accepting and not silent:
            certain = accepting[0].certain.intersection(*(each.certain for each in accepting)) - refused
        possible = NOTHING.union(*(each.possible for each in accepting))
        steady = NOTHING.union(*(each.possible - each.passing for each in accepting))
        return View(certain, possible, steady, silent and not accepting)

    @property
    def passing(self) -> bool:
        """Whether nothing is shared but what an actor accepts for a part of the era only."""
        one, other = map(self.view, self.rankings)
        return not one.steady & other.steady

    @property
    def parted(self) -> bool:
        """Whether any actor is told of by several holders."""
        return any(len(each) > 1 for each in self.holders.values())

    @cached_property
    def holders(self) -> dict[str, dict[str, list[Position]]]:
        """The positions of each actor by holder, of several that say the same of one time the first."""
        found: dict[str, dict[str, list[Position]]] = {actor: {} for actor in self.rankings}
        for actor, told in self.positions.items():
            first: dict[tuple[str, str, str, Period], Position] = {}
            for each in told:
                first.setdefault((each.holder, each.on, each.verb, each.period), each)
            for each in first.values():
                found[actor].setdefault(each.holder, []).append(each)
        return found

    @cached_property
    def _sayings(self) -> dict[tuple[str, str, str, str], tuple[list[str], Position, str]]:
        """What is said, by all that a range depends on: the ids of the positions that say it, the first, its actor."""
        found: dict[tuple[str, str, str, str], tuple[list[str], Position, str]] = {}
        for actor, told in self.positions.items():
            for each in told:
                found.setdefault((actor, each.holder, each.on, each.verb), ([], each, actor))[0].append(each.id)
        return found

    @cached_property
    def _accounts(self) -> dict[tuple[str, str, frozenset[str]], Account]:
        return {}

    def _account(self, actor: str, holder: str, without: frozenset[str]) -> Account:
        told = self.holders[actor][holder]
        gone = without.intersection(each.id for each in told) if without else without
        key = actor, holder, gone
        if key not in self._accounts:
            self._accounts[key] = self.rankings[actor].account([each for each in told if each.id not in gone])
        return self._accounts[key]

    def deciding(self) -> tuple[Deciding, ...]:
        """The smallest sets of positions that decide, of up to three positions; all of one size, in order.

        What several positions say goes only with all of them. Of very many holders not all sets are tried.
        """
        overlap = self.overlap()[0]
        few = [ids for ids, _, _ in self._sayings.values() if len(ids) <= MOST_TOGETHER]
        most = MOST_VIEWED // (1 + sum(map(len, self.holders.values())))
        for size in range(1, MOST_TOGETHER + 1):
            sets = (chosen for count in range(1, size + 1) for chosen in combinations(few, count)
                    if sum(map(len, chosen)) == size)  # fmt: skip
            if found := tuple(self._turning(islice(sets, most), overlap)):
                return found
        return ()

    def _turning(self, sets: Iterable[tuple[list[str], ...]], overlap: str) -> Iterator[Deciding]:
        for chosen in sets:
            ids = tuple(id_ for each in chosen for id_ in each)
            without = self.overlap(frozenset(ids))[0]
            if without not in (overlap, "unknown"):
                yield Deciding(ids, without)
