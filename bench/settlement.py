"""Answer package files and time it beside a plain loop over all packages, in the same run; print a table of medians.

python bench/settlement.py --times 5 --agreement 500 --seed 1

The plain loop is Python over tuples: the sum for each package and party, the Pareto set by sorting (two parties), and
the four points. ``--agreement`` holds the answers to so many random small files against the plain definitions.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import time
from collections.abc import Callable
from itertools import product
from math import prod
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from hikiwake.settlement.packages import Negotiation, negotiation_from, packages, read_negotiation
from hikiwake.settlement.packages.listing.worth import worth_of
from tests.agreement.packages import differences, drawn

EXAMPLES = Path(__file__).resolve().parent.parent / "examples" / "packages"
NAMES = ("laptop", "itex_cypress", "england_zimbabwe", "travel")


def plain(told: Negotiation) -> tuple[int, dict[str, tuple[float, ...]]]:
    """How many packages are in the Pareto set, and what each point is worth, by a loop over all packages."""
    worths = [[[float(each) for each in own] for own in worth_of(party.voice)] for party in told.parties]
    rows = [
        tuple(sum(own[at] for own, at in zip(party, package, strict=True)) for party in worths)
        for package in product(*(range(len(issue.alternatives)) for issue in told.issues))
    ]
    best, front = float("-inf"), []
    for row in sorted(set(rows), reverse=True):
        if row[1] > best:
            front.append(row)
            best = row[1]
    tops = [max(column) for column in zip(*front, strict=True)]
    return len(front), {
        "nash": max(front, key=prod),
        "kalai_smorodinsky": max(front, key=lambda row: min(own / top for own, top in zip(row, tops, strict=True))),
        "egalitarian": max(front, key=lambda row: sorted(row)),
        "utilitarian": max(front, key=sum),
    }


def large(issues: int, alternatives: int, parties: int, seed: int) -> Negotiation:
    """A file with random whole evaluations from 0 to 99."""
    rng = random.Random(seed)
    lines = []
    for issue in range(issues):
        lines += ["[[issues]]", f'id = "i{issue}"', f"alternatives = {[f'a{at}' for at in range(alternatives)]}"]
    for party in range(parties):
        lines += ["[[parties]]", f'name = "P{party}"', "[parties.weights]"]
        lines += [f"i{issue} = {rng.randint(1, 9)}" for issue in range(issues)]
        lines += ["[parties.evaluations]"]
        for issue in range(issues):
            lines += [f"i{issue} = {{ {', '.join(f'a{at} = {rng.randint(0, 99)}' for at in range(alternatives))} }}"]
    return negotiation_from("\n".join(lines))


def seconds(ask: Callable[[], object], times: int) -> float:
    """The median time of a call."""
    taken = []
    for _ in range(times):
        started = time.perf_counter()
        ask()
        taken.append(time.perf_counter() - started)
    return statistics.median(taken)


def row(name: str, told: Negotiation, times: int, *, beside: bool) -> bool:
    """Print one line of the table; whether both agree."""
    found = packages(told)
    ours = seconds(lambda: packages(told), times)
    line = f"{name:<22}{len(told.parties):>8}{told.count:>26,}{found.pareto:>8,}{ours:>10.3f}"
    if not beside:
        print(line)
        return True
    count, points = plain(told)
    theirs = seconds(lambda: plain(told), min(times, 3))
    alike = all(
        max(abs(own - other) for own, other in zip(getattr(found.points, point)[0].worth, worth, strict=True)) < 1e-9
        for point, worth in points.items()
    )
    print(f"{line}{theirs:>10.3f}{theirs / ours:>8.1f}  {'yes' if alike and count <= found.pareto else 'NO'}")
    return alike


def main() -> int:
    """Time and compare; exit code 1 where anything differs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=5)
    parser.add_argument("--agreement", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    print(f"{'file':<22}{'parties':>8}{'packages':>26}{'Pareto':>8}{'s':>10}{'plain s':>10}{'ratio':>8}  alike")
    alike = [row(name, read_negotiation(EXAMPLES / f"{name}.toml"), given.times, beside=True) for name in NAMES]
    for issues, alternatives, parties in ((9, 5, 2), (7, 10, 2), (10, 5, 4), (40, 5, 2)):
        row(f"{issues} issues of {alternatives}", large(issues, alternatives, parties, given.seed), 1, beside=False)
    rng = random.Random(given.seed)
    files = [drawn(rng) for _ in range(given.agreement)]
    wrong = [line for each in files for line in differences(each)]
    cells = sum(len(each.table) * len(each.levels) for each in files)
    print(f"{given.agreement:,} random files, {cells:,} cells (packages times voices), {len(wrong)} differences")
    for line in wrong[:20]:
        print(line)
    return 1 if wrong or not all(alike) else 0


if __name__ == "__main__":
    raise SystemExit(main())
