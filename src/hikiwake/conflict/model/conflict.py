"""The graph model of a conflict in option form: who can do what, what is possible, and who prefers what.

A *decision maker* controls *options*. A *state* says yes or no for each option. Rules remove states, merge them,
or forbid moves between them. A preference orders the states for one decision maker. Grounds are ids of entries of a
dossier; the model carries them along and does not look at them.

Reference: Fang, Hipel and Kilgour (1993), Interactive Decision Making: The Graph Model for Conflict Resolution.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal, TypeAlias

from hikiwake.conflict.model.statements import Statement
from hikiwake.errors import ModelError
from hikiwake.wording.terminal.near import QUOTE, near_or_some

OneWay: TypeAlias = Literal["on", "off"]


@dataclass(frozen=True, slots=True)
class Option:
    """Something one decision maker can do or leave; ``one_way`` "on": may only be taken; "off": only given up."""

    id: str
    title: str = ""
    one_way: OneWay | None = None


@dataclass(frozen=True, slots=True)
class PreferenceStatement:
    """A statement that a decision maker wants to hold.

    about: by how many ranks its place may be wrong; inferred: why it is more than its grounds say, or nothing
    """

    says: Statement
    grounds: tuple[str, ...] = ()
    about: int = 0
    inferred: str = ""


@dataclass(frozen=True, slots=True)
class Statements:
    """Preference by prioritised statements, the most important first.

    With p statements a state scores the sum over its true statements j = 1..p of 2^(p-j); equal scores are a tie.
    """

    statements: tuple[PreferenceStatement, ...] = ()


@dataclass(frozen=True, slots=True)
class Ranking:
    """Preference by ranking: groups of state patterns, best first; a group is a tie, "-" stands for yes or no."""

    groups: tuple[tuple[str, ...], ...]
    grounds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Weights:
    """Preference by option weights: a state is worth the sum of the weights of the options taken in it."""

    weights: tuple[tuple[str, Decimal], ...]
    grounds: tuple[str, ...] = ()


Preference: TypeAlias = Statements | Ranking | Weights


@dataclass(frozen=True, slots=True)
class DecisionMaker:
    """A party with its options and its preference; ``actor`` is its id in the dossier. No statements: indifferent."""

    name: str
    options: tuple[Option, ...]
    preference: Preference = Statements()
    actor: str = ""


@dataclass(frozen=True, slots=True)
class ForbiddenMove:
    """Nobody may move from a state where ``origin`` holds to one where ``target`` holds."""

    origin: Statement
    target: Statement


@dataclass(frozen=True, slots=True)
class Settlement:
    """The states in which a formula, a way to settle, is realised."""

    formula: str
    when: Statement


@dataclass(frozen=True, slots=True)
class Variant:
    """A rival reading of the conflict: it replaces the preferences that it names, by decision maker."""

    name: str
    preferences: tuple[tuple[str, Preference], ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """A conflict as one analyst models it: an input, never changed by solving it.

    >>> from hikiwake.conflict.model.statements import parse
    >>> row = DecisionMaker("Row", (Option("quiet_1"),), Statements((PreferenceStatement(parse("quiet_2")),)))
    >>> column = DecisionMaker("Column", (Option("quiet_2"),), Ranking((("YN", "NN"), ("-Y",))))
    >>> [option.id for option in Conflict((row, column)).options]
    ['quiet_1', 'quiet_2']
    """

    decision_makers: tuple[DecisionMaker, ...]
    title: str = ""
    infeasible: tuple[Statement, ...] = ()
    coalesce: tuple[Statement, ...] = ()
    forbidden_moves: tuple[ForbiddenMove, ...] = ()
    settlements: tuple[Settlement, ...] = ()
    variants: tuple[Variant, ...] = ()
    status_quo: str = ""
    outcome: str = ""
    era: str = ""

    @property
    def options(self) -> tuple[Option, ...]:
        """All options in file order; the first is the lowest bit of a state's code."""
        return tuple(option for decision_maker in self.decision_makers for option in decision_maker.options)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the decision makers in file order."""
        return tuple(decision_maker.name for decision_maker in self.decision_makers)

    def index(self, name: str) -> int:
        """The place of a decision maker, from 0; ModelError with the known names where there is none."""
        if name not in self.names:
            raise ModelError(f'no decision maker "{name}"{near_or_some(name, self.names, QUOTE)}')
        return self.names.index(name)

    def decision_maker(self, name: str) -> DecisionMaker:
        """The decision maker of that name."""
        return self.decision_makers[self.index(name)]

    def with_preference(self, name: str, preference: Preference) -> Conflict:
        """The same conflict with another preference for one decision maker."""
        place = self.index(name)
        changed = replace(self.decision_makers[place], preference=preference)
        return replace(
            self, decision_makers=(*self.decision_makers[:place], changed, *self.decision_makers[place + 1 :])
        )

    def variant(self, name: str) -> Conflict:
        """The conflict under one reading alone, a rival one or "" for its own; the others are left out.

        ModelError with the known names where there is no such variant.
        """
        known = {variant.name: variant.preferences for variant in self.variants} | {"": ()}
        if name not in known:
            raise ModelError(f'no variant "{name}"{near_or_some(name, filter(None, known), QUOTE)}')
        changed = replace(self, variants=())
        for decision_maker, preference in known[name]:
            changed = changed.with_preference(decision_maker, preference)
        return changed
