"""One finding: what one reading of one era says about one settlement, as values and in words."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import Any

from hikiwake.conflict.concepts.definitions import Concept
from hikiwake.conflict.model.changes import OnStatements, kind
from hikiwake.conflict.model.conflict import Conflict, Statements
from hikiwake.conflict.model.statements import parse
from hikiwake.modelling.wishes import change_words, titles, wish_words
from hikiwake.settlement.blockers import Blocker
from hikiwake.settlement.judgement import Verdict
from hikiwake.settlement.least_change import Least, Searched
from hikiwake.settlement.shares import Share
from hikiwake.settlement.sources import Sources
from hikiwake.wording import least_change as changes
from hikiwake.wording import settlements as wording


@dataclass(frozen=True, slots=True)
class Finding:
    """What one reading of one era says about one settlement, in one form.

    by: whose reading it is, by name
    state: the form that is judged, as text; standing: whether it is the state at the beginning
    parties: who has to sign; alone: who can bring it about by itself; gaining: who of these gains by it
    holds, at_rest: nobody leaves the settlement; nobody leaves the very state
    holds_otherwise: another state of the settlement that holds, where this form does not; "" for none
    signed: None for perhaps, and where it is not told
    refused_by: the parties that refuse it on record, with the positions that say so
    undo: what was done for good and would have to be undone; untold: parties with acts of which nothing is told
    fallbacks: the states in which things end without it
    levers, searched: the least changes after which it is agreed, and how far was searched for them, where it was
    share: in what share of draws the verdict is the same
    """

    era: str
    settlement: str
    title: str
    variant: str
    by: str
    concept: Concept
    state: str
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
    reachable: bool
    undo: tuple[str, ...]
    untold: tuple[tuple[str, str], ...]
    fallbacks: tuple[str, ...]
    blocked_by: tuple[Blocker, ...]
    levers: tuple[Least, ...]
    searched: Searched | None
    share: Share
    conflict: Conflict
    sources: Sources

    @property
    def agreed(self) -> bool:
        """Whether its parties would sign it and it would hold."""
        return self.verdict == "agreed"

    @property
    def sentences(self) -> tuple[str, ...]:
        """The verdict; who blocks it, if anybody; what would have to change, if anything."""
        opening = wording.opening(self.title, self.era, self.by)
        said = (f"{opening} {self.told}", self.blocked, self.changing)
        return tuple(one for one in said if one)

    @property
    def sentence(self) -> str:
        """The finding in words."""
        return " ".join(self.sentences)

    @property
    def told(self) -> str:
        """The verdict in words, to follow a colon."""
        otherwise = self._otherwise
        match self.verdict:
            case "alone":
                if self.standing:
                    return wording.standing(self.holds, otherwise)
                silent = {name for name, _ in self.untold}.issuperset(self.alone)
                return wording.alone(self.alone, self.gaining, not silent, self.holds, otherwise)
            case "agreed":
                return wording.agreed(self.parties)
            case "signed_only":
                return wording.signed_only(self.parties, otherwise)
            case "not_told":
                return wording.not_told(self._silent, self.holds, otherwise)
        if self.signed is None:
            return wording.perhaps(self.parties, self.holds, otherwise)
        return wording.unsigned(self._why_unsigned, self.holds, otherwise)

    @property
    def _why_unsigned(self) -> str:
        if not self.reachable:
            return wording.out_of_reach([titles(self.conflict)[one] for one in self.undo])
        if self.state in self.fallbacks:
            return wording.NO_NEED
        refused = self.refused_by or any(one.way == "loses" for one in self.blocked_by)
        return "" if refused else wording.NOBODY_GAINS

    @property
    def _otherwise(self) -> str:
        if not self.holds_otherwise:
            return ""
        pairs = list(zip(self.conflict.options, self.state, self.holds_otherwise, strict=True))
        begins, ends = ([option.title or option.id for option, old, new in pairs if (old, new) == change]
                        for change in (("N", "Y"), ("Y", "N")))  # fmt: skip
        return wording.another_form(begins, ends)

    @property
    def _silent(self) -> list[tuple[str, list[str]]]:
        called = titles(self.conflict)
        return [
            (name, [called[option] for _, option in each]) for name, each in groupby(self.untold, lambda one: one[0])
        ]

    @property
    def blocked(self) -> str:
        """Who blocks the settlement, by which move, for the sake of what, as told by whom; each with one reason."""
        clauses = [wording.refuses(name, self.sources.named(ids, self.variant)) for name, ids in self.refused_by]
        told: dict[tuple[str, str], Blocker] = {}
        for one in self.blocked_by:
            if (
                one.way != "loses"
                or self.verdict != "alone"
                or (one.decision_maker in self.alone and not self.standing)
            ):
                told.setdefault((one.decision_maker, one.way), one)
        losing = {name: one.statement for (name, way), one in told.items() if way == "loses"}
        for (name, way), one in told.items():
            leaving = told.get((name, "leaves")) or told.get((name, "loosens"))
            if way == "loses" and leaving and leaving.statement == one.statement:
                clauses.append(self._clause(leaving, losing=one))
            elif way == "loses" or losing.get(name) != one.statement:
                clauses.append(self._clause(one))
        return wording.blocked(clauses)

    def _clause(self, one: Blocker, losing: Blocker | None = None) -> str:
        """Who loses or leaves, and for what; losing: the same decision maker as one that loses, for the same wish."""
        wish = wish_words(self.conflict, parse(one.statement)) if one.statement else wording.RANKED
        told = wording.told_by(self.sources.named(one.grounds, self.variant), inferred=self._inferred(one))
        if one.way == "loses":
            return wording.loses(one.decision_maker, wish, told, anyway=self.anyway(one))
        called, at_once = titles(self.conflict), one.way == "leaves"
        step = wording.move([called[each] for each in one.begins], [called[each] for each in one.ends])
        if losing is None:
            return wording.leaves(one.decision_maker, step, wish, told, at_once=at_once)
        anyway = self.anyway(losing)
        return wording.loses_and_leaves(one.decision_maker, step, wish, told, anyway=anyway, at_once=at_once)

    def _inferred(self, one: Blocker) -> bool:
        """Whether the statement that decides is marked as more than its grounds say."""
        preference = self.conflict.decision_maker(one.decision_maker).preference
        statements = preference.statements if isinstance(preference, Statements) else ()
        return any(said.inferred for said in statements
                   if (said.says.text, said.grounds) == (one.statement, one.grounds))  # fmt: skip

    def anyway(self, one: Blocker) -> bool:
        """Whether the settlement is realised, in another form, where things end that a party prefers to it."""
        signs = {option.id: sign == "Y" for option, sign in zip(self.conflict.options, one.against, strict=False)}
        when = next(each.when for each in self.conflict.settlements if each.formula == self.settlement)
        return bool(one.against) and when.holds_in(signs)

    @property
    def changing(self) -> str:
        """What would have to change for the settlement to be agreed; nothing where nothing has to."""
        if self.levers:
            words = [change_words(self.conflict, change) for change in self.levers[0].changes]
            return changes.least(words, len(self.levers) - 1)
        if self.searched is None:
            return ""
        return changes.untried(self.searched.why) if self.searched.why else changes.none_enough(self.searched.most)

    def as_row(self) -> dict[str, Any]:
        """The finding as plain values, ready for JSON."""
        return {
            "era": self.era,
            "settlement": self.settlement,
            "title": self.title,
            "variant": self.variant,
            "concept": self.concept,
            "parties": list(self.parties),
            "verdict": self.verdict,
            "holds": self.holds,
            "at_rest": self.at_rest,
            "holds_otherwise": self.holds_otherwise or None,
            "signed": self.signed,
            "refused_by": [name for name, _ in self.refused_by],
            "blocked_by": [
                {"decision_maker": one.decision_maker, "move": one.move or None, "statement": one.statement,
                 "grounds": list(one.grounds)} for one in self.blocked_by
            ],
            "levers": [
                {"changes": [_change(self.conflict, change) for change in one.changes], "cost": one.cost}
                for one in self.levers
            ],
            "share": self.share.share,
            "share_low": self.share.low,
            "share_high": self.share.high,
            "sentence": self.sentence,
        }  # fmt: skip


def _change(conflict: Conflict, change: OnStatements) -> dict[str, Any]:
    preference = conflict.decision_maker(change.decision_maker).preference
    number = getattr(change, "statement", None)
    says = preference.statements[number - 1].says.text if isinstance(preference, Statements) and number else ""
    record = {"kind": kind(change), "decision_maker": change.decision_maker, "statement": says}
    rank = {"rank": change.rank} if hasattr(change, "rank") else {}
    return {**record, **rank, "words": change_words(conflict, change)}
