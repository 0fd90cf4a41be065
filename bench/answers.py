"""How long the answers of the graph model take, beside another version of the program.

    python bench/answers.py [--against FOLDER] [--jobs NAME ...] [--times N] [--limit SECONDS] [--json]

Each answer is found by a fresh interpreter, with the sources of this folder and, in turn, with those of FOLDER (a copy
of the project in another version); shown are the median of the times (of the processor, so that other work on the
machine counts little), the peak memory of the whole process, and whether both answers are the same. A job that takes
longer than the limit is given up; one that ends with an error is told by the name of that. ``ruled`` and ``free`` are
those of ``stability.py``, in stable argsorts of as many numbers.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import resource
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.answer_jobs import JOBS, Job

HERE = Path(__file__).resolve().parent.parent
HEADINGS = ("answer", "goal", "before", "MB", "now", "MB", "times", "same")


def main() -> None:
    """Print the table, or the rows as JSON."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--against", type=Path, help="a folder with another version of the project")
    asked.add_argument("--jobs", nargs="+", choices=list(JOBS), default=list(JOBS))
    asked.add_argument("--times", type=int, default=1)
    asked.add_argument("--limit", type=float, default=200)
    asked.add_argument("--json", action="store_true")
    asked.add_argument("--job", help=argparse.SUPPRESS)
    given = asked.parse_args()
    if given.job:
        print(json.dumps(measured(JOBS[given.job][1])))
        return
    rows = []
    for name in given.jobs:
        rows.append(paired(name, given.against, given.times, given.limit))
        if not given.json:
            print_row(rows[-1], heading=len(rows) == 1)
    if given.json:
        print(json.dumps(rows, indent=2))


def paired(name: str, against: Path | None, times: int, limit: float) -> dict[str, Any]:
    """One answer by both versions, in turn."""
    now, before = [], []
    for _ in range(times):
        if against:
            before.append(in_own_process(name, against.resolve(), limit))
        now.append(in_own_process(name, HERE, limit))
    return {"answer": name, "goal": JOBS[name][0], "before": middle(before), "now": middle(now)}


def in_own_process(name: str, folder: Path, limit: float) -> dict[str, Any]:
    """Time, memory and answer by the sources of a folder; a time of None where it took too long."""
    if name in ("ruled", "free"):
        command = [
            str(folder / "bench" / "stability.py"),
            "--options",
            "20",
            "--json",
            *["--ruled"] * (name == "ruled"),
        ]
    else:
        command = [str(HERE / "bench" / "answers.py"), "--job", name]
    paths = os.pathsep.join([str(folder / "src"), str(folder)])
    try:
        done = subprocess.run([sys.executable, *command], env={**os.environ, "PYTHONPATH": paths}, timeout=limit,
                              check=True, capture_output=True, text=True, cwd=folder)  # fmt: skip
    except subprocess.TimeoutExpired:
        return {"seconds": None, "peak_mb": None, "digest": None, "ended": "too long"}
    except subprocess.CalledProcessError as failed:
        error = failed.stderr.strip().splitlines()[-1].partition(":")[0].rpartition(".")[2]
        return {"seconds": None, "peak_mb": None, "digest": None, "ended": error}
    found = json.loads(done.stdout)
    return in_argsorts(found) if isinstance(found, list) else dict(found)


def in_argsorts(rows: list[dict[str, Any]]) -> dict[str, Any]:
    """The first row (arrays) and the last (compiled, where numba is installed), in argsorts."""
    ratios = [row["seconds"] / row["argsort_seconds"] for row in rows]
    return {"seconds": ratios[0], "peak_mb": rows[0]["peak_mb"], "digest": None, "compiled": ratios[-1]}


def middle(runs: list[dict[str, Any]]) -> dict[str, Any] | None:
    """The medians of several runs."""
    if not runs:
        return None
    seconds = [run["seconds"] for run in runs]
    some = None if None in seconds else median(seconds)
    compiled = {"compiled": median(run["compiled"] for run in runs)} if "compiled" in runs[0] else {}
    return {**runs[0], "seconds": some, **compiled}


def print_row(row: dict[str, Any], *, heading: bool) -> None:
    """One line of the table."""
    if heading:
        print(f"{HEADINGS[0]:<12} {HEADINGS[1]:<28}" + "".join(f"{one:>16}" for one in HEADINGS[2:]))
    before, now = row["before"] or {}, row["now"]
    both = before.get("seconds") and now["seconds"]
    same = "-" if not before.get("digest") else "yes" if before["digest"] == now["digest"] else "NO"
    cells = [told(before), before.get("peak_mb") or "-", told(now), now["peak_mb"] or "-",
             f"{before['seconds'] / now['seconds']:.1f}" if both else "-", same]  # fmt: skip
    print(f"{row['answer']:<12} {row['goal']:<28}" + "".join(f"{cell!s:>16}" for cell in cells), flush=True)


def told(run: dict[str, Any]) -> str:
    """A time in words; argsorts with those of the compiled kernel in brackets."""
    if "compiled" in run:
        return f"{run['seconds']:.1f} ({run['compiled']:.1f})"
    if not run:
        return "-"
    return str(run["ended"]) if run["seconds"] is None else f"{run['seconds']:.3f} s"


def measured(job: Job) -> dict[str, Any]:
    """Time of the processor, peak memory and a digest of the answer; what is prepared is not counted."""
    work = job()
    start = time.process_time()
    answer = work()
    seconds = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    digest = hashlib.sha256(repr(answer).encode()).hexdigest()[:12]
    return {"seconds": seconds, "peak_mb": round(peak), "digest": digest}


if __name__ == "__main__":
    main()
