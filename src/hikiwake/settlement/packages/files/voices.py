"""What each voice of a package file says: weights, evaluations, orders and levels; faults with places."""

from __future__ import annotations

from hikiwake.conflict.files.typed import Table, show
from hikiwake.conflict.model.faults import Place, nearest
from hikiwake.settlement.packages.files.levels import A_NUMBER, NOTHING, LevelReader
from hikiwake.settlement.packages.listing.within import narrowed
from hikiwake.settlement.packages.negotiation import (
    READINGS,
    Issue,
    Order,
    Range,
    Reading,
    Stake,
    Voice,
)


class VoiceReader(LevelReader):
    """Reads parties and constituencies once the issues are known."""

    def _voice(self, table: Table, place: Place, level: str, party: Voice | None, *, alike: bool = False) -> Voice:
        """A voice; weights and reading that it does not tell are its party's, the rest too where it is ``alike``."""
        self._orders_once(table, place)
        stakes = tuple(self._stake(table, place, at, party, alike) for at in range(len(self.issues)))
        weighed = any(stake.weight.high for stake in stakes) or any("weights" in fault.place for fault in self.faults)
        if party is None and stakes and not weighed:
            self._fault((*place, "weights"), "all 0; give at least one issue a weight")
        given = party.level if party and alike else self.status_quo or NOTHING
        given = self._level(table[level], (*place, level)) if level in table else given
        single = self._particular(table, place)
        grounds = self._grounds(table, place, level, single)
        reading = self._reading(table, place, party)
        if reading == "scaled":
            self._refuse_below_nought(place, stakes)
        inferred = self._inferred(table, place)
        return Voice(self._name(table, place, "name"), stakes, given, reading, grounds, single, inferred)

    def _refuse_below_nought(self, place: Place, stakes: tuple[Stake, ...]) -> None:
        """What is divided by the best of its issue may not be below nought."""
        for issue, stake in zip(self.issues, stakes, strict=True):
            told = stake.evaluations.between if isinstance(stake.evaluations, Order) else stake.evaluations
            if any(each.low < 0 for each in told):
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
        where = (*place, "evaluations", issue.id)
        if issue.id in orders and issue.id in given:
            return self._order_within(table, place, issue)
        if issue.id in orders:
            return self._order(orders[issue.id], (*place, "orders", issue.id), issue, self._about(table, place, issue))
        if issue.id not in given:
            if issue.alternatives:
                self._fault(
                    where, f"missing; give an evaluation for each of {', '.join(issue.alternatives)}, or an order"
                )
            return ()
        if not self._is_kind(given[issue.id], where, dict):
            return ()
        return self._each(given[issue.id], where, issue)

    def _order_within(self, table: Table, place: Place, issue: Issue) -> tuple[Range, ...] | Order:
        """Evaluations with an order beside them, which may leave alternatives out."""
        given, listed = self._table(table, "evaluations")[issue.id], self._table(table, "orders")[issue.id]
        where, at = (*place, "evaluations", issue.id), (*place, "orders", issue.id)
        between = self._each(given, where, issue) if self._is_kind(given, where, dict) else ()
        groups = self._groups(listed, at, issue)
        if issue.id in self._table(table, "about"):
            self._fault((*place, "about", issue.id), "given beside evaluations; their intervals say what is uncertain")
        order = Order(groups, 0, between)
        if not between or not groups:
            return between
        for name, span in zip(issue.alternatives, narrowed(order), strict=True):
            if span.low > span.high:
                self._fault((*where, name), "contradicts the order; let the better be able to be at least as good")
        return order

    def _groups(self, given: object, place: Place, issue: Issue) -> tuple[tuple[int, ...], ...]:
        """Alternatives from the best to the worst, each at most once."""
        if not isinstance(given, list):
            self._fault(place, f"{show(given)}; expected a list from the best to the worst")
            return ()
        groups = [group if isinstance(group, list) else [group] for group in given]
        names = [name for group in groups for name in group]
        for name in names:
            if name not in issue.alternatives:
                self._fault(place, f"{show(name)} is no alternative of {issue.id}; "
                            f"{nearest(str(name), issue.alternatives)}")  # fmt: skip
        if twice := [name for name in issue.alternatives if names.count(name) > 1]:
            self._fault(place, f"expected each alternative at most once; not so: {', '.join(twice)}")
        return tuple(tuple(issue.alternatives.index(name) for name in group if name in issue.alternatives)
                     for group in groups)  # fmt: skip

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
