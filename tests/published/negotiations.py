"""Package files that ship in ``examples/packages/``, held against the numbers of a paper or of another program."""

from __future__ import annotations

from typing import NamedTuple

import pytest

import hikiwake as hw
from tests.published.shared import EXAMPLES

Point = tuple[tuple[float, float], str]  # the gains, and the alternative of the last issue


class Expected(NamedTuple):
    """How many packages there are and are in the Pareto set, and three points."""

    packages: int
    pareto: int
    nash: Point
    kalai_smorodinsky: Point
    utilitarian: Point


def package_file(name: str) -> str:
    """The path of a package file."""
    return str(EXAMPLES / "packages" / f"{name}.toml")


def check(name: str, expected: Expected) -> None:
    """Hold the answers to a file against what is expected, gains to six digits."""
    found = hw.packages(package_file(name))
    assert (found.counts.packages, found.pareto) == (expected.packages, expected.pareto)
    for point in ("nash", "kalai_smorodinsky", "utilitarian"):
        (one,) = getattr(found.points, point)
        gains, last = getattr(expected, point)
        assert one.gains == pytest.approx(gains, abs=1e-6)
        assert [*one.package.values()][-1] == last
