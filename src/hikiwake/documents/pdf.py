"""PDFs, read in a process of their own with bounds on memory and time: a broken one costs one line, never the program.

A PDF of two kilobytes can ask for gigabytes or for minutes; one process reads many files, and is started again after
a file that ended it.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

MOST_MEMORY = 700_000_000  # bytes of the process that reads
MOST_SECONDS = 8  # for one file
MOST_PAGES = 3_000
MOST_CHARACTERS = 5_000_000  # of one document
AT_ONCE = 100  # files that one process is given


def read_pdfs(paths: Sequence[Path]) -> dict[Path, tuple[str, str]]:
    """For each PDF its text, pages joined by form feeds, and what is wrong with it: one of the two is empty."""
    read: dict[Path, tuple[str, str]] = {}
    rest = list(paths)
    while rest:
        batch = rest[:AT_ONCE]
        told, ending = _run(batch)
        for path, each in zip(batch, told, strict=False):
            read[path] = each.get("text", ""), each.get("fault", "")
        if len(told) < len(batch):
            read[batch[len(told)]] = "", ending
        rest = rest[len(told) + (len(told) < len(batch)) :]
    return read


def _run(paths: Sequence[Path]) -> tuple[list[dict[str, str]], str]:
    """What one process says of the files before it ends, and how it ended where it did not finish."""
    limits = map(str, (MOST_MEMORY, MOST_SECONDS, MOST_PAGES, MOST_CHARACTERS))
    script = Path(__file__).with_name("pdf_child.py")
    command = [sys.executable, "-P", str(script), *limits, *(str(path.absolute()) for path in paths)]
    try:
        ended = subprocess.run(
            command, capture_output=True, check=False, stdin=subprocess.DEVNULL, timeout=(MOST_SECONDS + 2) * len(paths)
        )
        output, code = ended.stdout, ended.returncode
    except subprocess.TimeoutExpired as error:
        output, code = error.stdout or b"", -14
    lines = [line for line in output.split(b"\n")[:-1] if line]
    return [json.loads(line) for line in lines], _ending(code)


def _ending(code: int) -> str:
    """Why a process that was reading a file ended."""
    if code == -14:  # SIGALRM
        return f"not read after {MOST_SECONDS} seconds; save it again with another program, or as text"
    return f"needs more than {MOST_MEMORY:,} bytes of memory, or is broken; save it again, or as text"
