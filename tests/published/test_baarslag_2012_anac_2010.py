"""T. Baarslag, K. Hindriks, C. Jonker, S. Kraus and R. Lin: The first automated negotiating agents competition (2012).

Three domains with 576, 180 and 188,160 packages. Issues, weights and evaluations are those that ship with Genius
10.4; Pareto sets and points were computed from the same files by NegMAS 0.16.0 on its own, with evaluations divided
by the best of their issue and a reservation of nought.
"""

from __future__ import annotations

import pytest

from tests.published.negotiations import Expected, check

DOMAINS = {
    "england_zimbabwe": Expected(
        packages=576,
        pareto=25,
        nash=((0.910916, 0.733218), "Creation of committee to discuss creation of fund"),
        kalai_smorodinsky=((0.822286, 0.786570), "Creation of fund"),
        utilitarian=((0.910916, 0.733218), "Creation of committee to discuss creation of fund"),
    ),
    "itex_cypress": Expected(
        packages=180,
        pareto=18,
        nash=((0.721478, 0.670478), "5% spoilage allowed"),
        kalai_smorodinsky=((0.721478, 0.670478), "5% spoilage allowed"),
        utilitarian=((0.721478, 0.670478), "5% spoilage allowed"),
    ),
    "travel": Expected(
        packages=188_160,
        pareto=12,
        nash=((0.882412, 0.802015), "Monuments"),
        kalai_smorodinsky=((0.882412, 0.802015), "Monuments"),
        utilitarian=((0.919558, 0.764879), "Monuments"),
    ),
}


@pytest.mark.parametrize("name", DOMAINS)
def test_points_of_the_domain(name: str) -> None:
    check(name, DOMAINS[name])
