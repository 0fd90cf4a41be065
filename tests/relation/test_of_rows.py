"""The relation by imported event data: the same as by a dossier with the same acts, and rows behind every value."""

from __future__ import annotations

from pathlib import Path

import pytest

import hikiwake as hw
from hikiwake.relation.of_rows import RowSeries
from hikiwake.relation.querying import Asked, ImportedEvents, one_dyad
from tests.relation.planted_series import record
from tests.relation.querying.planted_rows import planted, row, written

PAIR = ("JPN", "RUS")


def test_the_planted_turn_is_found_with_its_rows() -> None:
    found = hw.relation(ImportedEvents(Path(planted())), PAIR, resamples=40)
    assert isinstance(found, RowSeries)
    (turn,) = found.turning_points
    assert turn.direction == "up"
    assert turn.start.year <= 2005 <= turn.end.year
    assert turn.support.documents == 1.0
    assert (turn.named_by, turn.unknown_to, found.held) == ((), (), ())
    rows = {each["id"] for each in found.why("2005")}
    assert {*turn.events} <= {id_ for period in found for id_ in period.ids}
    assert rows == {id_ for period in found if period.period.start.year == 2005 for id_ in period.ids}
    assert "publishers" in " ".join(found.sentences) and "author" not in " ".join(found.sentences)


@pytest.mark.parametrize("by", ["month", "year"])
@pytest.mark.parametrize("measure", ["mean", "sum", "net"])
def test_its_values_are_those_of_the_question_to_one_dyad(by: str, measure: str) -> None:
    events = ImportedEvents(Path(planted()))
    series = hw.relation(events, PAIR, by=by, measure=measure, resamples=0)
    asked = one_dyad(events, PAIR, Asked(by, measure))
    assert [(each.period.start, each.period.last, len(each.ids)) for each in series] == [
        (each.start, each.end, each.events) for each in asked
    ]
    for one, other in zip(series, asked, strict=True):
        assert (one.value is None) == (other.value is None)
        assert one.value is None or one.value == pytest.approx(other.value)


def test_it_is_that_of_a_dossier_with_the_same_acts(tmp_path: Path) -> None:
    """The same acts told once each by the same tellers: the same values, bands and turning points."""
    told = [(1990 + place // 2, "ACCUSE" if place < 20 else "SUPPORT", ("one", "two", "three")[place % 3])
            for place in range(44)]  # fmt: skip
    scores = {"ACCUSE": -3.0, "SUPPORT": 5.0}
    rows = [row(f"{year}-01-01/{year}-12-31", "JPN", "CHN", scores[type_], quad=3 if type_ == "ACCUSE" else 1,
                scale="plover", publisher=teller) for year, type_, teller in told]  # fmt: skip
    by_rows = hw.relation(ImportedEvents(written(rows, tmp_path / "rows")), ("JPN", "CHN"), resamples=30)
    by_record = hw.relation(record([(str(year), type_, teller) for year, type_, teller in told]), resamples=30)
    keys = ("start", "end", "value", "acts", "quads")
    assert [[each[key] for key in keys] for each in by_rows.as_records()] == [
        [each[key] for key in keys] for each in by_record.as_records()
    ]
    assert [(turn.start, turn.end, turn.direction, turn.support.methods) for turn in by_rows.turning_points] == [
        (turn.start, turn.end, turn.direction, turn.support.methods) for turn in by_record.turning_points
    ]


def test_rows_without_a_publisher_have_no_teller_to_leave_out(tmp_path: Path) -> None:
    rows = [row(f"{1990 + place}-03-01", "JPN", "CHN", -3.0 if place < 10 else 4.0) for place in range(20)]
    found = hw.relation(ImportedEvents(written(rows, tmp_path / "rows")), ("JPN", "CHN"), resamples=20)
    assert [turn.support.documents for turn in found.turning_points] == [None]


def test_rows_without_a_class_still_turn(tmp_path: Path) -> None:
    rows = [row(f"{1990 + place}-03-01", "JPN", "CHN", -3.0 if place < 10 else 4.0, quad=None) for place in range(20)]
    (turn,) = hw.relation(ImportedEvents(written(rows, tmp_path / "rows")), ("JPN", "CHN"), resamples=20).turning_points
    assert "segmentation" in turn.support.methods and "poisson" not in turn.support.methods


def test_a_dyad_must_be_named_and_eras_are_of_a_case() -> None:
    events = ImportedEvents(Path(planted()))
    with pytest.raises(hw.HikiwakeError, match="has no dyad of its own; name two actors"):
        hw.relation(events)
    with pytest.raises(hw.HikiwakeError, match="by: 'era' is none of day"):
        hw.relation(events, PAIR, by="era")


def test_silence_has_no_turning_point() -> None:
    found = hw.relation(ImportedEvents(Path(planted())), ("RUS", "CHN"))
    assert list(found) == []
    assert found.no_turning_point is not None and found.no_turning_point.too_few
