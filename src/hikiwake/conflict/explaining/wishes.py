"""Preference statements with the titles of their options, as wishes in a sentence."""

from __future__ import annotations

from hikiwake.conflict.model.conflict import Conflict
from hikiwake.conflict.model.statements import And, If, Iff, Named, Not, Or, Statement, Tree


def statement_words(conflict: Conflict, statement: Statement) -> str:
    """A statement with the titles of its options.

    >>> from hikiwake.conflict.model.conflict import DecisionMaker, Option
    >>> from hikiwake.conflict.model.statements import parse
    >>> one = Conflict((DecisionMaker("A", (Option("arm", "Build up forces"), Option("talk"))),))
    >>> statement_words(one, parse("not arm if talk"))
    'not “Build up forces” if “talk”'
    """
    return _tree_words(statement.tree, titles_of(conflict))


def titles_of(conflict: Conflict) -> dict[str, str]:
    """The options by id with their titles, or their ids where they have none."""
    return {option.id: option.title or option.id for option in conflict.options}


def _tree_words(tree: Tree, titles: dict[str, str]) -> str:
    match tree:
        case Named(option):
            return f"“{titles[option]}”"
        case Not(part):
            return f"not {_inner(part, titles)}"
        case And(parts):
            return " and ".join(_inner(part, titles) for part in parts)
        case Or(parts):
            return " or ".join(_inner(part, titles) for part in parts)
        case If(consequence, condition):
            return f"{_inner(consequence, titles)} if {_inner(condition, titles)}"
        case Iff(left, right):
            return f"{_inner(left, titles)} exactly when {_inner(right, titles)}"


def _inner(tree: Tree, titles: dict[str, str]) -> str:
    """A part of a statement, in brackets where it could be misread; “not” and “and” read well without."""
    words = _tree_words(tree, titles)
    return words if isinstance(tree, Named | Not | And) else f"({words})"


def wish_words(conflict: Conflict, statement: Statement) -> str:
    """What somebody wants, as a clause without its subject."""
    match statement.tree:
        case Not(part=Named()):
            return f"does not want {statement_words(conflict, statement).removeprefix('not ')}"
        case If(consequence=Not(part=Named() as part), condition=condition):
            titles = titles_of(conflict)
            return f"does not want {_inner(part, titles)} if {_inner(condition, titles)}"
    return f"wants {statement_words(conflict, statement)}"
