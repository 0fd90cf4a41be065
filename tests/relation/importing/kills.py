"""An import that is killed: what is there then, and what is there once the same is taken in again."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import polars as pl

from hikiwake.relation.importing import finish, import_events, importing
from hikiwake.relation.importing.staging import INCOMING

FILES = 4
ROWS = 300
_PROGRAM = """
import sys
from hikiwake.relation.importing import import_events, importing
importing.BATCH_FILES = 1
import_events("icews-reduced", sys.argv[2:], sys.argv[1])
"""
Counts = Counter[tuple[str, int]]


def files(place: Path) -> list[Path]:
    """Some files of events, each of several years; a row in fifty is none."""
    paths = [place / f"events{number}.csv" for number in range(FILES)]
    for number, path in enumerate(paths):
        lines = [
            "Japan" if row % 50 == 7 else f"Japan,Consult,Actor {number},{1990 + row % 4}-01-{1 + row % 28:02d}"
            for row in range(ROWS)
        ]
        path.write_text("\n".join(["source,event,target,date", *lines]))
    return paths


def rows_in(folder: Path, table: str) -> Counts:
    """How often each row of each file is in a table."""
    found: Counts = Counter()
    for part in (folder / table).rglob("*.parquet"):
        found.update(pl.read_parquet(part, hive_partitioning=False).select("file", "row").iter_rows())
    return found


def taken(folder: Path) -> dict[str, Counts]:
    """What is in a folder of events, row by row."""
    return {table: rows_in(folder, table) for table in ("events", "published", "aside")}


def take(paths: list[Path], folder: Path) -> None:
    """Take files in, each as a unit of its own."""
    before, importing.BATCH_FILES = importing.BATCH_FILES, 1
    try:
        import_events("icews-reduced", paths, folder)
    finally:
        importing.BATCH_FILES = before


def seconds(paths: list[Path], folder: Path) -> float:
    """How long taking them in takes another process, from the moment at which it begins to write."""
    child = _begun(paths, folder)
    begun = time.monotonic()
    child.wait()
    return time.monotonic() - begun


def _begun(paths: list[Path], folder: Path) -> subprocess.Popen[bytes]:
    """Another process that takes files in, once it begins to write."""
    child = subprocess.Popen([sys.executable, "-c", _PROGRAM, str(folder), *map(str, paths)])
    while child.poll() is None and not (folder / INCOMING).exists():
        time.sleep(0.002)
    return child


def killed(paths: list[Path], folder: Path, longest: float, chance: random.Random) -> bool:
    """Kill another process that takes files in, at a random moment; whether it was still at work."""
    child = _begun(paths, folder)
    time.sleep(longest * chance.random())
    os.kill(child.pid, signal.SIGKILL)
    return child.wait() != 0


def faults(paths: list[Path], folder: Path, whole: dict[str, Counts]) -> list[str]:
    """What is wrong after a kill: a file that is there in part, and what is lost or there twice after another run."""
    finish(folder)
    found = taken(folder)
    files_ = {file for counts in found.values() for file, _ in counts}
    expected = {table: _of(counts, files_) for table, counts in whole.items()}
    told = [f"{table}: a file in part" for table in whole if found[table] != expected[table]]
    take(paths, folder)
    again = taken(folder)
    told += [f"{table}: not the same after another run" for table in whole if again[table] != whole[table]]
    return told + [f"left: {each.name}" for each in folder.glob(f"{INCOMING}*")]


def _of(counts: Counts, files_: set[str]) -> Counts:
    return Counter({key: count for key, count in counts.items() if key[0] in files_})
