"""How the time grows with the input: each kind is doubled five times; the exponent should be at most 1.2.

    python bench/growth.py [WORDS of the kinds]

The time is that of the processor in this process, the least of three runs; the exponent is the slope of log time
against log size (least squares) over the sizes that take more than a few milliseconds, which outweigh fixed costs. A
kind whose largest size takes less is doubled on, up to three times more.
"""

from __future__ import annotations

import gc
import math
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from time import process_time

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.growth_inputs import bibliographies, cases, texts

DOUBLINGS = 5
MORE = 3
RUNS = 3
SHORTEST = 0.004  # seconds: below, a time is mostly that of the clock and of what is done once
MOST = 1.2

Step = Callable[[], object]


def seconds(step: Step) -> float:
    """The least processor time of some runs."""
    taken = []
    for _ in range(RUNS):
        gc.collect()
        began = process_time()
        step()
        taken.append(process_time() - began)
    return min(taken)


def times(make: Callable[[int], Step], first: int) -> list[tuple[int, float]]:
    """Sizes and their times, doubled from the first."""
    found = []
    for doubling in range(DOUBLINGS + MORE + 1):
        size = first << doubling
        found.append((size, seconds(make(size))))
        if doubling >= DOUBLINGS and sum(taken > SHORTEST for _, taken in found) > 3:
            break
    return found


def exponent(found: list[tuple[int, float]]) -> float:
    """The slope of log time against log size."""
    counted = [each for each in found if each[1] > SHORTEST] or found
    points = [(math.log(size), math.log(max(taken, 1e-9))) for size, taken in counted[-4:]]
    x, y = (sum(each) / len(points) for each in zip(*points, strict=True))
    spread = sum((one - x) ** 2 for one, _ in points)
    return sum((one - x) * (other - y) for one, other in points) / spread if spread else 0.0


def kinds() -> Iterator[tuple[str, Callable[[int], Step], int]]:
    """Each kind of input: its name, what makes the step for a size, and the first size."""
    for inputs in (texts.INPUTS, cases.INPUTS):
        for name, (make, first) in inputs.items():
            yield name, make, first
    for name in bibliographies.INPUTS:
        yield name, partial(_bibliography, name), 1_000


def _bibliography(name: str, size: int) -> Step:
    make, read = bibliographies.INPUTS[name]
    text = make(size)
    return lambda: read(text)


if __name__ == "__main__":
    print(f"{'kind':34}{'largest':>12}{'seconds':>9}{'exponent':>10}")
    for name, make, first in kinds():
        if all(word in name for word in sys.argv[1:]):
            found = times(make, first)
            size, taken = found[-1]
            slope = exponent(found)
            print(f"{name:34}{size:12,}{taken:9.3f}{slope:10.2f}{'  !' * (slope > MOST)}", flush=True)
