"""Series kept in a case: written, read, checked, carried through every form, and never written over."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

import hikiwake as hw
from hikiwake.dossier.folder.checking import check_case
from hikiwake.dossier.folder.onefile import json_text, read_json, record_digest
from hikiwake.relation.comparing.keeping import keep, with_series
from tests.built_in import japan_russia
from tests.relation.comparing.published_files import HEAD, VALUES, turned, voeten, with_trade
from tests.synthetic import skerries


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    hw.save(with_trade(skerries().dossier()), tmp_path / "case")
    return tmp_path / "case"


def test_a_folder_and_a_file_give_the_series_back(folder: Path, tmp_path: Path) -> None:
    read = hw.load(folder)
    assert (read.case.comparisons, read.compared) == ((HEAD,), VALUES)
    (tmp_path / "case.json").write_text(json_text(read), encoding="utf-8")
    assert read_json(tmp_path / "case.json") == read
    assert check_case(folder).counts["compared"] == 2


def test_a_case_without_series_has_no_file_and_the_digest_of_before(tmp_path: Path) -> None:
    dossier = skerries().dossier()
    hw.save(dossier, tmp_path / "case")
    assert not (tmp_path / "case" / "compared.csv").exists()
    assert '"compared"' not in json_text(dossier)
    assert '"comparisons"' not in json_text(dossier)
    assert record_digest(dossier) != record_digest(with_trade(dossier))


def test_series_that_are_taken_away_leave_no_file(folder: Path) -> None:
    read = hw.load(folder)
    hw.save(replace(read, case=replace(read.case, comparisons=()), compared=()), folder)
    assert not (folder / "compared.csv").exists()
    assert hw.load(folder).compared == ()


def test_a_table_by_hand_may_be_short(folder: Path) -> None:
    lines = [
        "id;comparison;start;end;precision;basis;value;count",
        "a;trade;1990;;;;+1.50;",
        "b;trade;1991-02;;;;-2e3;7",
    ]
    (folder / "compared.csv").write_text("\n".join(lines), encoding="utf-8")
    read = hw.load(folder).compared
    assert [(str(each.period.start), each.value, each.count) for each in read] == [
        ("1990-01-01", 1.5, None),
        ("1991-02-01", -2000.0, 7),
    ]


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ("x,nothing,1995,,,,1,", "compared.csv:4, comparison: found 'nothing', expected one of the case's comparisons"),
        ("x,trade,1995,,,,much,", "compared.csv:4, value: found 'much', expected a number"),
        ("x,trade,1995,,,,inf,", "compared.csv:4, value: found 'inf', expected a number"),
        ("x,trade,1995,,,,1e999,", "compared.csv:4, value: found '1e999', expected a number"),
        ("x,trade,1995,,,,١,", "compared.csv:4, value: found '١', expected a number"),
        ("x,trade,1995,,,,1,-1", "compared.csv:4, count: found '-1', expected a whole number"),
        ("x,trade,1991-06,,,,1,", "compared.csv:4, start: found '1991-06-01', expected days that no other value"),
        ("trade-1990,trade,1995,,,,1,", "compared.csv:4, id: found 'trade-1990', expected an id used once"),
    ],
)
def test_a_faulty_row_is_named_with_its_place(row: str, fault: str, folder: Path) -> None:
    with (folder / "compared.csv").open("a", encoding="utf-8") as file:
        file.write(f"{row}\n")
    assert fault in "\n".join(map(str, check_case(folder).faults))


@pytest.mark.parametrize(
    ("key", "value", "fault"),
    [
        ("dyad", '["NOR"]', "give two actors"),
        ("by", '"week"', "give one of day, month, quarter, year, decade"),
        ("weighs", '"yes"', "comparisons.weighs"),
        ("titel", '"x"', "one of by, counts"),
        ("files", '"a.csv"', "give a list in brackets"),
    ],
)
def test_a_faulty_head_is_named(key: str, value: str, fault: str, folder: Path) -> None:
    text = (folder / "case.toml").read_text(encoding="utf-8").partition("[[comparisons]]")[0]
    head = {"id": '"trade"', "title": '"T"', "kind": '"table"', "dyad": '["NOR", "SUD"]', "by": '"year"', "unit": '"x"'}
    lines = [f"{name} = {each}" for name, each in {**head, key: value}.items()]
    (folder / "case.toml").write_text("\n".join([text, "[[comparisons]]", *lines]), encoding="utf-8")
    assert fault in "\n".join(map(str, check_case(folder).faults))


def test_as_of_a_day_a_series_ends_with_what_had_ended(folder: Path) -> None:
    then, before = (hw.load(folder).as_written_by(day) for day in ("1990", "1989"))
    assert (then.compared, then.case.comparisons) == (VALUES[:1], (HEAD,))
    assert (before.compared, before.case.comparisons) == ((), ())


def test_what_files_give_is_kept_and_comes_back_as_it_was(tmp_path: Path) -> None:
    dossier = japan_russia().select(dyad=("JPN", "RUS"), period="1991/1993")
    found = hw.compare(dossier, [voeten(tmp_path / "votes.csv", turned(1960, 1980, 1995, 3, 7))], resamples=5)
    again = hw.compare(
        with_series(replace(dossier, case=replace(dossier.case, comparisons=()), compared=()), found), resamples=5
    )
    assert json.dumps(again.as_records()) == json.dumps(found.as_records())


def test_a_series_is_never_written_over(folder: Path, tmp_path: Path) -> None:
    plain = tmp_path / "trade.csv"
    plain.write_text("date,value\n1990,1\n1991,2\n", encoding="utf-8")
    found = hw.compare(hw.load(folder), [plain], resamples=0)
    keep(folder, found)
    before = {path: path.read_bytes() for path in folder.rglob("*.*")}
    keep(folder, found)  # the same once more
    assert {path: path.read_bytes() for path in folder.rglob("*.*")} == before
    plain.write_text("date,value\n1990,1\n1991,3\n", encoding="utf-8")
    with pytest.raises(
        hw.HikiwakeError, match="table-trade: the case keeps another series of this id; nothing was written"
    ):
        keep(folder, hw.compare(hw.load(folder), [plain], resamples=0))
    assert {path: path.read_bytes() for path in folder.rglob("*.*")} == before


def test_a_built_in_case_keeps_nothing_more() -> None:
    with pytest.raises(hw.HikiwakeError, match="give a case folder of your own"):
        keep("japan_russia", ())
