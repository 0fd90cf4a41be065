"""Who blocks a settlement, clause by clause: who refuses it, who closed the way to it, who loses by it, who ends it.

Each decision maker has one clause with one reason; of one that refuses no loss is told. A loss of a party of whose own
act nothing is told is left out where the verdict stands without it. Where one side brings a settlement about alone, a
loss is told of that side only, against where it does not come about. That a settlement ends in passing is told where
nobody else stands in the way; where nothing leads to it, only who refuses it and who closed the way.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from hikiwake.conflict.model.conflict import PreferenceStatement, Statements
from hikiwake.conflict.model.statements import parse
from hikiwake.modelling.wishes import wish_words
from hikiwake.settlement.blockers import Blocker
from hikiwake.settlement.found import Found
from hikiwake.settlement.refusals import direct
from hikiwake.wording.clauses import blocking as wording


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause and its grounds, told behind it; then entries that tell the opposite, and what else somebody does."""

    text: str
    grounds: tuple[str, ...] = ()
    inferred: bool = False
    besides: tuple[str, ...] = ()
    as_well: str = ""


@dataclass(frozen=True)
class Clauses:
    """The clauses about one finding, in order; documents that were named before are named shortly."""

    found: Found
    known: set[str] = field(default_factory=set)

    def __iter__(self) -> Iterator[str]:
        """The clauses; those one after another that the same documents tell have these behind the last."""
        self.known.add(self.found.variant)
        for _, alike in groupby(self._clauses(), self._source):
            *others, last = alike
            yield from (one.text for one in others)
            told = self._told_by(last.grounds, inferred=last.inferred)
            yield last.text + (wording.together(len(others) + 1, told) if others else told) + self._rest(last)

    def _clauses(self) -> Iterator[Clause]:
        """Who refuses, who closed the way, who loses, who moves; of each one clause, with what it does besides."""
        found, told = self.found, {name for name, _ in self.found.refused_by}
        losses, moves = (self.losses, self.moves) if found.reachable else ([], {})
        for name, ids in found.refused_by:
            also = [*self._closed(name), *([self._does(moves[name])] if name in moves else [])]
            spoken = direct(found.sources.dossier, [id_ for id_ in ids if id_ not in self._hints(name)])
            besides = "".join(map(wording.as_well, also))
            yield Clause(wording.refuses(name, bool(spoken)), spoken or ids, not spoken, as_well=besides)
        for name in (maker.name for maker in found.conflict.decision_makers if maker.name not in told):
            yield from (Clause(wording.clause(name, does)) for does in self._closed(name))
        for place, one in enumerate(losses):
            yield self._loss(one, moves.get(one.decision_maker), losses[place - 1] if place else None)
        told |= {one.decision_maker for one in losses}
        yield from (self._ending(move) for name, move in moves.items() if name not in told)
        if found.reachable and not told:
            yield from (self._straying(one) for one in found.blocked_by if one.way == "strays")

    def _closed(self, name: str) -> Iterator[str]:
        """What somebody did for good that puts it out of reach."""
        own = (option.id for option in self.found.conflict.decision_maker(name).options)
        done = [self.found.called[each] for each in own if each in self.found.undo and not self.found.reachable]
        yield from [wording.closed(done)] if done else []

    def _source(self, one: Clause) -> tuple[object, ...]:
        """By which documents a clause is told, and how; no two clauses are alike of which one is told by none."""
        documents = self.found.sources.documents(one.grounds, self.found.variant)
        return (documents, one.inferred) if documents and not (one.besides or one.as_well) else (id(one),)

    def _told_by(self, grounds: Iterable[str], *, inferred: bool = False) -> str:
        return self.found.sources.told_by(grounds, self.found.variant, self.known, inferred=inferred)

    @property
    def blockers(self) -> list[Blocker]:
        """All losses that are claimed, and all moves, with every statement that decides."""
        losses = [one for one in self._lost if self._counts(one) and not self._silent(one)]
        return [*losses, *(one for one in self.found.blocked_by if one.way != "loses")]

    @property
    def losses(self) -> list[Blocker]:
        """The losses that are told: of each party that does not refuse the statement that decides most often."""
        told: dict[str, Blocker] = {}
        for one in self._lost:
            known = told.get(one.decision_maker)
            left_out = self._silent(one) or one.decision_maker in dict(self.found.refused_by)
            if self._counts(one) and not left_out and (known is None or len(one.against) > len(known.against)):
                told[one.decision_maker] = one
        return [*told.values()]

    @property
    def _lost(self) -> list[Blocker]:
        """The losses that count: of what one side brings about alone those against where it does not come about."""
        found = self.found
        inside = found.endings.inside if found.verdict == "alone" else ()
        lost = (replace(one, against=tuple(each for each in one.against if each not in inside))
                for one in found.blocked_by if one.way == "loses")  # fmt: skip
        return [one for one in lost if one.against]

    def _counts(self, one: Blocker) -> bool:
        found, silent = self.found, dict(self.found.untold)
        if found.verdict == "alone":
            mine = {*found.alone}.difference(found.gaining, silent)
            return one.decision_maker in mine and not found.standing
        return found.verdict != "not_told" or one.decision_maker not in silent

    @property
    def moves(self) -> dict[str, Blocker]:
        """The moves that are told, by who makes them: of each decision maker the one with the fewest options."""
        told: dict[str, Blocker] = {}
        for one in self.found.blocked_by:
            if one.way in ("leaves", "loosens"):
                told.setdefault(one.decision_maker, one)
        return told

    def _preferred(self, name: str) -> int:
        """How many fallbacks a party prefers, for whatever reason."""
        return sum(len(one.against) for one in self._lost if one.decision_maker == name)

    def _silent(self, one: Blocker) -> bool:
        """Whether a loss is left untold: nothing is told of the party's own act, and the verdict stands without it."""
        found, silent = self.found, dict(self.found.untold)
        losing = {each.decision_maker for each in self._lost}
        sure = [name for name in losing.difference(silent) if self._preferred(name) == found.endings.of]
        return one.decision_maker in silent and bool(found.refused_by or sure)

    def _loss(self, one: Blocker, move: Blocker | None, before: Blocker | None) -> Clause:
        """That a party does better otherwise, and moves away where it does; before: the loss that was told before."""
        every = self._preferred(one.decision_maker)
        better = wording.better(every == self.found.endings.of)
        if move and move.statement == one.statement and len(one.against) == every:
            return self._ending(move, better)
        why = self._for_it(one, len(one.against) < every)
        if before and before.statement == one.statement:
            why = wording.again(why)
        also = wording.as_well(self._does(move)) if move else ""
        text = wording.clause(one.decision_maker, better) + why
        return Clause(text, one.grounds, self._inferred(one), self._accepting(one), also)

    def _straying(self, one: Blocker) -> Clause:
        """That it ends only by a step of which a part brings nothing."""
        idle = self._step(one, {*one.begins, *one.ends}.difference(one.idle))
        return Clause(wording.strays(one.decision_maker, self._step(one, one.idle), idle, one.stage == "begins"))

    def _ending(self, one: Blocker, *before: str) -> Clause:
        """That somebody leaves, or begins what ends it, and for the sake of what."""
        called = self.found.called
        parts = ([called[each] for each in one.begins], [called[each] for each in one.ends])
        why = self._for_it(one, False, *([] if one.shield else parts))
        text = wording.clause(one.decision_maker, *before, self._does(one)) + why
        return Clause(text, one.grounds, self._inferred(one), self._accepting(one))

    def _does(self, one: Blocker) -> str:
        if one.way == "leaves":
            return wording.ends(self._step(one), self.found.called.several(one.shield))
        then = () if one.decision_maker in one.then else one.then
        return wording.begins(self._step(one), then, one.soon)

    def _step(self, one: Blocker, without: Collection[str] = ()) -> str:
        """A move in words, some options left out."""
        parts = ([self.found.called[each] for each in chosen if each not in without]
                 for chosen in (one.begins, one.ends))  # fmt: skip
        return wording.move(*parts)

    def _for_it(self, one: Blocker, partly: bool, begun: Sequence[str] = (), ended: Sequence[str] = ()) -> str:
        wish = wish_words(self.found.conflict, parse(one.statement)) if one.statement else wording.RANKED
        return wording.for_it(wish, partly, begun, ended)

    def _accepting(self, one: Blocker) -> tuple[str, ...]:
        """What says that a party accepts it, though by what decides here it does not want its own part in it."""
        own = {option.id for option in self.found.conflict.decision_maker(one.decision_maker).options}
        part = own.intersection(self.found.when.options, parse(one.statement).options if one.statement else ())
        accepting = dict(self.found.accepted_by).get(one.decision_maker, ()) if part else ()
        return tuple(id_ for id_ in accepting if id_ not in self._hints(one.decision_maker))

    def _rest(self, one: Clause) -> str:
        """That somebody accepts it on record all the same, and what else it does."""
        sources = self.found.sources
        named = sources.documents(one.besides, self.found.variant)
        though = wording.though(sources.verbs(one.besides), sources.label(named[0])) if named else ""
        return though + one.as_well

    def _statements(self, name: str) -> tuple[PreferenceStatement, ...]:
        preference = self.found.conflict.decision_maker(name).preference
        return preference.statements if isinstance(preference, Statements) else ()

    def _hints(self, name: str) -> set[str]:
        """The grounds from which it is only inferred what somebody wants."""
        return {ground for said in self._statements(name) if said.inferred for ground in said.grounds}

    def _inferred(self, one: Blocker) -> bool:
        """Whether the statement that decides is marked as more than its grounds say."""
        return any(said.inferred for said in self._statements(one.decision_maker)
                   if (said.says.text, said.grounds) == (one.statement, one.grounds))  # fmt: skip

    @property
    def form(self) -> frozenset[str]:
        """The options that the settlement leaves open on which a loss depends that is told."""
        return frozenset(option for one in self.losses for option in self._depends(one))

    def _depends(self, one: Blocker) -> list[str]:
        """The options that the settlement leaves open on which a loss depends."""
        options = parse(one.statement).options if one.statement else ()
        return [option for option in options if option in self.found.left_open
                and (option in one.carried or self._differs(option, one.against))]  # fmt: skip

    def _differs(self, option: str, others: Iterable[str]) -> bool:
        """Whether an option is one way in the form and the other way in some other state."""
        signs = self.found.signs
        return option in signs(self.found.state) and any(
            {signs(self.found.state)[option], signs(other)[option]} == {"Y", "N"} for other in others
        )
