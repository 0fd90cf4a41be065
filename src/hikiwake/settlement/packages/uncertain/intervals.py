"""What the record leaves open: bounds that hold whatever is true inside the intervals, and random draws from them.

A draw takes every number at random, evenly, between its ends; of an order the best is 1, the worst 0, and the others as
so many even random numbers in that order, after each alternative was moved by up to ``about`` places. Where a party has
rival holders a draw takes one of them or the party's own voice, each as likely.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

import numpy as np

from hikiwake.settlement.packages.listing import within
from hikiwake.settlement.packages.listing.worth import Scale, in_units, voices_of
from hikiwake.settlement.packages.negotiation import Negotiation, Order, Party, Range, Stake, Voice

ZERO, ONE = Fraction(0), Fraction(1)


def is_certain(negotiation: Negotiation) -> bool:
    """Whether no weight, evaluation, floor or reservation is an interval or an order, and nobody has rival holders."""
    voices = voices_of(negotiation)
    return all(map(_is_known, voices)) and not any(party.rivals for party in negotiation.parties)


def _is_known(voice: Voice) -> bool:
    known = not isinstance(voice.level, Range) or voice.level.is_known
    return known and all(
        stake.weight.is_known and all(each.is_known for each in bounds(stake)) for stake in voice.stakes
    )


def bounds(stake: Stake) -> tuple[Range, ...]:
    """Between which numbers the evaluation of every alternative lies.

    >>> order = Order(((2,), (0,), (1,)))
    >>> [[str(each.low), str(each.high)] for each in bounds(Stake(Range(ONE, ONE), order))]
    [['0', '1'], ['0', '0'], ['1', '1']]
    """
    if not isinstance(stake.evaluations, Order):
        return stake.evaluations
    if stake.evaluations.between:
        return within.narrowed(stake.evaluations)
    groups, about = stake.evaluations.groups, stake.evaluations.about
    found = {}
    for rank, group in enumerate(groups):
        low = ONE if rank == 0 and not about else ZERO
        high = ZERO if 0 < rank == len(groups) - 1 and not about else ONE
        found.update(dict.fromkeys(group, Range(low, high)))
    return tuple(found[place] for place in sorted(found))


def bounding(voice: Voice) -> tuple[Scale, Scale]:
    """A voice at its hardest and at its easiest to please: what it accepts in the first it accepts for sure."""
    reference = None if isinstance(voice.level, Range) else voice.level
    lows, highs = [], []
    for issue, stake in enumerate(voice.stakes):
        each = _divided(bounds(stake)) if voice.reading == "scaled" else bounds(stake)
        base = None if reference is None else reference[issue]
        spans = [_times(stake.weight, _beyond(each, at, base, stake)) for at in range(len(each))]
        lows.append(tuple(span.low for span in spans))
        highs.append(tuple(span.high for span in spans))
    hard, easy = (voice.level.high, voice.level.low) if isinstance(voice.level, Range) else (ZERO, ZERO)
    return in_units(tuple(lows), hard), in_units(tuple(highs), easy)


def _divided(each: Sequence[Range]) -> list[Range]:
    """Evaluations divided by the best of the issue, whichever that is."""
    found = []
    for at, own in enumerate(each):
        others = [other for place, other in enumerate(each) if place != at]
        top, bottom = (max([*ends, ZERO]) for ends in ([o.high for o in others], [o.low for o in others]))
        ends = [own.low / (max(own.low, top) or ONE), own.high / (max(own.high, bottom) or ONE)]
        found.append(Range(min(ends), max(ends)))
    return found


def _beyond(each: Sequence[Range], at: int, base: int | None, stake: Stake) -> Range:
    """An evaluation, or how far it lies above that of the reference package; in an order the better is not below."""
    if base is None:
        return each[at]
    if at == base:
        return Range(ZERO, ZERO)
    low, high = each[at].low - each[base].high, each[at].high - each[base].low
    if isinstance(stake.evaluations, Order) and not stake.evaluations.about:
        rank, equal = within.ranks(stake.evaluations), not stake.evaluations.between
        if at in rank and base in rank:
            low = max(low, ZERO) if rank[at] < rank[base] + equal else low
            high = min(high, ZERO) if rank[at] > rank[base] - equal else high
    return Range(low, high)


def _times(weight: Range, each: Range) -> Range:
    ends = [one * other for one in weight for other in each]
    return Range(min(ends), max(ends))


# draws


def drawn(negotiation: Negotiation, rng: np.random.Generator) -> Negotiation:
    """A negotiation in which everything is known, drawn at random from what is told."""
    return replace(negotiation, parties=tuple(_drawn_party(party, rng) for party in negotiation.parties))


def _drawn_party(party: Party, rng: np.random.Generator) -> Party:
    own = (party.voice, *party.rivals)
    voice = own[int(rng.integers(len(own)))] if len(own) > 1 else party.voice
    inside = tuple(_drawn_voice(one, rng) for one in party.constituencies)
    return replace(party, voice=_drawn_voice(replace(voice, name=party.name), rng), constituencies=inside)


def _drawn_voice(voice: Voice, rng: np.random.Generator) -> Voice:
    stakes = tuple(Stake(_drawn_number(stake.weight, rng), _drawn_evaluations(stake, rng)) for stake in voice.stakes)
    level = _drawn_number(voice.level, rng) if isinstance(voice.level, Range) else voice.level
    return replace(voice, stakes=stakes, level=level)


def _drawn_number(given: Range, rng: np.random.Generator) -> Range:
    if given.is_known:
        return given
    number = given.low + (given.high - given.low) * Fraction(int(rng.integers(0, 10**6, endpoint=True)), 10**6)
    return Range(number, number)


def _drawn_evaluations(stake: Stake, rng: np.random.Generator) -> tuple[Range, ...]:
    if not isinstance(stake.evaluations, Order):
        return tuple(_drawn_number(each, rng) for each in stake.evaluations)
    if stake.evaluations.between:
        return tuple(Range(each, each) for each in within.drawn(stake.evaluations, rng))
    groups = _moved(stake.evaluations, rng)
    inner = sorted(
        (Fraction(int(each), 10**6) for each in rng.integers(0, 10**6, max(len(groups) - 2, 0))), reverse=True
    )
    steps = [ONE, *inner, ZERO][: len(groups)]
    found = {place: Range(step, step) for step, group in zip(steps, groups, strict=True) for place in group}
    return tuple(found[place] for place in sorted(found))


def _moved(order: Order, rng: np.random.Generator) -> list[Sequence[int]]:
    """The order with every alternative moved by up to so many places; equals stay equal where nothing moves."""
    if not order.about:
        return [*order.groups]
    places = [(rank, place) for rank, group in enumerate(order.groups) for place in group]
    keys = [rank + shift for (rank, _), shift in zip(places, rng.uniform(-order.about, order.about, len(places)),
                                                     strict=True)]  # fmt: skip
    return [(places[at][1],) for at in np.argsort(keys, kind="stable").tolist()]


def bounded(negotiation: Negotiation) -> tuple[tuple[Scale, ...], tuple[Scale, ...]]:
    """All voices at their hardest, and at their easiest to please."""
    pairs = [bounding(voice) for voice in voices_of(negotiation)]
    return tuple(hard for hard, _ in pairs), tuple(easy for _, easy in pairs)
