"""Event rows as columns: to the last digit what they come to row by row, and each row still there behind its value."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

import hikiwake as hw
from hikiwake.relation import breaks
from hikiwake.relation.breaks import told, told_again
from hikiwake.relation.columns import Acts, RowIds
from hikiwake.relation.dealing import dealt
from hikiwake.relation.of_rows import MOST_PUBLISHERS, RowSeries
from hikiwake.relation.querying import Asked, ImportedEvents
from hikiwake.relation.querying.behind import Behind
from hikiwake.relation.querying.holdings import one_scale_of
from hikiwake.relation.querying.questions import rows_between
from hikiwake.relation.querying.sides import dyad_of
from hikiwake.relation.series import MEASURES, Spread, periods_of, spread
from hikiwake.relation.uncertainty import drawn_again
from tests.relation import row_by_row as plain
from tests.relation.querying.planted_rows import Row, drawn, row, written

PAIR = ("JPN", "RUS")


def rows(seed: int, size: int = 150) -> list[Row]:
    """Rows of one dyad: one in five imprecise, some without a class, a score or a publisher, of two files."""
    return [
        each | {"source": "JPN", "target": "RUS", "file": "ffee" if place % 3 else "00aa"}
        for place, each in enumerate(drawn(seed, size))
    ]


def kept(given: list[Row], folder: Path, scale: str = "goldstein") -> Behind:
    events = ImportedEvents(written(given, folder))
    with events.opened() as connection:
        chosen = one_scale_of(connection, events, scale)
        return rows_between(connection, dyad_of(PAIR), Asked("month"), chosen)


def as_told(acts: Acts) -> list[tuple[Any, ...]]:
    """Each act with who tells it."""
    tells, teller = (each.tolist() for each in acts.tellings)
    by_act = dict(zip(tells, (acts.names[each] for each in teller), strict=True))
    columns = (acts.starts, acts.lasts, acts.scores, acts.quads)
    return [
        (id_, *each, by_act.get(place))
        for place, (id_, *each) in enumerate(zip(acts.ids, *(column.tolist() for column in columns), strict=True))
    ]


@pytest.mark.parametrize("scale", ["goldstein", "quad"])
@pytest.mark.parametrize("seed", [0, 1, 2])
def test_acts_shares_and_draws_are_those_of_each_row(seed: int, scale: str, tmp_path: Path) -> None:
    given = rows(seed)
    found, acts = kept(given, tmp_path / "rows", scale), plain.acts_of(given, scale)
    assert as_told(found.acts) == as_told(Acts.of(acts))
    assert [each.against for each in acts] == (found.acts.quads > 2).tolist()
    for by in ("day", "month", "quarter", "decade"):
        periods = periods_of(acts, by)
        assert periods == periods_of(found.acts, by)
        series, entries = spread(found.acts, periods), plain.entries(acts, periods)
        assert [*zip(series.rows.tolist(), series.columns.tolist(), series.share.tolist(), strict=True)] == entries
        if by != "day":
            for place in range(len(periods)):
                assert series.ids_in(place) == tuple(plain.ids_in(acts, entries, place))
                assert series.count_in(place) == len(series.ids_in(place))
    assert found.acts.telling_most(MOST_PUBLISHERS) == plain.telling_most(acts, MOST_PUBLISHERS)
    for name in found.acts.names:
        assert found.acts.without(name).tolist() == [float(name not in act.documents) for act in acts]
    again = [each.tolist() for each in drawn_again(series, 20, seed)]
    assert again == [*plain.drawn_again(acts, 20, seed)]


@pytest.mark.parametrize("measure", MEASURES)
@pytest.mark.parametrize("seed", [3, 4])
def test_dealing_by_columns_is_dealing_every_row(measure: str, seed: int, tmp_path: Path) -> None:
    given = rows(seed, 200)
    for each in given:
        each["score"] = each["score"] and abs(each["score"]) * (1 if each["date"].year < 1992 else -1)
    found, acts = kept(given, tmp_path / "rows"), plain.acts_of(given, "goldstein")
    series: Spread = spread(found.acts, periods_of(found.acts, "month"))
    dealer = plain.Dealer(acts, series.shares, measure, 99, np.random.default_rng(seed))
    expected = tuple(sorted(dealer.within(0, len(series.periods)), key=lambda each: each.row))
    assert dealt(series, measure, seed, 99) == expected
    if measure != "sum":
        assert expected, "a planted turn is found, or nothing is compared"


@pytest.mark.parametrize("measure", MEASURES)
def test_values_are_the_same_floats_as_of_objects(measure: str, tmp_path: Path) -> None:
    given = rows(7)
    found, acts = kept(given, tmp_path / "rows"), plain.acts_of(given, "goldstein")
    one, other = (spread(each, periods_of(each, "month")) for each in (found.acts, acts))
    drawn = [*drawn_again(one, 5, 7)]
    for times in (None, *drawn):
        pairs = zip(one.measured(measure, times), other.measured(measure, times), strict=True)
        assert all(np.array_equal(mine, theirs, equal_nan=True) for mine, theirs in pairs)
    mine, theirs = ([told(each, measure), *told_again(each, measure, drawn)] for each in (one, other))
    assert [each.noise for each in mine] == [each.noise for each in theirs]


@pytest.mark.parametrize("measure", MEASURES)
@pytest.mark.parametrize("room", [1, 10**6])
def test_draws_that_are_measured_together_are_those_measured_alone(
    measure: str, room: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(breaks, "MOST_CELLS", room)
    acts = plain.acts_of(rows(7), "goldstein")
    series = spread(acts, periods_of(acts, "month"))
    drawn = [*drawn_again(series, 5, 7)]
    together = [*told_again(series, measure, iter(drawn))]
    assert len(together) == 5
    for times, found in zip(drawn, together, strict=True):
        values, weights = series.measured(measure, times)
        assert [*found.rows] == np.flatnonzero(weights).tolist()
        assert np.array_equal(found.values, values[weights > 0])
        assert np.array_equal(found.weights, weights[weights > 0])
        assert found.noise == series.noise(measure, times)


def test_every_row_stands_behind_its_value_as_it_was_imported(tmp_path: Path) -> None:
    given = rows(5)
    found = hw.relation(ImportedEvents(written(given, tmp_path / "rows")), PAIR, by="month", resamples=5)
    assert isinstance(found, RowSeries)
    wanted = {f"{each['file']}:{each['row']}": each for each in given if each["score"] is not None}
    assert {*found.behind} == {*wanted} and len(found.behind) == len(wanted)
    for id_, each in wanted.items():
        same = ("code", "type", "quad", "score", "publisher")
        days = {name: each[name].isoformat() for name in ("date", "last")}
        assert found.behind[id_] == {"id": id_, **days, **{name: each[name] for name in same}}
    for other in ("00aa:999999", "00aa:x", "bb:2", "", "ffee"):
        with pytest.raises(KeyError):
            found.behind[other]


def test_references_are_written_out_one_by_one_and_are_those_of_a_tuple() -> None:
    ids = RowIds(("a", "b"), np.array([1, 0, 1]), np.array([7, 8, 9]))
    same = ("b:7", "a:8", "b:9")
    assert ids == same and ids != same[:2] and tuple(ids) == same and hash(ids) == hash(same)
    assert (ids[1], ids[-1], tuple(ids[1:]), tuple(ids.of(np.array([2, 0])))) == (
        "a:8",
        "b:9",
        same[1:],
        ("b:9", "b:7"),
    )
    assert repr(ids) == repr(same) and "a:8" in ids and len(ids) == 3


@pytest.mark.parametrize("publishers", [(None,), ("",), (None, "", "One")])
def test_rows_without_a_publisher(publishers: tuple[str | None, ...], tmp_path: Path) -> None:
    given = [
        row(f"{1990 + place}-03-01", publisher=publishers[place % len(publishers)], code=None, type=None, row=place + 2)
        for place in range(9)
    ]
    found = kept(given, tmp_path / "rows")
    assert as_told(found.acts) == as_told(Acts.of(plain.acts_of(given, "goldstein")))
