"""How things may end without a settlement: in how many fallbacks it comes about anyway, and what they make of signing.

Each fallback is one of the ways in which things may go. In some the settlement itself may come about, in the form that
is judged or in another; whether its parties would sign it, and whether somebody would bring it about alone, may depend
on the way.
"""

from __future__ import annotations

from dataclasses import dataclass

from hikiwake.settlement.judgement import Judged, Play
from hikiwake.settlement.terms import Terms


@dataclass(frozen=True, slots=True)
class Endings:
    """Counts of the ways in which things may go without a settlement.

    of: all of them; inside: those in which it comes about, by the states in which they end, as text
    level: those against which no party would lose by it and none gain
    gaining: those against which somebody who can bring it about alone would gain
    """

    of: int
    inside: tuple[str, ...]
    level: int
    gaining: int

    @property
    def anyway(self) -> int:
        """In how many it comes about."""
        return len(self.inside)


def endings(one: Play, terms: Terms, judged: Judged) -> Endings:
    """Count the ways in which things may go without a settlement."""
    form = judged.form
    gains = [[_gain(one, party, form.state, each) for party in form.parties] for each in one.fallbacks]
    against = [one.ground.start if terms.inside[each] else each for each in one.fallbacks]
    alone = [max((_gain(one, maker, form.state, each) for maker in form.alone), default=0) for each in against]
    return Endings(
        len(one.fallbacks),
        tuple(one.ground.states.text(each) for each in one.fallbacks if terms.inside[each]),
        sum(not any(row) for row in gains),
        sum(each > 0 for each in alone),
    )


def _gain(one: Play, maker: int, state: int, fallback: int) -> int:
    """By how many ranks a decision maker is better off in a state than in a fallback."""
    return int(one.ranks[maker, state]) - int(one.ranks[maker, fallback])
