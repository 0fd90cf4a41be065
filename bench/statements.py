"""How fast times, actors and statements are found, beside the cutting into sentences in the same run.

python bench/statements.py [SENTENCES] [RUNS]

The text is made: sentences of policy prose with the names, dates, cues and figures that such prose has, in paragraphs
of five. Times are of the processor, the best of the runs.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable

from hikiwake.coding.actors import named
from hikiwake.coding.statements import propose
from hikiwake.coding.times import times
from hikiwake.documents.segmentation import sentences
from hikiwake.periods import Period

STATES = ("Peru", "Chile", "Bolivia", "Ecuador", "Colombia", "Argentina")
DATES = ("in May {}", "on 4 June {}", "in {}", "in the spring of {}", "from {} on", "in late {}")
SENTENCES = (
    "{one} insisted {when} that {two} withdraw its forces from the disputed islands before any talks could be held.",
    "The government of {one} announced {when} that more than {n} ships had been sent to the north.",
    "Because of the drought, {n} percent of the harvest was lost, and both sides asked the UN for help.",
    "Although {two} never accepted the 1881 Treaty, its president was ready to meet that of {one} {when}.",
    "The river rises in the mountains and runs through the plain to the sea, where a port was built by the settlers.",
    "Two weeks later the delegations met again, but they failed to agree on the price of gas.",
    "Fishing had always been the trade of the villages on that coast, and few of their people cared for the quarrel.",
    "{one} fears that {two} would block the pipeline, which led to a cooling that has lasted for a decade.",
)


def made(count: int) -> str:
    """A text of so many sentences."""
    chance, told = random.Random(7), []
    for number in range(count):
        when = chance.choice(DATES).format(chance.randint(1950, 2020))
        one, two = chance.sample(STATES, 2)
        told.append(chance.choice(SENTENCES).format(one=one, two=two, when=when, n=chance.randint(3, 900)))
        told.append("\n\n" if number % 5 == 4 else " ")
    return "".join(told)


def best(job: Callable[[], object], runs: int) -> float:
    """The least time of the processor that a job takes."""
    taken = []
    for _ in range(runs):
        start = time.process_time()
        job()
        taken.append(time.process_time() - start)
    return min(taken)


def main(count: int = 5_000, runs: int = 3) -> None:
    """Print a row for each part: sentences a second, and times the cutting into sentences."""
    text, written = made(count), Period.parse("2021")
    dated = times(text, written)
    actors = named(text, dated)
    jobs: dict[str, Callable[[], object]] = {
        "sentences": lambda: sentences(text),
        "times": lambda: times(text, written),
        "actors": lambda: named(text, dated),
        "statements": lambda: propose("a", text, written, actors, dated),
    }
    taken = {name: best(job, runs) for name, job in jobs.items()}
    taken["the three together"] = sum(taken[name] for name in ("times", "actors", "statements"))
    for name, seconds in taken.items():
        print(f"{name:20} {count / seconds:9,.0f} sentences a second {seconds / taken['sentences']:6.1f} x")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:3]))
