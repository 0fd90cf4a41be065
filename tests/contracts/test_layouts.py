"""What every layout of event data owes; a new layout is one line of ``SAMPLES``."""

from __future__ import annotations

import gzip
import hashlib
import zipfile
from pathlib import Path

import polars as pl
import pytest

from hikiwake.relation.importing import Imported, import_events
from hikiwake.relation.importing.mapping import read_map
from hikiwake.vocabulary.layouts import layout, layout_names
from tests.event_files import SAMPLES, Sample

CONTRACT = {
    "date": pl.Date, "last": pl.Date, "source": pl.String, "target": pl.String, "code": pl.String, "type": pl.String,
    "quad": pl.Int8, "score": pl.Float64, "scale": pl.String, "issue": pl.String, "publisher": pl.String,
    "layout": pl.String, "id": pl.String, "file": pl.String, "row": pl.Int64,
}  # fmt: skip
every_sample = pytest.mark.parametrize("name", SAMPLES)


def taken(sample: Sample, content: bytes, place: Path, name: str = "file.txt", **more: str) -> Imported:
    """Take a sample in, with what has to be there before."""
    (place / name).write_bytes(content)
    if sample.before:
        (place / "before.csv").write_bytes(sample.before[1])
        import_events(sample.before[0], [place / "before.csv"], place / "into")
    columns = read_map(sample.columns) if sample.columns else None
    return import_events(sample.layout, [place / name], place / "into", columns=columns, **more)  # type: ignore[arg-type]


def events_in(place: Path) -> pl.DataFrame:
    """The narrow table."""
    parts = sorted((place / "into" / "events").glob("year=*/*.parquet"))
    frames = [pl.read_parquet(part, hive_partitioning=False) for part in parts]
    return pl.concat(frames).sort("file", "row", "source", "target") if frames else pl.DataFrame(schema=CONTRACT)


def published(place: Path, name: str) -> pl.DataFrame:
    """The wide table of a layout."""
    parts = [pl.read_parquet(part) for part in sorted((place / "into" / "published" / name).glob("*.parquet"))]
    return pl.concat(parts, how="diagonal").sort("row")


def aside(place: Path) -> pl.DataFrame:
    """The rows that were set aside."""
    parts = [pl.read_parquet(part) for part in sorted((place / "into" / "aside").glob("*.parquet"))]
    return pl.concat(parts) if parts else pl.DataFrame(schema={"row": pl.Int64, "reason": pl.String, "raw": pl.String})


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Path, Imported]]:
    """Every sample taken in, each in a place of its own."""
    found = {}
    for name, sample in SAMPLES.items():
        place = tmp_path_factory.mktemp("sample")
        found[name] = (place, taken(sample, sample.content, place))
    return found


Places = dict[str, tuple[Path, Imported]]


def test_every_layout_has_a_sample() -> None:
    assert {sample.layout for sample in SAMPLES.values()} == {*layout_names()}


@every_sample
def test_every_row_is_accounted_for(name: str, places: Places) -> None:
    sample, (place, done) = SAMPLES[name], places[name]
    (file,) = done
    assert (file.fault, file.rows, file.stored, file.aside) == ("", sample.rows, sample.stored, len(sample.aside))
    assert dict(aside(place).select("row", "reason").iter_rows()) == sample.aside
    assert sum(file.reasons.values()) == file.aside
    in_events = set(events_in(place)["row"])
    if sample.events:
        assert in_events == set(range(1, sample.rows + 1)) - {*sample.aside}
    parsed = {row for row, reason in sample.aside.items() if reason.startswith(("found", "no record", "not UTF-8"))}
    assert set(published(place, sample.layout)["row"]) == set(range(1, sample.rows + 1)) - parsed


@every_sample
def test_narrow_table_keeps_its_contract(name: str, places: Places) -> None:
    sample, (place, _) = SAMPLES[name], places[name]
    digest = hashlib.sha256(sample.content).hexdigest()[:16]
    for part in (place / "into" / "events").rglob("*.parquet"):
        frame = pl.read_parquet(part, hive_partitioning=False)
        assert dict(frame.schema) == CONTRACT
        assert set(frame["file"]) == {digest}
        assert set(frame["layout"]) == {sample.layout}
        assert {f"year={day.year:04d}" for day in frame["date"]} == {part.parent.name}
        assert (frame["date"] <= frame["last"]).all()
        assert frame.select("source", "target", "date").equals(frame.select("source", "target", "date").sort(pl.all()))
        assert frame.select("row", "source", "target").is_unique().all()
        assert set(frame["quad"].drop_nulls()) <= {1, 2, 3, 4}


@every_sample
def test_rows_mean_what_they_say(name: str, places: Places) -> None:
    sample, (place, _) = SAMPLES[name], places[name]
    events = events_in(place)
    for row, pairs in sample.pairs.items():
        found = events.filter(pl.col("row") == row)
        assert set(found.select("source", "target").iter_rows()) == pairs
    firsts = {row["row"]: row for row in events.iter_rows(named=True)}
    spans = {row: (str(firsts[row]["date"]), str(firsts[row]["last"])) for row in sample.spans}
    assert spans == sample.spans
    assert {
        row: (firsts[row]["code"], firsts[row]["type"], firsts[row]["quad"]) for row in sample.codes
    } == sample.codes
    assert {row: firsts[row]["score"] for row in sample.scores} == sample.scores


