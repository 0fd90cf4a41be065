"""What the answer hinges on: the smallest sets of uncertain numbers that change it when each goes to one of its ends.

The answer is whether the zone is open, and which packages are the Nash point. All numbers are at the middle of their
intervals, and orders evenly spaced, but for those of the set. An evaluation of which only an order is told goes to that
of the best or of the worst, and takes those with it that stand between.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import combinations, product
from math import comb
from typing import TypeAlias

from hikiwake.settlement.packages.bargaining.points import nash
from hikiwake.settlement.packages.listing import within
from hikiwake.settlement.packages.listing.collecting import Front
from hikiwake.settlement.packages.listing.survey import survey
from hikiwake.settlement.packages.listing.worth import Scale, middle, scale_of, scales_of, voices_of
from hikiwake.settlement.packages.negotiation import Negotiation, Order, Range, Stake, Voice
from hikiwake.settlement.packages.uncertain.intervals import bounds

MOST_SEEN = 60_000_000  # packages that are gone through in all; a size that takes more is not begun
LARGEST = 3  # numbers in a set
Answer: TypeAlias = tuple[bool, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Uncertain:
    """A number that is not known: the place of its voice, and its issue and alternative; no issue: the level.

    alternative: None for the weight of the issue; ends: the two ends
    """

    voice: int
    issue: int | None
    alternative: int | None
    ends: tuple[Fraction, Fraction]


@dataclass(frozen=True, slots=True)
class Hinge:
    """Numbers that change the answer together, each at an end; no part of them does."""

    numbers: tuple[Uncertain, ...]
    at: tuple[Fraction, ...]
    open: bool
    nash: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Hinges:
    """The smallest sets that change the answer, of one size; how many numbers are uncertain; how far was searched."""

    rows: tuple[Hinge, ...]
    uncertain: int
    searched: int


def hinges(negotiation: Negotiation, step: Callable[[int], None] = lambda _: None) -> Hinges:
    """The smallest sets of uncertain numbers whose change changes the answer; ``step`` is told the size begun."""
    known = _at_middle(negotiation)
    numbers = [*_uncertain(negotiation)]
    scales, seen = scales_of(known), negotiation.count
    before = _answer(known, scales)
    for size in range(1, min(LARGEST, len(numbers)) + 1):
        seen += comb(len(numbers), size) * 2**size * negotiation.count
        if seen > MOST_SEEN:
            return Hinges((), len(numbers), size - 1)
        step(size)
        found = [*_changing(negotiation, known, (before, scales), numbers, size)]
        if found:
            return Hinges(tuple(found), len(numbers), size)
    return Hinges((), len(numbers), min(LARGEST, len(numbers)))


def _changing(
    told: Negotiation,
    known: Negotiation,
    answered: tuple[Answer, Sequence[Scale]],
    numbers: Sequence[Uncertain],
    size: int,
) -> Iterator[Hinge]:
    before, scales = answered
    for chosen in combinations(numbers, size):
        for ends in product(*(one.ends for one in chosen)):
            after = known
            for one, end in zip(chosen, ends, strict=True):
                after = _with(told, after, one, end)
            if (answer := _answer(after, _scales(after, known, scales))) != before:
                yield Hinge(chosen, ends, *answer)


def _answer(negotiation: Negotiation, scales: Sequence[Scale]) -> Answer:
    point = nash(survey(negotiation, scales).front, scales[: len(negotiation.parties)])
    numbers = tuple(sorted(point.numbers.tolist())) if isinstance(point, Front) else ()
    return isinstance(point, Front), numbers


def _scales(negotiation: Negotiation, known: Negotiation, scales: Sequence[Scale]) -> list[Scale]:
    """Every voice in units; those that are as in a negotiation of which the scales are known have these."""
    told = zip(voices_of(negotiation), voices_of(known), scales, strict=True)
    return [scale if voice is before else scale_of(voice) for voice, before, scale in told]


def _uncertain(negotiation: Negotiation) -> Iterator[Uncertain]:
    for place, voice in enumerate(voices_of(negotiation)[: len(negotiation.parties)]):
        for issue, stake in enumerate(voice.stakes):
            if not stake.weight.is_known:
                yield Uncertain(place, issue, None, (stake.weight.low, stake.weight.high))
            yield from _of_stake(place, issue, stake)
        if isinstance(voice.level, Range) and not voice.level.is_known:
            yield Uncertain(place, None, None, (voice.level.low, voice.level.high))


def _of_stake(place: int, issue: int, stake: Stake) -> Iterator[Uncertain]:
    if isinstance(stake.evaluations, Order) and not stake.evaluations.between:
        inner = [at for group in stake.evaluations.groups[1:-1] for at in group]
        yield from (Uncertain(place, issue, at, (Fraction(0), Fraction(1))) for at in sorted(inner))
        return
    for at, each in enumerate(bounds(stake)):
        if not each.is_known:
            yield Uncertain(place, issue, at, (each.low, each.high))


def _at_middle(negotiation: Negotiation) -> Negotiation:
    parties = tuple(replace(party, voice=_voice_at_middle(party.voice)) for party in negotiation.parties)
    return replace(negotiation, parties=parties)


def _voice_at_middle(voice: Voice) -> Voice:
    stakes = tuple(Stake(_sure(stake.weight.middle), tuple(map(_sure, middle(stake)))) for stake in voice.stakes)
    level = _sure(voice.level.middle) if isinstance(voice.level, Range) else voice.level
    return replace(voice, stakes=stakes, level=level)


def _sure(number: Fraction) -> Range:
    return Range(number, number)


def _with(told: Negotiation, known: Negotiation, one: Uncertain, end: Fraction) -> Negotiation:
    """The negotiation with one number at an end."""
    party, before = known.parties[one.voice], told.parties[one.voice].voice
    voice = party.voice
    if one.issue is None:
        voice = replace(voice, level=_sure(end))
    else:
        stake = voice.stakes[one.issue]
        fresh = replace(stake, weight=_sure(end)) if one.alternative is None else _moved(
            stake, before.stakes[one.issue], one.alternative, end)  # fmt: skip
        voice = replace(voice, stakes=(*voice.stakes[: one.issue], fresh, *voice.stakes[one.issue + 1 :]))
    parties = (*known.parties[: one.voice], replace(party, voice=voice), *known.parties[one.voice + 1 :])
    return replace(known, parties=parties)


def _moved(stake: Stake, told: Stake, alternative: int, end: Fraction) -> Stake:
    """An evaluation at an end; of an order those between the alternative and that end go with it."""
    assert not isinstance(stake.evaluations, Order)
    if isinstance(told.evaluations, Order) and told.evaluations.between:
        known = [each.middle for each in stake.evaluations]
        return replace(stake, evaluations=tuple(map(_sure, within.moved(told.evaluations, known, alternative, end))))
    moved = {alternative}
    if isinstance(told.evaluations, Order):
        rank = {place: number for number, group in enumerate(told.evaluations.groups) for place in group}
        own = rank[alternative]
        moved = {place for place, number in rank.items() if (number <= own if end else number >= own)}
        moved = {place for place in moved if 0 < rank[place] < len(told.evaluations.groups) - 1}
    return replace(stake, evaluations=tuple(_sure(end) if at in moved else each
                                            for at, each in enumerate(stake.evaluations)))  # fmt: skip
