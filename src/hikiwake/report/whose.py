"""Whose a written page is: its head says of which case it is, and of which kind, so that none takes another's place.

A case is known by its title and its two actors, not by its entries: a case that has grown replaces its own page.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from html import unescape
from pathlib import Path
from typing import NamedTuple

from hikiwake.dossier import Case
from hikiwake.errors import StorageError
from hikiwake.wording.tables import harmless

PAGE, BRIEF = "page", "brief"
_HEAD = 8000  # bytes, within which a page says what it is
_MADE = re.compile(
    r'<meta name="generator" content="hikiwake">'
    r'\s*(?:<meta name="hikiwake-case" content="(page|brief) ([0-9a-f]{16})">)?'
)
_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
_WORD = re.compile(rb"<Application>hikiwake (brief) ([0-9a-f]{16})</Application>")
_CALLED = {PAGE: "the page", BRIEF: "the brief"}


class Made(NamedTuple):
    """What the program once wrote: a page or a brief, of which case by its mark, and its title where it has one."""

    kind: str
    case: str
    title: str


def mark(case: Case) -> str:
    """The mark by which a written page says of which case it is: 16 hexadecimal digits.

    >>> len(mark(Case("The Skerries", "Whose?", ("AAA", "BBB"))))
    16
    """
    return hashlib.sha256("\n".join((*case.dyad, case.title)).encode("utf-8", "replace")).hexdigest()[:16]


def made(content: bytes) -> Made | None:
    """What a file is that the program once wrote, or ``None``; an earlier version did not say of which case."""
    if content.startswith(b"PK") and (word := _WORD.search(content)):
        return Made(word[1].decode("ascii"), word[2].decode("ascii"), "")
    head = content[:_HEAD].decode("utf-8", "replace")
    found = _MADE.search(head[:1000])
    title = _TITLE.search(head)
    if found is None:
        return None
    return Made(found[1] or PAGE, found[2] or "", unescape(title[1]) if title else "")


def same(path: Path, case: Case, kind: str) -> Callable[[bytes], bool]:
    """Whether what stands at a path may be replaced: the same kind of page of the same case.

    The function that is given back raises ``StorageError`` where another page of the program stands there.
    """

    def replaced(content: bytes) -> bool:
        found = made(content)
        if found is None:
            return False
        if (found.kind, found.case) != (kind, mark(case)):
            there = f"{path}: {_standing(found, case)} stands there"
            raise StorageError(f"{there}; give another path by --output, or --force to replace it")
        return True

    return replaced


def _standing(found: Made, case: Case) -> str:
    """What stands there, in words."""
    called = f", “{harmless(found.title)}”," if found.title else ""
    if not found.case:
        return f"a page of an earlier version{called} that does not say of which case it is"
    if found.case == mark(case):
        return f"{_CALLED[found.kind]} of this case"
    return f"{_CALLED[found.kind]} of another case{called}"
