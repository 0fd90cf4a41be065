"""Who blocks a settlement, clause by clause: who refuses it, who loses by it, who ends it, and the form that counts.

Each decision maker is told with one reason for losing and one for moving. The loss of a party of whose own act nothing
is told is not claimed where the verdict stands without it; and where one side brings a settlement about alone, a loss
is told of that side only, against where it does not come about.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace

from hikiwake.conflict.model.conflict import Statements
from hikiwake.conflict.model.statements import parse
from hikiwake.modelling.wishes import wish_words
from hikiwake.settlement.blockers import Blocker
from hikiwake.settlement.found import Found
from hikiwake.wording.clauses import blocking as wording
from hikiwake.wording.settlements import judged_as


@dataclass(frozen=True)
class Clauses:
    """The clauses about one finding, in order; documents that were named before are named shortly."""

    found: Found
    known: set[str] = field(default_factory=set)

    def __iter__(self) -> Iterator[str]:
        """Refusals, losses, moves, and the form where a loss depends on it."""
        found = self.found
        self.known.add(found.variant)
        for name, ids in found.refused_by:
            yield wording.refuses(name, found.sources.told_by(ids, found.variant, self.known))
        lost = {one.decision_maker: one for one in self.losses}
        moves = self.moves
        for one in lost.values():
            both = next((move for move in moves if self._alike(one, move)), None)
            yield self._loss(one, both)
            moves = [move for move in moves if move is not both]
        yield from map(self._move, moves)
        yield from self._form([one for one in lost.values() if not self._silent(one)])

    @property
    def blockers(self) -> list[Blocker]:
        """All losses that are claimed, and all moves, with every statement that decides."""
        losses = [one for one in self._lost if self._counts(one) and not self._silent(one)]
        return [*losses, *(one for one in self.found.blocked_by if one.way != "loses")]

    def _alike(self, loss: Blocker, move: Blocker) -> bool:
        """Whether somebody that loses moves away for the same wish, and for no other, so that both are told as one."""
        wish = (loss.decision_maker, loss.statement) == (move.decision_maker, move.statement)
        whole = len(loss.against) == self._preferred(loss.decision_maker)
        return wish and whole and move.way != "strays" and not self._silent(loss)

    @property
    def losses(self) -> list[Blocker]:
        """The losses that are told: of each party the statement that decides most often."""
        told: dict[str, Blocker] = {}
        for one in self._lost:
            known = told.get(one.decision_maker)
            if self._counts(one) and (known is None or len(one.against) > len(known.against)):
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
    def moves(self) -> list[Blocker]:
        """The moves that are told: of each decision maker the one with the fewest options."""
        told: dict[str, Blocker] = {}
        for one in self.found.blocked_by:
            if one.way != "loses":
                told.setdefault(one.decision_maker, one)
        return [*told.values()]

    def _preferred(self, name: str) -> int:
        """How many fallbacks a party prefers, for whatever reason."""
        return sum(len(one.against) for one in self._lost if one.decision_maker == name)

    def _silent(self, one: Blocker) -> bool:
        """Whether a loss is left untold: nothing is told of the party's own act, and the verdict stands without it."""
        found, silent = self.found, dict(self.found.untold)
        losing = {each.decision_maker for each in self._lost}
        sure = [name for name in losing.difference(silent) if self._preferred(name) == found.endings.of]
        return one.decision_maker in silent and bool(found.refused_by or sure)

    def _acts(self, name: str) -> list[str]:
        """The titles of a party's own acts of which nothing is told."""
        return [self.found.called[option] for maker, option in self.found.untold if maker == name]

    def _loss(self, one: Blocker, move: Blocker | None) -> str:
        """That a party does better otherwise, and moves away for the same wish where it does."""
        name, ways = one.decision_maker, self.found.endings
        if self._silent(one):
            return wording.untold(name, self._acts(name))
        every = self._preferred(name)
        parts = [wording.better(every, ways.of, ways.anyway), *([self._ends(move)] if move else [])]
        text = wording.clause(name, *parts) + self._reason(one, len(one.against), every)
        text += self._accepted(one) + (wording.follows(move.then, move.soon) if move else "")
        return text + (wording.but_untold(acts) if (acts := self._acts(name)) else "")

    def _move(self, one: Blocker) -> str:
        name = one.decision_maker
        if one.way == "strays":
            return wording.strays(name, self._step(one, one.idle), self._idle(one), one.stage, one.worse)
        told = {each.decision_maker for each in self.losses if not self._silent(each)}
        accepted = "" if name in told else self._accepted(one)
        text = wording.clause(name, self._ends(one)) + self._reason(one, 1, 1)
        return text + accepted + wording.follows(one.then, one.soon)

    def _ends(self, one: Blocker) -> str:
        return wording.ends(self._step(one), one.way, [self.found.called[each] for each in one.shield])

    def _idle(self, one: Blocker) -> str:
        """The part of a move that brings nothing."""
        return self._step(one, {*one.begins, *one.ends}.difference(one.idle))

    def _step(self, one: Blocker, without: Collection[str] = ()) -> str:
        """A move in words, some options left out."""
        parts = ([self.found.called[each] for each in chosen if each not in without]
                 for chosen in (one.begins, one.ends))  # fmt: skip
        return wording.move(*parts)

    def _reason(self, one: Blocker, some: int, of: int) -> str:
        found = self.found
        wish = wish_words(found.conflict, parse(one.statement)) if one.statement else wording.RANKED
        told = found.sources.told_by(one.grounds, found.variant, self.known, inferred=self._inferred(one))
        return wording.for_it(wish, told, some, of)

    def _accepted(self, one: Blocker) -> str:
        """That a party accepts it on record, though by what decides here it does not want its own part in it."""
        own = {option.id for option in self.found.conflict.decision_maker(one.decision_maker).options}
        part = own.intersection(self.found.when.options, parse(one.statement).options if one.statement else ())
        ids, sources = dict(self.found.accepted_by).get(one.decision_maker, ()) if part else (), self.found.sources
        return wording.though(sources.verbs(ids), sources.told_by(ids, self.found.variant, self.known)) if ids else ""

    def _inferred(self, one: Blocker) -> bool:
        """Whether the statement that decides is marked as more than its grounds say."""
        preference = self.found.conflict.decision_maker(one.decision_maker).preference
        statements = preference.statements if isinstance(preference, Statements) else ()
        return any(said.inferred for said in statements
                   if (said.says.text, said.grounds) == (one.statement, one.grounds))  # fmt: skip

    def _form(self, losses: list[Blocker]) -> Iterator[str]:
        """The options that the settlement leaves open on which a loss depends, as they are in the form."""
        depends = {option for one in losses if one.statement for option in parse(one.statement).options
                   if option not in (*self.found.when.options, *self.found.fixed)
                   and (option in one.carried or self._differs(option, one.against))}  # fmt: skip
        if depends:
            yield judged_as(*self.found.as_judged(depends), at_first=self.found.as_at_first(depends))

    def _differs(self, option: str, others: Iterable[str]) -> bool:
        """Whether an option is one way in the form and the other way in some other state."""
        signs = self.found.signs
        return option in signs(self.found.state) and any(
            {signs(self.found.state)[option], signs(other)[option]} == {"Y", "N"} for other in others
        )
