"""What a folder of event data must have, what is refused and how, and that silence and an empty folder are answers."""

from __future__ import annotations

from pathlib import Path

import pytest

from hikiwake.errors import HikiwakeError
from hikiwake.relation.querying import Asked, ImportedEvents, all_dyads, is_imported, movers, one_dyad, split
from hikiwake.relation.querying.asking import sql_of
from tests.relation.querying.planted_rows import Row, planted, row, written

SQL = Path(__file__).resolve().parents[3] / "src" / "hikiwake" / "relation" / "querying" / "sql"


def of(rows: list[Row], folder: Path, **more: object) -> ImportedEvents:
    return ImportedEvents(written(rows, folder / "rows", **more))  # type: ignore[arg-type]


def test_another_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(HikiwakeError, match=r"expected a folder into which event data was imported.*hikiwake import"):
        ImportedEvents(tmp_path)
    (tmp_path / "events").mkdir()
    assert is_imported(tmp_path)
    (tmp_path / "case.toml").touch()
    assert not is_imported(tmp_path)


def test_a_folder_of_any_name_is_read(tmp_path: Path) -> None:
    folder = tmp_path / "rows [1] * 'of' year=7"
    folder.mkdir()
    assert one_dyad(of([row("1990-01-01")], folder), ("JPN", "RUS"))[0].events == 1


def test_an_empty_folder_is_silent(tmp_path: Path) -> None:
    events = of([], tmp_path)
    for answer in (one_dyad(events, ("JPN", "RUS")), all_dyads(events), split(events, "type"), movers(events)):
        assert list(answer) == answer.as_records() == []
    assert one_dyad(events, ("JPN", "RUS")).sentences == (
        "Between Japan (JPN) and Russia (RUS, SUN) nothing is told that counts: silence, not zero.",
        "No row names Japan (JPN) or Russia (RUS, SUN).",
    )


def test_silence_between_two_that_are_there(tmp_path: Path) -> None:
    found = one_dyad(of([row("1990-01-01"), row("1990-01-01", "CHN", "IND")], tmp_path), ("JPN", "IND"))
    assert (len(found), len(found.sentences)) == (0, 1)


@pytest.mark.parametrize("column", ["source", "scale", "row"])
def test_a_missing_column_is_named(column: str, tmp_path: Path) -> None:
    with pytest.raises(HikiwakeError, match=f"lack {column}"):
        one_dyad(of([row("1990-01-01")], tmp_path, without=column), ("JPN", "RUS"))


def test_a_column_of_another_type_is_named(tmp_path: Path) -> None:
    with pytest.raises(HikiwakeError, match="the column date is VARCHAR, expected DATE"):
        all_dyads(of([row("1990-01-01")], tmp_path, types={"date": "VARCHAR"}))


def test_a_broken_file_is_one_clear_error(tmp_path: Path) -> None:
    events = of([row("1990-01-01")], tmp_path)
    (events.folder / "events" / "year=1990" / "broken.parquet").write_bytes(b"PAR1 and no more")
    with pytest.raises(HikiwakeError, match=r"cannot be read.*import them again"):
        one_dyad(events, ("JPN", "RUS"))


@pytest.mark.parametrize(
    ("given", "meant"),
    [("RUSS", "did you mean 'RUS'"), ("rus", "did you mean 'RUS'"), ("Japan", "did you mean 'JPN'"),
     ("jap", "did you mean 'JPN'"), ("QQQ", "there are JPN and RUS")],
)  # fmt: skip
def test_an_actor_that_nothing_knows_is_refused_with_those_that_are_near(
    given: str, meant: str, tmp_path: Path
) -> None:
    with pytest.raises(HikiwakeError, match=f"'{given}' is no actor of these rows; {meant}"):
        one_dyad(of([row("1990-01-01")], tmp_path), (given, "CHN"))


def test_one_actor_on_both_sides_is_refused(tmp_path: Path) -> None:
    with pytest.raises(HikiwakeError, match="SUN stands on both sides"):
        one_dyad(of([], tmp_path), ("SUN", "RUS"))


