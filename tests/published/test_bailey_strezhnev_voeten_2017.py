"""M. A. Bailey, A. Strezhnev, E. Voeten: Estimating Dynamic State Preferences from United Nations Voting Data (2017),
Journal of Conflict Resolution 61(2): 430-456. Their table has for each state and session the share of votes that it
cast as the Soviet Union or Russia did (PctAgreeRUSSIA).

It was made of another release of the votes: for Japan 20 of 56 sessions are the same to the sixth decimal, half differ
by less than 0.01, and none by more than 0.09.
"""

from __future__ import annotations

import csv
import gzip
from pathlib import Path

import numpy as np

from hikiwake.relation.comparing.files import published
from hikiwake.relation.comparing.reading import read_series
from hikiwake.relation.comparing.recognising import recognised
from hikiwake.relation.comparing.sides import sides_of
from tests.built_in import japan_russia

PAIR = ("JPN", "RUS")


def by_session(calls: Path, into: Path) -> Path:
    """The roll calls with the year of their session, which is the one it begins in, in place of their day."""
    with gzip.open(calls, "rt", encoding="utf-8") as file:
        rows = [f"{row['rcid']},{1945 + int(float(row['session']))}-10-01\n" for row in csv.DictReader(file)]
    into.write_text("rcid,date\n" + "".join(rows), encoding="utf-8")
    return into


def test_the_share_of_votes_cast_alike(shared: Path, tmp_path: Path) -> None:
    votes = shared / "data" / "un_votes"
    with gzip.open(votes / "ideal_points_1946-2012.csv.gz", "rt", encoding="utf-8") as file:
        theirs = {int(row["Year"]): float(row["PctAgreeRUSSIA"]) for row in csv.DictReader(file)
                  if row["CountryAbb"] == "JPN"}  # fmt: skip
    sessions = by_session(votes / "un_roll_calls.csv.gz", tmp_path / "sessions.csv")
    (found,) = recognised([published(votes / "un_votes.csv.gz"), published(sessions)], "un-votes-identical")
    _, values, _ = read_series(found, PAIR, sides_of(japan_russia(), PAIR), "year")
    ours = {value.period.start.year: value.value for value in values}
    assert {*theirs} <= {*ours}
    apart = np.array([abs(ours[year] - share) for year, share in theirs.items()])
    assert len(apart) == 56
    assert (apart < 1e-6).sum() == 20
    assert np.median(apart) < 0.01
    assert apart.max() < 0.09
    assert np.corrcoef([ours[year] for year in theirs], [*theirs.values()])[0, 1] > 0.98
