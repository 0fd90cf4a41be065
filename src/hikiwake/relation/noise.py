"""How much values scatter around their level, whatever the level does."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from numpy import bool_, float64, intp
    from numpy.typing import NDArray

    Numbers = NDArray[float64]
    Places = NDArray[intp]
    Truths = NDArray[bool_]


def variance(values: Numbers, weights: Numbers) -> float:
    """The variance of a value of weight one, from the differences of neighbours; 0 for a series that never differs.

    Half the mean square of successive differences (von Neumann 1941): a change of level adds one difference to it.

    >>> import numpy as np
    >>> variance(np.array([3.0, 3.0, 3.0]), np.ones(3)), variance(np.array([1.0, 3.0]), np.ones(2))
    (0.0, 2.0)
    """
    import numpy as np

    if len(values) < 2:
        return 0.0
    return float(np.mean(np.diff(values) ** 2 / (1 / weights[1:] + 1 / weights[:-1])))
