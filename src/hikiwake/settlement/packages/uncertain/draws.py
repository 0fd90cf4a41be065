"""In what share of random draws the zone is open, which package is then the Nash point, and who would accept one.

Shares come with Wilson's interval (95 %). Each draw is answered in the same way as the file itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from hikiwake.settlement.packages.bargaining.points import nash as nash_point
from hikiwake.settlement.packages.listing.collecting import Front
from hikiwake.settlement.packages.listing.space import number_of
from hikiwake.settlement.packages.listing.survey import chambers, sizes_of, survey
from hikiwake.settlement.packages.listing.worth import Scale, levels_of, scales_of
from hikiwake.settlement.packages.negotiation import Negotiation, Package
from hikiwake.settlement.packages.uncertain.intervals import drawn
from hikiwake.settlement.shares import Share, wilson

MOST_SEEN = 400_000_000  # packages that are gone through in all draws
FEWEST = 10


@dataclass(frozen=True, slots=True)
class Drawn:
    """What came of so many draws with a seed.

    zone: in what share every party accepts some package; beyond: and one of them gains by it; signable: and some such
    package is ratified on all sides;
    nash: of packages by number, how often each was a Nash point, most often first; accepted, ratified: how often all
    parties accept a package that was asked for, and how often each party's side ratifies it; tabled: how often all
    accept each package that has a name, and how often all sides ratify it as well
    """

    count: int
    seed: int
    zone: Share
    beyond: Share
    signable: Share
    nash: tuple[tuple[int, Share], ...]
    package: int | None = None
    accepted: Share | None = None
    ratified: tuple[Share, ...] = ()
    tabled: tuple[tuple[Share, Share], ...] = ()


def draws(
    negotiation: Negotiation, count: int, seed: int, asked: Package | None, step: Callable[[int], None] = lambda _: None
) -> Drawn:
    """Draw so often; ``asked``: a package of which is told how often it would be signed and ratified."""
    rng = np.random.default_rng(seed)
    tally: Counter[str] = Counter()
    nash: Counter[int] = Counter()
    ratified = np.zeros(len(negotiation.parties), dtype=np.int64)
    tabled = np.zeros((len(negotiation.tabled), 2), dtype=np.int64)
    for number in range(count):
        one = drawn(negotiation, rng)
        scales = scales_of(one)
        seen = survey(one, scales)
        tally["zone"] += bool(seen.zone)
        tally["signable"] += bool(seen.signable[0])
        tally["beyond"] += _gained(seen.front, scales[: len(one.parties)])
        point = nash_point(seen.front, scales[: len(one.parties)])
        nash.update(point.numbers.tolist() if isinstance(point, Front) else ())
        if asked is not None:
            accepted, by_side = _taken(one, scales, asked)
            tally["accepted"] += accepted
            ratified += by_side
        for place, named in enumerate(one.tabled):
            accepted, by_side = _taken(one, scales, named.package)
            tabled[place] += (accepted, accepted and all(by_side))
        step(number + 1)
    return Drawn(
        count, seed, wilson(tally["zone"], count), wilson(tally["beyond"], count), wilson(tally["signable"], count),
        tuple((each, wilson(times, count)) for each, times in sorted(nash.items(), key=lambda one: (-one[1], one[0]))),
        None if asked is None else number_of(asked, sizes_of(negotiation)),
        None if asked is None else wilson(tally["accepted"], count),
        () if asked is None else tuple(wilson(int(times), count) for times in ratified),
        tuple((wilson(int(all_), count), wilson(int(both), count)) for all_, both in tabled),
    )  # fmt: skip


def _gained(front: Front, scales: Sequence[Scale]) -> bool:
    """Whether some package that every party accepts is worth more to one of them than its reservation."""
    return bool((front.accepted(scales).units > levels_of(scales)).any())


def _taken(one: Negotiation, scales: Sequence[Scale], package: Package) -> tuple[bool, list[bool]]:
    """Whether all parties accept a package, and which sides ratify it."""
    accepts = np.array([[scale.at(package) >= scale.level] for scale in scales])
    return bool(accepts[: len(one.parties)].all()), [bool(room.ratifies(accepts)[0]) for room in chambers(one)]


def affordable(negotiation: Negotiation, wanted: int) -> int:
    """How many draws are made where so many are wanted: fewer where there are very many packages, none under ten."""
    few = MOST_SEEN // max(negotiation.count, 1)
    return min(wanted, few) if few >= FEWEST else 0
