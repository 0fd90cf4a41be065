"""Kill every writing command at random moments, and let many writers work at once; print what was found as a table.

    python bench/kill.py [KILLS [WRITERS [SECONDS]]]

Each run is a fork of a process that has imported everything, so that a run takes as long as the writing itself. A fork
sets an alarm when it first makes a file that is on its way; the system ends it there and then, at a moment drawn from
the time that the rest takes, early ones more often, for the end is spent on taking leave.
A row of the first table: the command; how often it was still running when it was killed; how often then the old and the
new was found; how often neither, or a change of the user's own files (must be 0); how often a file that is on its way
lay outside a case, where no later command takes it away; how often the same command then did not give the new (must be
0). The second: how many changes were confirmed by how many writers at once, and how many of them are there once.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import struct
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import hikiwake.report.writing as pages
from hikiwake.cli import main as command_line
from hikiwake.dossier import Dossier, load, save
from hikiwake.dossier.folder.cases import case_folder
from hikiwake.dossier.folder.completing import complete
from hikiwake.report.whose import mark

BOOK = "@book{k, title = {Book %s}, author = {Writer%s, A.}, publisher = {P}, year = 2000}\n"
COMMANDS = {
    "cite": ("cite", "case", "a.bib"),
    "new": ("new", "fresh"),
    "export csv": ("export", "case", "--format", "csv", "--output", "out"),
    "export csv, replacing": ("export", "other", "--format", "csv", "--output", "held", "--force"),
    "export json": ("export", "case", "--format", "json", "--output", "out.json"),
    "export json, replacing": ("export", "case", "--format", "json", "--output", "old.json", "--force"),
    "export svg": ("export", "case", "--format", "svg", "--output", "figures"),
    "report": ("report", "case", "--output", "r.html"),
    "model --output": ("model", "case", "--era", "2016-2018", "--output", "m.toml"),
    "convert": ("convert", "japan_russia:2016-2018", "--format", "csv", "--output", "c.csv"),
    "hw.save": ("save",),
}
_NAMELESS = getattr(os, "O_TMPFILE", os.O_CREAT)


def run(words: tuple[str, ...]) -> None:
    """Run a command in this process; ``save`` is the call in Python."""
    if words == ("save",):
        dossier = load("case")
        save(replace(dossier, doubts=(), drivers=dossier.drivers[1:], conflicts=dossier.conflicts[1:]), "case")
        return
    sys.argv = ["hikiwake", *words]
    command_line()


def forked(place: Path, words: tuple[str, ...], at_first: Callable[[], object] | None = None) -> int:
    """Run a command in a fork: its process. ``at_first`` is called when it first makes a file on its way."""
    child = os.fork()
    if child:
        return child
    code = 1
    try:
        os.chdir(place)
        quiet = os.open(os.devnull, os.O_WRONLY)
        os.dup2(quiet, 1)
        os.dup2(quiet, 2)
        if at_first is not None:
            sys.addaudithook(_telling(at_first, str(place)))
        run(words)
        code = 0
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 0
    finally:
        os._exit(code)


def _telling(at_first: Callable[[], object], place: str) -> Callable[[str, tuple[Any, ...]], None]:
    """A hook that tells when the first file in a place is about to be written; the lock is taken long before."""
    told = [False]

    def hook(event: str, given: tuple[Any, ...]) -> None:
        if told[0] or event != "open" or not isinstance(given[0], str | Path):
            return
        fresh = (given[2] or 0) & _NAMELESS == _NAMELESS or str(given[0]).endswith(".tmp")
        if fresh and os.path.realpath(given[0]).startswith(place):
            told[0] = True
            at_first()

    return hook


def prepared(place: Path) -> None:
    """A place with a case, another version of it, and things of the user's own."""
    whole = load()
    save(complete(whole.select(period="1956"), whole), place / "case")
    (place / "case" / "conflicts").mkdir()
    shutil.copy(case_folder("japan_russia") / "conflicts" / "1956-1959.toml", place / "case" / "conflicts")
    (place / "case" / "notes.md").write_text("mine")
    (place / "case" / "conflicts" / "notes.md").write_text("mine")
    (place / "thesis.txt").write_text("mine")
    (place / "old.json").write_text("{}")
    (place / "a.bib").write_text(BOOK % ("a", "a"))
    shutil.copytree(place / "case", place / "held")
    shutil.copytree(place / "case", place / "other")
    os.waitpid(forked(place, ("cite", "other", "a.bib")), 0)


Bytes = dict[str, bytes]


def bytes_of(place: Path) -> Bytes:
    """Every file of a place; what is only on its way is left out."""
    files = (path for path in place.rglob("*") if path.is_file() and not path.name.startswith(".hikiwake-"))
    return {str(path.relative_to(place)): path.read_bytes() for path in files}


def seen(place: Path, *known: Bytes) -> Bytes:
    """The files of a place after every case in it was read; a case that is no known one is loaded in any case."""
    for path in place.iterdir():
        if (path / ".hikiwake-journal").exists() or ((path / "case.toml").exists() and bytes_of(place) not in known):
            with suppress(Exception):
                load(path)
    return bytes_of(place)


def strays(place: Path) -> int:
    """How many files on their way lie where no later command takes them away: outside of a case."""
    return len(list(place.glob(".hikiwake-*.tmp")))


@dataclass
class Counts:
    """What was found after the kills of one command."""

    running: int = 0
    old: int = 0
    new: int = 0
    neither: int = 0
    strays: int = 0
    again: int = 0


