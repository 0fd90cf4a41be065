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

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from itertools import accumulate, combinations, product
from math import prod
from typing import Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

from hikiwake.conflict.concepts.definitions import Ranks
from hikiwake.conflict.model.changes import Add, Drop, Flip, MoveTo, OnStatements, compatible, rearranged
from hikiwake.conflict.model.conflict import Conflict, PreferenceStatement, Statements
from hikiwake.conflict.model.merging import divided
from hikiwake.conflict.model.preferences import fold, settled
from hikiwake.conflict.model.statements import parse
from hikiwake.settlement.judgement import Judged, Play, judge
from hikiwake.settlement.playing import Batch, batches
from hikiwake.settlement.terms import Terms

Part = tuple[OnStatements, ...]
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


@dataclass(frozen=True, slots=True, eq=False)
class _Way:
    """One part of a set of changes: what one decision maker changes, the ranks that it gives, and what is told then."""

    part: Part
    ranks: Ranks
    spoken: frozenset[str]


Ways: TypeAlias = tuple[_Way, ...]


@dataclass(frozen=True)
class Search:
    """One reading of a conflict; sets of changes are judged once for all its settlements."""

    conflict: Conflict
    play: Play
    _played: dict[Ways, tuple[Batch, int]] = field(default_factory=dict, repr=False)
    _counted: dict[int, bool] = field(default_factory=dict, repr=False)
    _ways: dict[tuple[int, int], list[_Way]] = field(default_factory=dict, repr=False)
    _made: set[tuple[int, tuple[Hashable, ...]]] = field(default_factory=set, repr=False)

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
            if after.may_agree(terms) and enough(judged := judge(after, terms, refusing)):
                changes = tuple(change for way in ways for change in way.part)
                yield Least(changes, self.play.ground.states.text(judged.form.state))

    def _after(self, terms: Terms, sets: Iterable[Ways]) -> Iterator[tuple[Ways, Play]]:
        """Those sets of changes that leave enough told, each with what is played after it."""
        chosen = [ways for ways in sets if _telling(terms, ways)]
        fresh = [ways for ways in chosen if ways not in self._played]
        under = [([way.ranks for way in ways], tuple(way.spoken for way in ways)) for ways in fresh]
        found = batches(self.play.ground, self.play.concept, under)
        places = ((batch, place) for batch in found for place in range(len(batch.plays)))
        self._played.update(zip(fresh, places, strict=True))
        together: dict[Batch, list[int]] = {}
        for batch, place in map(self._played.__getitem__, chosen):
            together.setdefault(batch, []).append(place)
        for batch, asked in together.items():
            batch.look_at(terms, asked)
        for ways in chosen:
            batch, place = self._played[ways]
            yield ways, batch.plays[place]

    def _chosen(self, size: int) -> Iterator[Ways]:
        for sizes in self._shared_out(size):
            yield from product(*(self._ways_of(maker, share) for maker, share in enumerate(sizes)))

    def _few(self, size: int) -> bool:
        """Whether there are few enough sets of so many changes to judge; what is shared out evenly is counted first."""
        if size not in self._counted:
            most = min(MOST_SETS, MOST_CELLS // len(self.play.ground.states))
            shares = sorted(self._shared_out(size), key=max)
            counts = (prod(self._count(maker, share) for maker, share in enumerate(sizes)) for sizes in shares)
            self._counted[size] = all(sets <= most for sets in accumulate(counts))
        return self._counted[size]

    def _count(self, maker: int, size: int) -> int:
        """How many ways there are; a bound, where listing them would take long."""
        count = len(self.truths[maker])
        listed = size < 2 or (count * (count + 1)) ** size < 6 * MOST_SETS
        return len(self._ways_of(maker, size)) if listed else (count * (count + 1)) ** size // 2

    def _shared_out(self, size: int) -> Iterator[tuple[int, ...]]:
        """The ways to share out a number of changes among decision makers."""
        return (each for each in product(range(size + 1), repeat=len(self.truths)) if sum(each) == size)

    def _ways_of(self, maker: int, size: int) -> list[_Way]:
        """The different outcomes of so many changes to one decision maker's statements, fewer changes not enough."""
        if (maker, size) not in self._ways:
            known = {_outcome(way) for less in range(size) for way in self._ways_of(maker, less)}
            fresh: dict[tuple[bytes, frozenset[str]], _Way] = {}
            for part in self._parts(maker, size):
                way = self._way(maker, part)
                if way is not None and _outcome(way) not in known:
                    fresh.setdefault(_outcome(way), way)
            self._ways[maker, size] = list(fresh.values())
        return self._ways[maker, size]

    def _parts(self, maker: int, size: int) -> list[Part]:
        """Every set of so many changes to one decision maker's statements, content before order."""
        name, numbers = self.conflict.names[maker], range(1, len(self.truths[maker]) + 1)
        single: list[OnStatements] = [Drop(name, number) for number in numbers]
        single += [Flip(name, number) for number in numbers]
        single += [MoveTo(name, number, rank) for number in numbers for rank in numbers if rank != number]
        return sorted((part for part in combinations(single, size) if compatible(part)), key=_moves)

    def _way(self, maker: int, part: Part) -> _Way | None:
        """What a set of changes comes to; None where an earlier one makes the same list, or it is none to be judged by:

        it cannot be made, or leaves undecided how a merged state compares, on the members of which it depends then.
        """
        truths = self.truths[maker]
        if not part:
            return _Way((), self.play.ranks[maker], self.play.spoken[maker])
        entries = rearranged(len(truths), part)
        if entries is None or (maker, tuple(entries)) in self._made:
            return None
        self._made.add((maker, tuple(entries)))
        kept = [(entry - 1, flip) for entry, flip in entries if isinstance(entry, int)]
        if not settled((self._holding[maker][place] ^ flip for place, flip in kept), self.play.ground.states):
            return None
        columns = (truths[place] ^ flip for place, flip in kept)
        spoken = frozenset(option for place, _ in kept for option in self._bearing[maker][place])
        return _Way(part, fold(columns, len(self.play.ground.states)), spoken)

    def _content_first(self, terms: Terms, one: Least) -> tuple[int, int, bool, int, bool, str]:
        """What changes content before order; of new wishes those that the settlement meets, then the less important."""
        adds = [change for change in one.changes if isinstance(change, Add)]
        content = sum(isinstance(each, Flip | Add) for each in one.changes)
        says, state = [parse(each.says) for each in adds], self.play.ground.states.index(one.state)
        against = any(not self.play.ground.rankings.true(each)[state] for each in says)
        beside = any(each not in terms.settlement.when.options for one in says for each in one.options)
        return _moves(one.changes), content, against, sum(-each.rank for each in adds), beside, str(one.changes)

    @cached_property
    def new_wishes(self) -> list[Ways]:
        """Every one new wish of one decision maker, the least important first; none where there are too many."""
        states, literals = self.play.ground.states, [*self._literals()]
        makers = [maker for maker, one in enumerate(self.conflict.decision_makers)
                  if isinstance(one.preference, Statements)]  # fmt: skip
        count = sum(len(literals) * (len(self.truths[maker]) + 1) for maker in makers)
        if count * len(states) > MOST_WISHES:
            return []
        unchanged = [self._ways_of(maker, 0)[0] for maker in range(len(self.truths))]
        return [(*unchanged[:maker], way, *unchanged[maker + 1 :])
                for maker in makers for way in self._wishing(maker, literals)]  # fmt: skip

    def _literals(self) -> Iterator[tuple[str, str, NDArray[np.bool_]]]:
        """What a new wish can be: its text, its option, and of which states it is true; not of all, not of parts."""
        states, rankings = self.play.ground.states, self.play.ground.rankings
        for option in states.options:
            for says in map(parse, (option, f"not {option}")):
                truth = rankings.true(says)
                if truth.any() and not truth.all() and not divided(states, states.holding(says)):
                    yield says.text, option, truth

    def _wishing(self, maker: int, literals: Sequence[tuple[str, str, NDArray[np.bool_]]]) -> Iterator[_Way]:
        """The different outcomes of one new wish of a decision maker, those that one change gives as well left out."""
        name, truths, spoken = self.conflict.names[maker], self.truths[maker], self.play.spoken[maker]
        known = {_outcome(way) for size in (0, 1) for way in self._ways_of(maker, size)}
        for says, option, truth in literals:
            for rank in range(len(truths) + 1, 0, -1):
                columns = (*truths[: rank - 1], truth, *truths[rank - 1 :])
                way = _Way((Add(name, says, rank),), fold(columns, len(truth)), spoken | {option})
                if _outcome(way) not in known:
                    known.add(_outcome(way))
                    yield way

    @cached_property
    def truths(self) -> list[list[NDArray[np.bool_]]]:
        """By decision maker, of which states each statement is true; nothing where preferences have another form."""
        return [[self.play.ground.rankings.true(one.says) for one in _statements(self.conflict, maker)]
                for maker in range(len(self.conflict.names))]  # fmt: skip

    @cached_property
    def _holding(self) -> list[list[NDArray[np.bool_]]]:
        """The same of combinations."""
        return [[self.play.ground.states.holding(one.says) for one in _statements(self.conflict, maker)]
                for maker in range(len(self.conflict.names))]  # fmt: skip

    @cached_property
    def _bearing(self) -> list[list[frozenset[str]]]:
        return [[self.play.ground.bearing(one.says) for one in _statements(self.conflict, maker)]
                for maker in range(len(self.conflict.names))]  # fmt: skip


def enough(judged: Judged) -> bool:
    """Whether a settlement is agreed, or one side that can bring it about alone gains by it, and it holds."""
    if judged.verdict == "alone":
        return judged.holds and (judged.form.standing or bool(judged.gaining))
    return judged.verdict == "agreed"


def _telling(terms: Terms, ways: Ways) -> bool:
    """Whether at some form everybody who has to speak of its acts still does; else it cannot be agreed."""
    owner = terms.ground.owner
    return any(
        any(ways[maker].spoken.issuperset(form.acts) for maker in form.alone)
        or all(option in ways[owner[option]].spoken for option in form.acts if owner[option] in form.parties)
        for form in terms.forms
    )


def _statements(conflict: Conflict, maker: int) -> tuple[PreferenceStatement, ...]:
    preference = conflict.decision_makers[maker].preference
    return preference.statements if isinstance(preference, Statements) else ()


def _outcome(way: _Way) -> tuple[bytes, frozenset[str]]:
    return way.ranks.tobytes(), way.spoken


def _moves(part: Part) -> int:
    """How many of the changes are of order only."""
    return sum(isinstance(one, MoveTo) for one in part)
