"""Reading the conflicts that ship in ``examples/``, and naming states as the papers do."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from hikiwake.conflict import Conflict, Stability, read_conflict, solve

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


def example(name: str) -> Conflict:
    """A conflict from ``examples/``."""
    return read_conflict(EXAMPLES / f"{name}.toml")


def solved(name: str) -> Stability:
    """The same, solved for every concept."""
    return solve(example(name))


def codes(stability: Stability, numbers: Iterable[int]) -> set[int]:
    """The decimal codes of states given by number."""
    return {int(stability.states.codes[number - 1]) for number in numbers}