def ended(child: int) -> bool:
    """Whether a process ended by itself, having been waited for."""
    return not os.WIFSIGNALED(os.waitpid(child, 0)[1])


@contextmanager
def places() -> Iterator[tuple[Path, Path]]:
    """A prepared place, and its copy to begin anew from."""
    root = Path(mkdtemp(prefix="kill-")).resolve()
    prepared(root)
    pristine = root.with_name(f"{root.name}-pristine")
    shutil.copytree(root, pristine)
    try:
        yield root, pristine
    finally:
        shutil.rmtree(root)
        shutil.rmtree(pristine)


def anew(place: Path, pristine: Path) -> None:
    """Make a place what it was."""
    shutil.rmtree(place)
    shutil.copytree(pristine, place)


def span(place: Path, pristine: Path, words: tuple[str, ...]) -> float:
    """How many seconds a command takes from its first write to its end: the middle one of five runs."""
    lengths = []
    for _ in range(5):
        anew(place, pristine)
        ears, mouth = os.pipe()
        child = forked(place, words, partial(_tell_time, mouth))
        if not ended(child):
            raise RuntimeError(words)
        lengths.append(time.monotonic() - struct.unpack("d", os.read(ears, 8))[0])
        os.close(ears)
        os.close(mouth)
    return float(sorted(lengths)[2])


def _tell_time(mouth: int) -> None:
    os.write(mouth, struct.pack("d", time.monotonic()))


def killed(words: tuple[str, ...], kills: int, chance: random.Random) -> Counts:
    """Kill one command so many times, and count what is found."""
    counts = Counts()
    with places() as (place, pristine):
        old = bytes_of(place)
        length = span(place, pristine, words)
        new = bytes_of(place)
        for _ in range(kills):
            anew(place, pristine)
            moment = max(1e-6, length * chance.random() ** 2)
            child = forked(place, words, partial(signal.setitimer, signal.ITIMER_REAL, moment))
            counts.running += not ended(child)
            found = seen(place, old, new)
            counts.old += found == old
            counts.new += found == new
            counts.neither += found not in (old, new)
            counts.strays += strays(place)
            if found == old:  # the same command must work now
                os.waitpid(forked(place, words), 0)
                counts.again += bytes_of(place) != new
    return counts


def written(writers: int, seconds: float) -> tuple[int, int, int]:
    """Let writers cite into one case at once: how many were confirmed, are there once, and were told to wait."""
    place = Path(mkdtemp(prefix="writers-")).resolve()
    prepared(place)
    until = time.monotonic() + seconds
    children = [_writer(place, writer, until) for writer in range(writers)]
    for child in children:
        os.waitpid(child, 0)
    lines = [line for file in place.glob("told-*") for line in file.read_text().splitlines()]
    titles = [document.title for document in load(place / "case").documents]
    confirmed = [line for line in lines if line]
    shutil.rmtree(place)
    return len(confirmed), sum(titles.count(title) == 1 for title in confirmed), lines.count("")


def _writer(place: Path, writer: int, until: float) -> int:
    """A process that cites one book after another, and notes each that was confirmed."""
    child = os.fork()
    if child:
        return child
    number = 0
    with (place / f"told-{writer}").open("w") as told:
        while time.monotonic() < until:
            number += 1
            name = f"w{writer}x{number}"
            (place / f"{name}.bib").write_text(BOOK % (name, name))
            done = os.waitstatus_to_exitcode(os.waitpid(forked(place, ("cite", "case", f"{name}.bib")), 0)[1])
            told.write(f"Book {name}\n" if done == 0 else "\n")
            told.flush()
    os._exit(0)


def warmed() -> None:
    """Run every command once in this process, so that its forks have nothing left to import."""
    place = Path(mkdtemp(prefix="warm-")).resolve()
    prepared(place)
    here, streams = Path.cwd(), (sys.stdout, sys.stderr)
    os.chdir(place)
    with Path(os.devnull).open("w") as sys.stdout, Path(os.devnull).open("w") as sys.stderr:
        for words in COMMANDS.values():
            with suppress(SystemExit):
                run(words)
    sys.stdout, sys.stderr = streams
    os.chdir(here)
    shutil.rmtree(place)


def marked(dossier: Dossier) -> str:
    """What stands for the page of a case, which takes seconds to make: its mark, and as much text."""
    head = f'<meta name="generator" content="hikiwake"><meta name="hikiwake-case" content="page {mark(dossier.case)}">'
    return head + "x" * 3_000_000


def main() -> None:
    """Print both tables."""
    kills, writers, seconds = (int(word) for word in (*sys.argv[1:], *("300", "20", "60")[len(sys.argv) - 1 :]))
    setattr(pages, "page", lambda dossier, *_: marked(dossier))  # noqa: B010 - it is the writing that is killed
    warmed()
    head = ("command", "kills", "running", "old", "new", "neither", "stray", "not again")
    sys.stdout.write(f"{head[0]:<24}" + "".join(f"{each:>10}" for each in head[1:]) + "\n")
    for name, words in COMMANDS.items():
        found = killed(words, kills, random.Random(name)) if kills else Counts()
        cells = (kills, found.running, found.old, found.new, found.neither, found.strays, found.again)
        sys.stdout.write(f"{name:<24}" + "".join(f"{each:>10}" for each in cells) + "\n")
        sys.stdout.flush()
    confirmed, once, told = written(writers, seconds) if writers else (0, 0, 0)
    sys.stdout.write(
        f"\n{writers} writers, {seconds} s: {confirmed} confirmed, {once} there once, {told} told to wait\n"
    )


if __name__ == "__main__":
    main()
