"""Reading published files: the measure exactly, every layout, the words that say nothing, both states' codes."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

import hikiwake as hw
from hikiwake.dossier import Dossier
from hikiwake.relation.comparing import ComparisonSeries
from tests.built_in import japan_russia
from tests.relation.comparing.published_files import (
    ATOP,
    ATOP_OF_R,
    GML,
    MID,
    MID_5,
    Vote,
    table,
    two_tables,
    voeten,
)

VOTES: list[Vote] = [  # of 1960: alike, alike in abstaining, one abstains, against; then absent, and no member
    *((1960, 0, "1", "1"), (1960, 1, "2", "2"), (1960, 2, "3", "2"), (1960, 3, "1", "3")),
    *((1960, 4, "8", "1"), (1960, 5, "1", "9"), (1962, 0, "3", "3")),
]


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    """A few years of the built-in case: of it only the two sides matter here."""
    return japan_russia().select(dyad=("JPN", "RUS"), period="1991/1993")


def read(dossier: Dossier, *files: Path, **asked: object) -> ComparisonSeries:
    (found,) = hw.compare(dossier, files, resamples=0, **asked)  # type: ignore[arg-type]
    return found


def told(series: ComparisonSeries) -> dict[int, tuple[float, int | None]]:
    return {value.period.start.year: (value.value, value.count) for value in series.values}


def test_the_index_of_agreement_and_the_share_of_equal_votes(dossier: Dossier, tmp_path: Path) -> None:
    file = voeten(tmp_path / "UNVotes.csv", VOTES)
    assert told(read(dossier, file)) == {1960: (0.625, 4), 1962: (1.0, 1)}
    assert told(read(dossier, file, kind="un-votes-identical")) == {1960: (0.5, 4), 1962: (1.0, 1)}


def test_one_table_and_two_tables_give_the_same(dossier: Dossier, tmp_path: Path) -> None:
    one = read(dossier, voeten(tmp_path / "UNVotes.csv", VOTES))
    two = read(dossier, *reversed(two_tables(tmp_path, VOTES)))
    assert one.values == two.values
    assert [each.partition(" ")[0] for each in two.head.files] == ["un_votes.csv.gz", "un_roll_calls.csv.gz"]


def test_votes_without_days_ask_for_them(dossier: Dossier, tmp_path: Path) -> None:
    votes, _ = two_tables(tmp_path, VOTES)
    with pytest.raises(hw.HikiwakeError, match=r"un_votes\.csv\.gz: found votes without days, .* rcid, date"):
        read(dossier, votes)


def test_the_days_alone_are_no_series(dossier: Dossier, tmp_path: Path) -> None:
    _, calls = two_tables(tmp_path, VOTES)
    with pytest.raises(hw.HikiwakeError, match="found the columns rcid, session, date, unres"):
        read(dossier, calls)


def test_an_odd_word_for_a_vote_is_set_aside(dossier: Dossier, tmp_path: Path) -> None:
    found = read(dossier, voeten(tmp_path / "UNVotes.csv", [*VOTES, (1962, 1, "perhaps", "1")]))
    assert (told(found)[1962], found.aside) == ((1.0, 1), 1)


def test_votes_by_quarter_and_decade(dossier: Dossier, tmp_path: Path) -> None:
    file = voeten(tmp_path / "UNVotes.csv", VOTES)
    assert [str(value.period.start) for value in read(dossier, file, by="quarter").values] == [
        "1960-10-01",
        "1962-10-01",
    ]
    assert [value.count for value in read(dossier, file, by="decade").values] == [5]


def test_the_level_of_hostility_is_the_highest_of_the_year(dossier: Dossier, tmp_path: Path) -> None:
    rows = [
        *(
            (1, 1, 740, "JPN", 365, "RUS", 1960, 1961, 3, 3, 1, 1960),
            (2, 2, 365, "RUS", 740, "JPN", 1960, 1960, 4, 4, 4, 1960),
        ),
        *(
            (1, 1, 740, "JPN", 365, "RUS", 1960, 1961, -9, 3, 1, 1961),
            (3, 3, 2, "USA", 365, "RUS", 1958, 1963, 5, 5, 5, 1958),
        ),
        (3, 3, 2, "USA", 365, "RUS", 1958, 1963, 5, 5, 5, 1963),
    ]
    file = table(tmp_path / "dyadic_mid.csv.gz", MID, rows)
    found = read(dossier, file)
    assert told(found) == {1958: (0, 0), 1959: (0, 0), 1960: (4, 2), 1961: (0, 0), 1962: (0, 0), 1963: (0, 0)}
    assert found.aside == 1
    assert told(read(dossier, file, kind="mid-disputes"))[1960] == (2, 2)


def test_a_year_in_which_a_state_is_not_in_the_system_has_no_value(dossier: Dossier, tmp_path: Path) -> None:
    rows = [(1, 1, 2, "USA", 365, "RUS", year, year, 3, 3, 3, year) for year in (1940, 1955)]
    rows.append((2, 2, 740, "JPN", 365, "RUS", 1954, 1954, 4, 4, 4, 1954))
    years = [*told(read(dossier, table(tmp_path / "mid.csv", MID, rows)))]
    assert years == [*range(1940, 1946), *range(1952, 1956)]


@pytest.mark.parametrize(("header", "kind"), [(GML, "gml"), (MID_5, "mid")])
def test_directed_rows_count_once(header: str, kind: str, dossier: Dossier, tmp_path: Path) -> None:
    more = ["x"] * (len(header.split(",")) - 8)
    rows = [("7.0", "740.0", "365.0", "1960.0", 1, 1, "3.0", "-9.0", *more)]
    rows += [("7.0", "365.0", "740.0", "1960.0", 1, 1, "1.0", "3.0", *more)]
    found = read(dossier, table(tmp_path / "directed.csv", header, rows))
    assert (found.head.kind, told(found)) == (kind, {1960: (3, 1)})


@pytest.mark.parametrize("header", [ATOP, ATOP_OF_R])
def test_obligations_are_counted_by_kind(header: str, dossier: Dossier, tmp_path: Path) -> None:
    first = ["9"] if header == ATOP else []
    rows = [[*first, 740, 365, 1941, 0, 0, 1, 1, 0], [*first, 365, 740, 1941, 0, 0, 1, 1, 0]]
    rows += [[*first, 2, 200, 1943, 1, 0, 0, 0, 0], [*first, 740, 365, 1942, "NA", "NA", "NA", "NA", "NA"]]
    found = read(dossier, table(tmp_path / "atop.csv", header, rows))
    assert {year: value for year, (value, _) in told(found).items()} == {1941: 2, 1942: 0, 1943: 0}
    assert found.aside == 1


def test_dyad_years_have_years_only(dossier: Dossier, tmp_path: Path) -> None:
    file = table(tmp_path / "mid.csv", MID, [(1, 1, 740, "JPN", 365, "RUS", 1960, 1960, 3, 3, 3, 1960)])
    with pytest.raises(hw.HikiwakeError, match="found --by month, expected year; mid has one value a year"):
        read(dossier, file, by="month")


def test_a_plain_table_in_any_form(dossier: Dossier, tmp_path: Path) -> None:
    rows = [
        ("1956-10-19", "2", "1"),
        ("1956-12", "5", "2"),
        ("1957", "1e1", "4"),
        ("1957", "", "4"),
        ("soon", "1", "1"),
    ]
    found = read(dossier, table(tmp_path / "trade.csv", "Date,VALUE,count", rows, separator=";"))
    assert told(found) == {1956: (4.0, 3), 1957: (10.0, 4)}
    assert (found.aside, found.head.title, found.head.weighs) == (2, "trade", True)
    bare = read(dossier, table(tmp_path / "bare.csv", "value,date", [(3, 1956), (5, "1956-07-01")], separator="\t"))
    assert (told(bare), bare.head.weighs) == ({1956: (4.0, None)}, False)


def test_a_value_longer_than_a_period_is_refused(dossier: Dossier, tmp_path: Path) -> None:
    file = table(tmp_path / "trade.csv", "date,value", [("1956", 1)])
    with pytest.raises(hw.HikiwakeError, match="1956-01-01 to 1956-12-31 as one value, expected a month at most"):
        read(dossier, file, by="month")


def test_other_dyads_are_read_by_the_same_codes(dossier: Dossier, tmp_path: Path) -> None:
    file = voeten(tmp_path / "UNVotes.csv", VOTES)
    (found,) = hw.compare(dossier, [file], others=[("USA", "RUS")], resamples=0)
    assert found.names == ("United States", "Russia")
    assert told(found)[1960] == (0.6, 5)  # the United States votes yes


def test_a_side_that_is_not_there_is_named(dossier: Dossier, tmp_path: Path) -> None:
    file = voeten(tmp_path / "UNVotes.csv", VOTES)
    with pytest.raises(hw.HikiwakeError, match=r"found nothing of KOR, expected both sides \(JPN as 740; KOR as 732\)"):
        hw.compare(dossier, [file], others=[("JPN", "KOR")], resamples=0)
    with pytest.raises(hw.HikiwakeError, match="SUN,RUS are one side"):
        hw.compare(dossier, [file], others=[("SUN", "RUS")], resamples=0)


def test_two_that_never_vote_together(dossier: Dossier, tmp_path: Path) -> None:
    file = voeten(tmp_path / "UNVotes.csv", [(1960, 0, "8", "1"), (1961, 0, "1", "8")])
    with pytest.raises(hw.HikiwakeError, match="found nothing that the two have in common"):
        read(dossier, file)


def test_a_file_of_no_kind_is_told_of_with_its_columns(dossier: Dossier, tmp_path: Path) -> None:
    file = table(tmp_path / "odd.csv", ",".join(f"c{number}" for number in range(40)), [])
    with pytest.raises(
        hw.HikiwakeError, match=r"odd\.csv: found the columns c0, c1.* and 10 more, expected .*alliances"
    ):
        read(dossier, file)
    with pytest.raises(hw.HikiwakeError, match=r"expected those of a kind of series: gml \(ccode1"):
        read(dossier, file, kind="gml")
    with pytest.raises(hw.HikiwakeError, match="kind: 'un' is none of un-votes"):
        read(dossier, file, kind="un")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "found an empty file"),
        (b"\x1f\x8b\x08\x00rest", "broken off or damaged"),
        (gzip.compress(b"date,value\n" + b"1956,1\n" * 5000, mtime=0)[:-20], "broken off or damaged"),
        (b"date,value\n1956," + b"9" * 200_000, "no table"),
        (b"date,value\n1956," + b"9" * 1_200_000, "without end"),
        (b"date,value\n\xff\xfe,\x00\n", "found no row with a date and a number"),
    ],
)
def test_a_damaged_or_endless_file_is_one_clear_error(
    content: bytes, message: str, dossier: Dossier, tmp_path: Path
) -> None:
    file = tmp_path / "bad.csv"
    file.write_bytes(content)
    with pytest.raises(hw.HikiwakeError, match=rf"bad\.csv: .*{message}"):
        read(dossier, file)


def test_a_folder_and_a_missing_file_are_refused(dossier: Dossier, tmp_path: Path) -> None:
    for place, found in ((tmp_path, "a folder"), (tmp_path / "none.csv", "no such file")):
        with pytest.raises(hw.HikiwakeError, match=found):
            read(dossier, place)
