"""What a reading of an era says about a settlement, as values."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from hikiwake.conflict.concepts.definitions import Concept
from hikiwake.conflict.model.conflict import Conflict
from hikiwake.conflict.model.statements import Statement
from hikiwake.conflict.model.titles import Titles, titles
from hikiwake.settlement.blockers import Blocker
from hikiwake.settlement.endings import Endings
from hikiwake.settlement.judgement import Verdict
from hikiwake.settlement.least_change import Least, Searched
from hikiwake.settlement.shares import Share
from hikiwake.settlement.sources import Sources
from hikiwake.wording import settlements as wording


@dataclass(frozen=True, slots=True)
class Found:
    """What one reading of one era says about one settlement, in one form.

    by: whose reading it is, by name
    state: the form that is judged, as text; beginning: the state at the beginning; standing: whether these are one
    parties: who has to sign; alone: who can bring it about by itself; gaining: who of these gains by it
    holds, at_rest: nobody leaves the settlement; nobody leaves the very state
    holds_otherwise: another state of the settlement that holds, where this form does not; "" for none
    signed: None for perhaps, and where it is not told
    refused_by, accepted_by: the parties that refuse it on record, or accept it, with the positions that say so
    undo: what was done for good and would have to be undone; untold: parties with acts of which nothing is told
    fallbacks: the states in which things end without it; endings: counts of these
    levers, searched: the least changes after which it is agreed, and how far was searched for them, where it was
    carrying: the options, left open by it, without which as they are in its form the first lever would not do
    fixed: the options that are one way in every state of the settlement; it leaves the others open
    share: in what share of draws the verdict is the same
    """

    era: str
    settlement: str
    title: str
    variant: str
    by: str
    concept: Concept
    state: str
    beginning: str
    standing: bool
    parties: tuple[str, ...]
    alone: tuple[str, ...]
    gaining: tuple[str, ...]
    verdict: Verdict
    holds: bool
    at_rest: bool
    holds_otherwise: str
    signed: bool | None
    refused_by: tuple[tuple[str, tuple[str, ...]], ...]
    accepted_by: tuple[tuple[str, tuple[str, ...]], ...]
    reachable: bool
    undo: tuple[str, ...]
    untold: tuple[tuple[str, str], ...]
    fallbacks: tuple[str, ...]
    blocked_by: tuple[Blocker, ...]
    endings: Endings
    levers: tuple[Least, ...]
    searched: Searched | None
    carrying: tuple[str, ...]
    fixed: tuple[str, ...]
    share: Share
    conflict: Conflict
    sources: Sources

    @property
    def when(self) -> Statement:
        """In which states the settlement is realised."""
        return next(each.when for each in self.conflict.settlements if each.formula == self.settlement)

    @property
    def called(self) -> Titles:
        """What each option is called, by id."""
        return titles(self.conflict)

    def differing(self, state: str, other: str) -> tuple[list[str], list[str]]:
        """The titles of the options that a state lacks and another has, and the other way round."""
        pairs = list(zip(self.conflict.options, state, other, strict=True))
        return tuple(self.called.several(option.id for option, *signs in pairs if signs == [*change])
                     for change in ("NY", "YN"))  # type: ignore[return-value]  # fmt: skip

    def signs(self, state: str) -> dict[str, str]:
        """The options of a state with their signs, by id."""
        return dict(zip((option.id for option in self.conflict.options), state, strict=True))

    @property
    def left_open(self) -> tuple[str, ...]:
        """The options that the settlement leaves open."""
        every = (option.id for option in self.conflict.options)
        return tuple(each for each in every if each not in (*self.when.options, *self.fixed))

    def form(self, depends: Collection[str], state: str = "") -> str:
        """The form that is judged, or another state, in words: in some options that are left open; "" without any."""
        if not depends:
            return ""
        signs, first = self.signs(state or self.state), self.signs(self.beginning)
        told = (self.called.several(each for each in signs if each in depends and signs[each] == mark) for mark in "YN")
        return wording.judged_as(*told, at_first=all(signs[each] == first[each] for each in self.left_open))
