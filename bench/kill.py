"""Kill every writing command at random moments, and let many writers work at once; print what was found as a table.

    python bench/kill.py [KILLS [WRITERS [SECONDS]]]

A row of the first table: the command, how often it was killed while it ran, how often the old and the new was found,
and how often neither, or a change of the user's own files (both must be 0). The second: how many changes were confirmed
by how many writers at once, and how many of them are there once.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import mkdtemp

from hikiwake.dossier import load

BOOK = "@book{k, title = {Book %s}, author = {Writer%s, A.}, publisher = {P}, year = 2000}\n"
COMMANDS = {
    "cite": ("cite", "case", "a.bib"),
    "new": ("new", "fresh"),
    "export csv": ("export", "case", "--format", "csv", "--output", "out"),
    "export csv, replacing": ("export", "other", "--format", "csv", "--output", "held", "--force"),
    "export json": ("export", "case", "--format", "json", "--output", "out.json"),
    "export svg": ("export", "case", "--format", "svg", "--output", "figures"),
    "report": ("report", "case", "--output", "r.html"),
    "model": ("model", "case", "--era", "2016-2018", "--output", "m.toml"),
    "convert": ("convert", "case:2016-2018", "--to", "csv", "--output", "c.csv"),
}


def command(*words: str) -> list[str]:
    """The words that start the program."""
    return [sys.executable, "-m", "hikiwake", *words]


def prepared(place: Path) -> None:
    """A place with a case, another version of it, and things of the user's own."""
    shutil.copytree(Path(load.__code__.co_filename).parents[2] / "cases" / "japan_russia", place / "case")
    (place / "case" / "notes.md").write_text("mine")
    (place / "thesis.txt").write_text("mine")
    (place / "a.bib").write_text(BOOK % ("a", "a"))
    shutil.copytree(place / "case", place / "held")
    shutil.copytree(place / "case", place / "other")
    subprocess.run(command("cite", "other", "a.bib"), cwd=place, check=True, capture_output=True)


def seen(place: Path) -> dict[str, object]:
    """What stands in a place: cases as dossiers, files as bytes; what is only on its way is left out."""
    found: dict[str, object] = {}
    for path in sorted(place.iterdir()):
        if (path / "case.toml").exists() or (path / ".hikiwake-journal").exists():
            dossier = load(path)
            own = {str(each): each.read_bytes() for each in path.glob("notes.md")}
            found[path.name] = (dossier, own)
        elif path.is_dir():
            inner = {each.name: each.read_bytes() for each in path.iterdir() if not each.name.startswith(".hikiwake-")}
            found |= {path.name: inner} if inner else {}
        elif not path.name.startswith(".hikiwake-"):
            found[path.name] = path.read_bytes()
    return found


def killed(words: tuple[str, ...], kills: int, chance: random.Random) -> tuple[int, int, int, int]:
    """Kill one command so many times: how often it still ran, and how often old, new and neither was found."""
    place = Path(mkdtemp(prefix="kill-"))
    prepared(place)
    pristine = place.with_name(f"{place.name}-pristine")
    shutil.copytree(place, pristine)
    old = seen(place)
    begun = time.monotonic()
    subprocess.run(command(*words), cwd=place, check=True, capture_output=True)
    length, new = time.monotonic() - begun, seen(place)
    running = was_old = was_new = neither = 0
    for _ in range(kills):
        shutil.rmtree(place)
        shutil.copytree(pristine, place)
        program = subprocess.Popen(command(*words), cwd=place, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(length * chance.uniform(0.5, 1.05))
        running += program.poll() is None
        os.kill(program.pid, signal.SIGKILL) if program.poll() is None else None
        program.wait()
        found = seen(place)
        was_old, was_new = was_old + (found == old), was_new + (found == new)
        neither += found not in (old, new)
    shutil.rmtree(place)
    shutil.rmtree(pristine)
    return running, was_old, was_new, neither


def written(writers: int, seconds: float) -> tuple[int, int, int]:
    """Let writers cite into one case at once: how many were confirmed, are there once, and were told to wait."""
    place = Path(mkdtemp(prefix="writers-"))
    prepared(place)
    until = time.monotonic() + seconds

    def write(writer: int) -> tuple[list[str], int]:
        confirmed, told, number = [], 0, 0
        while time.monotonic() < until:
            number += 1
            name = f"w{writer}x{number}"
            file = place / f"{name}.bib"
            file.write_text(BOOK % (name, name))
            done = subprocess.run(command("cite", "case", str(file)), cwd=place, capture_output=True, check=False)
            confirmed += [f"Book {name}"] if done.returncode == 0 else []
            told += done.returncode == 2
        return confirmed, told

    with ThreadPoolExecutor(writers) as pool:
        results = list(pool.map(write, range(writers)))
    titles = [document.title for document in load(place / "case").documents]
    confirmed = [title for each, _ in results for title in each]
    shutil.rmtree(place)
    return len(confirmed), sum(titles.count(title) == 1 for title in confirmed), sum(told for _, told in results)


def main() -> None:
    """Print both tables."""
    kills, writers, seconds = (int(word) for word in (*sys.argv[1:], *("300", "20", "60")[len(sys.argv) - 1 :]))
    sys.stdout.write(f"{'command':<24}{'kills':>7}{'running':>9}{'old':>6}{'new':>6}{'neither':>9}\n")
    for name, words in COMMANDS.items():
        figures = killed(words, kills, random.Random(name)) if kills else (0, 0, 0, 0)
        sys.stdout.write(f"{name:<24}{kills:>7}{figures[0]:>9}{figures[1]:>6}{figures[2]:>6}{figures[3]:>9}\n")
        sys.stdout.flush()
    confirmed, once, told = written(writers, seconds) if writers else (0, 0, 0)
    sys.stdout.write(
        f"\n{writers} writers, {seconds} s: {confirmed} confirmed, {once} there once, {told} told to wait\n"
    )


if __name__ == "__main__":
    main()
