"""Rows of gzipped tables taken in, beside Polars only reading them; and imports that are killed at random moments.

    python bench/importing.py [--rows N] [--kills K] [--json]

The rows have the 20 columns of ICEWS, drawn with a fixed seed. Each job runs in a process of its own, so that its peak
of memory is its own; the goals are no more than twice the seconds of Polars, and under 1,500 MB. A kill counts as a
fault where a file is there in part, or where the same import then does not give the same rows.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import polars as pl

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from hikiwake.vocabulary.actors import actor_rows
from hikiwake.vocabulary.codings import cameo_codes
from hikiwake.vocabulary.layouts import layout
from tests.relation.importing.kills import faults, files, killed, seconds, take, taken

AT_ONCE = 250_000
FIRST_DAY, DAYS = np.datetime64("1995-01-01"), 25 * 365
JOBS = {
    "import": "from hikiwake.relation.importing import import_events as f; f('icews', [sys.argv[1]], sys.argv[2])",
    "polars reads": (
        "import polars as f; f.read_csv(sys.argv[1], separator='\\t', quote_char=None, null_values=['NA'],"
        " infer_schema_length=10000)"
    ),
}


def frame(rows: int, first: int, chance: np.random.Generator) -> pl.DataFrame:
    """Rows of the columns of ICEWS, drawn at random."""
    states = [row.names[0] for row in actor_rows() if row.kind == "state" and row.names]
    codes = list(cameo_codes().values())
    sectors = ["Government", "Executive,Government,Executive Office", "General Population / Civilian / Social,Social"]
    papers = [f"{kind} of {state}" for kind in ("Times", "Herald", "News Agency") for state in states[:60]]
    cities = [f"City {number}" for number in range(3_000)]

    def drawn(words: list[str]) -> np.ndarray:
        return np.asarray(words, dtype=object)[chance.integers(0, len(words), rows)]

    who, whom = drawn(states), drawn(states)
    of = chance.integers(0, len(codes), rows)
    story = chance.integers(10**7, 5 * 10**7, rows)
    day = FIRST_DAY + chance.integers(0, DAYS, rows)
    columns = {
        "Event ID": np.arange(first, first + rows).astype(str),
        "Event Date": day.astype("datetime64[D]").astype(str),
        "Source Name": [
            f"Ministry {number} ({state})" for number, state in zip(chance.integers(0, 40, rows), who, strict=True)
        ],
        "Source Sectors": drawn(sectors),
        "Source Country": who,
        "Event Text": [codes[number].title for number in of],
        "CAMEO Code": [codes[number].code for number in of],
        "Intensity": [str(codes[number].weight) for number in of],
        "Target Name": [f"Citizen ({state})" for state in whom],
        "Target Sectors": drawn(sectors),
        "Target Country": whom,
        "Story ID": story.astype(str),
        "Sentence Number": chance.integers(1, 7, rows).astype(str),
        "Publisher": drawn(papers),
        "City": drawn(cities),
        "District": drawn(["NA", "Central", "North"]),
        "Province": drawn(cities[:400]),
        "Country": drawn(states),
        "Latitude": np.round(chance.random(rows) * 180 - 90, 4).astype(str),
        "Longitude": np.round(chance.random(rows) * 360 - 180, 4).astype(str),
    }
    return pl.DataFrame({name: columns[name] for name in layout("icews")[0].columns})


def written(rows: int, path: Path) -> None:
    """A gzipped table of so many rows."""
    chance = np.random.default_rng(0)
    with gzip.open(path, "wb", compresslevel=6) as file:
        for first in range(0, rows, AT_ONCE):
            part = frame(min(AT_ONCE, rows - first), first, chance)
            file.write(part.write_csv(separator="\t", quote_style="never", include_header=not first).encode())


def run(job: str, path: Path, into: Path) -> tuple[float, float]:
    """Seconds and peak of memory, in MB, of a job in a process of its own."""
    begun = time.monotonic()
    child = subprocess.Popen([sys.executable, "-c", f"import sys\n{JOBS[job]}", str(path), str(into)])
    _, status, used = os.wait4(child.pid, 0)
    if status:
        raise SystemExit(f"{job} failed")
    return time.monotonic() - begun, used.ru_maxrss / 1024


def measured(rows: int) -> dict[str, float | str]:
    """The jobs on so many rows."""
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "events.tsv.gz"
        written(rows, path)
        plain, _ = run("polars reads", path, Path(place) / "none")
        taken_in, peak = run("import", path, Path(place) / "into")
    return {
        "job": "gzipped table imported",
        "rows": rows,
        "seconds": round(taken_in, 2),
        "polars_seconds": round(plain, 2),
        "peak_mb": round(peak),
    }


def kills(count: int) -> dict[str, float | str]:
    """How often an import was killed, how often it was still at work then, and what was wrong afterwards."""
    os.environ["PYTHONPATH"] = str(Path(__file__).resolve().parent.parent / "src")
    with tempfile.TemporaryDirectory() as place:
        paths = files(Path(place))
        take(paths, Path(place) / "whole")
        whole = taken(Path(place) / "whole")
        longest = seconds(paths, Path(place) / "timed")
        chance = random.Random(0)
        running, wrong = 0, 0
        for number in range(count):
            folder = Path(place) / f"killed{number}"
            running += killed(paths, folder, longest, chance)
            wrong += bool(faults(paths, folder, whole))
    return {"job": "import killed", "kills": count, "running": running, "wrong": wrong}


def main() -> None:
    """Print what was measured."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--kills", type=int, default=0)
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    found = [measured(asked.rows)] if asked.rows else []
    found += [kills(asked.kills)] if asked.kills else []
    if asked.json:
        sys.stdout.write(json.dumps(found) + "\n")
        return
    for row in found:
        sys.stdout.write("  ".join(f"{name} {value}" for name, value in row.items()) + "\n")


if __name__ == "__main__":
    main()
