"""Twenty writers at one case for a while: eighteen clients of a desk and two that give commands; what came of it.

python bench/writers.py [--seconds SECONDS] [--proposals PROPOSALS]

Each writer accepts and rejects proposals of its own, one after another, and every tenth time one that others want, too.
Printed are, for each kind of writer, how many decisions were confirmed and refused, and how long a confirmed one took
(median and longest, on the clock); and then everything that is amiss: a confirmed decision that the log has not or has
twice, an accepted proposal without its entry, a fault of the folder. The program ends with 1 where something is.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.desk.together import Confirmed, amiss, by_command, by_desk, key_of, prepared, served

CLIENTS, COMMANDS = 18, 2
SHARED = 10  # of how many decisions one is wanted by all
PATIENCE = "120"  # seconds that a writer waits for its turn

Answers = list[Confirmed | str]


def plan(ids: list[str], number: int, until: float) -> Iterator[tuple[str, str]]:
    """What a writer decides until a time: its own proposals, with some between that all of them want."""
    shared = ids[: len(ids) // 20]
    own = iter(ids[len(shared) + number :: CLIENTS + COMMANDS])
    wanted = cycle(shared[number:] + shared[:number])
    for count, id_ in enumerate(own, 1):
        if time.monotonic() > until:
            return
        yield id_, "reject" if count % 3 == 0 else "accept"
        if count % SHARED == 0:
            yield next(wanted), "accept"


def written(root: Path, address: str, ids: list[str], seconds: float) -> list[tuple[str, Answers]]:
    """Let all write for so many seconds: by kind of writer, what each was answered."""
    key, until = key_of(address), time.monotonic() + seconds

    def write(number: int) -> tuple[str, Answers]:
        wanted = plan(ids, number, until)
        if number < CLIENTS:
            return "clients", [*by_desk(address, key, f"client {number}", wanted)]
        return "commands", [*by_command(root / "water", f"command {number}", wanted)]

    with ThreadPoolExecutor(CLIENTS + COMMANDS) as pool:
        return [*pool.map(write, range(CLIENTS + COMMANDS))]


def row(kind: str, answers: Answers, seconds: float) -> str:
    """A line of the table."""
    taken = [each.seconds for each in answers if isinstance(each, Confirmed)]
    refused, rate = len(answers) - len(taken), len(taken) / seconds
    middle, longest = (statistics.median(taken), max(taken)) if taken else (0.0, 0.0)
    return f"{kind:<10}{len(taken):>10,}{refused:>9,}{rate:>9.1f}{middle:>9.2f}{longest:>9.2f}"


def main() -> None:
    """Let them write, and print the table."""
    asked = argparse.ArgumentParser(description="Twenty writers at one case.")
    asked.add_argument("--seconds", type=float, default=5)
    asked.add_argument("--proposals", type=int, default=6_000)
    given = asked.parse_args()
    os.environ["HIKIWAKE_LOCK_SECONDS"] = PATIENCE
    with TemporaryDirectory() as folder:
        root = Path(folder)
        ids = prepared(root, given.proposals)
        with served(root) as (_, address):
            answers = written(root, address, ids, given.seconds)
        print(f"{given.seconds:.0f} seconds; {CLIENTS} clients of a desk, {COMMANDS} that give commands")
        print(f"{'writers':<10}{'confirmed':>10}{'refused':>9}{'a second':>9}{'median s':>9}{'longest':>9}")
        for kind in ("clients", "commands"):
            print(row(kind, [each for own, told in answers if own == kind for each in told], given.seconds))
        every = [each for _, told in answers for each in told]
        odd = sorted({each for each in every if isinstance(each, str) and "already" not in each})
        found = amiss(root / "water", [each for each in every if isinstance(each, Confirmed)])
        print(f"refused for another reason than that it was decided already: {odd or 'none'}")
        print(f"amiss: {'nothing' if not found else ''}", *found, sep="\n" if found else "")
        sys.exit(bool(found))


if __name__ == "__main__":
    main()
