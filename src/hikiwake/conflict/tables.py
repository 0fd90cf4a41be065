"""From the tables of a TOML file to a conflict, collecting every fault of form on the way.

What cannot be understood is left out of the conflict and named among the faults; ``Reader.allows`` tells which faults
of substance are worth naming beside them, so that one mistake is not reported twice.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Any, TypeVar

from hikiwake.conflict.checks import Fault, Place, nearest
from hikiwake.conflict.model import (
    Conflict,
    DecisionMaker,
    ForbiddenMove,
    OneWay,
    Option,
    Preference,
    PreferenceStatement,
    Ranking,
    Settlement,
    Statements,
    Variant,
    Weights,
)
from hikiwake.conflict.statements import Statement, parse
from hikiwake.errors import StatementError

T = TypeVar("T")
Table = Mapping[str, Any]
KINDS = {str: "a text", int: "a whole number", list: "a list", dict: "a table"}
TOP = ("title", "status_quo", "outcome", "era", "decision_makers", "infeasible", "coalesce", "forbidden_moves",
       "preferences", "settlements", "variants")  # fmt: skip


class Reader:
    """Reads the tables of one file; ``faults`` grows while it reads."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []

    def allows(self, fault: Fault) -> bool:
        """Whether a fault of substance adds something to the faults of form found so far."""
        shaken = {found.place[0] for found in self.faults if found.place}
        if "decision_makers" in shaken:
            return False
        needs_states = fault.place[:1] in (("status_quo",), ("outcome",)) or "ranking" in fault.place
        return not (needs_states and shaken & {"infeasible", "coalesce"})

    def conflict(self, content: Table) -> Conflict:
        """The conflict as far as it can be understood."""
        self.keys(content, (), TOP)
        preferences = self.preferences(content, ())
        makers = tuple(self.decision_maker(table, place, preferences)
                       for table, place in self.tables(content, (), "decision_makers"))  # fmt: skip
        self.strangers(preferences, makers)
        return Conflict(
            decision_makers=makers,
            title=self.text(content, (), "title"),
            infeasible=self.rules(content, "infeasible"),
            coalesce=self.rules(content, "coalesce"),
            forbidden_moves=self.forbidden_moves(content),
            settlements=self.settlements(content),
            variants=tuple(self.variant(table, place) for table, place in self.tables(content, (), "variants")),
            status_quo=self.text(content, (), "status_quo"),
            outcome=self.text(content, (), "outcome"),
            era=self.text(content, (), "era"),
        )

    # decision makers and their preferences

    def decision_maker(self, table: Table, place: Place, preferences: Mapping[str, Preference]) -> DecisionMaker:
        self.keys(table, place, ("name", "actor", "options"))
        name = self.needed(table, place, "name")
        if name and name not in preferences:
            self.fault(("preferences", name), "missing; give statements, a ranking or weights")
        options = tuple(self.option(entry, at) for entry, at in self.tables(table, place, "options"))
        return DecisionMaker(name, options, preferences.get(name, Statements()), self.text(table, place, "actor"))

    def option(self, table: Table, place: Place) -> Option:
        self.keys(table, place, ("id", "title", "one_way"))
        one_way: OneWay | None = None
        if "one_way" in table:
            if table["one_way"] in ("on", "off"):
                one_way = table["one_way"]
            else:
                self.fault((*place, "one_way"), f'{show(table["one_way"])}; expected "on" (may only be taken) or '
                           '"off" (may only be given up)')  # fmt: skip
        return Option(self.needed(table, place, "id"), self.text(table, place, "title"), one_way)

    def strangers(self, preferences: Mapping[str, Preference], makers: tuple[DecisionMaker, ...]) -> None:
        names = [maker.name for maker in makers]
        for name in preferences:
            if name not in names:
                self.fault(("preferences", name), f'no decision maker "{name}"; {nearest(name, names)}')

    def preferences(self, content: Table, place: Place) -> dict[str, Preference]:
        tables = self.of_kind(content, place, "preferences", dict) or {}
        at = (*place, "preferences")
        return {name: self.preference(table, (*at, name)) for name, table in tables.items()
                if self.is_kind(table, (*at, name), dict)}  # fmt: skip

    def preference(self, table: Table, place: Place) -> Preference:
        self.keys(table, place, ("statements", "ranking", "weights", "grounds"))
        given = [key for key in ("statements", "ranking", "weights") if key in table]
        if len(given) != 1:
            said = " and ".join(given) or "none of them"
            self.fault(place, f"expected one of statements, ranking or weights; {said} given")
            return Statements()
        if given == ["statements"]:
            return self.statements(table, place)
        grounds = self.texts(table, place, "grounds")
        if given == ["ranking"]:
            return Ranking(self.groups(table, place), grounds)
        return Weights(self.weights(table, place), grounds)

    def statements(self, table: Table, place: Place) -> Statements:
        if "grounds" in table:
            self.fault((*place, "grounds"), "each statement has grounds of its own; move them there")
        found = [self.preference_statement(entry, at) for entry, at in self.tables(table, place, "statements")]
        return Statements(tuple(statement for statement in found if statement))

    def preference_statement(self, table: Table, place: Place) -> PreferenceStatement | None:
        self.keys(table, place, ("says", "grounds", "about"))
        says = self.statement(table, place, "says")
        about = self.of_kind(table, place, "about", int) or 0
        return PreferenceStatement(says, self.texts(table, place, "grounds"), about) if says else None

    def groups(self, table: Table, place: Place) -> tuple[tuple[str, ...], ...]:
        """A group of a ranking is a list of state patterns; a single pattern may stand alone."""
        groups = []
        for number, group in enumerate(self.of_kind(table, place, "ranking", list) or []):
            patterns = [group] if isinstance(group, str) else group
            if isinstance(patterns, list) and patterns and all(isinstance(pattern, str) for pattern in patterns):
                groups.append(tuple(patterns))
            else:
                self.fault((*place, "ranking", number), f'{show(group)}; expected a list of states such as ["YN"]')
        return tuple(groups)

    def weights(self, table: Table, place: Place) -> tuple[tuple[str, Decimal], ...]:
        weights = []
        for option, value in (self.of_kind(table, place, "weights", dict) or {}).items():
            number = _decimal(value)
            if number is None:
                self.fault((*place, "weights", option), f"{show(value)}; expected a number of at most 18 digits")
            else:
                weights.append((option, number))
        return tuple(weights)

    # rules, settlements, variants

    def rules(self, content: Table, key: str) -> tuple[Statement, ...]:
        found = []
        for table, place in self.tables(content, (), key):
            self.keys(table, place, ("when",))
            found.append(self.statement(table, place, "when"))
        return tuple(statement for statement in found if statement)

    def forbidden_moves(self, content: Table) -> tuple[ForbiddenMove, ...]:
        found = []
        for table, place in self.tables(content, (), "forbidden_moves"):
            self.keys(table, place, ("from", "to"))
            origin, target = self.statement(table, place, "from"), self.statement(table, place, "to")
            if origin and target:
                found.append(ForbiddenMove(origin, target))
        return tuple(found)

    def settlements(self, content: Table) -> tuple[Settlement, ...]:
        found = []
        for table, place in self.tables(content, (), "settlements"):
            self.keys(table, place, ("formula", "when"))
            formula, when = self.needed(table, place, "formula"), self.statement(table, place, "when")
            if when:
                found.append(Settlement(formula, when))
        return tuple(found)

    def variant(self, table: Table, place: Place) -> Variant:
        self.keys(table, place, ("name", "preferences"))
        preferences = self.preferences(table, place)
        if "preferences" not in table:
            self.fault((*place, "preferences"), "missing; a variant replaces the preferences that it names")
        return Variant(self.needed(table, place, "name"), tuple(preferences.items()))

    # single values

    def fault(self, place: Place, message: str) -> None:
        self.faults.append(Fault(place, message))

    def keys(self, table: Table, place: Place, known: tuple[str, ...]) -> None:
        for key in table:
            if key not in known:
                self.fault((*place, key), f"unknown key; {nearest(key, known)}")

    def is_kind(self, value: object, place: Place, kind: type) -> bool:
        if isinstance(value, kind) and not (kind is int and isinstance(value, bool)):
            return True
        self.fault(place, f"{show(value)}; expected {KINDS[kind]}")
        return False

    def of_kind(self, table: Table, place: Place, key: str, kind: type[T]) -> T | None:
        if key in table and self.is_kind(table[key], (*place, key), kind):
            value: T = table[key]
            return value
        return None

    def text(self, table: Table, place: Place, key: str) -> str:
        return self.of_kind(table, place, key, str) or ""

    def needed(self, table: Table, place: Place, key: str) -> str:
        if key not in table:
            self.fault((*place, key), "missing; expected a text")
        return self.text(table, place, key)

    def texts(self, table: Table, place: Place, key: str) -> tuple[str, ...]:
        values = self.of_kind(table, place, key, list) or []
        return tuple(value for number, value in enumerate(values) if self.is_kind(value, (*place, key, number), str))

    def tables(self, table: Table, place: Place, key: str) -> list[tuple[Table, Place]]:
        values = self.of_kind(table, place, key, list) or []
        return [(value, (*place, key, number)) for number, value in enumerate(values)
                if self.is_kind(value, (*place, key, number), dict)]  # fmt: skip

    def statement(self, table: Table, place: Place, key: str) -> Statement | None:
        text = self.needed(table, place, key)
        if not isinstance(table.get(key), str):
            return None
        try:
            return parse(text)
        except StatementError as error:
            self.fault((*place, key), str(error))
            return None


def show(value: object) -> str:
    """A value as it may stand in a message: short, texts in quotes."""
    text = f'"{value}"' if isinstance(value, str) else str(value)
    return text if len(text) <= 60 else text[:57] + "..."


def _decimal(value: object) -> Decimal | None:
    try:
        number = Decimal(str(value)) if isinstance(value, int | Decimal) and not isinstance(value, bool) else None
    except InvalidOperation:
        return None
    return number if number is not None and number.is_finite() and abs(number.adjusted()) <= 18 else None
