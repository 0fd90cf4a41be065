"""Rules between alternatives, links of issues, packages that have a name, and the states to which packages belong."""

from __future__ import annotations

from collections.abc import Iterator

from hikiwake.conflict.files.typed import Table
from hikiwake.conflict.model.faults import nearest
from hikiwake.conflict.model.statements import Statement
from hikiwake.settlement.packages.files.voices import VoiceReader
from hikiwake.settlement.packages.negotiation import Clash, Link, Part, Tabled


class RuleReader(VoiceReader):
    """Reads what stands beside issues and parties."""

    def _excluded(self, content: Table) -> list[Clash]:
        found = []
        for table, place in self._tables(content, (), "excluded"):
            self._keys(table, place, ("when",))
            if part := self._part(table, place, "when"):
                found.append(Clash(tuple((issue, frozenset({at})) for issue, at in part), self._said(part)))
        return found

    def _needing(self, content: Table) -> list[Clash]:
        """What needs something else clashes with all other alternatives of that issue."""
        found = []
        for table, place in self._tables(content, (), "needed"):
            self._keys(table, place, ("when", "needs"))
            when, needs = self._part(table, place, "when"), self._part(table, place, "needs")
            if set(dict(when)) & set(dict(needs)):
                self._fault((*place, "needs"), "an issue stands on both sides; name it on one")
                continue
            for issue, at in needs if when else ():
                others = frozenset(range(len(self.issues[issue].alternatives))) - {at}
                given = tuple((issue, frozenset({at})) for issue, at in when)
                found.append(
                    Clash((*given, (issue, others)), f"{self._said(when)} without {self._said(((issue, at),))}")
                )
        return found

    def _said(self, part: tuple[tuple[int, int], ...]) -> str:
        said = (f"{self.issues[issue].id} = {self.issues[issue].alternatives[at]}" for issue, at in part)
        return ", ".join(said)

    def _states(self, content: Table) -> Iterator[tuple[Part, Statement]]:
        for table, place in self._tables(content, (), "states"):
            self._keys(table, place, ("package", "when"))
            part, statement = self._part(table, place, "package"), self._statement(table, place, "when")
            if statement:
                yield part, statement

    # what ties packages to the record

    def _links(self, content: Table) -> Iterator[Link]:
        ids = [issue.id for issue in self.issues]
        for table, place in self._tables(content, (), "links"):
            self._keys(table, place, ("issues", "grounds", "says"))
            named = self._texts(table, place, "issues")
            for name in named:
                if name not in ids:
                    self._fault((*place, "issues"), f'"{name}": no issue; {nearest(name, ids)}')
            if len(set(named)) < 2:
                self._fault((*place, "issues"), "expected at least two issues that are tied together")
            tied = tuple(dict.fromkeys(ids.index(name) for name in named if name in ids))
            yield Link(tied, self._texts(table, place, "grounds"), self._text(table, place, "says"))

    def _tabled(self, content: Table) -> Iterator[Tabled]:
        for table, place in self._tables(content, (), "tabled"):
            self._keys(table, place, ("name", "package", "grounds"))
            if "package" not in table:
                self._fault((*place, "package"), 'missing; expected a table such as { size = "large" }')
            package = self._package(table.get("package", {}), (*place, "package")) if "package" in table else ()
            yield Tabled(self._name(table, place, "name"), package, self._texts(table, place, "grounds"))
