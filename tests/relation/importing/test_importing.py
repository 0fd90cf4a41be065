"""A folder of events: what is in it, what may come into it, and what is taken in again."""

from __future__ import annotations

import csv
import json
import os
from pathlib import Path

import polars as pl
import pytest

from hikiwake.errors import StorageError
from hikiwake.relation.importing import ImportingError, import_events
from hikiwake.relation.importing.mapping import read_map

HEAD = "source,event,target,date\n"
ROW = "Japan,Consult,{},2014-01-0{}\n"


def files(place: Path, count: int = 3) -> list[Path]:
    """Some files of one row each."""
    paths = [place / f"file{number}.csv" for number in range(count)]
    for number, path in enumerate(paths, 1):
        path.write_text(HEAD + ROW.format(f"Actor {number}", number))
    return paths


def events(folder: Path) -> list[tuple[str, str | None, str]]:
    """Who did something to whom, and in which file, by day."""
    frame = pl.read_parquet(folder / "events" / "*" / "*.parquet", hive_partitioning=False).sort("date")
    return list(frame.select("source", "target", "file").iter_rows())


def open_names(folder: Path) -> list[dict[str, str]]:
    """The names that stayed open."""
    return list(csv.DictReader((folder / "unresolved.csv").read_text().splitlines()))


def test_files_that_come_together_keep_their_own_rows(tmp_path: Path) -> None:
    paths = files(tmp_path)
    done = import_events("icews-reduced", paths, tmp_path / "into")
    assert [(file.name, file.rows, file.stored) for file in done] == [(path.name, 1, 1) for path in paths]
    assert [(file.sha256[:16]) for file in done] == [file for _, _, file in events(tmp_path / "into")]


def test_a_file_that_cannot_be_read_is_told_and_the_others_come_in(tmp_path: Path) -> None:
    paths = files(tmp_path)
    (tmp_path / "broken.gz").write_bytes(b"\x1f\x8bnonsense")
    done = import_events(
        "icews-reduced", [paths[0], tmp_path / "broken.gz", paths[1], tmp_path / "gone"], tmp_path / "into"
    )
    assert [bool(file.fault) for file in done] == [False, True, False, True]
    assert str(tmp_path / "broken.gz") in done[1].fault
    assert len(events(tmp_path / "into")) == 2


def test_the_same_content_under_two_names_is_taken_once(tmp_path: Path) -> None:
    paths = files(tmp_path, 1)
    (tmp_path / "copy.csv").write_bytes(paths[0].read_bytes())
    done = import_events("icews-reduced", [*paths, tmp_path / "copy.csv"], tmp_path / "into")
    assert [file.known for file in done] == [False, True]
    assert len(events(tmp_path / "into")) == 1


def test_names_are_filled_in_and_the_rows_replaced(tmp_path: Path) -> None:
    paths = files(tmp_path)
    import_events("icews-reduced", paths, tmp_path / "into")
    rows = open_names(tmp_path / "into")
    assert {row["name"] for row in rows} == {"Actor 1", "Actor 2", "Actor 3"}
    (tmp_path / "names.csv").write_text("rows,name,code\n1,Actor 1,RUS\n1,ACTOR 2,CHN\n1,Actor 3,\n")
    done = import_events("icews-reduced", paths, tmp_path / "into", names=tmp_path / "names.csv")
    assert not any(file.known for file in done)
    assert [target for _, target, _ in events(tmp_path / "into")] == ["RUS", "CHN", None]
    assert len(list((tmp_path / "into" / "published" / "icews-reduced").iterdir())) == 1
    assert "Actor 1" not in (tmp_path / "into" / "unresolved.csv").read_text()


def test_part_of_what_came_together_is_not_replaced(tmp_path: Path) -> None:
    paths = files(tmp_path)
    import_events("icews-reduced", paths, tmp_path / "into")
    before = events(tmp_path / "into")
    with pytest.raises(ImportingError, match="give them all again"):
        import_events("icews-reduced", paths[:1], tmp_path / "into", duplicates="first")
    assert events(tmp_path / "into") == before


