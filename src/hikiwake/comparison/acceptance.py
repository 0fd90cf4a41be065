"""What one actor accepts on a scale, holder by holder: acceptance sets, what is refused, what is only studied.

Let a scale rank formulas as one named actor does, best first; the actor it is ranked *against* ranks them the other way
round. By one holder an actor accepts each formula that the holder says it accepts and everything it ranks better, less
each formula that the same holder says it refuses and everything it ranks worse. A formula with open content gives
*perhaps*: what is accepted under some reading of it. An actor that the scale does not place accepts the formulas that
are named, and nothing follows for others.

Reference: Raiffa (1982), *The Art and Science of Negotiation*, ch. 4, on reservation prices.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from hikiwake.dossier.case import Scale
from hikiwake.dossier.entries import Position

ACCEPTING = ("proposes", "offers", "supports", "accepts", "conditions", "demands")
REFUSING = ("opposes", "rejects", "denies")
Formulas = frozenset[str]
NOTHING: Formulas = frozenset()


@dataclass(frozen=True, slots=True)
class Account:
    """What one actor accepts by one holder: for certain, and in all (under some reading of an open formula).

    told: what of it follows from formulas whose content is not open; for certain is also what every reading gives
    rejected: what it refuses, with what is worse for it; silent: whether it refuses to talk
    """

    told: Formulas
    certain: Formulas
    possible: Formulas
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
        readings = {group[0]: group[1:] for group in self.scale.open}
        told = certain = possible = NOTHING
        for each in own:
            if each.verb in ACCEPTING and each.on not in self.scale.refusals:
                first, *others = [self.better(formula) for formula in readings.get(each.on, (each.on,))]
                certain |= first.intersection(*others)
                possible = possible.union(first, *others)
                told |= first if each.on not in readings else NOTHING
        refused = NOTHING.union(*(self.worse(each.on) for each in (*own, *refusals) if each.verb in REFUSING))
        return Account(told - refused, certain - refused, possible - refused, refused, self.refuses_to_talk(own))

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
