"""What of a conflict its answers depend on: who can do what, what is possible, and what each wants.

Two editions of a case, or two readings of a model, often agree in that and differ in words and grounds only. These
functions take away what does not count, so that equal content is an equal value, by which an answer is found again.
"""

from __future__ import annotations

from dataclasses import replace

from hikiwake.conflict.model.conflict import (
    Conflict,
    DecisionMaker,
    Option,
    Preference,
    PreferenceStatement,
    Statements,
)


def ground(conflict: Conflict) -> Conflict:
    """The conflict without preferences and words: states and moves, and where it begins.

    >>> from hikiwake.conflict.model.statements import parse
    >>> stated = Statements((PreferenceStatement(parse("a"), ("1977",), 2),))
    >>> ground(Conflict((DecisionMaker("A", (Option("a", "Arm"),), stated),), title="Of two")).decision_makers
    (DecisionMaker(name='A', options=(Option(id='a', title='', one_way=None),), preference=Statements(statements=()), \
actor=''),)
    """
    return _with(conflict, [Statements()] * len(conflict.decision_makers))


def numbered(conflict: Conflict) -> Conflict:
    """The conflict with preferences as one set: each statement's ground is its own place, for ``grounds_at``."""
    return _with(conflict, [_numbered(maker.preference) for maker in conflict.decision_makers])


def drawn_from(conflict: Conflict) -> Conflict:
    """The conflict with preferences without grounds: what each wants, and how uncertain the ranks are."""
    return _with(conflict, [_groundless(maker.preference) for maker in conflict.decision_makers])


def grounds_at(preference: Preference, marks: tuple[str, ...]) -> tuple[str, ...]:
    """The grounds of what marks of ``numbered`` stand for.

    >>> from hikiwake.conflict.model.statements import parse
    >>> stated = Statements((PreferenceStatement(parse("a"), ("1956", "1977")), PreferenceStatement(parse("b"))))
    >>> grounds_at(stated, ("0",)), grounds_at(stated, ())
    (('1956', '1977'), ())
    """
    if not marks:
        return ()
    return preference.statements[int(marks[0])].grounds if isinstance(preference, Statements) else preference.grounds


def _with(conflict: Conflict, preferences: list[Preference]) -> Conflict:
    makers = zip(conflict.decision_makers, preferences, strict=True)
    return replace(
        conflict,
        decision_makers=tuple(DecisionMaker(maker.name, tuple(map(_untitled, maker.options)), preference)
                              for maker, preference in makers),
        title="", settlements=(), variants=(), outcome="", era="",
    )  # fmt: skip


def _untitled(option: Option) -> Option:
    return replace(option, title="")


def _numbered(preference: Preference) -> Preference:
    if isinstance(preference, Statements):
        places = enumerate(preference.statements)
        return Statements(tuple(PreferenceStatement(one.says, (str(place),)) for place, one in places))
    return replace(preference, grounds=("whole",))


def _groundless(preference: Preference) -> Preference:
    if isinstance(preference, Statements):
        return Statements(tuple(PreferenceStatement(one.says, about=one.about) for one in preference.statements))
    return replace(preference, grounds=())
