"""S. J. Brams and A. D. Taylor: Fair Division (1996), chapter 5: adjusted winner for the Panama Canal treaties.

With the points that Raiffa (1982) reports on ten issues, scaled to 100, both sides get 66: land and water, on which
both put 15, is the one issue that is split, 2/15 to the United States and 13/15 to Panama.
"""

from __future__ import annotations

from fractions import Fraction

import hikiwake as hw
from hikiwake.settlement.packages import AdjustedWinner
from tests.published.negotiations import package_file

UNITED_STATES = {"us_defence_rights", "use_rights", "expansion_rights", "expansion_routes"}
PANAMA = {"duration", "jurisdiction", "us_military_rights", "compensation", "defence_role"}


def test_both_get_66_and_land_and_water_is_split() -> None:
    found = hw.divide(package_file("panama_canal"))
    assert isinstance(found, AdjustedWinner)
    assert found.shares.totals == (Fraction(66), Fraction(66))
    assert found.split is not None
    assert (found.split.issue, found.split.parts) == ("land_and_water", (Fraction(2, 15), Fraction(13, 15)))
    whole = found.as_object()["wins"]
    assert {name: set(issues) for name, issues in whole.items()} == {"United States": UNITED_STATES, "Panama": PANAMA}
