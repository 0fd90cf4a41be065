"""Telling moves and reasons: names, states and statements are handed to ``wording``, which makes the sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from hikiwake.conflict.explaining.comparisons import Decided
from hikiwake.conflict.explaining.reasons import Reason, Sanction, Temptation
from hikiwake.conflict.model.conflict import Conflict
from hikiwake.conflict.model.states import States
from hikiwake.conflict.solving.concepts import defined
from hikiwake.conflict.solving.sequences import Turn
from hikiwake.wording import moves, reasons


def state_words(states: States, state: int) -> str:
    """A state (index) by number and notation."""
    return moves.state(state + 1, states.text(state))


def move_words(conflict: Conflict, states: States, step: Turn) -> str:
    """What a move does to the options of the one who makes it."""
    titles = {option.id: option.title or option.id for option in conflict.decision_makers[step.decision_maker].options}
    before, after = states.text(step.origin), states.text(step.target)
    changes = [(titles[option], after[place]) for place, option in enumerate(states.options)
               if option in titles and {before[place], after[place]} == {"Y", "N"}]  # fmt: skip
    up, down = ([title for title, sign in changes if sign == wanted] for wanted in "YN")
    return moves.move(up, down)


def told(conflict: Conflict, states: States, found: Iterable[Reason]) -> tuple[str, ...]:
    """Reasons in sentences, a few per decision maker."""
    teller = _Teller(conflict, states)
    return tuple(sentence for reason in found for sentence in teller.reason(reason))


@dataclass(frozen=True)
class _Teller:
    """Knows the names and states of one conflict."""

    conflict: Conflict
    states: States

    def state(self, state: int) -> str:
        return state_words(self.states, state)

    def reason(self, reason: Reason) -> Iterator[str]:
        name, concept = self.conflict.names[reason.decision_maker], moves.NAMES[reason.concept]
        yield reasons.verdict(self.state(reason.state), concept, name, stable=reason.stable)
        if not reason.temptations:
            yield reasons.no_move(name)
        for temptation in reason.temptations:
            yield from self.temptation(reason, temptation)

    def temptation(self, reason: Reason, temptation: Temptation) -> Iterator[str]:
        name = self.conflict.names[reason.decision_maker]
        step = Turn(reason.decision_maker, reason.state, temptation.state)
        by = move_words(self.conflict, self.states, step)
        yield reasons.tempted(name, self.state(temptation.state), by, self.because(temptation.decided))
        if not defined(reason.concept).answers:
            yield reasons.nothing_deters()
        elif temptation.sanction:
            yield from self.sanction(reason, temptation.sanction)
        else:
            yield self.undeterred(reason, temptation)

    def because(self, decided: Decided) -> str:
        """What decides a comparison; a clause, without the full stop."""
        if decided.relation == "level" and decided.worths is None and decided.groups is None:
            return reasons.level()
        grounds, other = reasons.cited(decided.grounds), self.state(decided.other)
        if decided.statement is not None and decided.holds_at is not None:
            places = ("there", f"at {other}") if decided.holds_at == decided.state else (f"at {other}", "there")
            return reasons.statement(decided.statement.says.text, *places, grounds)
        if decided.worths is not None:
            return reasons.weights(decided.worths[0], other, decided.worths[1], grounds)
        first, second = decided.groups or (0, 0)
        return reasons.places(first, other, second, grounds)

    def sanction(self, reason: Reason, sanction: Sanction) -> Iterator[str]:
        name, here = self.conflict.names[reason.decision_maker], self.state(reason.state)
        at_once, end = defined(reason.concept).at_once, sanction.outcome
        for number, step in enumerate(sanction.moves):
            yield self.answer(step, sanction.decided[number] if sanction.decided else None, number, at_once)
        worse, because = end.relation == "worse", self.because(end)
        yield reasons.outcome(name, self.state(end.state), here, because, worse=worse, at_once=at_once)
        if defined(reason.concept).lasting:
            yield reasons.countermoves(name, [self.state(one.state) for one in sanction.countermoves], here)
        yield reasons.deterred()

    def answer(self, step: Turn, decided: Decided | None, number: int, at_once: bool) -> str:
        mover, there = self.conflict.names[step.decision_maker], self.state(step.target)
        by, because = move_words(self.conflict, self.states, step), self.because(decided) if decided else ""
        return reasons.answer(mover, there, by, because, number=number, at_once=at_once)

    def undeterred(self, reason: Reason, temptation: Temptation) -> str:
        name, here = self.conflict.names[reason.decision_maker], self.state(reason.state)
        if temptation.escape:
            back, end = temptation.escape.countermove, temptation.escape.sanction.outcome.state
            return reasons.escaped(name, self.state(end), self.state(back.state), here, self.because(back))
        if temptation.answers == 0:
            return reasons.unanswered(improvements=defined(reason.concept).credible)
        return reasons.undeterred(name, temptation.answers, here)
