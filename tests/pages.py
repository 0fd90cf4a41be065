"""Run the examples of a page of the manual, in the order in which a reader meets them.

Two kinds of fenced block are run, all others are only shown:

- `pycon`: a Python session, checked as a doctest. The blocks of one page share their names.
- `console`: lines that begin with `$ ` are commands, `> ` continues one, and the lines below are what it prints, both
  streams together, on a terminal of a hundred columns. A line `...` stands for any lines, `...` within a line for
  anything in it. A command must succeed, unless what it prints ends with a line such as `[2]`, its exit code.

A page runs in an empty folder of its own, so files that one example writes are there for the next.
"""

from __future__ import annotations

import doctest
import os
import pty
import re
import subprocess
import sys
import termios
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Timer

FENCE = re.compile(r"^(?P<indent> *)```(?P<language>[\w-]*)[^\n]*\n(?P<text>.*?)^(?P=indent)```[ ]*$", re.M | re.S)
COMMAND = re.compile(r"^\$ (?P<command>.*(?:\n> .*)*)\n?(?P<output>(?:(?!\$ ).*\n?)*)", re.M)
EXIT_CODE = re.compile(r"^\[(\d+)\]\n\Z", re.M)
LONGEST_RUN = 300  # seconds
PLAIN = {"NO_COLOR": "1", "TERM": "dumb", "TTY_COMPATIBLE": "0", "COLUMNS": "100", "PYTHONIOENCODING": "utf-8",
         "LC_ALL": "C.UTF-8"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block: its language, its text, and the line of the page on which the text begins."""

    language: str
    text: str
    line: int


def blocks(page: str) -> Iterator[Block]:
    """Every fenced block of a page."""
    for match in FENCE.finditer(page):
        line = page.count("\n", 0, match.start("text")) + 1
        yield Block(match["language"], re.sub(rf"^{match['indent']}", "", match["text"], flags=re.M), line)


def code_of(page: str) -> str:
    """What a page sets in code, in blocks and in sentences: where names of commands and functions are looked for."""
    fenced = [block.text for block in blocks(page)]
    return "\n".join([*fenced, *re.findall(r"`([^`\n]+)`", FENCE.sub("", page))])


def output_pattern(expected: str) -> re.Pattern[str]:
    """The pattern of what a command may print."""
    lines = [
        r"(?:.*\n)*?" if line.strip() == "..." else ".*".join(map(re.escape, line.rstrip().split("..."))) + r"[ \t]*\n"
        for line in expected.rstrip("\n").splitlines()
    ]
    return re.compile("".join(lines))


def run_console(block: Block, folder: Path) -> Iterator[str]:
    """Run the commands of a block; yields one sentence for each that does not do what the page says."""
    environment = os.environ | PLAIN | {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    for match in COMMAND.finditer(block.text):
        command, expected = match["command"].replace("\n> ", "\n"), match["output"].rstrip("\n") + "\n"
        code = EXIT_CODE.search(expected)
        expected = EXIT_CODE.sub("", expected)
        ended, said = run_on_terminal(command, folder, environment)
        printed = said.rstrip("\n") + "\n" if said.strip() else ""
        if ended != (int(code[1]) if code else 0) or not output_pattern(expected).fullmatch(printed):
            line = block.line + block.text.count("\n", 0, match.start())
            yield f"line {line}: $ {command}\nexpected:\n{expected}\nprinted (exit code {ended}):\n{printed}"


def run_on_terminal(command: str, folder: Path, environment: dict[str, str]) -> tuple[int, str]:
    """Run a command as a reader does, its output on a terminal, and give its exit code and both streams together."""
    reading, writing = pty.openpty()
    modes = termios.tcgetattr(writing)
    modes[1] &= ~termios.OPOST  # a line end stays one sign
    termios.tcsetattr(writing, termios.TCSANOW, modes)
    words, nothing = ["bash", "-c", command], subprocess.DEVNULL
    with subprocess.Popen(words, cwd=folder, env=environment, stdin=nothing, stdout=writing, stderr=writing) as run:
        os.close(writing)
        stop = Timer(LONGEST_RUN, run.kill)
        stop.start()
        said = b"".join(iter(lambda: _read(reading), b""))
        stop.cancel()
    os.close(reading)
    return run.returncode, said.decode("utf-8")


def _read(reading: int) -> bytes:
    """What the terminal shows next; nothing when everybody has left it, which Linux tells as an error."""
    try:
        return os.read(reading, 65_536)
    except OSError:
        return b""


def run_pycon(block: Block, names: dict[str, object]) -> Iterator[str]:
    """Run a Python session; yields what doctest says where it does not go as the page says."""
    test = doctest.DocTestParser().get_doctest(block.text, names, "example", "page", block.line - 1)
    said: list[str] = []
    runner = doctest.DocTestRunner(verbose=False, optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)
    if runner.run(test, out=said.append, clear_globs=False).failed:
        yield "".join(said)
    names |= test.globs


def run_page(page: str, folder: Path) -> list[str]:
    """Run every example of a page in a folder, which must be the current one; says what went otherwise."""
    names: dict[str, object] = {"__name__": "__main__"}
    faults: list[str] = []
    for block in blocks(page):
        if block.language == "pycon":
            faults.extend(run_pycon(block, names))
        elif block.language == "console":
            faults.extend(run_console(block, folder))
    return faults
