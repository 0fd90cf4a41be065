"""What each voice of a package file says: weights, evaluations, orders, levels and grounds; faults with places."""

from __future__ import annotations

from fractions import Fraction

from hikiwake.conflict.files.typed import Table, TypedReader, decimal_of, show
from hikiwake.conflict.model.checks import Place, nearest
from hikiwake.settlement.packages.negotiation import (
    READINGS,
    Issue,
    Level,
    Order,
    Package,
    Part,
    Range,
    Reading,
    Stake,
    Voice,
)

NOTHING = Range(Fraction(0), Fraction(0))
MOST_DIGITS = 30
A_NUMBER = "a number, or a pair [low, high]"


class VoiceReader(TypedReader):
    """Reads parties and constituencies once the issues are known."""

    def __init__(self) -> None:
        super().__init__()
        self.issues: tuple[Issue, ...] = ()
        self.status_quo: Package | None = None

    def _voice(self, table: Table, place: Place, level: str, party: Voice | None, *, alike: bool = False) -> Voice:
        """A voice; weights and reading that it does not tell are its party's, the rest too where it is ``alike``."""
        self._orders_once(table, place)
        stakes = tuple(self._stake(table, place, at, party, alike) for at in range(len(self.issues)))
        weighed = any(stake.weight.high for stake in stakes) or any("weights" in fault.place for fault in self.faults)
        if party is None and stakes and not weighed:
            self._fault((*place, "weights"), "all 0; give at least one issue a weight")
        given = party.level if party and alike else self.status_quo or NOTHING
        given = self._level(table[level], (*place, level)) if level in table else given
        grounds = self._grounds(table, place, level)
        reading = self._reading(table, place, party)
        if reading == "scaled":
            self._refuse_below_nought(place, stakes)
        return Voice(self._name(table, place, "name"), stakes, given, reading, grounds)

    def _refuse_below_nought(self, place: Place, stakes: tuple[Stake, ...]) -> None:
        """What is divided by the best of its issue may not be below nought."""
        for issue, stake in zip(self.issues, stakes, strict=True):
            if not isinstance(stake.evaluations, Order) and any(each.low < 0 for each in stake.evaluations):
                where = (*place, "evaluations", issue.id)
                self._fault(where, 'below 0; expected 0 or more where reading = "scaled"')

    def _name(self, table: Table, place: Place, key: str) -> str:
        name = self._needed(table, place, key)
        if key in table and isinstance(table[key], str) and not name.strip():
            self._fault((*place, key), "empty; give it a name")
        return name

    def _reading(self, table: Table, place: Place, party: Voice | None) -> Reading:
        given = table.get("reading", party.reading if party else "raw")
        for reading in READINGS:
            if given == reading:
                return reading
        self._fault((*place, "reading"), f'{show(given)}; expected "raw" or "scaled"')
        return "raw"

    # stakes

    def _stake(self, table: Table, place: Place, at: int, party: Voice | None, alike: bool) -> Stake:
        weight, issue = self._weight(table, place, at, party, alike), self.issues[at].id
        told = any(issue in self._table(table, key) for key in ("evaluations", "orders"))
        if party is not None and alike and not told:
            return Stake(weight, party.stakes[at].evaluations)
        return Stake(weight, self._evaluations(table, place, at))

    def _weight(self, table: Table, place: Place, at: int, party: Voice | None, alike: bool) -> Range:
        issue = self.issues[at]
        weights = self._table(table, "weights")
        if issue.id in weights:
            weight = self._range(weights[issue.id], (*place, "weights", issue.id))
            if weight.low < 0:
                self._fault((*place, "weights", issue.id), f"{show(weights[issue.id])}; expected 0 or more")
            return weight
        if party is not None and ("weights" not in table or alike):
            return party.stakes[at].weight
        self._fault((*place, "weights", issue.id), f"missing; expected {A_NUMBER}, 0 where it does not matter")
        return NOTHING

    def _evaluations(self, table: Table, place: Place, at: int) -> tuple[Range, ...] | Order:
        issue = self.issues[at]
        given = self._table(table, "evaluations")
        orders = self._table(table, "orders")
        if issue.id in orders:
            return self._order(orders[issue.id], (*place, "orders", issue.id), issue, self._about(table, place, issue))
        where = (*place, "evaluations", issue.id)
        if issue.id not in given:
            if issue.alternatives:
                self._fault(
                    where, f"missing; give an evaluation for each of {', '.join(issue.alternatives)}, or an order"
                )
            return ()
        if not self._is_kind(given[issue.id], where, dict):
            return ()
        return self._each(given[issue.id], where, issue)

    def _each(self, table: Table, place: Place, issue: Issue) -> tuple[Range, ...]:
        for name in table:
            if name not in issue.alternatives:
                self._fault((*place, name), f"no alternative of {issue.id}; {nearest(name, issue.alternatives)}")
        for name in issue.alternatives:
            if name not in table:
                self._fault((*place, name), f"missing; expected {A_NUMBER}")
        return tuple(self._range(table[name], (*place, name)) if name in table else NOTHING
                     for name in issue.alternatives)  # fmt: skip

    def _order(self, given: object, place: Place, issue: Issue, about: int) -> Order:
        """Every alternative once, best first; those as good as each other in a list of their own."""
        if not isinstance(given, list):
            self._fault(place, f"{show(given)}; expected a list from the best to the worst")
            return Order(())
        groups = [group if isinstance(group, list) else [group] for group in given]
        names = [name for group in groups for name in group]
        for name in names:
            if name not in issue.alternatives:
                self._fault(place, f"{show(name)} is no alternative of {issue.id}; "
                            f"{nearest(str(name), issue.alternatives)}")  # fmt: skip
        missing = [name for name in issue.alternatives if names.count(name) != 1]
        if missing and set(map(str, names)) <= set(issue.alternatives):
            self._fault(place, f"expected each alternative once; not so: {', '.join(missing)}")
        if missing or len(names) != len(issue.alternatives):
            return Order(())
        return Order(tuple(tuple(issue.alternatives.index(name) for name in group) for group in groups), about)

    def _about(self, table: Table, place: Place, issue: Issue) -> int:
        about = self._table(table, "about").get(issue.id, 0)
        if isinstance(about, bool) or not isinstance(about, int) or not 0 <= about <= len(issue.alternatives):
            self._fault((*place, "about", issue.id), f"{show(about)}; expected a whole number of places")
            return 0
        return about

    def _orders_once(self, table: Table, place: Place) -> None:
        """Names of no issue, told once; an issue has evaluations or an order, not both."""
        for key in ("weights", "evaluations", "orders", "about"):
            for name in self._of_kind(table, place, key, dict) or {}:
                if name not in [issue.id for issue in self.issues]:
                    self._fault((*place, key, name), f"no issue; {nearest(name, [each.id for each in self.issues])}")
        for name in set(self._table(table, "evaluations")) & set(self._table(table, "orders")):
            self._fault((*place, "orders", name), "given beside evaluations; give one of them")

    def _table(self, table: Table, key: str) -> Table:
        """The table under a key, empty where there is none; a value of another kind was told by ``_orders_once``."""
        value = table.get(key, {})
        return value if isinstance(value, dict) else {}

    # levels and packages

    def _level(self, given: object, place: Place) -> Level:
        """A number, a pair, or a package."""
        return self._package(given, place) if isinstance(given, dict) else self._range(given, place)

    def _package(self, given: object, place: Place) -> Package:
        """A package: an alternative of every issue; what is not named is as in the status quo."""
        known = dict(self._alternatives(given, place)) if isinstance(given, dict) else {}
        if not isinstance(given, dict):
            self._is_kind(given, place, dict)
            return (0,) * len(self.issues)
        for at, issue in enumerate(self.issues):
            if at not in known and issue.id not in given and self.status_quo is None:
                self._fault((*place, issue.id), "missing; a package names an alternative of every issue")
        return tuple(known.get(at, self.status_quo[at] if self.status_quo else 0) for at in range(len(self.issues)))

    def _part(self, table: Table, place: Place, key: str) -> Part:
        """Some issues, each with one of its alternatives."""
        if key not in table:
            self._fault((*place, key), 'missing; expected a table such as { size = "large" }')
            return ()
        if not self._is_kind(table[key], (*place, key), dict):
            return ()
        if not table[key]:
            self._fault((*place, key), "empty; name at least one issue")
        return tuple(self._alternatives(table[key], (*place, key)))

    def _alternatives(self, given: Table, place: Place) -> list[tuple[int, int]]:
        ids, found = [issue.id for issue in self.issues], []
        for name, alternative in given.items():
            if name not in ids:
                self._fault((*place, name), f"no issue; {nearest(name, ids)}")
                continue
            known = self.issues[ids.index(name)].alternatives
            if alternative in known:
                found.append((ids.index(name), known.index(alternative)))
            else:
                self._fault((*place, name), f"{show(alternative)} is no alternative of {name}; "
                            f"{nearest(str(alternative), known)}")  # fmt: skip
        return found

    # numbers and grounds

    def _range(self, given: object, place: Place) -> Range:
        """A number, or a pair from the lower to the higher."""
        if isinstance(given, list):
            ends = [self._number(end, place) for end in given]
            if len(ends) != 2:
                self._fault(place, f"{show(given)}; expected {A_NUMBER}")
            elif ends[0] is not None and ends[1] is not None:
                if ends[0] > ends[1]:
                    self._fault(place, f"{show_ends(given)} is reversed; expected [low, high]")
                return Range(ends[0], ends[1])
            return NOTHING
        number = self._number(given, place)
        return NOTHING if number is None else Range(number, number)

    def _number(self, given: object, place: Place) -> Fraction | None:
        number = decimal_of(given)
        if number is None or len(number.as_tuple().digits) > MOST_DIGITS:
            self._fault(place, f"{show(given)}; expected {A_NUMBER}, of at most 18 digits before the point")
            return None
        return Fraction(number)

    def _grounds(self, table: Table, place: Place, level: str) -> dict[str, tuple[str, ...]]:
        """The ids of entries by issue, and those of the level."""
        ids = [*(issue.id for issue in self.issues), level]
        given = self._of_kind(table, place, "grounds", dict) or {}
        for name in given:
            if name not in ids:
                self._fault((*place, "grounds", name), f"no issue; {nearest(name, ids)}")
        return {("level" if name == level else name): self._texts(given, (*place, "grounds"), name)
                for name in given if name in ids}  # fmt: skip


def show_ends(pair: list[object]) -> str:
    """A pair as it stands in the file.

    >>> show_ends([2, 1])
    '[2, 1]'
    """
    return f"[{', '.join(map(str, pair))}]"
