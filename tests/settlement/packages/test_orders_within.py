"""An order inside intervals: narrowed as far as it goes, drawn without leaving either, moved without breaking it."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

import numpy as np
import pytest

import hikiwake as hw
from hikiwake.settlement.packages import negotiation_from
from hikiwake.settlement.packages.listing.within import drawn, moved, narrowed, ranks
from hikiwake.settlement.packages.negotiation import Order, Range

RNG = np.random.default_rng(7)


def some_order(size: int) -> Order:
    """An order of whole numbers that leaves at least one point, and one alternative out."""
    values = RNG.integers(0, 4, size)
    spans = tuple(Range(Fraction(int(each - RNG.integers(0, 3))), Fraction(int(each + RNG.integers(0, 3))))
                  for each in values)  # fmt: skip
    groups: dict[int, tuple[int, ...]] = {}
    for at in range(size - 1):
        groups[-int(values[at])] = (*groups.get(-int(values[at]), ()), at)
    return Order(tuple(groups[key] for key in sorted(groups)), 0, spans)


def keeps(order: Order, values: tuple[Fraction, ...]) -> bool:
    """Whether evaluations are inside the intervals and in the order."""
    rank = ranks(order)
    inside = all(span.low <= value <= span.high for span, value in zip(order.between, values, strict=True))
    return inside and all(values[one] >= values[other] for one in rank for other in rank if rank[one] < rank[other])


@pytest.mark.parametrize("size", [2, 3, 4, 5])
def test_narrowed_is_what_brute_force_finds(size: int) -> None:
    for _ in range(20):
        order = some_order(size)
        points = [
            values
            for values in product(*(map(Fraction, range(int(span.low), int(span.high) + 1)) for span in order.between))
            if keeps(order, values)
        ]
        found = [Range(min(own), max(own)) for own in zip(*points, strict=True)]
        assert [*narrowed(order)] == found
        assert keeps(order, tuple(span.middle for span in found)), "the middle keeps the order"


def test_draws_and_moves_keep_both() -> None:
    for _ in range(60):
        order = some_order(5)
        middle = tuple(span.middle for span in narrowed(order))
        assert keeps(order, drawn(order, RNG))
        for at, span in enumerate(narrowed(order)):
            for end in span:
                assert keeps(order, moved(order, middle, at, end))
                assert moved(order, middle, at, end)[at] == end


def test_draws_of_a_chain_are_even_over_it() -> None:
    """Of three numbers in order between 0 and 1 the best is 3/4 in the mean, the worst 1/4."""
    order = Order(((0,), (1,), (2,)), 0, (Range(Fraction(0), Fraction(1)),) * 3)
    means = np.mean([[float(each) for each in drawn(order, RNG)] for _ in range(1500)], axis=0)
    assert np.allclose(means, [0.75, 0.5, 0.25], atol=0.03)


FILE = """
issues = [{ id = "land", alternatives = ["none", "some", "all"] }]
status_quo = { land = "none" }
[[parties]]
name = "A"
weights = { land = 1 }
evaluations = { land = { none = 0, some = [-1, 1], all = [0, 1] } }
orders = { land = ["all", "some"] }
[[parties]]
name = "B"
weights = { land = 1 }
evaluations = { land = { none = 0, some = [0, 1], all = [-1, -1] } }
"""


def test_a_package_is_sure_only_if_order_and_intervals_make_it_so() -> None:
    found = hw.packages(negotiation_from(FILE), draws=300)
    assert (found.counts.sure, found.counts.possible) == (1, 2), "no agreement for sure, some of it perhaps"
    ordered = FILE.replace('orders = { land = ["all", "some"] }', 'orders = { land = ["some", "all"] }')
    assert hw.packages(negotiation_from(ordered)).counts.sure == 2, "better than what is accepted is accepted"
    assert found.drawn is not None
    assert 0.2 < found.drawn.nash[0][1].share < 0.8
