"""The least that would have to change for a settlement to be agreed, by the same judgement as a finding's.

A change is: a decision maker drops a statement, comes to want its opposite, or puts it at another rank. Sets of changes
are tried in order of size, at every form of the settlement; the search ends with the first size that is enough, so no
part of what it returns is. Where no one change is enough, one **new wish** is tried before larger sets: a decision
maker comes to want that an option be taken, or not, at any rank. Of sets that give everyone the same ranking and tell
as much one is kept: the one that changes content rather than order. A size of which there are too many sets is not
begun: ``Searched`` says how far the search went.

A settlement that one side can bring about alone needs no agreement: there the changes are those after which it would
gain by it and the settlement would hold. Changes that leave a merged state undecided, so that it would depend on the
member how it compares with another, make no model that could be judged, and are left out. Nothing is tried where no
change of preferences can help: a party refuses it on record, nothing leads there, or no preference is put in
statements.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property, partial
from itertools import accumulate, product
from math import prod
from typing import Literal

from hikiwake.conflict.model.changes import Add, Flip
from hikiwake.conflict.model.conflict import Conflict, Statements
from hikiwake.conflict.model.merging import divided
from hikiwake.conflict.model.statements import parse
from hikiwake.settlement.changing.leavers import Leavers, Ways
from hikiwake.settlement.changing.ways import Changing, Part, Wish, moves
from hikiwake.settlement.judgement import Judged, Play, judge, tells
from hikiwake.settlement.playing import Batch, batches
from hikiwake.settlement.terms import Terms
from hikiwake.settlement.verdicts import may_agree

Ended = Literal["", "refused", "out of reach", "rankings"]
MOST = 3  # changes
MOST_SETS, MOST_CELLS = 800, 80_000  # of one size, and times states; where there are more, it is not begun
MOST_WISHES = 1_000_000  # new wishes times states; where there are more, none is tried


@dataclass(frozen=True, slots=True)
class Least:
    """Changes after which a settlement is agreed at a state, and no part of them is enough; each costs one."""

    changes: Part
    state: str

    @property
    def cost(self) -> int:
        """How many changes it takes."""
        return len(self.changes)


@dataclass(frozen=True, slots=True)
class Searched:
    """How far the search for the least change went: every set of up to ``most`` changes; ``why`` none was tried.

    wishes: whether every one new wish was tried as well
    """

    most: int
    why: Ended = ""
    wishes: bool = False


@dataclass(frozen=True)
class Search:
    """One reading of a conflict; sets of changes are judged once for all its settlements."""

    conflict: Conflict
    play: Play
    _played: dict[Ways, tuple[Batch, int]] = field(default_factory=dict, repr=False)
    _counted: dict[int, bool] = field(default_factory=dict, repr=False)

    def least(
        self, terms: Terms, judged: Judged, refusing: frozenset[int]
    ) -> tuple[tuple[Least, ...], Searched | None]:
        """The smallest sets of changes after which a settlement is agreed, and how far was searched."""
        if enough(judged):
            return (), None
        why = self._hopeless(terms, refusing)
        if why:
            return (), Searched(0, why)
        for size in range(1, MOST + 1):
            if size > 1 and not self._few(size):
                return (), Searched(size - 1, wishes=bool(self.new_wishes))
            found = list(self._enough(terms, refusing, self._chosen(size)))
            found = found or (list(self._enough(terms, refusing, self.new_wishes)) if size == 1 else [])
            if found:
                wishes = size > 1 or isinstance(found[0].changes[0], Add)
                return tuple(sorted(found, key=partial(self._content_first, terms))), Searched(size, wishes=wishes)
        return (), Searched(MOST, wishes=bool(self.new_wishes))

    def _hopeless(self, terms: Terms, refusing: frozenset[int]) -> Ended:
        if not any(form.reachable for form in terms.forms):
            return "out of reach"
        if all(refusing.intersection(form.parties) for form in terms.forms if form.reachable):
            return "refused"
        stated = any(isinstance(maker.preference, Statements) for maker in self.conflict.decision_makers)
        return "" if stated else "rankings"

    def _enough(self, terms: Terms, refusing: frozenset[int], sets: Iterable[Ways]) -> Iterator[Least]:
        for ways, after in self._after(terms, sets):
            if enough(judged := judge(after, terms, refusing)):
                changes = tuple(change for way in ways for change in way.part)
                yield Least(changes, self.play.ground.states.text(judged.form.state))

    def _after(self, terms: Terms, sets: Iterable[Ways]) -> Iterator[tuple[Ways, Play]]:
        """Those sets of changes after which a settlement may be agreed, each with what is played after it."""
        chosen = self.leavers.staying(terms, [*_telling(terms, sets)])
        self._play(ways for ways in chosen if ways not in self._played)
        asked: dict[Batch, list[int]] = {}
        for batch, place in map(self._played.__getitem__, chosen):
            asked.setdefault(batch, []).append(place)
        hopeful = {batch: may_agree(batch, terms, places) for batch, places in asked.items()}
        for ways in chosen:
            batch, place = self._played[ways]
            if place in hopeful[batch]:
                yield ways, batch.plays[place]

    def _play(self, sets: Iterable[Ways]) -> None:
        fresh = [*sets]
        under = [([way.ranks for way in ways], tuple(way.spoken for way in ways)) for ways in fresh]
        found = batches(self.play.ground, self.play.concept, under)
        places = ((batch, place) for batch in found for place in range(len(batch.plays)))
        self._played.update(zip(fresh, places, strict=True))

    def _chosen(self, size: int) -> Iterator[Ways]:
        for sizes in self._shared_out(size):
            yield from product(*(maker.ways(share) for maker, share in zip(self.makers, sizes, strict=True)))

    def _few(self, size: int) -> bool:
        """Whether there are few enough sets of so many changes to judge; what is shared out evenly is counted first."""
        if size not in self._counted:
            most = min(MOST_SETS, MOST_CELLS // len(self.play.ground.states))
            shares = sorted(self._shared_out(size), key=max)
            counts = (prod(map(_count, self.makers, sizes)) for sizes in shares)
            self._counted[size] = all(sets <= most for sets in accumulate(counts))
        return self._counted[size]

    def _shared_out(self, size: int) -> Iterator[tuple[int, ...]]:
        """The ways to share out a number of changes among decision makers."""
        return (each for each in product(range(size + 1), repeat=len(self.makers)) if sum(each) == size)

    def _content_first(self, terms: Terms, one: Least) -> tuple[int, int, bool, int, bool, str]:
        """What changes content before order; of new wishes those that the settlement meets, then the less important."""
        adds = [change for change in one.changes if isinstance(change, Add)]
        content = sum(isinstance(each, Flip | Add) for each in one.changes)
        says, state = [parse(each.says) for each in adds], self.play.ground.states.index(one.state)
        against = any(not self.play.ground.rankings.true(each)[state] for each in says)
        beside = any(each not in terms.settlement.when.options for one in says for each in one.options)
        return moves(one.changes), content, against, sum(-each.rank for each in adds), beside, str(one.changes)

    @cached_property
    def new_wishes(self) -> list[Ways]:
        """Every one new wish of one decision maker, the least important first; none where there are too many."""
        states, literals = self.play.ground.states, [*self._literals()]
        makers = [one for one, maker in zip(self.makers, self.conflict.decision_makers, strict=True)
                  if isinstance(maker.preference, Statements)]  # fmt: skip
        count = sum(len(literals) * (len(one.statements) + 1) for one in makers)
        if count * len(states) > MOST_WISHES:
            return []
        unchanged = [one.ways(0)[0] for one in self.makers]
        return [(*unchanged[: one.maker], way, *unchanged[one.maker + 1 :])
                for one in makers for way in one.wishing(literals)]  # fmt: skip

    def _literals(self) -> Iterator[Wish]:
        """What a new wish can be: its text, its option, and of which states it is true; not of all, not of parts."""
        states, rankings = self.play.ground.states, self.play.ground.rankings
        for option in states.options:
            for says in map(parse, (option, f"not {option}")):
                truth = rankings.true(says)
                if truth.any() and not truth.all() and not divided(states, states.holding(says)):
                    yield says.text, option, truth

    @cached_property
    def leavers(self) -> Leavers:
        """Who leaves under which ranking, whatever others want."""
        return Leavers(self.play.ground, self.play.concept)

    @cached_property
    def makers(self) -> list[Changing]:
        """Everybody's statements."""
        return [Changing(self.conflict, self.play, maker) for maker in range(len(self.conflict.names))]


