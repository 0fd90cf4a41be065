"""Batches of work over one machine, a Ray cluster or Slurm: the same parts, byte for byte, wherever they were made.

A piece of work depends on its batch alone and gives bytes. Each batch has a part in a folder, named by the digest of
what the work is and of the batch, and written whole or not at all: a run that was killed goes on where it ended, and
parts that exist are not made again. Parts come back in the order of the batches. On a cluster the folder is one that
all machines share.
"""

from __future__ import annotations

import hashlib
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from hikiwake.errors import HikiwakeError
from hikiwake.storage.fresh import place, stage

Work = Callable[[Any], bytes]
PLACES = ("here", "ray", "slurm")
WINDOW = 4  # batches at work for each worker
RETRIES = 3
_RAY = {  # a killed node is noticed after a second; nothing is reported to anybody
    "RAY_USAGE_STATS_ENABLED": "0",
    "RAY_health_check_initial_delay_ms": "500",
    "RAY_health_check_period_ms": "500",
    "RAY_health_check_failure_threshold": "2",
}


class ParallelError(HikiwakeError):
    """Work could not be distributed, or failed wherever it was tried."""


def map_batches(
    work: Work, batches: Iterable[Any], parts: Path, *, where: str = "here", name: str = "", workers: int = 0
) -> Iterator[Path]:
    """Do some work on every batch; the files of the parts, in the order of the batches, as they get done.

    work: a function of one batch, importable by its name (not a lambda), whose result depends on nothing else
    batches: what ``repr`` tells apart; taken one by one, at most ``WINDOW`` for each worker ahead
    name: what else the parts depend on, such as a version; it is part of their names
    workers: how many processes; 0 for one for each core

    Raises ``ParallelError`` for another place, where the extra for it is not installed, or where a batch fails
    ``RETRIES`` times; the parts that were made stay.

    >>> from tempfile import mkdtemp
    >>> [part.read_bytes() for part in map_batches(ascii_bytes, ["a", "b"], Path(mkdtemp()), workers=1)]
    [b"'a'", b"'b'"]
    """
    if where not in PLACES:
        raise ParallelError(f"where={where!r}: expected one of {', '.join(PLACES)}")
    parts.mkdir(parents=True, exist_ok=True)
    told = f"{work.__module__}.{work.__qualname__} {name}"
    with _executor(where, workers or os.cpu_count() or 1, parts) as (submit, width):
        running: deque[tuple[Any, Path, Callable[[], object] | None]] = deque()
        for batch in batches:
            part = parts / part_name(told, batch)
            running.append((batch, part, None if part.exists() else submit(work, batch, part)))
            if len(running) >= width:
                yield _done(work, *running.popleft(), submit)
        while running:
            yield _done(work, *running.popleft(), submit)


def ascii_bytes(batch: object) -> bytes:
    """The simplest work: a batch as it is written in Python."""
    return ascii(batch).encode()


def part_name(told: str, batch: object) -> str:
    """The name of a batch's part, by the digest of what is done to what.

    >>> part_name("a", [1]) == part_name("a", [1]) != part_name("b", [1])
    True
    """
    return hashlib.sha256(f"{told}\n{batch!r}".encode("utf-8", "surrogatepass")).hexdigest()[:32] + ".part"


def make_part(work: Work, batch: object, part: str) -> None:
    """Make one part: whole, or not at all."""
    path = Path(part)
    if not path.exists():
        place(stage(path, work(batch)), path)


def _done(work: Work, batch: object, part: Path, wait: Callable[[], object] | None, submit: Any) -> Path:
    """The part once it is there; a batch that fails is tried again."""
    for left in reversed(range(RETRIES)):
        try:
            if not part.exists():
                (wait or submit(work, batch, part))()
            break
        except Exception as error:
            if not left:
                raise ParallelError(f"a batch failed {RETRIES} times: {type(error).__name__}: {error}") from error
            wait = None
    if not part.exists():
        raise ParallelError(f"{part}: not there though its work has ended; do the machines share this folder?")
    return part


@contextmanager
def _executor(where: str, workers: int, parts: Path) -> Iterator[tuple[Any, int]]:
    """What takes work and gives a function that waits for it, and how many batches may be under way."""
    opened = {"here": _here, "ray": _ray, "slurm": _slurm}[where]
    with opened(workers, parts) as submit:
        yield submit, max(1, WINDOW * workers)


@contextmanager
def _here(workers: int, parts: Path) -> Iterator[Any]:
    """This process for one worker, else processes of this machine."""
    del parts
    if workers == 1:
        yield lambda work, batch, part: lambda: make_part(work, batch, str(part))
        return
    from joblib.externals.loky import get_reusable_executor

    def submit(work: Work, batch: object, part: Path) -> Callable[[], object]:
        pool = get_reusable_executor(max_workers=workers)  # a new one where a process has died
        wait: Callable[[], object] = pool.submit(make_part, work, batch, str(part)).result
        return wait

    try:
        yield submit
    finally:
        get_reusable_executor(max_workers=workers).shutdown(wait=True, kill_workers=True)


@contextmanager
def _ray(workers: int, parts: Path) -> Iterator[Any]:
    """A Ray cluster: the one of ``RAY_ADDRESS``, else one on this machine."""
    del parts
    for key, value in _RAY.items():
        os.environ.setdefault(key, value)
    try:
        import ray
    except ImportError:
        raise ParallelError("where='ray' needs the extra: pip install 'hikiwake[ray]'") from None
    own = not ray.is_initialized()
    if own:
        address = os.environ.get("RAY_ADDRESS")
        ray.init(address=address, num_cpus=None if address else workers, log_to_driver=False, include_dashboard=False)
    task = ray.remote(max_retries=RETRIES)(make_part)

    def submit(work: Work, batch: object, part: Path) -> Callable[[], object]:
        promise = task.remote(work, batch, str(part))
        return lambda: ray.get(promise)

    try:
        yield submit
    finally:
        if own:
            ray.shutdown()


@contextmanager
def _slurm(workers: int, parts: Path) -> Iterator[Any]:
    """Slurm, one job for each batch; ``HIKIWAKE_SLURM=local`` runs the jobs as processes of this machine."""
    try:
        import submitit
    except ImportError:
        raise ParallelError("where='slurm' needs the extra: pip install 'hikiwake[slurm]'") from None
    del workers
    executor = submitit.AutoExecutor(folder=parts / "jobs", cluster=os.environ.get("HIKIWAKE_SLURM") or None)
    executor.update_parameters(timeout_min=60, name="hikiwake")
    jobs: list[Any] = []

    def submit(work: Work, batch: object, part: Path) -> Callable[[], object]:
        jobs.append(executor.submit(make_part, work, batch, str(part)))
        wait: Callable[[], object] = jobs[-1].result
        return wait

    try:
        yield submit
    finally:
        for job in jobs:
            with suppress(Exception):
                job.cancel()
