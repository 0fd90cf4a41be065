"""What stands beside a proposal: memos, what second coders decided, how that was settled, and where it is from.

Each is a tuple of texts that begins with its kind, so that a proposal is kept, logged and taken back with all of it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

MEMO, SECOND, SETTLED, FROM = "memo", "second", "settled", "from"
Aside = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A memo on a proposal: by whom, when, and its words."""

    author: str
    at: str
    text: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a second coder decided of a proposal: accepted or rejected, when, and the proposal as that coder has it."""

    coder: str
    status: str
    at: str
    body: str


@dataclass(frozen=True, slots=True)
class Settled:
    """How a difference with a second coder was settled: ``chosen`` is first or second; the loser is kept.

    ``status`` and ``body`` are what the loser had decided.
    """

    coder: str
    chosen: str
    who: str
    at: str
    status: str
    body: str


def notes_in(beside: Iterable[Aside]) -> tuple[Note, ...]:
    """The memos, the oldest first.

    >>> notes_in([("memo", "a coder", "2026-01-02", "Look again."), ("from", "0" * 16)])
    (Note(author='a coder', at='2026-01-02', text='Look again.'),)
    """
    return tuple(Note(*each[1:]) for each in beside if each[0] == MEMO)


def verdict_in(beside: Iterable[Aside], coder: str) -> Verdict | None:
    """What a second coder decided, or ``None``."""
    return next((Verdict(*each[1:]) for each in beside if each[:2] == (SECOND, coder)), None)


def settled_in(beside: Iterable[Aside], coder: str) -> Settled | None:
    """How the difference with a second coder was settled, or ``None`` where it was not."""
    return next((Settled(*each[1:]) for each in beside if each[:2] == (SETTLED, coder)), None)


def without(beside: Iterable[Aside], *begins: str) -> tuple[Aside, ...]:
    """All but what begins so."""
    return tuple(each for each in beside if each[: len(begins)] != begins)


def beside_of(told: Iterable[Iterable[Any]]) -> tuple[Aside, ...]:
    """The same from JSON. Raises ``ValueError`` for what is no text."""
    found = tuple(tuple(each) for each in told)
    lengths = {MEMO: 4, SECOND: 5, SETTLED: 7, FROM: 2}
    if any(not each or len(each) != lengths.get(each[0]) or not all(isinstance(part, str) for part in each)
           for each in found):  # fmt: skip
        raise ValueError("what stands beside a proposal is not as it is written")
    return found


def written(beside: Iterable[Aside]) -> str:
    """The same as JSON; empty where nothing stands beside."""
    told = [*beside]
    return json.dumps(told, ensure_ascii=False) if told else ""


def sought(*begins: str) -> str:
    """A piece of JSON that tells whether something that begins so stands beside.

    >>> sought("second", "a coder") in written([("second", "a coder", "rejected", "", "")])
    True
    >>> sought("second", "a") in written([("memo", "b", "", '["second", "a", "')])
    False
    """
    return json.dumps([*begins], ensure_ascii=False)[:-1] + ","
