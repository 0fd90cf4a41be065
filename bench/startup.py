"""How long `hikiwake --help` takes to answer, beside an empty Python in the same run.

python bench/startup.py [RUNS]
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from pathlib import Path

HIKIWAKE = Path(sys.executable).with_name("hikiwake")
COMMANDS = {
    "python -c pass": [sys.executable, "-c", "pass"],
    "import hikiwake": [sys.executable, "-c", "import hikiwake"],
    "hikiwake --help": [str(HIKIWAKE), "--help"],
}


def wall_time(command: list[str]) -> float:
    """Seconds from the start of a command to its end."""
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def main(runs: int) -> None:
    """Run all commands in turn, so that whatever else the machine does falls on all of them, and print the medians."""
    times: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for command in COMMANDS.values():
        wall_time(command)  # once for the disk cache
    for _ in range(runs):
        for name, command in COMMANDS.items():
            times[name].append(wall_time(command))
    print(f"{'command':<18} {'median':>8} {'fastest':>8} {'slowest':>8}  seconds, {runs} runs")
    for name, seconds in times.items():
        print(f"{name:<18} {statistics.median(seconds):8.3f} {min(seconds):8.3f} {max(seconds):8.3f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 15)
