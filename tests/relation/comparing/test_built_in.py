"""What the built-in case keeps of others' data: it is what the files say, and its turns are near those once found."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np
import pytest
import ruptures

import hikiwake as hw
from hikiwake.relation.comparing import Comparisons, kept_in
from hikiwake.relation.comparing.files import published
from hikiwake.relation.comparing.reading import read_series
from hikiwake.relation.comparing.recognising import recognised
from hikiwake.relation.comparing.sides import sides_of
from tests.built_in import japan_russia

VOTES, DISPUTES = "un-votes-JPN-RUS", "mid-JPN-RUS"
NEAR = 3  # years


@cache
def found() -> Comparisons:
    return hw.compare(japan_russia())


@pytest.mark.parametrize(("year", "way"), [(1968, "up"), (1988, "up"), (2013, "down")])
def test_un_voting_turns_near_the_years_of_the_literature(year: int, way: str) -> None:
    (votes, _) = found()
    near = [turn for turn in votes.turning_points
            if turn.direction == way and turn.start.year - NEAR <= year <= turn.end.year + NEAR]  # fmt: skip
    assert any(turn.support.penalties == 1.0 and turn.support.methods == ("segmentation", "normal") for turn in near)


def test_those_years_are_what_a_search_of_every_fifth_value_finds() -> None:
    """A search that looks at every fifth value only ends at just them; one that looks at all values ends nearby."""
    head, values, _ = next(iter(kept_in(japan_russia())))
    signal, years = np.array([[value.value] for value in values]), [value.period.start.year for value in values]
    ends = {}
    for step in (5, 1):
        places = ruptures.Pelt(model="l2", min_size=4, jump=step).fit(signal).predict(pen=0.1)
        ends[step] = [years[place] for place in places[:-1]]
    assert head.id == VOTES
    assert ends == {5: [1968, 1988, 2013], 1: [1969, 1990, 2014]}


def test_levels_go_together_and_changes_do_not() -> None:
    (votes, _) = found()
    levels, changes = (votes.as_record()["correlations"][place] for place in (3, 10))
    assert (levels["of"], levels["lag"], changes["of"], changes["lag"]) == ("levels", 0, "changes", 0)
    assert levels["low"] > 0.4
    assert changes["low"] < 0 < changes["high"]


def test_what_is_kept_is_what_the_files_say(shared: Path) -> None:
    dossier = japan_russia()
    names = ("un_votes/un_votes.csv.gz", "un_votes/un_roll_calls.csv.gz", "cow_mid/dyadic_mid_4.02.csv.gz")
    files = [published(shared / "data" / name) for name in names]
    sides = sides_of(dossier, ("JPN", "RUS"))
    again = [read_series(each, ("JPN", "RUS"), sides, "year") for each in recognised(files)]
    kept = [(replace(head, made_by=""), values, aside) for head, values, aside in kept_in(dossier)]
    assert kept == again
    assert [head.id for head, _, _ in kept] == [VOTES, DISPUTES]


@pytest.mark.parametrize(
    ("file", "kind", "year", "value"),
    [
        ("cow_mid/gml_dirdisp.csv.gz", "gml", 1904, 5),
        ("dyads_and_leaders/atop_alliance.csv.gz", "alliances", 1942, 1),
        ("cow_mid/dyadic_mid_4.02.csv.gz", "mid-disputes", 1920, 3),
    ],
)
def test_the_other_files_are_read_as_published(shared: Path, file: str, kind: str, year: int, value: float) -> None:
    dossier = japan_russia()
    (each,) = recognised([published(shared / "data" / file)], kind)
    _, values, aside = read_series(each, ("JPN", "RUS"), sides_of(dossier, ("JPN", "RUS")), "year")
    assert aside == 0
    assert [one.value for one in values if one.period.start.year == year] == [value]
