"""Event data at scale beside pandas and Polars, and turning points: how long, and how much memory.

python bench/events.py [--rows N] [--job NAME ...] [--folder DIR] [--runs N] [--json]

The rows are made with a fixed seed in a temporary folder, or in DIR, where they are kept for the next time. Every job
runs in a process of its own, by each library in turn, from the start of Python to the answer; the seconds are medians.
pandas and Polars only read the gzipped table that an import checks, codes, sorts and stores. From 20 million rows on
one dyad alone is asked. Growth is the exponent of seconds against rows, over a tenth of the rows, a third and all; what
a process costs without any question, or that takes in a single row, is taken off first.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.event_jobs.rows import made_dyad, made_rows
from bench.event_jobs.tables import made_table

ROOT = Path(__file__).resolve().parent.parent
LIBRARIES = ("hikiwake", "pandas", "polars")
MANY = 20_000_000
MOST_OF_ONE = 500_000
PERIODS, RESAMPLES = 2_000, 200
Row = dict[str, Any]
COLUMNS = ("job", "rows", "seconds", "pandas_seconds", "polars_seconds", "peak_mb")


def run(library: str, job: str, place: Path | str) -> tuple[float, float, str]:
    """Seconds, megabytes at most, and what is printed, of one job in a process of its own."""
    words = [sys.executable, "-m", "bench.event_jobs", library, job, str(place)]
    paths = os.pathsep.join(filter(None, (str(ROOT / "src"), str(ROOT), os.environ.get("PYTHONPATH"))))
    begun = time.perf_counter()
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": paths}) as process:
        assert process.stdout is not None
        told = process.stdout.read().strip()
        _, code, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(code)
    if process.returncode:
        raise SystemExit(f"{library} {job}: ended with {process.returncode}")
    return time.perf_counter() - begun, used.ru_maxrss / 1024, told


def compared(job: str, place: Path | str, rows: int, runs: int, libraries: Sequence[str] = LIBRARIES) -> Row:
    """A row: the same job by each library, in turn, so that whatever else the machine does falls on all of them."""
    every = [{library: run(library, job, place) for library in libraries} for _ in range(runs)]
    answers = {told[2] for each in every for told in each.values()}
    if len(answers) > 1:
        raise SystemExit(f"{job}: the libraries differ: {answers}")
    seconds = {library: statistics.median(each[library][0] for each in every) for library in libraries}
    peak = max(each["hikiwake"][1] for each in every)
    return row(job, rows, seconds["hikiwake"], peak, seconds.get("pandas"), seconds.get("polars"))


def row(
    job: str, rows: int, seconds: float, peak: float | None = None, pandas: float | None = None,
    polars: float | None = None,
) -> Row:  # fmt: skip
    """A row of the table; what was not measured is ``None``."""
    return dict(zip(COLUMNS, (job, rows, seconds, pandas, polars, peak), strict=True))


def one_dyad(folder: Path, rows: int, runs: int) -> list[Row]:
    """One dyad by month, cold: from the start of a new process."""
    return [compared("one_dyad", made_rows(folder, rows), rows, runs)]


def all_dyads(folder: Path, rows: int, runs: int) -> list[Row]:
    """All dyads by month, directed, in order."""
    if rows >= MANY:
        return []
    return [compared("all_dyads", made_rows(folder, rows), rows, runs)]


def imported(folder: Path, rows: int, runs: int) -> list[Row]:
    """A gzipped table taken in."""
    if rows >= MANY:
        return []
    return [compared("import", made_table(folder, rows), rows, runs)]


def growth(folder: Path, rows: int, runs: int) -> list[Row]:
    """The exponents; ``seconds`` is the exponent, 1 where it takes ten times as long for ten times the rows."""
    sizes = [max(1000, rows // part) for part in (10, 3, 1)]
    asked = row("one_dyad_exponent", rows, exponent("one_dyad", made_rows, folder, sizes, runs, ("nothing", folder)))
    if rows >= MANY:
        return [asked]
    one_row = ("import", made_table(folder, 1))
    return [asked, row("import_exponent", rows, exponent("import", made_table, folder, sizes, runs, one_row))]


def exponent(
    job: str, made: Callable[[Path, int], Path], folder: Path, sizes: Sequence[int], runs: int, empty: tuple[str, Path]
) -> float:
    """How the seconds of a job grow with the rows, beyond those of a job that has nothing to do."""
    least = statistics.median(run("hikiwake", *empty)[0] for _ in range(runs))
    taken = [compared(job, made(folder, size), size, runs, ("hikiwake",))["seconds"] for size in sizes]
    points = [(math.log(size), math.log(max(1e-3, each - least))) for size, each in zip(sizes, taken, strict=True)]
    x, y = (statistics.mean(each) for each in zip(*points, strict=True))
    slope: float = sum((one - x) * (other - y) for one, other in points) / sum((one - x) ** 2 for one, _ in points)
    return slope


def turning_points(folder: Path, rows: int, runs: int) -> list[Row]:  # noqa: ARG001  # all jobs are called alike
    """Turning points of 2,000 periods: segmentation and both Bayesian models, 200 resamples."""
    return [compared("turning_points", f"{PERIODS}x{RESAMPLES}", PERIODS, runs, ("hikiwake",))]


def relation(folder: Path, rows: int, runs: int) -> list[Row]:
    """The relation of one dyad that has all rows, half a million at most: by month, 200 resamples."""
    count = min(rows, MOST_OF_ONE)
    return [compared("relation", made_dyad(folder, count), count, runs, ("hikiwake",))]


JOBS: dict[str, Callable[[Path, int, int], list[Row]]] = {
    "import": imported,
    **{each.__name__: each for each in (one_dyad, all_dyads, growth, turning_points, relation)},
}


def main() -> None:
    """Run the jobs and print their rows."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=lambda text: int(float(text)), default=1_000_000)
    parser.add_argument("--job", nargs="*", choices=[*JOBS], default=[*JOBS])
    parser.add_argument("--folder", type=Path, default=None)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        folder = given.folder or Path(made)
        rows = [each for job in given.job for each in JOBS[job](folder, given.rows, given.runs)]
    if given.json:
        print(json.dumps(rows, indent=1))
        return
    print(f"{'job':18}{'rows':>13}{'seconds':>10}{'pandas':>10}{'polars':>10}{'peak MB':>10}")
    for each in rows:
        cells = [each["seconds"], each["pandas_seconds"], each["polars_seconds"]]
        told = "".join(f"{cell:10.3f}" if cell is not None else f"{'':10}" for cell in cells)
        print(f"{each['job']:18}{each['rows']:13,}{told}{each['peak_mb'] or 0:10.0f}")


if __name__ == "__main__":
    main()
