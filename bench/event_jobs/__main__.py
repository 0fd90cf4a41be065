"""One job by one library in a process of its own, so that its start and its memory are its own.

python -m bench.event_jobs LIBRARY JOB PLACE
"""

from __future__ import annotations

import sys
import tempfile
from importlib import import_module
from pathlib import Path
from typing import Any

PAIR = ("JPN", "RUS")
COLUMNS = ["source", "target", "date", "last", "score"]


def hikiwake_one_dyad(folder: Path) -> int:
    """One dyad by month."""
    from hikiwake.relation.querying import Asked, ImportedEvents, one_dyad

    return sum(row.events > 0 for row in one_dyad(ImportedEvents(folder), PAIR, Asked("month")))


def hikiwake_all_dyads(folder: Path) -> int:
    """All dyads by month, the rows in the database."""
    from hikiwake.relation.querying import Asked, ImportedEvents, all_dyads

    return len(all_dyads(ImportedEvents(folder), Asked("month", directed=True)))


def polars_one_dyad(folder: Path) -> int:
    """The same by Polars."""
    import polars as pl

    way = (pl.col("source") == PAIR[0]) & (pl.col("target") == PAIR[1])
    back = (pl.col("source") == PAIR[1]) & (pl.col("target") == PAIR[0])
    return _polars(folder, [], way | back)


def polars_all_dyads(folder: Path) -> int:
    """The same by Polars."""
    import polars as pl

    return _polars(folder, ["source", "target"], pl.col("source") != pl.col("target"))


def _polars(folder: Path, keys: list[str], kept: Any) -> int:
    """Precise rows into their month, imprecise ones into each by its days, the mean of each group, in order."""
    import polars as pl

    rows = pl.scan_parquet(folder / "events" / "*" / "*.parquet", hive_partitioning=False).filter(kept)
    rows = rows.select(COLUMNS).with_columns(month=pl.col("date").dt.truncate("1mo"))
    precise = rows.filter(pl.col("date") == pl.col("last")).with_columns(share=pl.lit(1.0))
    spread = rows.filter(pl.col("date") < pl.col("last")).with_columns(
        month=pl.date_ranges("month", "last", interval="1mo")).explode("month")  # fmt: skip
    last = pl.min_horizontal(pl.col("last"), pl.col("month").dt.month_end())
    days = (last - pl.max_horizontal("date", "month")).dt.total_days() + 1
    share = days / ((pl.col("last") - pl.col("date")).dt.total_days() + 1)
    whole = pl.concat([precise, spread.with_columns(share=share)])
    made = whole.group_by(*keys, "month").agg(
        value=(pl.col("share") * pl.col("score")).sum() / pl.col("share").sum(), acts=pl.col("share").sum(),
        events=pl.len())  # fmt: skip
    return made.sort(*keys, "month").collect(engine="streaming").height


def pandas_one_dyad(folder: Path) -> int:
    """The same by pandas."""
    pd: Any = import_module("pandas")  # published without types

    ways = [[("source", "==", one), ("target", "==", other)] for one, other in (PAIR, PAIR[::-1])]
    return _pandas(pd.read_parquet(folder / "events", columns=COLUMNS, filters=ways), [])


def pandas_all_dyads(folder: Path) -> int:
    """The same by pandas."""
    pd: Any = import_module("pandas")  # published without types

    rows = pd.read_parquet(folder / "events", columns=COLUMNS)
    return _pandas(rows[rows.source != rows.target], ["source", "target"])


def _pandas(rows: Any, keys: list[str]) -> int:
    pd: Any = import_module("pandas")
    rows = rows.assign(date=pd.to_datetime(rows.date), last=pd.to_datetime(rows["last"]))
    rows = rows.assign(month=rows.date.dt.to_period("M").dt.start_time, share=1.0)
    whole = rows.date == rows["last"]
    spread = rows[~whole]
    months = [pd.date_range(first, last, freq="MS") for first, last in zip(spread.month, spread["last"], strict=True)]
    spread = spread.assign(month=months).explode("month")
    month = pd.to_datetime(spread.month)
    last = spread["last"].where(spread["last"] < month + pd.offsets.MonthEnd(0), month + pd.offsets.MonthEnd(0))
    days = (last - spread.date.where(spread.date > month, month)).dt.days + 1
    spread = spread.assign(month=month, share=days / ((spread["last"] - spread.date).dt.days + 1))
    every = pd.concat([rows[whole], spread])
    groups = every.assign(pull=every.share * every.score).groupby([*keys, "month"], sort=True)
    made = groups.agg(pull=("pull", "sum"), acts=("share", "sum"), events=("share", "size"))
    return len(made.assign(value=made.pull / made.acts))


def hikiwake_import(table: Path) -> int:
    """A gzipped table taken into a new folder: every row checked, coded, sorted and stored, as published and narrow."""
    from hikiwake.relation.importing import import_events

    with tempfile.TemporaryDirectory(dir=table.parent) as into:
        return sum(file.stored for file in import_events("icews", [table], into).files)


def polars_import(table: Path) -> int:
    """The same table only read by Polars."""
    import polars as pl

    return pl.read_csv(table, separator="\t", quote_char=None, null_values=["NA"], infer_schema_length=10_000).height


def pandas_import(table: Path) -> int:
    """The same table only read by pandas."""
    pd: Any = import_module("pandas")  # published without types

    no_quotes = 3  # csv.QUOTE_NONE
    return len(pd.read_csv(table, sep="\t", quoting=no_quotes, na_values=["NA"], keep_default_na=False))


def hikiwake_nothing(folder: Path) -> int:
    """What a process costs that asks nothing."""
    import duckdb

    from hikiwake.relation import querying

    return len(querying.__all__) + len(duckdb.connect().execute("SELECT 1").fetchall()) + len(folder.parts) * 0


def hikiwake_turning_points(place: Path) -> int:
    """Turning points of a series of so many periods, with so many resamples, ``periods x resamples``."""
    from bench.event_jobs.series import drawn_series
    from hikiwake.relation.moving import moved

    periods, resamples = map(int, place.name.split("x"))
    found = moved(drawn_series(periods), "mean", resamples, 0, {})
    return len(found.firm)


def hikiwake_relation(folder: Path) -> int:
    """The relation of a dyad by month with its band and its turning points, 200 resamples."""
    from hikiwake.relation import ImportedEvents, relation

    return sum(row.value is not None for row in relation(ImportedEvents(folder), PAIR, by="month", resamples=200))


if __name__ == "__main__":
    library, job, folder = sys.argv[1:]
    print(globals()[f"{library}_{job}"](Path(folder)))
