"""The least change that opens an empty zone: of a floor, a weight, an evaluation, or a rule between alternatives.

The zone is empty where no package is signed by all parties and ratified by all their constituencies. Changes are of
one voice, all others staying as they are: its floor comes down; weight is shifted from one issue to another; the
evaluation of one alternative goes up; or a rule that keeps alternatives apart falls. Of each kind and voice the least
is told. Under the reading ``scaled`` an evaluation goes up to the best of its issue at most, where that is above
nought, and is told as divided by it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from hikiwake.settlement.packages.listing.collecting import Mask
from hikiwake.settlement.packages.listing.survey import Survey, all_parts, chambers, sizes_of, survey
from hikiwake.settlement.packages.listing.worth import Scale, best, middle, scales_of, voices_of
from hikiwake.settlement.packages.negotiation import Negotiation, Range, Voice

MOST_CELLS = 500_000_000  # packages times pairs of issues; where there are more no weights are tried
Kind = Literal["floor", "weight", "evaluation", "rule"]


@dataclass(frozen=True, slots=True)
class Change:
    """One change that opens the zone.

    voice: its place among all voices, None for a rule; by: by how much; issue: whose evaluation goes up, or to which
    weight is shifted; source: from which weight is shifted; alternative: which one; rule: as it is said
    """

    kind: Kind
    voice: int | None = None
    by: Fraction = Fraction(0)
    issue: int | None = None
    source: int | None = None
    alternative: int | None = None
    rule: str = ""


def least_changes(negotiation: Negotiation, scales: Sequence[Scale], seen: Survey) -> tuple[Change, ...]:
    """The least change of every kind and voice that opens the zone; nothing where it is open, or none is enough."""
    if seen.signable[0]:
        return ()
    found: dict[tuple[Kind, int | None], Change] = {}
    for change in _of_voices(negotiation, scales):
        known = found.setdefault((change.kind, change.voice), change)
        if change.by < known.by:
            found[change.kind, change.voice] = change
    return (*sorted(found.values(), key=lambda change: (change.kind, change.voice or 0)), *_rules(negotiation))


def _rules(negotiation: Negotiation) -> Iterator[Change]:
    said = dict.fromkeys(clash.said for clash in negotiation.clashes)
    for rule in said:
        freed = replace(negotiation, clashes=tuple(clash for clash in negotiation.clashes if clash.said != rule))
        if survey(freed, scales_of(freed)).signable[0]:
            yield Change("rule", rule=rule)


def _of_voices(negotiation: Negotiation, scales: Sequence[Scale]) -> Iterator[Change]:
    """Changes of one voice, for every part of the packages the least there."""
    rooms, own, sizes = chambers(negotiation), len(negotiation.parties), sizes_of(negotiation)
    voices = voices_of(negotiation)
    levels = [scale.level for scale in scales]
    with_weights = negotiation.count * len(sizes) ** 2 * len(voices) <= MOST_CELLS
    for part, accepts in all_parts(negotiation, scales):
        for place, voice in enumerate(voices):
            others = _with_consent(accepts, place)
            good = others[:own].all(axis=0) & np.all([room.ratifies(others) for room in rooms], axis=0)
            if not good.any():
                continue
            short = levels[place] - part.units[place, good]
            yield Change("floor", place, int(short.min()) * scales[place].unit)
            taken = np.stack(np.unravel_index(part.numbers[good], sizes))
            yield from _raised(voice, place, scales[place], taken, short)
            if with_weights:
                yield from _shifted(voice, place, scales[place], taken, short)


def _with_consent(accepts: Mask, place: int) -> Mask:
    others = accepts.copy()
    others[place] = True
    return others


def _raised(
    voice: Voice, place: int, scale: Scale, taken: NDArray[np.int64], short: NDArray[np.int64]
) -> Iterator[Change]:
    """One alternative evaluated higher; one that the reference package has too moves the floor with it."""
    reference = None if isinstance(voice.level, Range) else voice.level
    for issue, stake in enumerate(voice.stakes):
        weight, evaluations = stake.weight.middle, middle(stake)
        scaled = voice.reading == "scaled"
        if not weight or (scaled and not any(evaluations)):
            continue
        for alternative in np.unique(taken[issue]).tolist():
            if reference is not None and reference[issue] == alternative:
                continue
            by = int(short[taken[issue] == alternative].min()) * scale.unit / weight
            if not scaled or evaluations[alternative] / best(evaluations) + by <= 1:
                yield Change("evaluation", place, by, issue, alternative=alternative)


def _shifted(
    voice: Voice, place: int, scale: Scale, taken: NDArray[np.int64], short: NDArray[np.int64]
) -> Iterator[Change]:
    """Weight shifted from one issue to another, no more than there is."""
    counts = [_counting(voice, issue) for issue in range(len(voice.stakes))]
    floats = [np.array(each, dtype=np.float64)[row] for each, row in zip(counts, taken, strict=True)]
    for source in range(len(counts)):
        most = voice.stakes[source].weight.middle
        for target in range(len(counts)) if most else ():
            gain = floats[target] - floats[source]
            if target == source or not (gain > 0).any():
                continue
            at = int(np.where(gain > 0, short / np.where(gain > 0, gain, 1), np.inf).argmin())
            exact = counts[target][taken[target, at]] - counts[source][taken[source, at]]
            by = int(short[at]) * scale.unit / exact
            if by <= most:
                yield Change("weight", place, by, target, source)


def _counting(voice: Voice, issue: int) -> list[Fraction]:
    """What a unit of weight on an issue adds for every alternative, beyond the reference package where that counts."""
    evaluations = middle(voice.stakes[issue])
    divisor = best(evaluations) if voice.reading == "scaled" else Fraction(1)
    base = Fraction(0) if isinstance(voice.level, Range) else evaluations[voice.level[issue]]
    return [(each - base) / divisor for each in evaluations]
