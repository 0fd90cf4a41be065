"""The tables that a unit gives, written in parts, so that memory stays bounded: narrow, published, set aside, open."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from hikiwake.relation.importing.columns import COLUMNS
from hikiwake.relation.importing.faults import BadRow
from hikiwake.relation.importing.staging import staged

if TYPE_CHECKING:
    import polars as pl

EVENTS, PUBLISHED, ASIDE, OPEN = "events", "published", "aside", "unresolved"
RUN = 2_000_000  # rows of events that are sorted together
DAYS = 400  # more than a year has
PART = 250_000  # rows of a part of the published table
WAITING = 3  # tables that wait to be written while more is read
_FEW = ("source", "target", "code", "type", "issue", "publisher", "file")  # columns of few different values
GROUP = 30_000  # rows of a group: few enough that one dyad is found without reading the others


@dataclass(slots=True)
class Tables:
    """Writes what a unit gives below a folder; ``close`` writes the rest."""

    folder: Path
    unit: str
    layout: str
    scale: str = ""
    events: int = 0
    _narrow: list[pl.DataFrame] = field(default_factory=list)
    _wide: list[pl.DataFrame] = field(default_factory=list)
    _aside: list[tuple[str, BadRow]] = field(default_factory=list)
    _counts: Counter[str] = field(default_factory=Counter)
    _writer: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(1))
    _writing: deque[Future[None]] = field(default_factory=deque)

    def add_events(self, frame: pl.DataFrame) -> None:
        """Take some rows of the narrow table."""
        import polars as pl

        self.events += len(frame)
        self._narrow.append(frame.cast(dict.fromkeys(_FEW, pl.Categorical)))
        if sum(map(len, self._narrow)) >= RUN:
            self._write_events()

    def add_published(self, frame: pl.DataFrame) -> None:
        """Take some rows as they are published."""
        self._wide.append(frame)
        if sum(map(len, self._wide)) >= PART:
            self._write_published()

    def set_aside(self, file: str, rows: Iterable[BadRow]) -> None:
        """Take some rows that are no rows of the layout, or no events."""
        self._aside += [(file, row) for row in rows]
        if len(self._aside) >= PART:
            self._write_aside()

    def close(self) -> None:
        """Write what is left; nothing more is taken."""
        self._write_events()
        self._write_published()
        self._write_aside()
        self._wait()
        self._writer.shutdown()

    def published(self) -> Iterator[pl.DataFrame]:
        """The rows as they are published, part by part; after ``close`` all of them."""
        import polars as pl

        for part in range(self._counts[f"{PUBLISHED}/{self.layout}"]):
            yield pl.read_parquet(self._part(part, PUBLISHED, self.layout))

    def open_names(self, names: Counter[str]) -> None:
        """Write the names that stayed open, the most frequent first."""
        import polars as pl

        if names:
            rows = sorted(names.items(), key=lambda each: (-each[1], each[0]))
            frame = pl.DataFrame(rows, schema={"name": pl.String, "rows": pl.Int64}, orient="row")
            self._put(frame.with_columns(pl.lit(self.layout).alias("layout")), OPEN)

    def _write_events(self) -> None:
        import polars as pl

        if not self._narrow:
            return
        rows, self._narrow = self._narrow, []
        self._later(lambda: self._write_run(pl.concat(rows, rechunk=True)))  # gathering from many chunks is slow

    def _write_run(self, rows: pl.DataFrame) -> None:
        import polars as pl

        told = {"layout": self.layout, "scale": self.scale or None}
        constants = [pl.lit(each, dtype=pl.Categorical).alias(name) for name, each in told.items()]
        for year, part in _by_year(_in_order(rows).with_columns(constants)):
            self._put(part.select(COLUMNS), EVENTS, f"year={year:04d}")

    def _write_published(self) -> None:
        import polars as pl

        if not self._wide:
            return
        frame = pl.concat(self._wide, how="diagonal") if len(self._wide) > 1 else self._wide[0]
        self._wide = []
        self._later(lambda: self._put(frame, PUBLISHED, self.layout))

    def _later(self, write: Callable[[], None]) -> None:
        """Write while more is read; few wait to be written, so that memory stays bounded."""
        self._wait(WAITING)
        self._writing.append(self._writer.submit(write))

    def _wait(self, until: int = 0) -> None:
        while len(self._writing) > until:
            self._writing.popleft().result()

    def _write_aside(self) -> None:
        import polars as pl

        if self._aside:
            rows = [(self.layout, file, *row) for file, row in self._aside]
            schema = {"layout": pl.String, "file": pl.String, "row": pl.Int64, "reason": pl.String, "raw": pl.String}
            self._put(pl.DataFrame(rows, schema=schema, orient="row"), ASIDE)
            self._aside = []

    def _part(self, number: int, *below: str) -> Path:
        return staged(self.folder, *below, f"{self.unit}-{number:04d}.parquet")

    def _put(self, frame: pl.DataFrame, *below: str) -> None:
        """Write a frame as the next part of a table."""
        key = "/".join(below)
        path = self._part(self._counts[key], *below)
        self._counts[key] += 1
        sought = below[0] == EVENTS
        frame.write_parquet(
            path,
            compression="zstd",
            compression_level=1,
            statistics=sought,
            row_group_size=GROUP if sought else None,
            metadata=_told_as_texts(frame) if sought else None,
        )


def _told_as_texts(frame: pl.DataFrame) -> dict[str, str]:
    """What tells whoever reads a part that its columns are texts, also those that it holds as numbered texts."""
    import polars as pl

    part = BytesIO()
    frame.clear().cast({pl.Categorical: pl.String}).write_parquet(part)
    part.seek(0)
    return {name: told for name, told in pl.read_parquet_metadata(part).items() if name == "ARROW:schema"}


def _in_order(run: pl.DataFrame) -> pl.DataFrame:
    """The rows by year, source, target and date, sorted by one number for each: what is not told comes first."""
    import polars as pl

    (source, sources), (target, targets) = _rank(run["source"]), _rank(run["target"])
    year, day = run["date"].dt.year().cast(pl.UInt64), run["date"].dt.ordinal_day().cast(pl.UInt64)
    number = ((year * sources + source) * targets + target) * DAYS + day
    return run.with_columns(year.alias("year"))[number.arg_sort()]


def _rank(ids: pl.Series) -> tuple[pl.Series, int]:
    """The place of each id among all ids by name, 0 for none; and how many places there are."""
    import polars as pl

    different = ids.unique().drop_nulls()
    named = sorted(zip(different.cast(pl.String), different.to_physical(), strict=True))
    places = dict.fromkeys(range(1 + max((number for _, number in named), default=0)), 0)
    places |= {number: place for place, (_, number) in enumerate(named, 1)}
    of_number = pl.Series(list(places.values()), dtype=pl.UInt64)
    return of_number.gather(ids.to_physical()).fill_null(0), len(named) + 1


def _by_year(run: pl.DataFrame) -> Iterable[tuple[int, pl.DataFrame]]:
    """The rows of each year, which stand together."""
    first = 0
    for length, year in run["year"].rle().struct.unnest().iter_rows():
        yield year, run.slice(first, length)
        first += length
