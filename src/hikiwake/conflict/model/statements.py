"""Statements about a state: what must hold for a preference, a rule or a settlement to apply.

A statement is a sentence over option ids, true or false of every state:

    statement  = clause { ("if" | "iff") clause }      read from the left
    clause     = term { "or" term }
    term       = factor { "and" factor }
    factor     = "not" factor | option | "(" statement ")"

``a if b`` is true unless ``b`` holds and ``a`` does not; ``a iff b`` is true when both hold or neither does.
An option id begins with a letter or underscore and goes on with letters, digits, underscores and hyphens.

Reference: Fang, Hipel, Kilgour and Peng (2003), IEEE Transactions on Systems, Man, and Cybernetics C 33(1), 42-66
(option prioritising).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import reduce
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from hikiwake.errors import StatementError

Truth: TypeAlias = NDArray[Any]
Chosen: TypeAlias = Callable[[str], Truth]

WORDS = frozenset({"not", "and", "or", "if", "iff"})
DEEPEST = 100
WINDOW = 200  # characters of a statement shown on either side of a fault
LONGEST = 100_000  # characters of one statement
_TOKEN = re.compile(r"(?P<word>[^\W\d][\w-]*)|(?P<bracket>[()])|(?P<other>\S)")
_OPTION_ID = re.compile(r"[^\W\d][\w-]*")


def is_option_id(text: str) -> bool:
    """Whether a text can name an option in a statement.

    >>> is_option_id("two_islands"), is_option_id("2 islands"), is_option_id("not")
    (True, False, False)
    """
    return _OPTION_ID.fullmatch(text) is not None and text not in WORDS


@dataclass(frozen=True, slots=True)
class Named:
    """True where the option is taken."""

    option: str
    column: int = field(default=1, compare=False)


@dataclass(frozen=True, slots=True)
class Not:
    """True where its part is false."""

    part: Tree


@dataclass(frozen=True, slots=True)
class And:
    """True where every part is true."""

    parts: tuple[Tree, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """True where some part is true."""

    parts: tuple[Tree, ...]


@dataclass(frozen=True, slots=True)
class If:
    """True unless the condition holds and the consequence does not."""

    consequence: Tree
    condition: Tree


@dataclass(frozen=True, slots=True)
class Iff:
    """True where both sides hold or neither does."""

    left: Tree
    right: Tree


Tree: TypeAlias = Named | Not | And | Or | If | Iff


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence over options, as it was written and as it was understood.

    >>> parse("transfer and not settle").options
    ('transfer', 'settle')
    """

    text: str
    tree: Tree = field(compare=False)

    def __str__(self) -> str:
        return self.text

    @property
    def names(self) -> tuple[Named, ...]:
        """Every mention of an option, from left to right."""
        return tuple(_names(self.tree))

    @property
    def options(self) -> tuple[str, ...]:
        """The ids of the options it mentions, each once, in order of first mention."""
        return tuple(dict.fromkeys(name.option for name in self.names))

    def holds(self, chosen: Chosen) -> Truth:
        """Where the statement is true: ``chosen(option id)`` gives arrays of bool, or of packed bits, of one shape."""
        return _truth(self.tree, chosen)

    def holds_in(self, state: Mapping[str, bool]) -> bool:
        """Whether the statement is true of one state, given as option id to yes or no.

        >>> parse("a if b").holds_in({"a": False, "b": True})
        False
        """
        return bool(self.holds(lambda option: np.asarray(state[option], dtype=np.bool_)))


def _truth(tree: Tree, chosen: Chosen) -> Truth:
    match tree:
        case Named(option):
            return chosen(option)
        case Not(part):
            return ~_truth(part, chosen)
        case And(parts):
            return reduce(np.bitwise_and, (_truth(part, chosen) for part in parts))
        case Or(parts):
            return reduce(np.bitwise_or, (_truth(part, chosen) for part in parts))
        case If(consequence, condition):
            return _truth(consequence, chosen) | ~_truth(condition, chosen)
        case Iff(left, right):
            return ~(_truth(left, chosen) ^ _truth(right, chosen))