def test_scales_are_never_mixed(tmp_path: Path) -> None:
    rows = [row("1990-01-01", score=2.0), row("1990-01-02", score=9.0, scale="plover"), row("1990-01-03", score=None)]
    events = of(rows, tmp_path)
    mixed = "2 scales, which are never mixed; choose one of goldstein, plover or quad"
    with pytest.raises(HikiwakeError, match=mixed):
        one_dyad(events, ("JPN", "RUS"))
    with pytest.raises(HikiwakeError, match=mixed):
        split(events, "type")
    assert [one_dyad(events, ("JPN", "RUS"), Asked(), scale)[0].value for scale in ("goldstein", "plover", "quad")] == [
        2.0, 9.0, 1.0,
    ]  # fmt: skip
    assert one_dyad(events, ("JPN", "RUS"), Asked(measure="count"))[0].value == 3
    with pytest.raises(HikiwakeError, match="'polity' is the scale of no row"):
        all_dyads(events, Asked(), "polity")


def test_scales_apart_by_file_are_seen_too(tmp_path: Path) -> None:
    events = of([row("1990-01-01"), row("1991-01-02", score=9.0, scale="plover")], tmp_path)
    with pytest.raises(HikiwakeError, match="choose one of goldstein, plover or quad"):
        all_dyads(events)


def test_without_a_score_the_quad_classes_are_the_scale(tmp_path: Path) -> None:
    events = of([row("1990-01-01", score=None, quad=4), row("1990-01-02", score=None, quad=1)], tmp_path)
    found = one_dyad(events, ("JPN", "RUS"))
    assert (found.scale, found[0].value, found[0].material_conflict) == ("quad", 0.0, 1.0)


def test_a_row_counts_as_often_as_it_is_stored(tmp_path: Path) -> None:
    assert (
        one_dyad(of([row("1990-01-01", score=3.0)] * 3, tmp_path), ("JPN", "RUS"), Asked(measure="sum"))[0].value == 9
    )


def test_movers_compare_the_last_two_whole_periods(tmp_path: Path) -> None:
    years = {"1990": 1.0, "1991": 3.0, "1992": -4.0}
    rows = [row(f"{year}-{month:02d}-28", score=score) for year, score in years.items() for month in range(1, 13)]
    events = of([*rows, row("1992-12-31", "CHN", "IND"), row("1993-01-02", score=9.0)], tmp_path)
    (found,) = movers(events)
    assert (found.before, found.after, found.change) == (3.0, -4.0, -7.0)
    (found,) = movers(events, Asked(first=Asked().first.replace(1990)))
    assert (found.before, found.after) == (1.0, -4.0)
    with pytest.raises(HikiwakeError, match="two different periods by decade"):
        movers(events, Asked("decade"))


def test_a_word_of_the_user_is_never_sql(tmp_path: Path) -> None:
    evil = "JPN') OR TRUE --"
    events = of([row("1990-01-01"), row("1990-01-01", evil, "CHN")], tmp_path)
    assert one_dyad(events, (evil, "CHN"))[0].events == 1
    with pytest.raises(HikiwakeError, match="is the scale of no row"):
        all_dyads(events, Asked(), "x' OR TRUE --")


def test_every_sql_file_says_first_what_it_answers() -> None:
    names = sorted(file.stem for file in SQL.glob("*.sql"))
    assert [name[:2] for name in names] == ["00", "00", "00", "01", "02", "03", "04", "05", "06", "07"]
    for name in names[3:]:
        first = sql_of(name).splitlines()[0]
        assert first.startswith(f"-- {name[:2]} ") and first.endswith("?")


def test_an_answer_goes_to_arrow_and_to_data_frames() -> None:
    pa, pl, pd = map(pytest.importorskip, ("pyarrow", "polars", "pandas"))
    answer = all_dyads(ImportedEvents(Path(planted())))
    table = pa.table(answer)
    assert table.column_names == list(answer.columns)
    assert table.to_pylist() == [row._asdict() for row in answer]
    assert pl.DataFrame(answer).rows() == [tuple(row) for row in answer]
    assert len(pd.DataFrame.from_arrow(answer)) == len(answer) == len(pd.DataFrame(answer.as_rows()))
