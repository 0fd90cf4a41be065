"""How reading grows with the number of documents: seconds, documents a second and the greatest memory, run by run.

python bench/intake.py [1000 4000 16000]

Each run reads that many short documents, all different, into a new case, in a process of its own; the first is the
baseline: "kB more" is by how much each further document has raised the greatest memory beyond that of the first run.
"reading" is the greatest memory before merges are looked for, "MB" that of the whole run, "child" that of the greatest
process beside it. What it reads is made here and taken away again.
"""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RUN = """
import resource, sys, time
from pathlib import Path
from hikiwake.coding.intake import read_into, reading_in
peak = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
reading, merging = [], reading_in.propose_merges
reading_in.propose_merges = lambda *given: reading.append(peak()) or merging(*given)
before = time.perf_counter()
done = read_into([Path(sys.argv[1])], Path(sys.argv[2]), setting="precision")
usage = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
print(len(done.new), done.proposed, done.merges, reading[0], *(each.ru_maxrss for each in usage),
      sum(each.ru_utime + each.ru_stime for each in usage))
"""
STATES = ("Egypt", "Ethiopia", "Sudan", "Kenya", "Uganda", "Chad", "Libya", "Eritrea", "Rwanda", "Burundi")
ACTS = (
    "On {day} {month} {year} {one} and {two} signed an agreement on the river.",
    "In {month} {year} {one} rejected the plan of {two} for a dam.",
    "{one} accused {two} of taking {count} million cubic metres of water in {year}.",
    "The president of {one} visited {two} in {month} {year}.",
    "{one} insists on its old quota of {count} million cubic metres.",
)
MONTHS = ("January", "March", "May", "June", "August", "October", "December")


def write(folder: Path, count: int) -> None:
    """So many documents of eight sentences each."""
    chance = random.Random(7)
    folder.mkdir()
    for number in range(count):
        lines = []
        for _ in range(8):
            one, two = chance.sample(STATES, 2)
            told = {"day": chance.randint(1, 28), "month": chance.choice(MONTHS), "year": chance.randint(1990, 2020)}
            lines.append(chance.choice(ACTS).format(one=one, two=two, count=chance.randint(2, 900), **told))
        (folder / f"{number:06d}.txt").write_text(f"# Note {number}\n\n{' '.join(lines)}\n", encoding="utf-8")


def main() -> None:
    """Read once for each count and print the table."""
    counts = [int(each) for each in sys.argv[1:]] or [1_000, 4_000]
    heads = {"documents": 10, "proposals": 10, "merges": 8, "seconds": 8, "a second": 9, "CPU s": 7, "reading": 8}
    heads |= {"MB": 6, "kB more": 8, "child": 6}
    print(" ".join(f"{head:>{width}}" for head, width in heads.items()))
    first: tuple[int, int] = (0, 0)
    for count in counts:
        with tempfile.TemporaryDirectory(prefix="hikiwake-bench-") as scratch:
            write(Path(scratch) / "files", count)
            before = time.perf_counter()
            command = [sys.executable, "-c", RUN, str(Path(scratch) / "files"), str(Path(scratch) / "case")]
            ended = subprocess.run(command, capture_output=True, text=True, check=True)
            seconds = time.perf_counter() - before
            read, proposed, merges, reading, memory, child, cpu = (float(each) for each in ended.stdout.split())
            first = first if first[0] else (int(read), int(memory))
            more = (memory - first[1]) / (read - first[0]) if read > first[0] else 0.0
            told = f"{reading / 1000:>8.0f} {memory / 1000:>6.0f} {more:>8.2f} {child / 1000:>6.0f}"
            speed = f"{seconds:>8.1f} {read / seconds:>9.0f} {cpu:>7.1f}"
            print(f"{read:>10.0f} {proposed:>10.0f} {merges:>8.0f} {speed} {told}", flush=True)


if __name__ == "__main__":
    main()
