"""How the time grows with the input: each kind of input is doubled five times; the exponent should be at most 1.2.

python bench/growth.py
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from functools import partial
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from bench.growth_inputs.bibliographies import INPUTS
from hikiwake.conflict import parse
from hikiwake.documents import Passage, digest, words
from hikiwake.documents.finding import Finder
from hikiwake.documents.segmentation import sentences
from hikiwake.dossier import load, save
from tests.synthetic import many_events

DOUBLINGS = 5


def exponent(run: Callable[[int], Callable[[], object]], first: int) -> float:
    """The slope of log time against log size over the last doublings, which outweigh fixed costs."""
    taken = []
    for size in (first << doubling for doubling in range(DOUBLINGS + 1)):
        step = run(size)
        began = perf_counter()
        step()
        taken.append(perf_counter() - began)
    steps = [math.log2(later / earlier) for earlier, later in pairwise(taken)]
    return sum(steps[-3:]) / 3


def _kinds(folder: Path) -> Iterator[tuple[str, Callable[[int], Callable[[], object]], int]]:
    yield (
        "text without full stops",
        lambda size: lambda: sentences("eight words in a line without any stop\n" * size),
        500,
    )
    yield "lines of blanks", lambda size: lambda: sentences(" " * size + "\nA."), 200_000
    yield "end marks", lambda size: lambda: sentences("." * size), 5_000
    yield "statement of terms", lambda size: lambda: parse(" and ".join(["a"] * size)), 500
    yield "statement's blanks", lambda size: lambda: parse("a" + " " * size), 3_000
    yield "passages in another edition", _finding, 2_000
    for name in INPUTS:
        yield name, partial(_bibliography, name), 1_000
    yield "entries", lambda size: _reading(folder / str(size), size), 250


def _bibliography(name: str, size: int) -> Callable[[], object]:
    make, read = INPUTS[name]
    text = make(size)
    return lambda: read(text)


def _finding(size: int) -> Callable[[], object]:
    text = " ".join(f"word{number}" for number in range(size))
    wanted = [Passage(str(n), "d", 0, 1, None, n, digest("gone")) for n in range(5, 25)]
    return lambda: (len(words(text)), Finder(text).found(wanted))


def _reading(folder: Path, size: int) -> Callable[[], object]:
    save(many_events(size), folder)
    return lambda: load(folder)


if __name__ == "__main__":
    with TemporaryDirectory() as place:
        for name, run, first in _kinds(Path(place)):
            print(f"{name:30} {exponent(run, first):5.2f}")
