"""Statements: the grammar, its truth, and where a mistake is shown."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from hikiwake.conflict.model.statements import DEEPEST, is_option_id, parse
from hikiwake.errors import StatementError

BITS = tuple(product((False, True), repeat=3))


@pytest.mark.parametrize(
    ("text", "python"),
    [
        ("a", "a"),
        ("not a", "not a"),
        ("not not a", "a"),
        ("a and b or c", "(a and b) or c"),
        ("a or b and c", "a or (b and c)"),
        ("not a and b", "(not a) and b"),
        ("not (a and b)", "not (a and b)"),
        ("a if b", "a or not b"),
        ("a iff b", "a == b"),
        ("a or b if c", "(a or b) or not c"),
        ("a if b if c", "(a or not b) or not c"),
        ("a iff b iff c", "(a == b) == c"),
        ("a if (b iff c)", "a or not (b == c)"),
        ("((a))\n  and\tb", "a and b"),
    ],
)
def test_truth_is_that_of_logic(text: str, python: str) -> None:
    statement = parse(text)
    for a, b, c in BITS:
        expected = bool(eval(python, {}, {"a": a, "b": b, "c": c}))
        assert statement.holds_in({"a": a, "b": b, "c": c}) is expected


def test_truth_of_many_states_at_once() -> None:
    columns = {"a": np.array([0, 0, 1, 1], dtype=bool), "b": np.array([0, 1, 0, 1], dtype=bool)}
    assert parse("a if b").holds(columns.__getitem__).tolist() == [True, False, True, True]


def test_options_are_listed_once_in_order() -> None:
    assert parse("c and (a iff c) or not b").options == ("c", "a", "b")


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("", 1),
        ("   ", 1),
        ("a and", 6),
        ("a b", 3),
        ("a and and b", 7),
        ("(a or b", 8),
        ("a)", 2),
        ("()", 2),
        ("a & b", 3),
        ("not", 4),
        ("if a", 1),
        ("2a", 1),
        ("a or or", 6),
        ("-a", 1),
    ],
)
def test_a_mistake_is_shown_with_column_and_caret(text: str, column: int) -> None:
    with pytest.raises(StatementError) as caught:
        parse(text)
    lines = str(caught.value).split("\n")
    assert lines[0].startswith(f"column {column}: ")
    assert lines[2] == " " * (column + 1) + "^"


def test_the_bracket_left_open_is_named() -> None:
    with pytest.raises(StatementError, match='for the "\\(" at column 3'):
        parse("  (b and c")


@pytest.mark.parametrize("text", ["(" * 5000 + "a", "not " * 5000 + "a", "a" + " if a" * 5000])
def test_endless_nesting_is_refused_and_does_not_crash(text: str) -> None:
    with pytest.raises(StatementError, match=f"deeper than {DEEPEST}"):
        parse(text)


def test_long_lists_are_not_nesting() -> None:
    assert parse(" or ".join(["a"] * 5000)).holds_in({"a": True})


def test_option_ids_may_be_in_any_script() -> None:
    assert (
        is_option_id("hikiwake") and is_option_id("引き分け") and is_option_id("ничья") and is_option_id("two-islands")
    )
    assert not any(map(is_option_id, ("", "1st", "and", "a b", "-a")))


def test_statements_are_equal_by_their_text() -> None:
    assert parse("a  and b") != parse("a and b")
    assert parse("a and b") == parse("a and b")
    assert str(parse("a and b")) == "a and b"
