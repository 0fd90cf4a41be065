"""How a value stands in the cells of a table, and how it is read back: one small codec per kind of value.

A cell that a spreadsheet would take for a formula (it begins with ``=``, ``+``, ``-`` or ``@`` and is no number) is
written with an apostrophe in front, which is taken away again when the cell is read.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from math import isfinite
from typing import Protocol

from hikiwake.wording.terminal.near import did_you_mean

MOST_DIGITS = 18
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?%?")
_DECIMAL = re.compile(r"[+-]?(\d{1,30}(\.\d{0,30})?|\.\d{1,30})([eE][+-]?\d{1,3})?", re.ASCII)
_DIGEST = re.compile(r"[0-9a-f]{16}")
_A_NUMBER = re.compile(r"\d+|\d+([.,]\d+)?[eE][+-]?\d+|\d{1,3}([., \u00a0\u202f]\d{3})+")
_DANGER = re.compile(r"'*[=+\-@\t\r].", re.DOTALL)


class MisfitError(ValueError):
    """A cell does not hold what its column expects: which of the codec's cells, what was found, what was expected."""

    def __init__(self, cell: int, found: str, expected: str) -> None:
        """Keep the place and both sides of the fault."""
        super().__init__(f"found {found!r}, expected {expected}")
        self.cell, self.found, self.expected = cell, found, expected


def escape(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula; ``unescape`` gives it back.

    >>> escape("=1+1"), escape("-7.8"), escape("plain")
    ("'=1+1", '-7.8', 'plain')
    """
    return f"'{cell}" if _is_formula(cell) else cell


def unescape(cell: str) -> str:
    """The cell as it was before ``escape``.

    >>> unescape("'=1+1")
    '=1+1'
    """
    return cell[1:] if cell.startswith("'") and _is_formula(cell[1:]) else cell


def _is_formula(cell: str) -> bool:
    return bool(_DANGER.match(cell)) and not _NUMBER.fullmatch(cell)


class Codec(Protocol):
    """Reads the cells of one value and writes them."""

    @property
    def headers(self) -> tuple[str, ...]:
        """The columns in which the value stands."""

    def parse(self, cells: list[str]) -> object:
        """The value that stands in the cells. Raises ``MisfitError``."""

    def cells(self, value: object) -> list[str]:
        """The cells in which a value stands."""


@dataclass(frozen=True)
class Text:
    """A piece of text; empty only where the column allows it. ``refers`` names what an id points to."""

    name: str
    required: bool = False
    refers: str = ""

    @property
    def headers(self) -> tuple[str, ...]:
        """The one column."""
        return (self.name,)

    def parse(self, cells: list[str]) -> str:
        """The text itself."""
        if self.required and not cells[0].strip():
            raise MisfitError(0, cells[0], "something, since it is never empty")
        return cells[0]

    def cells(self, value: object) -> list[str]:
        """The text itself."""
        return [str(value)]


@dataclass(frozen=True)
class Digest:
    """A digest of 16 hexadecimal digits, which a spreadsheet may have taken for a number."""

    name: str
    headers: tuple[str, ...] = ("digest",)

    def parse(self, cells: list[str]) -> str:
        """The digest."""
        if not _DIGEST.fullmatch(cells[0]):
            made = "; a spreadsheet made a number of them" if _A_NUMBER.fullmatch(cells[0]) else ""
            raise MisfitError(0, cells[0], f"16 hexadecimal digits{made} (format the column as text in a spreadsheet)")
        return cells[0]

    def cells(self, value: object) -> list[str]:
        """The digest."""
        return [str(value)]


@dataclass(frozen=True)
class Choice:
    """One word of a closed list."""

    name: str
    values: tuple[str, ...]

    @property
    def headers(self) -> tuple[str, ...]:
        """The one column."""
        return (self.name,)

    def parse(self, cells: list[str]) -> str:
        """The word, when it is in the list."""
        if cells[0] not in self.values:
            raise MisfitError(0, cells[0], one_of(cells[0], self.values))
        return cells[0]

    def cells(self, value: object) -> list[str]:
        """The word."""
        return [str(value)]


@dataclass(frozen=True)
class Several:
    """A list in one cell, separated by semicolons; each item is read by ``item`` and written as text."""

    name: str
    refers: str = ""
    item: Callable[[str], object] = str
    required: bool = False

    @property
    def headers(self) -> tuple[str, ...]:
        """The one column."""
        return (self.name,)

    def parse(self, cells: list[str]) -> tuple[object, ...]:
        """The items in order."""
        items = tuple(part.strip() for part in cells[0].split(";")) if cells[0].strip() else ()
        if self.required and not items:
            raise MisfitError(0, cells[0], f"at least one of {self.name}")
        try:
            return items if self.item is str else tuple(self.item(part) for part in items)
        except ValueError as error:
            raise MisfitError(0, cells[0], str(error)) from error

    def cells(self, value: object) -> list[str]:
        """The items joined by semicolons."""
        return ["; ".join(str(item) for item in value)]  # type: ignore[attr-defined]


@dataclass(frozen=True)
class Whole:
    """A whole number of at least 0; empty where the column allows it, which is read as ``None``."""

    name: str
    required: bool = True

    @property
    def headers(self) -> tuple[str, ...]:
        """The one column."""
        return (self.name,)

    def parse(self, cells: list[str]) -> int | None:
        """The number."""
        if not cells[0] and not self.required:
            return None
        if not cells[0].isdecimal() or len(cells[0]) > MOST_DIGITS:
            raise MisfitError(0, cells[0], f"a whole number of 0 or more, of at most {MOST_DIGITS} digits")
        return int(cells[0])

    def cells(self, value: object) -> list[str]:
        """The number, or nothing."""
        return ["" if value is None else str(value)]


@dataclass(frozen=True)
class Number:
    """A number, with a point before its decimals."""

    name: str

    @property
    def headers(self) -> tuple[str, ...]:
        """The one column."""
        return (self.name,)

    def parse(self, cells: list[str]) -> float:
        """The number."""
        if not _DECIMAL.fullmatch(cells[0]) or not isfinite(float(cells[0])):
            raise MisfitError(0, cells[0], "a number, with a point before its decimals")
        return float(cells[0])

    def cells(self, value: object) -> list[str]:
        """The number, as short as it is the same."""
        return [repr(float(str(value))).removesuffix(".0")]


@dataclass(frozen=True)
class Counted(Whole):
    """A whole number that is 0 where it is not known: the cell is empty then."""

    required: bool = False

    def parse(self, cells: list[str]) -> int:
        """The number."""
        return super().parse(cells) or 0

    def cells(self, value: object) -> list[str]:
        """The number, or nothing."""
        return [str(value or "")]


def one_of(given: str, words: tuple[str, ...]) -> str:
    """What was expected of a word that is not in its list."""
    return "one of " + ", ".join(word or "(empty)" for word in words) + did_you_mean(given, [*filter(None, words)])
