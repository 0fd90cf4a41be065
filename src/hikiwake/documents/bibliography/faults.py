"""What a bibliography may hold, and what is left out of it: one odd entry never refuses the others."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

LARGEST_FILE = 5_000_000
MOST_ENTRIES = 20_000
LONGEST_FIELD = 100_000
_UNSEEN = frozenset(("Cf", "Zs", "Cc"))
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")


class OddEntryError(ValueError):
    """What was found in an entry, and what was expected."""

    def __init__(self, found: str, expected: str, line: int = 0) -> None:
        """Keep what was found and expected, and the line where it is not that of the entry."""
        super().__init__(f"{found}, expected {expected}")
        self.found, self.expected, self.line = found, expected, line


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An entry that was not taken over: file, line, its key, what was found there and what was expected."""

    file: str
    line: int
    entry: str
    found: str
    expected: str

    def __str__(self) -> str:
        """One line, as it is told on standard error."""
        name = f"entry {self.entry}" if self.entry else "an entry"
        return f"{self.file}:{self.line}: {name}: {self.found}, expected {self.expected}; left out"


def short(value: object) -> str:
    """A value as it can be quoted: at most 60 characters, with what does not print escaped."""
    text = ascii(value) if isinstance(value, str) and not _storable(value) else repr(value) if value != "" else "''"
    return text if len(text) <= 60 else f"{text[:57]}..."


def clean(text: str, name: str) -> str:
    """A text with single blanks and no control characters; nothing where no sign of it is seen.

    Raises ``OddEntryError`` for what no file can hold.
    """
    if len(text) > LONGEST_FIELD:
        raise OddEntryError(f"{name} of {len(text):,} characters", f"at most {LONGEST_FIELD:,}")
    if not _storable(text):
        raise OddEntryError(f"{name} {short(text)} with half of a surrogate pair", "whole characters")
    told = " ".join(_CONTROL.sub("", text).split())
    return told if any(unicodedata.category(sign) not in _UNSEEN for sign in told) else ""


def _storable(text: str) -> bool:
    return not re.search("[\ud800-\udfff]", text)
