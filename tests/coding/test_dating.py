"""When an act was: of its own clause, of the time of writing, or of the treaty that does it."""

from __future__ import annotations

import pytest

from hikiwake.coding import propose
from hikiwake.periods import Period

WRITTEN = Period.parse("2010-03")


def years(text: str) -> dict[str, int | None]:
    """The year of each act by its trigger."""
    made = propose("a", text, WRITTEN)
    return {
        dict(each.why)["trigger"]: each.period.start.year if each.period else None
        for each in made
        if each.kind == "event"
    }


CASES = [
    ("In May 1999 Peru closed its ports. Today is another day. Chile rejects the award.", "rejects", 2010),
    ("In May 1999 Peru and Chile met. Peru has rejected the award.", "rejected", 2010),
    ("In 1999 ships sailed. Peru offers to mediate for Chile, as it did after the war of 1998.", "offers", 2010),
    ("1999: Peru closes its ports. Chile rejects the award.", "rejects", 1999),
    ("In 1999 Peru closes its ports to Chile. Chile rejects the award.", "rejects", 1999),
    ("In May 1999 judges spoke. Peru welcomed the award, but in 2003 Chile denounced it.", "welcomed", 1999),
    ("In May 1999 judges spoke. Peru welcomed the award, but in 2003 Chile denounced it.", "denounced", 2003),
    ("Peru welcomed the award, but in 2003 Chile denounced it.", "welcomed", 2003),
    ("In the Lima Treaty of 5 May 1929 Peru promised Chile the port.", "promised", 1929),
    ("Talks failed in 1935. The treaty of 5 May 1929 gave Peru the port of Chile.", "gave", 1929),
    ("Talks failed in 1935. The treaty of 5 May 1929 was rejected by Peru.", "rejected", 1935),
    ("Talks failed in 1935. Under the Lima Treaty of 5 May 1929 Peru closed the port of Chile.", "closed", 1935),
    ("Talks failed in 1935. Citing the Lima Treaty of 5 May 1929 Peru closed the port of Chile.", "closed", 1935),
    ("Talks failed in 1935. The Lima Treaty of 5 May 1929 gave Peru the port of Chile.", "gave", 1929),
    ("In May 1999 ministers met. Peru says that the port of Chile will be closed.", "closed", 2010),
]  # fmt: skip


@pytest.mark.parametrize(("text", "trigger", "year"), CASES)
def test_the_year_of_an_act(text: str, trigger: str, year: int) -> None:
    """Each kind, in a text of 2010."""
    assert years(text)[trigger] == year