def enough(judged: Judged) -> bool:
    """Whether a settlement is agreed, or one side that can bring it about alone gains by it, and it holds."""
    if judged.verdict == "alone":
        return judged.holds and (judged.form.standing or bool(judged.gaining))
    return judged.verdict == "agreed"


def _telling(terms: Terms, sets: Iterable[Ways]) -> Iterator[Ways]:
    """Those sets after which at some form everybody who has to speak of its acts still does; else none is agreed."""
    known: dict[tuple[frozenset[str], ...], bool] = {}
    for ways in sets:
        spoken = tuple(way.spoken for way in ways)
        if spoken not in known:
            known[spoken] = _tells(terms, spoken)
        if known[spoken]:
            yield ways


def _tells(terms: Terms, spoken: tuple[frozenset[str], ...]) -> bool:
    owner = terms.ground.owner
    return any(
        any(spoken[maker].issuperset(form.acts) for maker in form.alone) or tells(form, owner, spoken)
        for form in terms.forms
    )


def _count(maker: Changing, size: int) -> int:
    """How many ways there are; a bound, where listing them would take long."""
    count = len(maker.statements)
    listed = size < 2 or (count * (count + 1)) ** size < 6 * MOST_SETS
    return len(maker.ways(size)) if listed else (count * (count + 1)) ** size // 2