def _names(tree: Tree) -> Iterator[Named]:
    match tree:
        case Named():
            yield tree
        case Not(part):
            yield from _names(part)
        case And(parts) | Or(parts):
            for part in parts:
                yield from _names(part)
        case If(first, second) | Iff(first, second):
            yield from _names(first)
            yield from _names(second)


def parse(text: str) -> Statement:
    """Read a statement.

    Raises StatementError with the column (from 1) and a caret under it.

    >>> parse("a if not b").tree
    If(consequence=Named(option='a', column=1), condition=Not(part=Named(option='b', column=10)))
    >>> parse("a and and b")
    Traceback (most recent call last):
    hikiwake.errors.StatementError: column 7: expected an option, "not" or "(", found "and"
      a and and b
            ^
    """
    if len(text) > LONGEST:
        raise StatementError(f"{len(text):,} characters; a statement has at most {LONGEST:,}")
    return Statement(text, _Parser(text).whole())


def pointed(text: str, column: int, message: str) -> str:
    """A message with the column, the line itself (of a long one the part around the place), and a caret under it."""
    first = max(0, column - 1 - WINDOW)
    line = re.sub(r"\s", " ", text[first : column + WINDOW])
    return f"column {column}: {message}\n  {line}\n  {' ' * (column - 1 - first)}^"


class _Parser:
    """Recursive descent, one method per line of the grammar; holds the place where it is in the text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = [(match[match.lastgroup or 0], match.start(match.lastgroup or 0) + 1)
                       for match in _TOKEN.finditer(text)]  # fmt: skip
        self.place = 0
        self.depth = 0

    def whole(self) -> Tree:
        tree = self.statement()
        if self.word:
            raise self.fault('expected "and", "or", "if", "iff" or the end')
        return tree

    @property
    def word(self) -> str:
        return self.tokens[self.place][0] if self.place < len(self.tokens) else ""

    @property
    def column(self) -> int:
        return self.tokens[self.place][1] if self.place < len(self.tokens) else len(self.text.rstrip()) + 1

    def fault(self, expected: str) -> StatementError:
        found = f'"{self.word}"' if self.word else "the end"
        return StatementError(pointed(self.text, self.column, f"{expected}, found {found}"))

    def deeper(self) -> None:
        self.depth += 1
        if self.depth > DEEPEST:
            raise StatementError(pointed(self.text, self.column, f"nested deeper than {DEEPEST} levels; split it"))

    def statement(self) -> Tree:
        self.deeper()
        tree = self.clause()
        levels = 1
        while self.word in ("if", "iff"):
            self.deeper()
            levels += 1
            node = If if self.word == "if" else Iff
            self.place += 1
            tree = node(tree, self.clause())
        self.depth -= levels
        return tree

    def clause(self) -> Tree:
        parts = [self.term()]
        while self.word == "or":
            self.place += 1
            parts.append(self.term())
        return parts[0] if len(parts) == 1 else Or(tuple(parts))

    def term(self) -> Tree:
        parts = [self.factor()]
        while self.word == "and":
            self.place += 1
            parts.append(self.factor())
        return parts[0] if len(parts) == 1 else And(tuple(parts))

    def factor(self) -> Tree:
        if self.word == "not":
            return self.negation()
        if self.word == "(":
            return self.bracket()
        if not is_option_id(self.word):
            raise self.fault('expected an option, "not" or "("')
        tree = Named(self.word, self.column)
        self.place += 1
        return tree

    def negation(self) -> Tree:
        self.deeper()
        self.place += 1
        tree = Not(self.factor())
        self.depth -= 1
        return tree

    def bracket(self) -> Tree:
        opened = self.column
        self.place += 1
        tree = self.statement()
        if self.word != ")":
            raise self.fault(f'expected ")" for the "(" at column {opened}')
        self.place += 1
        return tree
