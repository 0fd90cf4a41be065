"""From the tables of a TOML file to a conflict, collecting every fault of form on the way.

What cannot be understood is left out of the conflict and named among the faults; ``Reader.allows`` tells which faults
of substance are worth naming beside them, so that one mistake is not reported twice.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from hikiwake.conflict.files.typed import Table, TypedReader, decimal_of, show
from hikiwake.conflict.model.conflict import (
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
from hikiwake.conflict.model.faults import Fault, Place, nearest
from hikiwake.conflict.model.statements import Statement

TOP = ("title", "status_quo", "outcome", "era", "decision_makers", "infeasible", "coalesce", "forbidden_moves",
       "preferences", "settlements", "variants")  # fmt: skip


class Reader(TypedReader):
    """Reads the tables of a conflict file; ``faults`` grows while it reads."""

    def allows(self, fault: Fault) -> bool:
        """Whether a fault of substance adds something to the faults of form found so far."""
        shaken = {found.place[0] for found in self.faults if found.place}
        if "decision_makers" in shaken:
            return False
        needs_states = fault.place[:1] in (("status_quo",), ("outcome",)) or "ranking" in fault.place
        return not (needs_states and shaken & {"infeasible", "coalesce"})

    def conflict(self, content: Table) -> Conflict:
        """The conflict as far as it can be understood."""
        self._keys(content, (), TOP)
        preferences = self._preferences(content, ())
        makers = tuple(self._decision_maker(table, place, preferences)
                       for table, place in self._tables(content, (), "decision_makers"))  # fmt: skip
        self._strangers(preferences, makers)
        return Conflict(
            decision_makers=makers,
            title=self._text(content, (), "title"),
            infeasible=self._rules(content, "infeasible"),
            coalesce=self._rules(content, "coalesce"),
            forbidden_moves=self._forbidden_moves(content),
            settlements=self._settlements(content),
            variants=tuple(self._variant(table, place) for table, place in self._tables(content, (), "variants")),
            status_quo=self._text(content, (), "status_quo"),
            outcome=self._text(content, (), "outcome"),
            era=self._text(content, (), "era"),
        )

    # decision makers and their preferences

    def _decision_maker(self, table: Table, place: Place, preferences: Mapping[str, Preference]) -> DecisionMaker:
        self._keys(table, place, ("name", "actor", "options"))
        name = self._needed(table, place, "name")
        if name and name not in preferences:
            self._fault(("preferences", name), "missing; give statements, a ranking or weights")
        options = tuple(self._option(entry, at) for entry, at in self._tables(table, place, "options"))
        return DecisionMaker(name, options, preferences.get(name, Statements()), self._text(table, place, "actor"))

    def _option(self, table: Table, place: Place) -> Option:
        self._keys(table, place, ("id", "title", "one_way"))
        one_way: OneWay | None = None
        if "one_way" in table:
            if table["one_way"] in ("on", "off"):
                one_way = table["one_way"]
            else:
                self._fault((*place, "one_way"), f'{show(table["one_way"])}; expected "on" (may only be taken) or '
                           '"off" (may only be given up)')  # fmt: skip
        return Option(self._needed(table, place, "id"), self._text(table, place, "title"), one_way)

    def _strangers(self, preferences: Mapping[str, Preference], makers: tuple[DecisionMaker, ...]) -> None:
        names = [maker.name for maker in makers]
        for name in preferences:
            if name not in names:
                self._fault(("preferences", name), f'no decision maker "{name}"; {nearest(name, names)}')

    def _preferences(self, content: Table, place: Place) -> dict[str, Preference]:
        tables = self._of_kind(content, place, "preferences", dict) or {}
        at = (*place, "preferences")
        return {name: self._preference(table, (*at, name)) for name, table in tables.items()
                if self._is_kind(table, (*at, name), dict)}  # fmt: skip

    def _preference(self, table: Table, place: Place) -> Preference:
        self._keys(table, place, ("statements", "ranking", "weights", "grounds"))
        given = [key for key in ("statements", "ranking", "weights") if key in table]
        if len(given) != 1:
            said = " and ".join(given) or "none of them"
            self._fault(place, f"expected one of statements, ranking or weights; {said} given")
            return Statements()
        if given == ["statements"]:
            return self._statements(table, place)
        grounds = self._texts(table, place, "grounds")
        if given == ["ranking"]:
            return Ranking(self._groups(table, place), grounds)
        return Weights(self._weights(table, place), grounds)

    def _statements(self, table: Table, place: Place) -> Statements:
        if "grounds" in table:
            self._fault((*place, "grounds"), "each statement has grounds of its own; move them there")
        found = [self._preference_statement(entry, at) for entry, at in self._tables(table, place, "statements")]
        return Statements(tuple(statement for statement in found if statement))

    def _preference_statement(self, table: Table, place: Place) -> PreferenceStatement | None:
        self._keys(table, place, ("says", "grounds", "about", "inferred"))
        says = self._statement(table, place, "says")
        about = self._of_kind(table, place, "about", int) or 0
        inferred = self._of_kind(table, place, "inferred", str) or ""
        return PreferenceStatement(says, self._texts(table, place, "grounds"), about, inferred) if says else None

    def _groups(self, table: Table, place: Place) -> tuple[tuple[str, ...], ...]:
        """A group of a ranking is a list of state patterns; a single pattern may stand alone."""
        groups = []
        for number, group in enumerate(self._of_kind(table, place, "ranking", list) or []):
            patterns = [group] if isinstance(group, str) else group
            if isinstance(patterns, list) and patterns and all(isinstance(pattern, str) for pattern in patterns):
                groups.append(tuple(patterns))
            else:
                self._fault((*place, "ranking", number), f'{show(group)}; expected a list of states such as ["YN"]')
        return tuple(groups)

    def _weights(self, table: Table, place: Place) -> tuple[tuple[str, Decimal], ...]:
        weights = []
        for option, value in (self._of_kind(table, place, "weights", dict) or {}).items():
            number = decimal_of(value)
            if number is None:
                self._fault((*place, "weights", option), f"{show(value)}; expected a number of at most 18 digits")
            else:
                weights.append((option, number))
        return tuple(weights)

    # rules, settlements, variants

    def _rules(self, content: Table, key: str) -> tuple[Statement, ...]:
        found = []
        for table, place in self._tables(content, (), key):
            self._keys(table, place, ("when",))
            found.append(self._statement(table, place, "when"))
        return tuple(statement for statement in found if statement)

    def _forbidden_moves(self, content: Table) -> tuple[ForbiddenMove, ...]:
        found = []
        for table, place in self._tables(content, (), "forbidden_moves"):
            self._keys(table, place, ("from", "to"))
            origin, target = self._statement(table, place, "from"), self._statement(table, place, "to")
            if origin and target:
                found.append(ForbiddenMove(origin, target))
        return tuple(found)

    def _settlements(self, content: Table) -> tuple[Settlement, ...]:
        found = []
        for table, place in self._tables(content, (), "settlements"):
            self._keys(table, place, ("formula", "when"))
            formula, when = self._needed(table, place, "formula"), self._statement(table, place, "when")
            if when:
                found.append(Settlement(formula, when))
        return tuple(found)

    def _variant(self, table: Table, place: Place) -> Variant:
        self._keys(table, place, ("name", "preferences"))
        preferences = self._preferences(table, place)
        if "preferences" not in table:
            self._fault((*place, "preferences"), "missing; a variant replaces the preferences that it names")
        return Variant(self._needed(table, place, "name"), tuple(preferences.items()))
