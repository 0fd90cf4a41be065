"""Statements and changes of a conflict in words, with the titles of its options."""

from __future__ import annotations

from collections.abc import Mapping

from hikiwake.conflict.model.changes import Change, Drop, Flip, MoveTo
from hikiwake.conflict.model.conflict import Conflict, Statements
from hikiwake.conflict.model.statements import And, If, Iff, Named, Not, Or, Statement, Tree
from hikiwake.wording import least_change as wording


def titles(conflict: Conflict) -> dict[str, str]:
    """What each option is called, by id."""
    return {option.id: option.title or option.id for option in conflict.options}


def statement_words(conflict: Conflict, statement: Statement) -> str:
    """A statement with the titles of its options.

    >>> from hikiwake.conflict.model.conflict import DecisionMaker, Option
    >>> from hikiwake.conflict.model.statements import parse
    >>> one = Conflict((DecisionMaker("A", (Option("arm", "Build up forces"), Option("talk"))),))
    >>> statement_words(one, parse("not arm if talk"))
    'not “Build up forces” if “talk”'
    """
    return _tree_words(statement.tree, titles(conflict))


def _tree_words(tree: Tree, called: Mapping[str, str]) -> str:
    match tree:
        case Named(option):
            return f"“{called[option]}”"
        case Not(part):
            return f"not {_inner(part, called)}"
        case And(parts):
            return " and ".join(_inner(part, called) for part in parts)
        case Or(parts):
            return " or ".join(_inner(part, called) for part in parts)
        case If(consequence, condition):
            return f"{_inner(consequence, called)} if {_inner(condition, called)}"
        case Iff(left, right):
            return f"{_inner(left, called)} exactly when {_inner(right, called)}"


def _inner(tree: Tree, called: Mapping[str, str]) -> str:
    """A part of a statement, in brackets where it could be misread; a name and a denied name read well without."""
    words = _tree_words(tree, called)
    plain = isinstance(tree, Named) or (isinstance(tree, Not) and isinstance(tree.part, Named))
    return words if plain else f"({words})"


def wish_words(conflict: Conflict, statement: Statement) -> str:
    """What somebody wants, as a clause without its subject."""
    match statement.tree:
        case Not(part=Named()):
            return f"does not want {statement_words(conflict, statement).removeprefix('not ')}"
        case If(consequence=Not(part=Named() as part), condition=condition):
            called = titles(conflict)
            return f"does not want {_inner(part, called)} if {_inner(condition, called)}"
    return f"wants {statement_words(conflict, statement)}"


def change_words(conflict: Conflict, change: Change) -> str:
    """A change to one statement, with the titles of the options; without the full stop."""
    if not isinstance(change, Drop | Flip | MoveTo):
        raise TypeError(f"{change!r} is no change to a statement that is there")
    preference = conflict.decision_maker(change.decision_maker).preference
    statements = preference.statements if isinstance(preference, Statements) else ()
    says = statements[change.statement - 1].says
    against = isinstance(says.tree, Not) and isinstance(says.tree.part, Named)
    words = statement_words(conflict, says)
    words = words.removeprefix("not ") if against else words
    match change:
        case Drop():
            return wording.dropped(change.decision_maker, words, against)
        case Flip():
            return wording.flipped(change.decision_maker, words, against)
    return wording.moved(change.decision_maker, words, against, change.rank, len(statements))
