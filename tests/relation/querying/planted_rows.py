"""Small folders of event data: rows as the importer leaves them, and the same rows for a plain reckoning."""

from __future__ import annotations

import atexit
import random
import shutil
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import duckdb

from hikiwake.relation.querying.imported import COLUMNS

Row = dict[str, Any]
TYPES = {1: "CONSULT", 2: "AID", 3: "ACCUSE", 4: "ASSAULT"}
ACTORS = ("JPN", "RUS", "SUN", "CHN", None)
PUBLISHERS = ("Morning News", "Evening News", "Xinhua, General", None)


def row(
    when: str, source: str | None = "JPN", target: str | None = "RUS", score: float | None = 1.0, **more: Any
) -> Row:
    """A row; when: a day, or two with a slash between."""
    first, _, last = when.partition("/")
    made: Row = {"date": date.fromisoformat(first), "last": date.fromisoformat(last or first), "source": source,
                 "target": target, "code": "042", "type": "CONSULT", "quad": 1, "score": score,
                 "scale": None if score is None else "goldstein", "issue": None, "publisher": None,
                 "layout": "plain", "id": None, "file": "00112233445566ff", "row": 1}  # fmt: skip
    return made | more


def written(rows: Iterable[Row], folder: Path, without: str = "", types: Mapping[str, str] | None = None) -> Path:
    """The rows as a folder of imported event data, sorted, partitioned by year; without: a column that it lacks."""
    names = [name for name in (*COLUMNS, "id") if name not in ("year", without)]
    wanted = {name: COLUMNS.get(name, ("VARCHAR",))[0] for name in names} | dict(types or {})
    by_year: dict[int, list[Row]] = {}
    ordered = sorted(rows, key=lambda each: (each["source"] or "", each["target"] or "", each["date"]))
    for place, each in enumerate(ordered):
        by_year.setdefault(each["date"].year, []).append(each if each["row"] != 1 else each | {"row": place})
    (folder / "events").mkdir(parents=True, exist_ok=True)
    for year, some in by_year.items():
        part = folder / "events" / f"year={year:04d}"
        part.mkdir()
        with duckdb.connect() as connection:
            connection.execute(f"CREATE TABLE made ({', '.join(f'{name} {wanted[name]}' for name in names)})")
            marks = ", ".join("?" for _ in names)
            connection.executemany(
                f"INSERT INTO made VALUES ({marks})", [[each[name] for name in names] for each in some]
            )
            connection.table("made").write_parquet(str(part / "rows.parquet"), compression="zstd")
    return folder


def drawn(seed: int, size: int = 120, imprecise: float = 0.2) -> list[Row]:
    """Rows drawn at random over a few actors and years; some without a score, an actor, a type, an issue."""
    chance = random.Random(seed)
    made = []
    for place in range(size):
        first = date(1990, 1, 1) + timedelta(days=chance.randrange(1500))
        last = first + timedelta(days=chance.randrange(500) if chance.random() < imprecise else 0)
        quad = chance.choice([1, 2, 3, 4, None])
        made.append(row(
            f"{first}/{last}", chance.choice(ACTORS), chance.choice(ACTORS),
            chance.choice([None, round(chance.uniform(-10, 10), 1), 0.0]), quad=quad,
            type=TYPES.get(quad or 0), issue=chance.choice([None, "trade", "trade;territory"]),
            publisher=chance.choice(PUBLISHERS), row=place + 2,
        ))  # fmt: skip
    return made


@cache
def planted() -> str:
    """A folder in which the relation of Japan and Russia turns up in 2005, with a third actor beside."""
    folder = Path(mkdtemp(prefix="hikiwake-rows-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    chance = random.Random(1)
    rows = [
        row(f"{year}-{month:02d}-15", *chance.choice([("JPN", "RUS"), ("RUS", "JPN")]), score,
            quad=1 if score > 0 else 3, type="CONSULT" if score > 0 else "ACCUSE", issue="trade",
            publisher=chance.choice(PUBLISHERS[:3]))
        for year in range(1995, 2015) for month in range(1, 13, 2)
        for score in [chance.choice([4.0, 2.5, 1.0] if year >= 2005 else [-5.0, -2.0, -4.0])]
    ]  # fmt: skip
    others = [row(f"{year}-05-01", "JPN", "CHN") for year in (2012, 2013, 2014) for _ in range(6)]
    return str(written([*rows, *others], folder))
