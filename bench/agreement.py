"""Compare the engine with the plain solver on random conflicts, cell by cell; print what was compared and what
differed.

python bench/agreement.py --cells 100000 --seed 1
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.agreement.engine import differences, path_differences
from tests.agreement.models import draw


def main() -> int:
    """Run until enough cells were compared; exit code 1 where any differs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cells", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    rng, started = random.Random(given.seed), time.perf_counter()
    cells = paths = models = 0
    wrong: list[str] = []
    while cells < given.cells:
        model = draw(rng)
        compared, lines = differences(model)
        walked, more = path_differences(model) if models % 10 == 0 else (0, [])
        wrong += [f"model {models}: {line}" for line in (*lines, *more)]
        models, cells, paths = models + 1, cells + compared, paths + walked
    seconds = time.perf_counter() - started
    print(f"{models:,} models, {cells:,} cells, {paths:,} paths, {len(wrong)} differences, {seconds:.0f} s")
    for line in wrong[:20]:
        print(line)
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