def test_a_formula_in_a_name_stays_a_name_in_a_spreadsheet(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(f"{HEAD}=1+1,Consult,Japan,2014-01-01\n")
    import_events("icews-reduced", [tmp_path / "a.csv"], tmp_path / "into")
    (row,) = open_names(tmp_path / "into")
    assert not row["name"].startswith("=")
    (tmp_path / "names.csv").write_text(f"name,code\n{row['name']},RUS\n")
    import_events("icews-reduced", [tmp_path / "a.csv"], tmp_path / "into", names=tmp_path / "names.csv")
    assert events(tmp_path / "into")[0][0] == "RUS"


def test_processes_give_the_same_as_one(tmp_path: Path, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", f"{root / 'src'}{os.pathsep}{os.environ.get('PYTHONPATH', '')}")
    paths = files(tmp_path)
    import_events("icews-reduced", paths, tmp_path / "one")
    import_events("icews-reduced", paths, tmp_path / "two", workers=2)
    assert events(tmp_path / "one") == events(tmp_path / "two")


def test_other_folders_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "notes.txt").write_text("mine")
    with pytest.raises(ImportingError, match="holds other things"):
        import_events("icews-reduced", files(tmp_path), tmp_path / "mine")
    (tmp_path / "case").mkdir()
    (tmp_path / "case" / "case.toml").write_text("")
    with pytest.raises((ImportingError, StorageError), match="case"):
        import_events("icews-reduced", files(tmp_path), tmp_path / "case")
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["notes.txt"]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("date=Day", "no column"), ("", "expected --map"), ("source=A", "no column for date"),
        ("date", "expected PART=COLUMN"),
        ("date=Day,nothing=A", "expected one of date"), ("date=Day,actors=x", "expected one of names"),
    ],
)  # fmt: skip
def test_a_map_that_fits_nothing_is_told(tmp_path: Path, told: str, expected: str) -> None:
    (tmp_path / "a.csv").write_text("When,Who\n2014,Japan\n")
    try:
        columns = read_map(told) if told else None
        (file,) = import_events("plain", [tmp_path / "a.csv"], tmp_path / "into", columns=columns)
    except ImportingError as error:
        assert expected in str(error)
    else:
        assert "found 2 columns (When, Who)" in file.fault


def test_a_map_may_be_a_file(tmp_path: Path) -> None:
    (tmp_path / "map.toml").write_text('date = ["y", "m"]\nsource = "who"\nactors = "cow"\nmissing = ["-9"]\n')
    (tmp_path / "a.csv").write_text("y,m,who\n1902,7,740\n1902,-9,2\n")
    import_events("plain", [tmp_path / "a.csv"], tmp_path / "into", columns=read_map(str(tmp_path / "map.toml")))
    frame = pl.read_parquet(tmp_path / "into" / "events" / "*" / "*.parquet").sort("row")
    assert [str(day) for day in frame["last"]] == ["1902-07-31", "1902-12-31"]
    assert list(frame["source"]) == ["JPN", "USA"]


def test_columns_that_have_the_names_of_ours_keep_their_values(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("file,row,date,date\nx,Japan,2014,y\n")
    columns = read_map("date=date,source=row,code=file")
    (file,) = import_events("plain", [tmp_path / "a.csv"], tmp_path / "into", columns=columns)
    assert file.fault == ""
    wide = pl.read_parquet(tmp_path / "into" / "published" / "plain" / "*.parquet")
    assert wide.select("file_published", "row_published", "date_2", "row").rows() == [("x", "Japan", "y", 1)]
    assert events(tmp_path / "into") == [("JPN", None, file.sha256[:16])]


def test_progress_is_told_in_bytes(tmp_path: Path) -> None:
    heard: list[tuple[int, int]] = []
    paths = files(tmp_path)
    import_events("icews-reduced", paths, tmp_path / "into", told=lambda done, of: heard.append((done, of)))
    whole = sum(path.stat().st_size for path in paths)
    assert heard[-1] == (whole, whole)
    assert heard == sorted(heard)


def test_records_may_stand_one_a_line(tmp_path: Path) -> None:
    told = {"date": "2014-01-01", "event": "CONSULT", "actor": [{"code": "JPN"}], "recipient": [{"code": "RUS"}]}
    (tmp_path / "a.jsonl").write_text(f"{json.dumps(told)}\nno record\n\n{json.dumps(told)}")
    (file,) = import_events("plover", [tmp_path / "a.jsonl"], tmp_path / "into")
    assert (file.rows, file.stored, file.reasons) == (3, 2, {"no record in JSON": 1})
    assert [each[:2] for each in events(tmp_path / "into")] == [("JPN", "RUS")] * 2
