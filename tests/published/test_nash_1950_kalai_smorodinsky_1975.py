"""J. F. Nash: The bargaining problem (1950); E. Kalai and M. Smorodinsky: Other solutions (1975), on a pie.

Two parties divide a pie into sixtieths, with reservations, with a party that values it twice as much, and with one
that is sated with half of it.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest

import hikiwake as hw
from hikiwake.settlement.packages import Packages, negotiation_from

Worth = Callable[[int], int]
PIECES = 60  # divisible by 2, 3, 4, 5 and 6


def divided(one: Worth, other: Worth, levels: tuple[str, str] = ("0", "0")) -> Packages:
    """The pie in sixtieths: what each division, by the part of the first, is worth to the first and to the second."""
    lines = [f"issues = [{{ id = 'pie', alternatives = {[str(each) for each in range(PIECES + 1)]} }}]"]
    for name, says, level in zip("AB", (one, other), levels, strict=True):
        worth = ", ".join(f"{x} = {says(x)}" for x in range(PIECES + 1))
        lines += ["[[parties]]", f"name = '{name}'", "weights = { pie = 1 }", f"reservation = {level}",
                  f"evaluations = {{ pie = {{ {worth} }} }}"]  # fmt: skip
    return hw.packages(negotiation_from("\n".join(lines)))


def part_of_first(x: int) -> int:
    return x


def part_of_second(x: int) -> int:
    return PIECES - x


def part(found: Packages, point: str) -> Fraction:
    """Which part of the pie the first gets at a point that is one package."""
    (one,) = getattr(found.points, point)
    return Fraction(int(one.package["pie"]), PIECES)


@pytest.mark.parametrize("point", ["nash", "kalai_smorodinsky", "egalitarian"])
def test_a_pie_is_halved(point: str) -> None:
    assert part(divided(part_of_first, part_of_second), point) == Fraction(1, 2)


@pytest.mark.parametrize("point", ["nash", "kalai_smorodinsky", "egalitarian"])
def test_with_a_reservation_of_a_third_the_rest_is_halved(point: str) -> None:
    assert part(divided(part_of_first, part_of_second, ("20", "0")), point) == Fraction(1, 3) + Fraction(
        1, 2
    ) * Fraction(2, 3)


def test_who_values_the_pie_twice_as_much_gets_half_by_the_first_two_and_a_third_by_equal_gains() -> None:
    found = divided(lambda x: 2 * x, part_of_second)
    assert part(found, "nash") == part(found, "kalai_smorodinsky") == Fraction(1, 2)
    assert part(found, "egalitarian") == Fraction(1, 3)
    assert found.points.utilitarian[0].package == {"pie": "60"}


def test_who_is_sated_with_half_the_pie_gets_half_by_nash_and_a_third_by_kalai_and_smorodinsky() -> None:
    """Gains are (min(x, 1/2), 1 - x): Nash maximises x (1 - x) up to 1/2; equal parts of (1/2, 1) meet at 1/3."""
    found = divided(lambda x: min(x, 30), part_of_second)
    assert part(found, "nash") == Fraction(1, 2)
    assert part(found, "kalai_smorodinsky") == Fraction(1, 3)


def test_a_pie_that_is_less_than_both_reservations_has_no_zone() -> None:
    found = divided(part_of_first, part_of_second, ("40", "30"))
    assert (found.counts.zone, found.points.nash, found.is_open) == (0, (), False)
    assert [change.by for change in found.changes if change.kind == "floor"] == [10, 10]
