"""How many causes are followed by an effect within a window, against how many would be by chance.

Event coincidence analysis (Donges and others 2016, European Physical Journal Special Topics 225: 471-487): of n causes
at times t, k are followed, that is have an effect in [t, t + window]. A cause whose window is not over when the record
ends says nothing and is left out.

**By chance**: the causes are moved, all alike, a random number of places along the other events of the record in order
of time (a circular shift). So they fall only where something is told at all, as often as it is told there, and as close
together as they are: a record that tells more of some years, or several causes at once, makes no evidence.

**By the claim**: an effect follows at least every second cause that chance leaves without one (for less: is missing
after at least every second that chance gives one). A claim that this would make look otherwise is told apart from one
that is only not shown.

Each draw takes each imprecise date anew from its interval, then one shift; both are compared on the same dates.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from numpy import bool_
    from numpy.typing import NDArray

    from hikiwake.relation.noise import Numbers, Places

    Flags = NDArray[bool_]

STRENGTH = 0.5  # of the causes that chance leaves without an effect: how many a claim says are followed


@dataclass(frozen=True, slots=True)
class Draws:
    """What each draw counts: causes whose window is over, those followed and preceded, those followed after a shift."""

    causes: Numbers
    followed: Numbers
    preceded: Numbers
    shifted: Numbers


def drawn(starts: Numbers, lasts: Numbers, end: int, count: int, seed: int) -> Numbers:
    """Days of events, drawn evenly from their intervals: draws by events; the same seed gives the same.

    >>> import numpy as np
    >>> drawn(np.array([5.0, 7.0]), np.array([5.0, 7.0]), 9, 1, 0)
    array([[5., 7.]])
    """
    import numpy as np

    chance = np.random.default_rng(seed)
    days = chance.integers(starts.astype(int), lasts.astype(int) + 1, size=(count, len(starts)))
    return np.minimum(days, end).astype(float)


def in_time(days: Numbers) -> tuple[Places, Numbers]:
    """The order in which the events of each draw (draws by events) come, and their days in it: the same for all links.

    >>> import numpy as np
    >>> [each.tolist() for each in in_time(np.array([[7.0, 5.0]]))]
    [[[1, 0]], [[5.0, 7.0]]]
    """
    import numpy as np

    order = np.argsort(days, axis=1, kind="stable")
    return order, np.take_along_axis(days, order, axis=1)


def counted(drawn_days: tuple[Places, Numbers], cause: Flags, effect: Flags, window: int, end: int, seed: int) -> Draws:
    """What each draw of days counts, given as ``in_time`` has it; no event is both cause and effect.

    >>> import numpy as np
    >>> days = np.arange(8.0)[None, :] * 100
    >>> cause, effect = (np.arange(8) % 4 == place for place in (0, 1))
    >>> found = counted(in_time(days), cause, effect, 150, 1000, seed=0)
    >>> float(found.causes[0]), float(found.followed[0]), float(found.preceded[0])
    (2.0, 2.0, 0.0)
    """
    import numpy as np

    order, days = drawn_days
    told = effect[order]
    others = days[told].reshape(len(days), -1)
    times, is_cause = days[~told].reshape(len(days), -1), cause[order][~told].reshape(len(days), -1)
    whole = times + window <= end
    since, until = _nearest(others, times)
    after, before = until <= window, since <= window
    size = whole.sum(axis=1)
    chance = np.random.default_rng(seed)
    shift = chance.integers(1, np.maximum(size, 2))
    moved_to = (np.arange(times.shape[1])[None, :] + shift[:, None]) % np.maximum(size, 1)[:, None]
    kept = is_cause & whole
    moved = np.take_along_axis(after, moved_to, axis=1)
    return Draws(*(each.sum(axis=1).astype(float) for each in (kept, kept & after, kept & before, kept & moved)))


def _nearest(others: Numbers, times: Numbers) -> tuple[Numbers, Numbers]:
    """How many days lie since the last of the others before each time, and until the first on or after it.

    Draws by events, others in order; infinite where there is none.
    """
    import numpy as np

    draws = len(others)
    none = np.full((draws, 1), np.inf)
    rows = np.arange(draws)[:, None]
    step = float(max(others.max(initial=0), times.max(initial=0))) + 1
    flat = np.searchsorted((others + rows * step).ravel(), (times + rows * step).ravel(), side="left")
    place = flat.reshape(times.shape) + rows * 2  # in the framed rows, which are longer by two
    framed = np.hstack([-none, others, none]).ravel()
    return times - framed[place], framed[place + 1] - times


@dataclass(frozen=True, slots=True)
class Chances:
    """How often chance, and how often the claim, comes out as the record does or further from it.

    above, below: by chance, at least and at most as many followed; if_more, if_less: as few where the claim is of more,
    as many where it is of less
    """

    above: float
    below: float
    if_more: float
    if_less: float


def chances(draws: Draws, seed: int) -> Chances:
    """The p-values of the draws; each counts the record itself as one of them (North and others 2002).

    >>> import numpy as np
    >>> few = Draws(np.full(99, 9.0), np.full(99, 9.0), np.zeros(99), np.full(99, 2.0))
    >>> found = chances(few, seed=0)
    >>> found.above, found.below, found.if_more
    (0.01, 1.0, 1.0)
    """
    import numpy as np

    chance = np.random.default_rng(seed)
    left = (draws.causes - draws.shifted).astype(int)
    more = draws.shifted + chance.binomial(left, STRENGTH)
    less = draws.shifted - chance.binomial(draws.shifted.astype(int), STRENGTH)
    seen = draws.followed
    ways = (draws.shifted >= seen, draws.shifted <= seen, more <= seen, less >= seen)
    return Chances(*(float(np.sum(way) + 1) / (len(seen) + 1) for way in ways))


def interval(share: float, draws: int) -> tuple[float, float]:
    """Between which values nineteen of twenty repetitions with other seeds have a share of draws (Wilson 1927).

    >>> tuple(round(each, 3) for each in interval(0.05, 999))
    (0.038, 0.065)
    """
    z2 = 1.959964**2
    middle = (share + z2 / (2 * draws)) / (1 + z2 / draws)
    half = (z2 * (share * (1 - share) / draws + z2 / (4 * draws**2))) ** 0.5 / (1 + z2 / draws)
    return max(0.0, middle - half), min(1.0, middle + half)
