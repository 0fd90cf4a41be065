"""What the page of a case costs with all its editions, and what its analyses cost, in processor seconds.

python bench/editions.py [--beside SRC] [--times 3]

Each command runs in a process of its own, as a user runs it, and what is printed is the least processor time of so many
runs: of the page, and of the relation, findings and disagreements of the case. ``--beside`` names the ``src`` folder of
another version of hikiwake; both take turns, so that what else the machine does weighs on both alike, and the last
columns are the ratio and whether both write the same bytes.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
from pathlib import Path
from tempfile import mkdtemp

OWN = Path(__file__).resolve().parent.parent / "src"
ASKED = (
    ("report", "japan_russia"),
    ("report", "caspian_sea"),
    ("relation", "japan_russia"),
    ("findings", "japan_russia"),
    ("disagreements", "japan_russia"),
)


def run(source: Path, command: str, case: str, folder: Path) -> tuple[float, bytes]:
    """The processor seconds of one command with one version, and what it writes."""
    page = folder / "page.html"
    more = ("--output", str(page), "--force") if command == "report" else ("--json",)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        [sys.executable, "-m", "hikiwake", command, case, *more],
        env={**os.environ, "PYTHONPATH": str(source)},
        capture_output=True,
        check=True,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
    return seconds, page.read_bytes() if command == "report" else done.stdout


def row(command: str, case: str, sources: list[Path], times: int, folder: Path) -> str:
    """One command as a line of the table."""
    told = [[run(source, command, case, folder) for source in sources] for _ in range(times)]
    least = [min(seconds for seconds, _ in each) for each in zip(*told, strict=True)]
    line = f"{command:<14} {case:<14} {least[0]:>8.2f}"
    if len(sources) == 1:
        return line
    same = "yes" if len({written for each in told for _, written in each}) == 1 else "no"
    return f"{line} {least[1]:>8.2f} {least[0] / least[1]:>6.2f} {same:>5}"


def main() -> None:
    """Run every command and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--beside", type=Path)
    parser.add_argument("--times", type=int, default=3)
    given = parser.parse_args()
    sources, folder = [OWN, *([given.beside.resolve()] if given.beside else [])], Path(mkdtemp())
    beside = f" {'beside':>8} {'ratio':>6} {'same':>5}" if given.beside else ""
    print(f"{'command':<14} {'case':<14} {'s':>8}{beside}")
    for command, case in ASKED:
        print(row(command, case, sources, given.times, folder), flush=True)


if __name__ == "__main__":
    main()
