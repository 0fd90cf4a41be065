"""A. E. Raftery, V. E. Akman: Bayesian analysis of a Poisson process with a change-point (1986), Biometrika 73: 85-89.

Disasters in British coal mines a year, 1851 to 1962 (R. G. Jarrett 1979, Biometrika 66: 191-193). The rate fell from
about three a year to about one; the posterior of the place of a single change has its mode about 1890, between 1887
and 1895 or so.
"""

from __future__ import annotations

import numpy as np
import pytest

from hikiwake.relation.bayesian import changes, poisson

DISASTERS = np.array(
    [int(each) for each in (
        "4541043406334026335453144155342522342132211113001011003103220111010100021000110233112111124200014"
        "000100000100101"
    )], dtype=float,
)  # fmt: skip
FIRST = 1851


def test_the_series_is_the_published_one() -> None:
    assert (len(DISASTERS), DISASTERS.sum()) == (112, 191)


def test_the_rate_changed_about_1890() -> None:
    found = changes(poisson(DISASTERS, np.ones(len(DISASTERS))))
    first = FIRST + found.breaks[0]
    assert 1887 <= first <= 1895
    assert found.unchanged < 0.001
    place = found.breaks[0]
    assert DISASTERS[:place].mean() == pytest.approx(3.1, abs=0.2)
    assert DISASTERS[place:].mean() == pytest.approx(0.9, abs=0.2)
