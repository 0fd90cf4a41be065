"""How fast the engine is: Nash, GMR, SMR and SEQ for all decision makers on random strict rankings.

    python bench/stability.py [--options K ...] [--decision-makers M] [--ruled] [--json]

Each row is measured in a process of its own: the median of at least five solutions, one stable argsort of as many
float64 in the same run, and the peak memory of the whole process. ``--ruled`` measures the harder kind of model: 30 %
of the combinations infeasible at random, two one-way options, ties.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from types import ModuleType
from typing import Any

import numpy as np

from hikiwake.conflict.concepts.definitions import Concept
from hikiwake.conflict.concepts.solvers import ByCells, array_kernel, compiled_kernel, tables_by
from hikiwake.conflict.model.conflict import Conflict, DecisionMaker, Option
from hikiwake.conflict.model.moves import Moves, OwnOptions, moves_of
from hikiwake.conflict.model.states import States

CLASSIC: tuple[Concept, ...] = ("nash", "gmr", "smr", "seq")
TIMES = 5
PLAIN_UP_TO = 7
HEADINGS = ("options", "states", "kernel", "seconds", "argsort", "ratio", "peak MB", "growth", "plain s", "plain ratio")


def main() -> None:
    """Print the table, or the rows as JSON."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--options", type=int, nargs="+", default=[6, 12, 16, 20])
    asked.add_argument("--decision-makers", type=int, default=3)
    asked.add_argument("--ruled", action="store_true", help="infeasible combinations, one-way options and ties")
    asked.add_argument("--json", action="store_true", help="print rows instead of the table")
    asked.add_argument("--row", help=argparse.SUPPRESS)
    given = asked.parse_args()
    if given.row:
        print(json.dumps(measured(given.options[0], given.decision_makers, given.row, ruled=given.ruled)))
        return
    rows = [in_own_process(options, given.decision_makers, kernel, ruled=given.ruled)
            for kernel in kernels() for options in given.options]  # fmt: skip
    print(json.dumps(rows, indent=2)) if given.json else print_table(rows)


def kernels() -> list[str]:
    """Arrays always; numba where it is installed."""
    return ["arrays", "numba"] if importlib.util.find_spec("numba") else ["arrays"]


def in_own_process(options: int, decision_makers: int, kernel: str, *, ruled: bool) -> dict[str, Any]:
    """One row, measured by a fresh interpreter so that its peak memory is its own."""
    command = [sys.executable, str(Path(__file__).resolve()), "--options", str(options),
               "--decision-makers", str(decision_makers), "--row", kernel]  # fmt: skip
    done = subprocess.run(command + ["--ruled"] * ruled, check=True, capture_output=True, text=True)
    row: dict[str, Any] = json.loads(done.stdout)
    return row


def measured(options: int, decision_makers: int, kernel: str, *, ruled: bool) -> dict[str, Any]:
    """Solve one random model several times; compiling is left out of the time by one solution beforehand."""
    rng = np.random.default_rng(options)
    moves = ruled_moves(options, decision_makers, rng) if ruled else free_moves(options, decision_makers)
    ranks = tied_ranks(moves, rng) if ruled else strict_ranks(moves, rng)
    loops = array_kernel() if kernel == "arrays" else compiled_kernel()
    tables_by(ByCells(moves, ranks, loops), ranks.shape, CLASSIC)
    times = [seconds(lambda: tables_by(ByCells(moves, ranks, loops), ranks.shape, CLASSIC)) for _ in range(TIMES)]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    noise = rng.random(len(moves.states))
    sorts = [seconds(lambda: np.argsort(noise, kind="stable")) for _ in range(TIMES)]
    return {"options": options, "decision_makers": decision_makers, "kernel": kernel, "seconds": median(times),
            "argsort_seconds": median(sorts), "peak_mb": round(peak, 1)}  # fmt: skip


