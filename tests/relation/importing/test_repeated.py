"""What is there twice is counted alike, however the rows were cut when they were read and when they were written."""

from __future__ import annotations

import random
from collections.abc import Sequence

import polars as pl
import pytest

from hikiwake.relation.importing.repeated import Repeated

Row = tuple[str | None, str | None, str]
SCHEMA = {"id": pl.String, "what": pl.String, "whom": pl.String}


def frame(rows: Sequence[Row], first: int = 0, **more: str) -> pl.DataFrame:
    """Rows with their numbers, as they are read; with ``more`` as they are written."""
    told = pl.DataFrame(rows, schema=SCHEMA, orient="row").with_row_index("row", first)
    return told.with_columns(pl.lit(text).alias(name) for name, text in more.items())


def counted(rows: Sequence[Row]) -> tuple[int, int]:
    """The same by looking at every row before each: whole rows again, and ids again with other content."""
    whole = sum(row in rows[:number] for number, row in enumerate(rows))
    ids = sum(bool(row[0]) and row[0] in [each[0] for each in rows[:number]] for number, row in enumerate(rows))
    nameless = sum(not row[0] and row in rows[:number] for number, row in enumerate(rows))
    return whole, ids + nameless - whole


@pytest.mark.parametrize("seed", range(6))
def test_counts_are_those_of_every_row_against_all_before(seed: int) -> None:
    draw = random.Random(seed)
    ids, words = ["1", "2", "3", "4", "", None], ["a", "b", None]
    rows: list[Row] = [(draw.choice(ids), draw.choice(words), draw.choice("xy")) for _ in range(40)]
    seen = Repeated("id")
    for first in range(0, 40, 7):
        assert seen.later(frame(rows[first : first + 7], first)) is None
    parts = [frame(rows[:33], file="one", what_repaired="A"), frame(rows[33:], 33, file="other")]
    assert seen.counts(parts) == counted(rows)
    assert counted(rows)[0] and counted(rows)[1]


def test_columns_that_another_part_has_as_well_change_nothing() -> None:
    seen = Repeated("id")
    rows: list[Row] = [("1", "a", "x"), ("1", "a", "x")]
    for row in rows:
        seen.later(frame([row]))
    none = frame(rows[1:], 1).with_columns(pl.lit(None, dtype=pl.String).alias("only_elsewhere"))
    assert seen.counts([frame(rows[:1]), none]) == (1, 0)


def test_rows_without_repetition_are_not_read_again() -> None:
    seen = Repeated("id")
    seen.later(frame([("1", "a", "x"), ("2", "a", "x")]))

    def never() -> pl.DataFrame:
        raise AssertionError("read again")

    assert seen.counts(never() for _ in range(1)) == (0, 0)


def test_where_no_column_has_ids_whole_rows_count() -> None:
    seen = Repeated("")
    seen.later(frame([("1", "a", "x"), ("1", "a", "x"), ("1", "b", "x")]))
    assert seen.counts([]) == (1, 0)
