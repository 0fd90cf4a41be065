"""T. Baarslag, K. Fujita, E. Gerding and others: Evaluating practical negotiating agents (ANAC 2011; 2013).

The domain Laptop has 27 packages. Its issues, weights and evaluations are those that ship with Genius 10.4; Pareto set
and points were computed from the same files by NegMAS 0.16.0.
"""

from __future__ import annotations

from tests.published.negotiations import Expected, check


def test_points_of_laptop() -> None:
    check("laptop", Expected(
        packages=27,
        pareto=4,
        nash=((1.000052, 0.815105), "19'' LCD"),
        kalai_smorodinsky=((0.874024, 0.874024), "19'' LCD"),
        utilitarian=((1.000052, 0.815105), "19'' LCD"),
    ))  # fmt: skip