def seconds(work: Callable[[], object]) -> float:
    """How long a piece of work takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def free_moves(options: int, decision_makers: int) -> Moves:
    """Options shared out evenly, everything feasible and reversible."""
    widths = [options // decision_makers + (i < options % decision_makers) for i in range(decision_makers)]
    names = iter(range(options))
    makers = (DecisionMaker(f"D{i}", tuple(Option(f"o{next(names)}") for _ in range(width)))
              for i, width in enumerate(widths))  # fmt: skip
    return moves_of(Conflict(tuple(makers)))


def ruled_moves(options: int, decision_makers: int, rng: np.random.Generator) -> Moves:
    """The same with 30 % of the combinations infeasible; the first options of the first two parties only go on."""
    free = free_moves(options, decision_makers)
    codes = np.flatnonzero(rng.random(1 << options) >= 0.3).astype(np.int64)
    own = tuple(OwnOptions(own.low, own.width, 1 << own.low if i < 2 else 0, 0) for i, own in enumerate(free.own))
    return Moves(States(free.states.options, codes, codes), own)


def strict_ranks(moves: Moves, rng: np.random.Generator) -> np.ndarray[Any, np.dtype[np.int32]]:
    """A random strict ranking for each decision maker."""
    n_states = len(moves.states)
    ranks = np.empty((len(moves.own), n_states), dtype=np.int32)
    for row in ranks:
        row[:] = np.arange(1, n_states + 1, dtype=np.int32)
        rng.shuffle(row)
    return ranks


def tied_ranks(moves: Moves, rng: np.random.Generator) -> np.ndarray[Any, np.dtype[np.int32]]:
    """A random ranking with about four states in each group."""
    ranks = strict_ranks(moves, rng)
    return (ranks - 1) // 4 + 1


def print_table(rows: list[dict[str, Any]]) -> None:
    """The rows for a reader, with growth per added option and the plain solver beside."""
    print(" ".join(f"{heading:>11}" for heading in HEADINGS))
    before: dict[str, Any] = {}
    for row in rows:
        plain = plain_seconds(row["options"], row["decision_makers"])
        cells = [row["options"], 1 << row["options"], row["kernel"], f"{row['seconds']:.5f}",
                 f"{row['argsort_seconds']:.5f}", f"{row['seconds'] / row['argsort_seconds']:.2f}",
                 row["peak_mb"], growth(before, row), *plain_cells(plain, row["seconds"])]  # fmt: skip
        print(" ".join(f"{cell!s:>11}" for cell in cells))
        before = row


def growth(before: dict[str, Any], row: dict[str, Any]) -> str:
    """By what factor the time grows for each option more."""
    if before.get("kernel") != row["kernel"] or before["options"] >= row["options"]:
        return "-"
    return f"x{(row['seconds'] / before['seconds']) ** (1 / (row['options'] - before['options'])):.2f}"


def plain_cells(plain: float | None, engine: float) -> tuple[str, str]:
    """The time of the plain solver and how many times the engine's it is."""
    return ("-", "-") if plain is None else (f"{plain:.3f}", f"{plain / engine:,.0f}")


def plain_seconds(options: int, decision_makers: int) -> float | None:
    """How long the solver written from the definitions takes on a model of this size; None where it cannot run."""
    plain = plain_solver()
    if plain is None or options > PLAIN_UP_TO:
        return None
    moves = free_moves(options, decision_makers)
    ranks = strict_ranks(moves, np.random.default_rng(options))
    states = [frozenset({tuple(letter == "Y" for letter in text)}) for text in moves.states.texts]
    given = tuple(("ranking", tuple((states[state],) for state in np.argsort(-row))) for row in ranks)
    owners = tuple(tuple(range(own.low, own.low + own.width)) for own in moves.own)
    return seconds(lambda: solve_plainly(plain, owners, given))


def solve_plainly(plain: ModuleType, owners: tuple[tuple[int, ...], ...], given: Any) -> None:
    """All four concepts for everybody, by the plain solver."""
    model = plain.PlainModel(owners, given)
    for state in model.states:
        for concept in CLASSIC:
            for mover in model.decision_makers:
                model.stable(concept, mover, state)


def plain_solver() -> ModuleType | None:
    """The plain solver of the test suite, where it is there."""
    path = Path(__file__).resolve().parent.parent / "tests" / "agreement" / "plain.py"
    spec = importlib.util.spec_from_file_location("plain", path) if path.exists() else None
    if spec is None or spec.loader is None:
        return None
    module = importlib.util.module_from_spec(spec)
    sys.modules["plain"] = module
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    main()
