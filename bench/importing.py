"""Imports that are killed at random moments, and then done again; how long one takes is told by ``bench/events.py``.

    python bench/importing.py [--kills K] [--json]

A kill counts as a fault where a file is there in part, or where the same import then does not give the same rows.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.relation.importing.kills import faults, files, killed, seconds, take, taken


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
    """Print what was found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    found = kills(asked.kills)
    if asked.json:
        sys.stdout.write(json.dumps([found]) + "\n")
        return
    sys.stdout.write("  ".join(f"{name} {value}" for name, value in found.items()) + "\n")


if __name__ == "__main__":
    main()
