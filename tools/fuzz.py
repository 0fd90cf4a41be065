"""Fuzzing every reader: right inputs, changed at random, are read, or are refused with an error of ours.

    python tools/fuzz.py [--seconds 60] [--inputs N] [--seed 1] [--readers case.toml,pdf,...] [--folder FOLDER]

Inputs are read in batches by a process of its own with 1 GB of memory and 10 seconds of the processor for each. What
fails (a traceback, a hang, memory) is told once for each kind, with the place in the code; the first inputs of each
kind are kept in the folder. The same seed gives the same inputs. The exit code is 1 where something failed.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import random
import resource
import signal
import subprocess
import sys
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]

from hikiwake.errors import HikiwakeError  # noqa: E402
from tools.fuzz_inputs import changed, readers  # noqa: E402

MEMORY = 1_000_000_000
SECONDS = 10  # of the processor for one input
WAITING = 60  # seconds by the clock, which other work on the machine may take up
BATCH = 100
KEPT = 3  # inputs of one kind
ONE = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "POLARS_MAX_THREADS")  # each thread takes addresses of its own


def main() -> int:
    """Fuzz as the words of the command ask; the exit code."""
    asked = _arguments().parse_args()
    if asked.child:
        name, first, count = asked.child.split(":")
        _read_batch(name, asked.seed, int(first), int(count))
        return 0
    with TemporaryDirectory() as place:
        names = asked.readers.split(",") if asked.readers else list(readers(Path(place)))
    asked.folder.mkdir(parents=True, exist_ok=True)
    kinds: Counter[tuple[str, str]] = Counter()
    done = Counter[str]()
    until, batch = time.monotonic() + asked.seconds, 0
    while time.monotonic() < until and (not asked.inputs or batch * BATCH < asked.inputs):
        for name in names:
            count = min(BATCH, asked.inputs - batch * BATCH) if asked.inputs else BATCH
            for number, kind in _batch(name, asked.seed, batch * BATCH, count):
                kinds[name, kind] += 1
                _keep(asked.folder, name, asked.seed, number, kind, kinds[name, kind])
            done[name] += count
            if time.monotonic() > until:
                break
        batch += 1
    _tell(done, kinds)
    return 1 if kinds else 0


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--inputs", type=int, default=0, help="so many of each reader, then end")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--readers", default="", help="names with commas; all where none is given")
    parser.add_argument("--folder", type=Path, default=Path("fuzzed"), help="where inputs that fail are kept")
    parser.add_argument("--child", default="", help=argparse.SUPPRESS)
    return parser


def _tell(done: Counter[str], kinds: Counter[tuple[str, str]]) -> None:
    for name, count in done.items():
        failed = {kind: times for (of, kind), times in kinds.items() if of == name}
        print(f"{name:20} {count:8,} inputs, {sum(failed.values())} failed")
        for kind, times in failed.items():
            print(f"    {times:5} x {kind}")


def _batch(name: str, seed: int, first: int, count: int) -> Iterator[tuple[int, str]]:
    """The inputs of a batch that failed, each with its kind; after one that ended the process, another goes on."""
    end = first + count
    while first < end:
        command = [sys.executable, __file__, "--seed", str(seed), "--child", f"{name}:{first}:{end - first}"]
        environment = {**os.environ, "PYTHONHASHSEED": "0", "MALLOC_ARENA_MAX": "2", **dict.fromkeys(ONE, "1")}
        child = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
        told = [json.loads(line) for line in child.stdout.splitlines() if line.startswith("{")]
        yield from ((each["number"], each["kind"]) for each in told if each["kind"])
        begun = [each["number"] for each in told if not each["kind"]]
        if child.returncode == 0:
            return
        if not begun:
            raise SystemExit(f"{name}: no input was read: {child.stderr[-2000:]}")
        yield (
            begun[-1],
            "a hang" if -child.returncode in (signal.SIGALRM, signal.SIGPROF) else f"ended with {child.returncode}",
        )
        first = begun[-1] + 1


def _keep(folder: Path, name: str, seed: int, number: int, kind: str, times: int) -> None:
    """Keep the first inputs of a kind, with what happened."""
    if times <= KEPT:
        with TemporaryDirectory() as place:
            content = _input(readers(Path(place))[name][0], name, seed, number)
        (folder / f"{name}-{seed}-{number}").write_bytes(content)
        (folder / f"{name}-{seed}-{number}.told").write_text(f"{kind}\n", encoding="utf-8")


def _input(seeds: list[bytes], name: str, seed: int, number: int) -> bytes:
    """One changed input: the same for the same reader, seed and number."""
    chance = random.Random(f"{name} {seed} {number}")
    return changed(chance.choice(seeds), chance)


def _read_batch(name: str, seed: int, first: int, count: int) -> None:
    """Read some inputs within the bounds; each is announced, and told again where it fails."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with TemporaryDirectory() as place:
        seeds, read = readers(Path(place))[name]
        read(Path(place), seeds[0])  # the libraries that it needs take addresses when they are first used
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY + _held(), MEMORY + _held()))
        for number in range(first, first + count):
            content = _input(seeds, name, seed, number)
            print(json.dumps({"number": number, "kind": ""}), flush=True)
            signal.setitimer(signal.ITIMER_PROF, SECONDS)
            signal.alarm(WAITING)
            try:
                read(Path(place), content)
            except HikiwakeError:
                pass
            except (MemoryError, Exception) as error:
                print(json.dumps({"number": number, "kind": _kind(error)}), flush=True)
            signal.setitimer(signal.ITIMER_PROF, 0)
            signal.alarm(0)
            gc.collect()


def _held() -> int:
    """The addresses that the process holds before it reads anything: libraries take more than memory."""
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * resource.getpagesize()


def _kind(error: BaseException) -> str:
    """An error by its type and the last places of ours that it came through."""
    ours = [each for each in traceback.extract_tb(error.__traceback__) if "hikiwake" in each.filename]
    places = " < ".join(f"{Path(each.filename).name}:{each.lineno}" for each in reversed(ours[-3:]))
    return f"{type(error).__name__} at {places}: {ascii(str(error))[:80]}"


if __name__ == "__main__":
    sys.exit(main())
