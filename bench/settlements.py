"""Compare the judgement of settlements with the plain one on random conflicts; print what was compared and differed.

python bench/settlements.py --count 10000 --levers 500 --sentences 1000 --seed 1
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.agreement import sentences
from tests.agreement.settlements import differences, drawn, in_statements, lever_differences


def main() -> int:
    """Compare so many; exit code 1 where any differs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--levers", type=int, default=500)
    parser.add_argument("--sentences", type=int, default=1_000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    rng, started = random.Random(given.seed), time.perf_counter()
    wrong = [f"settlement {number}: {line}" for number in range(given.count) for line in differences(drawn(rng))]
    wrong += [f"levers {number}: {line}" for number in range(given.levers)
              for line in lever_differences(in_statements(rng), 2)]  # fmt: skip
    wrong += [f"sentences {number}: {line}" for number in range(given.sentences)
              for line in sentences.differences(*sentences.told(rng))]  # fmt: skip
    seconds = time.perf_counter() - started
    print(
        f"{given.count:,} settlements, {given.levers:,} searches for levers, "
        f"{given.sentences:,} told under two readings, {len(wrong)} differences, {seconds:.0f} s"
    )
    for line in wrong[:20]:
        print(line)
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
