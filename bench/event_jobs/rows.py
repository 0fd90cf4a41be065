"""Event data made from a fixed seed, as the importer leaves it: a folder of Parquet by year, sorted, zstd.

200 actors, a few of which act often; 28 years; one row in a hundred is known to the month only. DuckDB makes it year by
year, so that a hundred million rows need no more memory than four million.
"""

from __future__ import annotations

from pathlib import Path

import duckdb

YEARS = range(1995, 2023)
ACTORS = 200
_CODES = """
CREATE TABLE actors AS SELECT i, CASE i WHEN 12 THEN 'JPN' WHEN 4 THEN 'RUS'
    ELSE chr(65 + (i // 26)::INT) || chr(65 + (i % 26)::INT) || 'X' END AS code FROM range($actors) AS made(i)
"""
_ROWS = """
WITH drawn AS (
    SELECT i + $begin AS i, hash(8 * (i + $begin) + 1) / 18446744073709551616.0 AS a,
        hash(8 * (i + $begin) + 2) / 18446744073709551616.0 AS b,
        hash(8 * (i + $begin) + 3) / 18446744073709551616.0 AS d,
        hash(8 * (i + $begin) + 4) / 18446744073709551616.0 AS s,
        hash(8 * (i + $begin) + 5) / 18446744073709551616.0 AS m
    FROM range($count) AS made(i)
), placed AS (
    SELECT *, floor($actors * a * a)::INT AS one, floor($actors * b * b)::INT AS other,
        make_date($year, 1, 1) + floor(d * 365)::INT AS day
    FROM drawn
)
SELECT
    CASE WHEN m < 0.01 THEN date_trunc('month', day)::DATE ELSE day END AS date,
    CASE WHEN m < 0.01 THEN last_day(day) ELSE day END AS last,
    source.code AS source, target.code AS target, lpad((1 + floor(s * 20)::INT)::VARCHAR, 2, '0') || '0' AS code,
    'CONSULT' AS type, (1 + floor(s * 4))::TINYINT AS quad, round(s * 20 - 10, 1)::DOUBLE AS score,
    'goldstein' AS scale, NULL::VARCHAR AS issue, 'Publisher ' || (placed.i % 300) AS publisher, 'icews' AS layout,
    placed.i::VARCHAR AS id, '0123456789abcdef' AS file, placed.i::BIGINT AS row
FROM placed JOIN actors AS source ON source.i = one JOIN actors AS target ON target.i = other
ORDER BY source, target, date, placed.i
"""


_ONE_DYAD = """
SELECT * REPLACE (CASE WHEN row % 2 = 0 THEN 'JPN' ELSE 'RUS' END AS source,
                  CASE WHEN row % 2 = 0 THEN 'RUS' ELSE 'JPN' END AS target)
FROM made ORDER BY source, target, date, row
"""


def made_dyad(folder: Path, count: int) -> Path:
    """The folder with so many rows, all of one dyad."""
    return made_rows(folder, count, one=True)


def made_rows(folder: Path, count: int, memory: str = "2GB", *, one: bool = False) -> Path:
    """The folder with so many rows, made where it is not there; one: all between the same two actors."""
    place = folder / f"{'dyad' if one else 'rows'}-{count}"
    if (place / "whole").exists():
        return place
    connection = duckdb.connect(config={"memory_limit": memory, "temp_directory": str(folder / "spill")})
    connection.execute("SET enable_progress_bar = false")
    connection.execute(_CODES, {"actors": ACTORS})
    for number, year in enumerate(YEARS):
        begin, end = (count * each // len(YEARS) for each in (number, number + 1))
        part = place / "events" / f"year={year}"
        part.mkdir(parents=True, exist_ok=True)
        given = {"begin": begin, "count": end - begin, "year": year, "actors": ACTORS}
        connection.execute(f"CREATE OR REPLACE TABLE made AS {_ROWS}", given)
        rows = connection.sql(_ONE_DYAD if one else "FROM made")
        rows.write_parquet(str(part / "rows.parquet"), compression="zstd")
    (place / "whole").touch()
    return place
