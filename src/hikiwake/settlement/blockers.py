"""What blocks a settlement in its form: which parties lose by it, and who would end it by which step.

A party *loses* against every fallback that it prefers; the statements are those that decide, each told once with the
fallbacks in which it does. Who *leaves*, *loosens* or *strays*, and for the sake of what, is said in ``leaving``; each
statement is told once for a decision maker, with the step that changes the fewest options.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from hikiwake.conflict.explaining.comparisons import Decided, compare
from hikiwake.conflict.model.conflict import Conflict
from hikiwake.conflict.model.statements import parse
from hikiwake.settlement.judgement import Judged, Play
from hikiwake.settlement.leaving import Leaving, Step
from hikiwake.settlement.left_open import carrying_a_loss
from hikiwake.settlement.terms import Terms

Way = Literal["loses", "leaves", "loosens", "strays"]
Stage = Literal["at once", "later", "begins"]


@dataclass(frozen=True, slots=True)
class Blocker:
    """A decision maker in the way of a settlement, its move, and the statement for the sake of which it is.

    move: the state to which it would move, as text; "" for a party that loses
    against: the fallbacks that it prefers for the sake of the statement, as text; none for one that moves
    begins, ends: the options that the move takes up and gives up, by id
    statement: "" where the preference is not put in statements, and for one that strays
    then: who leaves in the end after a move that loosens, by name; soon: whether with the next step
    idle: the options of a stray's move that bring nothing; worse: or less than nothing
    stage: whether a stray's move ends the settlement at once, or later, or begins what ends it
    shield: the options of a move that leaves without which others would answer it
    carried: the options of the statement, left open by the settlement, as they have to be for the loss to be one
    """

    decision_maker: str
    way: Way
    move: str
    against: tuple[str, ...]
    begins: tuple[str, ...]
    ends: tuple[str, ...]
    statement: str
    grounds: tuple[str, ...]
    then: tuple[str, ...] = ()
    soon: bool = True
    idle: tuple[str, ...] = ()
    worse: bool = False
    shield: tuple[str, ...] = ()
    stage: Stage = "at once"
    carried: tuple[str, ...] = ()


def blockers(conflict: Conflict, one: Play, terms: Terms, judged: Judged) -> tuple[Blocker, ...]:
    """What blocks a settlement in the form that was judged: losers first, then who ends it."""
    makers = _Makers(conflict, one, terms, judged.form.state)
    return (*makers.losers(judged.losing), *(() if judged.holds else makers.movers(Leaving(one, terms))))


@dataclass(frozen=True)
class _Makers:
    """The decision makers under one set of preferences, in one form of a settlement."""

    conflict: Conflict
    one: Play
    terms: Terms
    state: int

    def losers(self, losing: Iterable[int]) -> Iterator[Blocker]:
        """Each party that loses, for every statement that decides against some fallback."""
        ranks, text = self.one.ranks, self.one.ground.states.text
        for party in losing:
            told: dict[tuple[str, tuple[str, ...]], list[int]] = {}
            for better in (each for each in self.one.fallbacks if ranks[party, each] > ranks[party, self.state]):
                told.setdefault(_reason(self._decided(party, better, self.state)), []).append(better)
            for (statement, grounds), against in sorted(told.items(), key=lambda each: -len(each[1])):
                loss = Blocker(
                    self.conflict.names[party], "loses", "", tuple(map(text, against)), (), (), statement, grounds
                )
                yield replace(loss, carried=self._carried(party, against, statement))

    def _carried(self, party: int, against: list[int], statement: str) -> tuple[str, ...]:
        """The open options of a statement on which a loss depends."""
        options = parse(statement).options if statement else ()
        return carrying_a_loss(self.one, self.terms, party, self.state, against, options)

    def movers(self, leaving: Leaving) -> Iterator[Blocker]:
        """Who leaves; else who loosens; else who strays."""
        if steps := leaving.leaving(self.state):
            yield from self._steps(steps, leaving, "leaves")
        elif steps := leaving.loosening(self.state):
            yield from self._steps(steps, leaving, "loosens")
        else:
            stray = leaving.straying(self.state)
            changed, idle = leaving.changed(stray.origin, stray.target), self._options(stray.idle, stray.target)
            move = self._mover(stray.maker, "strays", stray.target, changed, ("", ()))
            stage: Stage = "begins" if leaving.terms.inside[stray.target] else "later"
            stage = "at once" if stage == "later" and stray.origin == self.state else stage
            yield replace(move, idle=(*idle["Y"], *idle["N"]), worse=stray.worse, stage=stage)

    def _steps(self, steps: list[Step], leaving: Leaving, way: Way) -> Iterator[Blocker]:
        told: set[tuple[int, str]] = set()
        changed = {step: leaving.changed(self.state, step.target) for step in steps}
        for step in sorted(steps, key=lambda each: (each.maker, changed[each].bit_count(), each.target)):
            reason = _reason(self._decided(step.maker, step.target, step.instead))
            if (step.maker, reason[0]) not in told:
                told.add((step.maker, reason[0]))
                mover = self._mover(step.maker, way, step.target, changed[step], reason)
                names = tuple(self.conflict.names[each] for each in step.then)
                shield = leaving.shield(step.maker, self.state, step.target) if way == "leaves" else 0
                options = self._options(shield, step.target)
                yield replace(mover, then=names, soon=step.soon, shield=(*options["Y"], *options["N"]))

    def _mover(
        self,
        maker: int,
        way: Way,
        target: int,
        options: int,
        reason: tuple[str, tuple[str, ...]],
    ) -> Blocker:
        names, chosen = self.conflict.names, self._options(options, target)
        text = self.one.ground.states.text(target)
        return Blocker(names[maker], way, text, (), chosen["Y"], chosen["N"], *reason)

    def _options(self, bits: int, state: int) -> dict[str, tuple[str, ...]]:
        """Some options, given as bits, by the sign that they have in a state."""
        states = self.one.ground.states
        signs = [pair for bit, pair in enumerate(zip(states.options, states.text(state), strict=True))
                 if bits >> bit & 1]  # fmt: skip
        return {mark: tuple(option for option, sign in signs if sign == mark) for mark in "YN"}

    def _decided(self, maker: int, better: int, worse: int) -> Decided:
        preferences = [each.preference for each in self.conflict.decision_makers]
        return compare(self.one.ground.states, preferences, maker, better, worse)


def _reason(decided: Decided) -> tuple[str, tuple[str, ...]]:
    return decided.statement.says.text if decided.statement else "", decided.grounds
