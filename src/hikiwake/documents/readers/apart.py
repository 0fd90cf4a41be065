"""Files read in a process of their own, with bounds on memory and time: a broken one costs one line, never the program.

A PDF of two kilobytes can ask for gigabytes or for minutes; one process reads many files, and is started again after
a file that ended it.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from hikiwake.documents.readers.read import ReadText

MOST_MEMORY = 700_000_000  # bytes of the process that reads
MOST_SECONDS = 8  # for one file
MOST_PAGES = 3_000
MOST_CHARACTERS = 5_000_000  # of one document
AT_ONCE = 100  # files that one process is given


def read_apart(paths: Sequence[Path]) -> Iterator[tuple[Path, ReadText]]:
    """Each file with its text, or with what is wrong with it; pages of a PDF are joined by form feeds."""
    rest = list(paths)
    while rest:
        batch = rest[:AT_ONCE]
        told, ending = _run(batch)
        yield from zip(batch, told, strict=False)
        if len(told) < len(batch):
            yield batch[len(told)], ReadText(fault=ending)
        rest = rest[len(told) + (len(told) < len(batch)) :]


def _run(paths: Sequence[Path]) -> tuple[list[ReadText], str]:
    """What one process says of the files before it ends, and how it ended where it did not finish."""
    limits = map(str, (MOST_MEMORY, MOST_SECONDS, MOST_PAGES, MOST_CHARACTERS))
    command = [sys.executable, "-P", "-m", "hikiwake.documents.readers.child"]
    try:
        ended = subprocess.run(
            [*command, *limits, *(str(path.absolute()) for path in paths)],
            capture_output=True,
            check=False,
            stdin=subprocess.DEVNULL,
            timeout=(MOST_SECONDS + 2) * len(paths),
        )
        output, code = ended.stdout, ended.returncode
    except subprocess.TimeoutExpired as error:
        output, code = error.stdout or b"", -14
    lines = [json.loads(line) for line in output.split(b"\n")[:-1] if line]
    return [ReadText(**{**line, "notes": tuple(line["notes"])}) for line in lines], _ending(code)


def _ending(code: int) -> str:
    """Why a process that was reading a file ended."""
    if code == -14:  # SIGALRM
        return f"not read after {MOST_SECONDS} seconds; save it again with another program, or as text"
    return f"needs more than {MOST_MEMORY:,} bytes of memory, or is broken; save it again, or as text"
