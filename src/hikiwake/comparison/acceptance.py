"""What one actor accepts on a scale, holder by holder: acceptance sets, what is refused, what is only studied.

Let a scale rank formulas as one named actor does, best first; the actor it is ranked *against* ranks them the other way
round. By one holder an actor accepts each formula that the holder says it accepts and everything it ranks better, less
each formula that the same holder says it refuses and everything it ranks worse. Who first accepts and then refuses, or
first refuses and then accepts, accepts *for a time*: of two positions one comes first that begins and ends before the
other does. A formula with open content gives *perhaps*: what is accepted under some reading of it. An actor that the
scale does not place accepts the formulas that are named, and nothing follows for others.

Reference: Raiffa (1982), *The Art and Science of Negotiation*, ch. 4, on reservation prices.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from hikiwake.dossier.case import Scale
from hikiwake.dossier.entries import Position
from hikiwake.dossier.speaking import ACCEPTING, REFUSING, comes_first

Formulas = frozenset[str]
NOTHING: Formulas = frozenset()


@dataclass(frozen=True, slots=True)
class Account:
    """What one actor accepts by one holder: for certain, and in all (for a time, or under some reading).

    told: what of it follows from formulas whose content is not open; for certain is also what every reading gives
    passing: what it accepts for a time only, and refuses before or after
    rejected: what it refuses, with what is worse for it; silent: whether it refuses to talk
    """

    told: Formulas
    certain: Formulas
    possible: Formulas
    passing: Formulas
    rejected: Formulas
    silent: bool


@dataclass(frozen=True, slots=True)
class Ranking:
    """A scale as one actor ranks it: 1 from its top, -1 from its end, 0 where the scale does not place the actor."""

    scale: Scale
    direction: int

    @property
    def placed(self) -> bool:
        """Whether the scale says how the actor ranks its formulas."""
        return self.direction != 0

    def better(self, formula: str) -> Formulas:
        """A formula and everything that the actor ranks better."""
        return self._from(formula, -self.direction)

    def worse(self, formula: str) -> Formulas:
        """A formula and everything that the actor ranks worse."""
        return self._from(formula, self.direction)

    def _from(self, formula: str, step: int) -> Formulas:
        order = self.scale.order
        place = next((index for index, group in enumerate(order) if formula in group), None)
        if place is None:
            return NOTHING
        beyond = order[place + 1 :] if step > 0 else order[:place] if step < 0 else ()
        return frozenset({formula}.union(*beyond))

    def account(self, positions: Iterable[Position], refusals: Iterable[Position] = ()) -> Account:
        """What some positions of one holder come to; ``refusals`` are others of the same holder that may refuse."""
        own = list(positions)
        refusing = [each for each in (*own, *refusals) if each.verb in REFUSING]
        told = certain = possible = passing = NOTHING
        for each in self.accepted(own):
            first, *others = self._accepted(each)
            certain |= first.intersection(*others)
            possible = possible.union(first, *others)
            told |= first if each.on not in self.scale.heads else NOTHING
            passing |= self.while_accepted(each, refusing) if refusing else NOTHING
        refused = NOTHING.union(*(self.worse(on) for on in {each.on for each in refusing}))
        steady = possible - refused
        return Account(told - refused, certain - refused, steady | passing, passing - steady, refused,
                       self.refuses_to_talk(own))  # fmt: skip

    def accepted(self, positions: Iterable[Position]) -> list[Position]:
        """Those positions that accept something of which the scale does not say that it means a refusal to talk."""
        return [each for each in positions if each.verb in ACCEPTING and each.on not in self.scale.refusals]

    def while_accepted(self, accepted: Position, refusing: Iterable[Position]) -> Formulas:
        """What a position accepts in its time: without what is refused by others that neither precede nor follow it."""
        then = {each.on for each in refusing if not (comes_first(accepted, each) or comes_first(each, accepted))}
        return NOTHING.union(*self._accepted(accepted)).difference(*map(self.worse, then))

    def readings(self, formula: str) -> tuple[str, ...]:
        """What a formula with open content may be read as; one whose content is not open is itself."""
        return next((group[1:] for group in self.scale.open if group[0] == formula), (formula,))

    def _accepted(self, position: Position) -> list[Formulas]:
        """What is accepted with a position, under each reading of its formula."""
        return [self.better(formula) for formula in self.readings(position.on)]

    def refuses_to_talk(self, positions: Iterable[Position]) -> bool:
        """Whether a position takes up a formula that means so."""
        return any(each.on in self.scale.refusals and each.verb in (*ACCEPTING, "other") for each in positions)

    def in_order(self, formulas: Formulas) -> tuple[str, ...]:
        """Formulas in the order of the scale."""
        return tuple(formula for formula in self.scale.formulas if formula in formulas)

    def furthest(self, formulas: Formulas) -> str:
        """The formula furthest from the actor's own best, or nothing."""
        ordered = self.in_order(formulas) or ("",)
        return ordered[0] if self.direction < 0 else ordered[-1]

    def nearest(self, formulas: Formulas) -> str:
        """The formula nearest to the actor's own best, or nothing."""
        ordered = self.in_order(formulas) or ("",)
        return ordered[-1] if self.direction < 0 else ordered[0]
