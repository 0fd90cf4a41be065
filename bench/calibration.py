"""How often turning points and causes are found where there are none, and where there are: on records made by chance.

    python bench/calibration.py [--records 200] [--seed 0]

Turning points: forty years with 120 acts; in the last third the acts are as before, or mostly of conflict. Causes: ten
acts of the cause and fifteen of the effect among sixty others in 35 years; the effect by chance, or within four months
of every cause, or of every second one. Shares of records; where nothing is planted they should be at most .05.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1]))
from hikiwake.relation.causes.coincidence import chances, counted, in_time
from hikiwake.relation.dealing import LEVEL, dealt
from tests.relation.causes.planted_records import DAYS, days
from tests.relation.test_dealing import series

TURN, SPAN, DRAWS = 25, 2, 199
TELLINGS: dict[str, dict[str, bool]] = {"even": {}, "in bursts": {"bursts": True}, "more and more": {"rising": True}}


def turning_points(records: int, first: int) -> None:
    """Print, for each measure and way of telling, how often a break is found, where one is and where none is."""
    heads = ("none planted: found", "planted: found", f"within {SPAN} years", "others")
    print(f"{'telling':<15}{'measure':<9}" + "".join(f"{head:>21}" for head in heads))
    for name, how in TELLINGS.items():
        for measure in ("mean", "sum", "net"):
            null = [_breaks(each, measure, None, how) for each in range(first, first + records)]
            found = [_breaks(each, measure, TURN, how) for each in range(first, first + records)]
            near = [any(abs(year - TURN) <= SPAN for year in each) for each in found]
            others = [sum(abs(year - TURN) > SPAN for year in each) for each in found]
            shares = (np.mean(list(map(bool, null))), np.mean(list(map(bool, found))), np.mean(near), np.mean(others))
            print(f"{name:<15}{measure:<9}" + "".join(f"{share:>21.3f}" for share in shares))


def _breaks(record: int, measure: str, turn: int | None, how: dict[str, bool]) -> list[int]:
    """The years, counted from the first, before which a record of a way of telling breaks."""
    made = series(record, turn, **how)
    return [made.periods[each.row].start.year - 1950 for each in dealt(made, measure, record, DRAWS)]


def causes(records: int, first: int) -> None:
    """Print how often a link is in line, and how often against, by what is planted."""
    print(f"\n{'planted':<24}{'in line':>9}{'against':>9}")
    for name, share in (("nothing", 0.0), ("after every second", 0.5), ("after every cause", 1.0)):
        for bursts in (0, 3):
            told = np.array([_link(each, share, bursts) for each in range(first, first + records)])
            in_line, against = told[:, 0] <= LEVEL, (told[:, 1] <= LEVEL) & (told[:, 0] > LEVEL)
            label = f"{name}{', bursts' if bursts else ''}"
            print(f"{label:<24}{in_line.mean():>9.3f}{against.mean():>9.3f}")


def _link(record: int, share: float, bursts: int) -> tuple[float, float]:
    """The p-values of chance and of the claim, in one record."""
    chance = np.random.default_rng(record)
    own, effects, others = (days(record * 3 + part, size, bursts if part == 0 else 0)
                            for part, size in enumerate((10, 15, 60)))  # fmt: skip
    follows = np.flatnonzero(chance.uniform(size=10) < share)
    effects[: len(follows)] = np.minimum(own[follows] + chance.integers(1, 120, size=len(follows)), DAYS - 1)
    place = np.arange(85)
    every = np.repeat(np.concatenate([own, effects, others])[None, :], DRAWS, axis=0)
    found = chances(counted(in_time(every), place < 10, (place >= 10) & (place < 25), 365, DAYS, record), record)
    return found.above, found.if_more


def main() -> None:
    """Read the options and print both tables."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--records", type=int, default=200)
    options.add_argument("--seed", type=int, default=0)
    asked = options.parse_args()
    turning_points(asked.records, asked.seed)
    causes(asked.records, asked.seed)


if __name__ == "__main__":
    main()
