"""How inconsistent evidence is with hypotheses, on arrays that know no names.

Of a hypothesis h with the cells c(h, e) over evidence e, the inconsistency score is

    s(h) = - sum over e of p(c(h, e)) * w(e),   p(I) = 1, p(II) = 2, p(CC) = p(C) = p(N) = 0,

where w(e) is credibility times relevance: high is the square root of 2, medium 1, low 1 over the square root of 2. Only
inconsistency counts: evidence that fits many hypotheses supports none of them. The first are those with the highest
score, several where they tie. Heuer (1999), *Psychology of Intelligence Analysis*, ch. 8; the figures are those of
Good, Shrager, Stefik, Pirolli and Card (2004), *ACH1.1: A Tool for Analyzing Competing Hypotheses. Technical
Description*, Palo Alto Research Center.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from hikiwake.dossier.competing import CELLS

PENALTY = {"CC": 0, "C": 0, "N": 0, "I": 1, "II": 2}
WEIGHT = {"high": 2**0.5, "medium": 1.0, "low": 2**-0.5}
MOST = 3  # pieces of evidence that are taken away together
UNJUDGED = -1
DIGITS = 9
"""Scores are compared to so many digits. Each is (a + b * sqrt 2) / 2 with whole a and b of at most some hundreds, and
two such numbers that differ do so by more than 1e-5: so what ties here ties exactly."""

Cells = NDArray[np.int8]
Scores = NDArray[np.float64]
_PENALTIES = np.array([PENALTY[cell] for cell in CELLS] + [0], dtype=float)  # the last for a cell that is not judged


def penalties(cells: Cells, weights: Scores) -> Scores:
    """What each piece of evidence takes from each hypothesis.

    cells: hypotheses by evidence, indices into ``CELLS`` or ``UNJUDGED``; weights: one for each piece of evidence
    """
    return np.asarray(_PENALTIES[cells] * weights)


def scores(taken: Scores) -> Scores:
    """The inconsistency score of each hypothesis, 0 at most.

    >>> scores(penalties(np.array([[0, 3], [4, 1]], dtype=np.int8), np.array([1.0, 2.0]))).tolist()
    [-2.0, -2.0]
    """
    return np.asarray(np.round(0.0 - taken.sum(axis=1), DIGITS) + 0.0)


def first(found: Scores) -> tuple[int, ...]:
    """Which hypotheses have the highest score.

    >>> first(np.array([-2.0, -1.0, -1.0]))
    (1, 2)
    """
    return tuple(int(each) for each in np.flatnonzero(found == found.max())) if found.size else ()


def least_removals(taken: Scores, most: int = MOST) -> tuple[tuple[tuple[int, ...], tuple[int, ...]], ...]:
    """The smallest sets of evidence without which others are first, each with who is first then; all of that size.

    Empty where no set of up to ``most`` pieces does it. Sets that leave no evidence are not looked at.

    >>> least_removals(np.array([[0.0, 1.0], [2.0, 0.0]]))
    (((0,), (1,)),)
    """
    now = first(scores(taken))
    total = taken.sum(axis=1)
    for size in range(1, min(most, taken.shape[1] - 1) + 1):
        if found := tuple(_changing(taken, total, now, size)):
            return found
    return ()


def _changing(
    taken: Scores, total: Scores, now: tuple[int, ...], size: int
) -> Iterator[tuple[tuple[int, ...], tuple[int, ...]]]:
    """The sets of one size without which the first are others."""
    sets = np.array([*combinations(range(taken.shape[1]), size)], dtype=np.intp)
    left = np.round(total[:, None] - taken[:, sets].sum(axis=2), DIGITS)  # hypotheses by sets
    leads = left == left.min(axis=0)
    same = leads == np.isin(np.arange(len(total)), now)[:, None]
    for place in np.flatnonzero(~same.all(axis=0)):
        yield tuple(int(each) for each in sets[place]), tuple(int(each) for each in np.flatnonzero(leads[:, place]))


def without(taken: Scores, gone: list[int]) -> tuple[int, ...]:
    """Which hypotheses are first without some pieces of evidence; none where no evidence is left."""
    kept = np.delete(taken, gone, axis=1)
    return first(scores(kept)) if kept.shape[1] else ()


def deciding_steps(cells: Cells, weights: Scores) -> Iterator[tuple[int, int, int, tuple[int, ...]]]:
    """The cells which, one step different, make others first: hypothesis, evidence, the cell then, the first then."""
    now = first(scores(penalties(cells, weights)))
    for row, column in np.argwhere(cells != UNJUDGED):
        for step in (-1, 1):
            cell = int(cells[row, column]) + step
            if 0 <= cell < len(CELLS) and PENALTY[CELLS[cell]] != PENALTY[CELLS[cells[row, column]]]:
                changed = cells.copy()
                changed[row, column] = cell
                then = first(scores(penalties(changed, weights)))
                if then != now:
                    yield int(row), int(column), cell, then


def spread(cells: Cells) -> int:
    """How many steps lie between the cells that differ most, 0 to 4; what is not judged is left out.

    >>> spread(np.array([0, 3, UNJUDGED], dtype=np.int8))
    3
    """
    judged = cells[cells != UNJUDGED]
    return int(judged.max() - judged.min()) if judged.size else 0
