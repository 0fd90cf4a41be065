"""How sure a series is: what remains of it when documents and acts are drawn again, or one document is left out.

A resample draws as many documents as there are, with replacement, keeps the acts that a drawn one tells, and draws as
many of these as there are, with replacement. So a value that hangs on one document is as uncertain as it should be.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from hikiwake.dossier import Dossier
from hikiwake.relation.series import Spread

if TYPE_CHECKING:
    from hikiwake.relation.noise import Numbers

LOW, HIGH = 0.05, 0.95  # of the resamples


def drawn_again(series: Spread, count: int, seed: int) -> Iterator[Numbers]:
    """How often each act counts, for each of ``count`` resamples; the same seed gives the same.

    >>> from hikiwake.relation.series import spread
    >>> [each for each in drawn_again(spread((), ()), 2, 0)]
    []
    """
    import numpy as np

    size, names = len(series.acts), series.acts.names
    if not size:
        return
    chance = np.random.default_rng(seed)
    tells, teller = series.acts.tellings
    for _ in range(count):
        heard = np.full(size, not names)
        if names:
            drawn = np.zeros(len(names), dtype=bool)
            drawn[chance.integers(len(names), size=len(names))] = True
            heard[tells[drawn[teller]]] = True
        kept = np.flatnonzero(heard)
        yield np.bincount(kept[chance.integers(len(kept), size=len(kept))], minlength=size).astype(float)


def band(series: Spread, drawn: Sequence[Numbers]) -> list[tuple[float, float] | None]:
    """Between which values nine of ten resamples have each period; ``None`` for one with fewer than two acts.

    drawn: the value of each period in each resample. One act alone would be the same in every resample that has it,
    which says nothing of how sure it is.
    """
    import numpy as np

    if not drawn:
        return [None] * len(series.periods)
    values = np.array(drawn)
    silent = np.isnan(values)
    banded = series.several() & ~silent.all(axis=0)
    ends = np.quantile(values, (LOW, HIGH), axis=0)
    for row in np.flatnonzero(banded & silent.any(axis=0)):
        ends[:, row] = np.quantile(values[~silent[:, row], row], (LOW, HIGH))
    return [(float(low), float(high)) if there else None for low, high, there in zip(*ends, banded, strict=True)]


def without_each(dossier: Dossier, documents: set[str]) -> Iterator[tuple[str, Dossier]]:
    """For each of some documents what the others tell by themselves, in the order of the case."""
    everyone = [document.id for document in dossier.documents]
    for id_ in everyone:
        if id_ in documents:
            yield id_, dossier.from_documents(other for other in everyone if other != id_)
