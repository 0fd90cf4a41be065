"""Files read apart from the program: run as a script with limits, one line of JSON for each file.

Arguments: bytes of memory, seconds for each file, pages, characters, then the files. A file that breaks a limit of
memory or time ends the script; what was written before stands, and the caller goes on with the file after it.
"""

from __future__ import annotations

import json
import signal
import sys
from dataclasses import asdict
from pathlib import Path

from hikiwake.documents.readers.mail import read_mail
from hikiwake.documents.readers.pdf import read_pdf
from hikiwake.documents.readers.plain import read_plain
from hikiwake.documents.readers.read import ReadText, UnfitError
from hikiwake.documents.readers.webpage import read_webpage
from hikiwake.documents.readers.word import read_word

try:
    import resource
except ImportError:  # not on Windows, where the caller's time limit is the only one
    resource = None  # type: ignore[assignment]

BY_BYTES = {".docx": read_word, ".eml": read_mail} | dict.fromkeys((".html", ".htm", ".xhtml"), read_webpage)


def _limit_memory(most: int) -> None:
    if resource is not None:
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _start_clock(seconds: int) -> None:
    """End the script after so many seconds; the signal's own action works in the middle of foreign code too."""
    if hasattr(signal, "alarm"):
        signal.alarm(seconds)


def read_file(path: str, pages: int, characters: int) -> ReadText:
    """One file by the reader of its kind."""
    ending = Path(path).suffix.lower()
    try:
        if ending == ".pdf":
            return read_pdf(path, pages, characters)
        read = BY_BYTES.get(ending, read_plain)(Path(path).read_bytes())
    except UnfitError as error:
        return ReadText(fault=str(error))
    except MemoryError:
        raise
    except Exception as error:  # of a library, on a file that is broken in a way it does not know
        return ReadText(fault=f"cannot be read ({type(error).__name__}: {error}); save it again, or as text")
    return read if len(read.text) <= characters else ReadText(fault="more text than a document may have")


def main(arguments: list[str]) -> None:
    """Read the files in turn and write what each says."""
    memory, seconds, pages, characters = map(int, arguments[:4])
    _limit_memory(memory)
    for path in arguments[4:]:
        _start_clock(seconds)
        sys.stdout.write(json.dumps(asdict(read_file(path, pages, characters))) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
