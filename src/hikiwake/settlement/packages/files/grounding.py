"""The grounds of a voice: entries by issue, or by the alternatives of one, and those of the level."""

from __future__ import annotations

from collections.abc import Mapping

from hikiwake.conflict.files.typed import Table, TypedReader
from hikiwake.conflict.model.faults import Place, nearest
from hikiwake.settlement.packages.negotiation import Issue

Particular = dict[tuple[str, str], tuple[str, ...]]


class GroundingReader(TypedReader):
    """Reads grounds once the issues are known."""

    def __init__(self) -> None:
        super().__init__()
        self.issues: tuple[Issue, ...] = ()

    def _table(self, table: Table, key: str) -> Table:
        """The table under a key, empty where there is none; a value of another kind was told by ``_orders_once``."""
        value = table.get(key, {})
        return value if isinstance(value, dict) else {}

    def _grounds(self, table: Table, place: Place, level: str, single: Particular) -> dict[str, tuple[str, ...]]:
        """The ids of entries by issue, those of single alternatives among them, and those of the level."""
        ids = [*(issue.id for issue in self.issues), level]
        given = self._of_kind(table, place, "grounds", dict) or {}
        for name in given:
            if name not in ids:
                self._fault((*place, "grounds", name), f"no issue; {nearest(name, ids)}")
        found = {}
        for name in (name for name in given if name in ids):
            if isinstance(given[name], dict) and name != level:
                every = (id_ for key, own in single.items() if key[0] == name for id_ in own)
                found[name] = tuple(dict.fromkeys(every))
            else:
                found["level" if name == level else name] = self._texts(given, (*place, "grounds"), name)
        return found

    def _inferred(self, table: Table, place: Place) -> dict[str, str | Mapping[str, str]]:
        """Why the evaluations of an issue say more than their grounds, by issue, or by the alternatives of one."""
        ids = [issue.id for issue in self.issues]
        given = self._of_kind(table, place, "inferred", dict) or {}
        for name in given:
            if name not in ids:
                self._fault((*place, "inferred", name), f"no issue; {nearest(name, ids)}")
        return {
            issue.id: self._inferred_of(given, (*place, "inferred"), issue)
            for issue in self.issues
            if issue.id in given
        }

    def _inferred_of(self, given: Table, place: Place, issue: Issue) -> str | Mapping[str, str]:
        """The reason for a whole issue, or one for each alternative that a table names."""
        each = given[issue.id]
        if not isinstance(each, dict):
            return self._text(given, place, issue.id)
        at = (*place, issue.id)
        for name in each:
            if name not in issue.alternatives:
                self._fault((*at, name), f"no alternative of {issue.id}; {nearest(name, issue.alternatives)}")
        return {name: self._text(each, at, name) for name in each if name in issue.alternatives}

    def _particular(self, table: Table, place: Place) -> Particular:
        """The ids of entries by issue and alternative, where a table of alternatives is given."""
        found: Particular = {}
        for issue in self.issues:
            given = self._table(table, "grounds").get(issue.id)
            if not isinstance(given, dict):
                continue
            for name in given:
                at = (*place, "grounds", issue.id)
                if name not in issue.alternatives:
                    self._fault((*at, name), f"no alternative of {issue.id}; {nearest(name, issue.alternatives)}")
                else:
                    found[issue.id, name] = self._texts(given, at, name)
        return found
