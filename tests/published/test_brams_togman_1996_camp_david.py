"""S. J. Brams and J. M. Togman: Camp David: was the agreement fair? (1996).

Adjusted winner on six issues: Israel wins four, Egypt Palestinian rights and five sixths of Sinai; both get 65.8
points.
"""

from __future__ import annotations

from fractions import Fraction

import hikiwake as hw
from hikiwake.settlement.packages import AdjustedWinner
from tests.published.negotiations import package_file


def test_sinai_is_split_one_to_five_and_both_get_as_much() -> None:
    found = hw.divide(package_file("camp_david"))
    assert isinstance(found, AdjustedWinner)
    assert found.shares.totals == (Fraction(395, 6), Fraction(395, 6))
    assert found.split is not None
    assert (found.split.issue, found.split.parts) == ("sinai", (Fraction(1, 6), Fraction(5, 6)))
    assert found.as_object()["wins"]["Egypt"] == ["palestinian_rights"]
