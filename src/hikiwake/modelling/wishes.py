"""Statements and changes of a conflict in words, with the titles of its options."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from hikiwake.conflict.model.changes import Add, Change, Drop, Flip, MoveTo
from hikiwake.conflict.model.conflict import Conflict, Statements
from hikiwake.conflict.model.statements import And, If, Iff, Named, Not, Or, Statement, Tree, parse
from hikiwake.conflict.model.titles import Titles, titles
from hikiwake.wording import least_change as wording
from hikiwake.wording.clauses import wishes as words_of


def wish_words(conflict: Conflict, statement: Statement) -> str:
    """What somebody wants, as a clause without its subject.

    >>> from hikiwake.conflict.model.conflict import DecisionMaker, Option
    >>> one = Conflict((DecisionMaker("A", (Option("arm", "Arm"), Option("talk", "Talk"))),))
    >>> for text in ("not arm if not talk", "arm if talk", "arm and not talk", "not (arm or talk)"):
    ...     print(wish_words(one, parse(text)))
    does not want “Arm” without “Talk”
    wants “Arm” if “Talk” is taken up
    wants “Arm” without “Talk”
    does not want “Arm” or “Talk”
    """
    against, words = _wish(statement.tree, titles(conflict))
    return words_of.wants(words, against)


def _wish(tree: Tree, called: Titles) -> tuple[bool, str]:
    """Whether somebody is against something, and against or for what."""
    match _plain(tree):
        case Not(part=Named(option)):
            return True, words_of.quoted(called[option])
        case Not(part=And(parts)) if (sides := _sides(parts)) and sides[0]:
            return True, words_of.together(*_called(sides, called))
        case And(parts) if sides := _sides(parts):
            has, lacks = _called(sides, called)
            return (False, words_of.jointly(has, lacks)) if has else (True, words_of.any_of(lacks))
        case If(Not(part=Named(option)), Not(part=Named(other))):
            return True, words_of.together([called[option]], [called[other]])
        case If(consequence, condition):
            against, words = _wish(consequence, called)
            return against, words_of.given(words, _condition(condition, called))
        case Iff(Not(part=left), right):
            return False, words_of.exactly(_inner(left, called), _condition(_plain(Not(right)), called))
        case Iff(left, right):
            return False, words_of.exactly(_inner(left, called), _condition(right, called))
        case other:
            return False, _tree_words(other, called)


def _plain(tree: Tree) -> Tree:
    """The same with as few denials as can be: none of a denial, an alternative or a condition."""
    match tree:
        case Not(Not(part)):
            return _plain(part)
        case Not(Or(parts)):
            return _all(_plain(Not(part)) for part in parts)
        case Not(And(parts)) if all(isinstance(part, Not) for part in parts):
            return Or(tuple(_plain(Not(part)) for part in parts))
        case Not(If(consequence, condition)):
            return _all((_plain(condition), _plain(Not(consequence))))
        case Not(Iff(left, right)):
            return Iff(left, Not(right))
        case And(parts):
            return _all(map(_plain, parts))
    return tree


def _all(parts: Iterable[Tree]) -> And:
    """All of some parts, those of parts included."""
    return And(tuple(each for part in parts for each in (part.parts if isinstance(part, And) else (part,))))


def _sides(parts: Sequence[Tree]) -> tuple[list[str], list[str]] | None:
    """The options that parts name and those that they deny; None where a part is more than that."""
    plain = [_plain(part) for part in parts]
    has = [one.option for one in plain if isinstance(one, Named)]
    lacks = [one.part.option for one in plain if isinstance(one, Not) and isinstance(one.part, Named)]
    return (has, lacks) if len(has) + len(lacks) == len(parts) else None


def _called(sides: tuple[list[str], list[str]], called: Titles) -> tuple[list[str], list[str]]:
    has, lacks = sides
    return called.several(has), called.several(lacks)


def _condition(tree: Tree, called: Titles) -> str:
    """Something as the condition of something else, as a clause."""
    match _plain(tree):
        case Named(option):
            return words_of.taken_up([called[option]], [])
        case Not(part=Named(option)):
            return words_of.taken_up([], [called[option]])
        case And(parts) if sides := _sides(parts):
            return words_of.taken_up(*_called(sides, called))
        case other:
            return _tree_words(other, called)


def _tree_words(tree: Tree, called: Titles) -> str:
    match tree:
        case Named(option):
            return words_of.quoted(called[option])
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


def _inner(tree: Tree, called: Titles) -> str:
    """A part of a statement, in brackets where it could be misread; a name and a denied name read well without."""
    words = _tree_words(tree, called)
    plain = isinstance(tree, Named) or (isinstance(tree, Not) and isinstance(tree.part, Named))
    return words if plain else f"({words})"


def change_words(conflict: Conflict, change: Change) -> str:
    """A change to somebody's statements, with the titles of the options; without the full stop."""
    if not isinstance(change, Drop | Flip | MoveTo | Add):
        raise TypeError(f"{change!r} is no change to a statement")
    preference = conflict.decision_maker(change.decision_maker).preference
    statements = preference.statements if isinstance(preference, Statements) else ()
    says = parse(change.says) if isinstance(change, Add) else statements[change.statement - 1].says
    against, words = _wish(says.tree, titles(conflict))
    match change:
        case Drop():
            return wording.dropped(change.decision_maker, words, against)
        case Flip():
            against, words = _wish(Not(says.tree), titles(conflict))
            return wording.comes_to(change.decision_maker, words, against)
        case Add():
            return wording.added(change.decision_maker, words, against, change.rank, len(statements) + 1)
    return wording.moved(change.decision_maker, words, against, change.rank, len(statements))