@every_sample
def test_published_values_stay_as_they_are(name: str, places: Places) -> None:
    sample, (place, _) = SAMPLES[name], places[name]
    wide = published(place, sample.layout)
    assert {kind for column, kind in wide.schema.items() if column != "row"} == {pl.String}
    given = [column for column in wide.columns if not column.endswith("_repaired")]
    for column, values in sample.repaired.items():
        told = dict(
            wide.filter(pl.col(f"{column}_repaired").is_not_null()).select("row", f"{column}_repaired").iter_rows()
        )
        assert told == values
        assert all(wide.filter(pl.col("row") == row)[column][0] != value for row, value in values.items())
    if sample.table:
        form = next(form for form in layout(sample.layout) if {*form.columns} <= {*given} or not form.columns)
        text = sample.content.decode(form.encoding)
        for row in wide.select(given).iter_rows(named=True):
            for column, value in row.items():
                assert column in ("file", "row") or value.replace('"', '""') in text or value in text


@every_sample
def test_what_is_set_aside_stands_in_the_file(name: str, places: Places) -> None:
    sample, (place, _) = SAMPLES[name], places[name]
    if sample.table:
        text = sample.content.decode("iso-8859-1").replace('"', "")
        for raw in aside(place)["raw"]:
            assert raw.replace('"', "") in text


@every_sample
def test_names_that_stay_open_are_listed(name: str, places: Places) -> None:
    sample, (place, _) = SAMPLES[name], places[name]
    file = place / "into" / "unresolved.csv"
    found = pl.read_csv(file) if file.exists() else pl.DataFrame({"name": [], "rows": []})
    assert {str(name): rows for name, rows in found.select("name", "rows").iter_rows()} == sample.open_names


@every_sample
def test_what_is_repeated_is_counted(name: str, places: Places) -> None:
    (file,) = places[name][1]
    assert (file.repeated_rows, file.repeated_ids) == SAMPLES[name].repeated


@every_sample
def test_later_repetitions_are_set_aside_where_that_is_chosen(name: str, tmp_path: Path) -> None:
    sample = SAMPLES[name]
    (file,) = taken(sample, sample.content, tmp_path, duplicates="first")
    assert (file.rows, file.stored + file.aside) == (sample.rows, sample.rows)
    again = file.reasons.get("a repetition of a row before it", 0)
    assert again >= max(sample.repeated)
    ids = events_in(tmp_path).select("row", "id").unique()["id"].drop_nulls()
    assert ids.is_unique().all()


@every_sample
@pytest.mark.parametrize("packing", ["gzip", "zip", "parquet", "lines"])
def test_packing_changes_nothing(name: str, packing: str, places: Places, tmp_path: Path) -> None:
    sample = SAMPLES[name]
    before = events_in(places[name][0]).drop("file")
    content = packed(sample, packing, places[name][0])
    (file,) = taken(sample, content, tmp_path, "packed")
    assert (file.fault, file.rows) == ("", sample.rows if packing != "parquet" else file.stored + file.aside)
    found = events_in(tmp_path).drop("file")
    if packing == "parquet":  # the rows that are none cannot be written there: the others have other numbers
        before, found = (each.drop("row").sort(pl.all()) for each in (before, found))
    assert found.equals(before)


def packed(sample: Sample, packing: str, place: Path) -> bytes:
    """A sample in another packing."""
    if packing == "gzip":
        half = len(sample.content) // 2
        return gzip.compress(sample.content[:half]) + gzip.compress(sample.content[half:])
    if packing == "lines":
        return b"\xef\xbb\xbf" + sample.content.replace(b"\n", b"\r\n") if sample.table else sample.content
    if packing == "parquet":
        wide = published(place, sample.layout)
        given = [name for name in wide.columns if not name.endswith("_repaired") and name not in ("file", "row")]
        wide.select(given).write_parquet(place / "wide.parquet")
        return (place / "wide.parquet").read_bytes() if sample.table else sample.content
    with zipfile.ZipFile(place / "packed.zip", "w") as archive:
        archive.writestr("../outside/events.csv", sample.content)
        archive.writestr("__MACOSX/._events.csv", b"x")
    return (place / "packed.zip").read_bytes()


@every_sample
def test_a_file_that_is_there_is_passed_over(name: str, tmp_path: Path) -> None:
    sample = SAMPLES[name]
    taken(sample, sample.content, tmp_path)
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "into").rglob("*.parquet")}
    (again,) = taken(sample, sample.content, tmp_path, "other name")
    assert again.known
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "into").rglob("*.parquet")} == before


@every_sample
def test_another_layout_is_told_at_once(name: str, tmp_path: Path) -> None:
    sample = SAMPLES[name]
    other = "icews-reduced" if sample.layout != "icews-reduced" else "acled"
    (tmp_path / "file").write_bytes(sample.content)
    (file,) = import_events(other, [tmp_path / "file"], tmp_path / "into")
    assert str(tmp_path / "file") in file.fault
    assert other in file.fault
    if sample.table and sample.layout != "plain":
        assert f"take it in as {sample.layout}" in file.fault
    assert not (tmp_path / "into" / "events").exists()


@every_sample
def test_a_damaged_file_loses_no_row(name: str, tmp_path: Path) -> None:
    """Each byte in turn is a sign that may break a table: every row is still stored or set aside."""
    sample = SAMPLES[name]
    begin = sample.content.find(b"\n") + 1
    paths = []
    for number, sign in enumerate((b'"', b"\t", b"\xff", b",", b"\0", b"\r")):
        at = begin + (number * 37) % max(1, len(sample.content) - begin)
        paths.append(tmp_path / f"damaged{number}")
        paths[-1].write_bytes(sample.content[:at] + sign + sample.content[at + 1 :])
    if sample.before:
        taken(sample, sample.content, tmp_path)
    columns = read_map(sample.columns) if sample.columns else None
    for file in import_events(sample.layout, paths, tmp_path / "into", columns=columns):
        assert file.fault or file.known or (file.rows == file.stored + file.aside and file.rows > 0)
