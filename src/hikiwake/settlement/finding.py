"""One finding: what one reading of one era says about one settlement, as values and in words."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from hikiwake.conflict.model.changes import Add, OnStatements, kind
from hikiwake.conflict.model.conflict import Conflict, PreferenceStatement, Statements
from hikiwake.modelling.wishes import change_words
from hikiwake.settlement.blockers import Blocker
from hikiwake.settlement.clauses import Clauses
from hikiwake.settlement.found import Found
from hikiwake.settlement.least_change import Least, Searched
from hikiwake.wording import least_change as changes
from hikiwake.wording import settlements as wording
from hikiwake.wording.clauses import blocking


@dataclass(frozen=True, slots=True)
class Finding(Found):
    """What one reading of one era says about one settlement, in words; ``Found`` has the values."""

    @property
    def agreed(self) -> bool:
        """Whether its parties would sign it and it would hold."""
        return self.verdict == "agreed"

    @property
    def look(self) -> str:
        """The word by which it is shown: its verdict, or that it depends on how things would go without it."""
        return wording.look(self.verdict, self.signed)

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
        """The verdict in words, to follow a colon; with the form on which a loss depends."""
        return wording.under(self._as_judged, self._verdict)

    @property
    def _as_judged(self) -> str:
        return self.form(Clauses(self).form) if self.reachable else ""

    @property
    def _verdict(self) -> str:
        otherwise = self._otherwise
        if not self.reachable:
            return wording.out_of_reach("" if self.undo else wording.NO_WAY)
        match self.verdict:
            case "alone":
                if self.standing:
                    return wording.standing(self.holds, otherwise)
                return wording.alone(self.alone, self._gain + self._inferred(), self.holds, otherwise)
            case "agreed":
                return wording.agreed(self.parties, self._inferred())
            case "signed_only":
                return wording.signed_only(self.parties, otherwise, self._inferred())
            case "not_told":
                return wording.not_told(self._silent, self.holds, otherwise)
        if self.signed is None:
            return wording.perhaps(self.parties, self.holds, otherwise)
        return wording.unsigned(self._why_unsigned, self.holds, otherwise)

    def _inferred(self, known: set[str] | None = None) -> str:
        """From which documents it is inferred that those are willing of whose own acts nothing else is told.

        known: takes up the documents that are named
        """
        willing = self.gaining if self.verdict == "alone" else self.parties if self.signed else ()
        known = set() if known is None else known
        known.add(self.variant)
        grounds = {name: self._inferred_from(name) for name in willing}
        every = [ground for each in grounds.values() for ground in each]
        told = self.sources.told_by(dict.fromkeys(every), self.variant, known, inferred=True)
        return wording.inferred(willing, [name for name in willing if grounds[name]], told) if told else ""

    def _inferred_from(self, name: str) -> list[str]:
        """The grounds of what is told of a party's own acts in the form, where all of it is inferred."""
        bearing = self._bearing(name, self._acts(name))
        return [ground for one in bearing for ground in one.grounds] if all(one.inferred for one in bearing) else []

    def _acts(self, name: str) -> set[str]:
        """What a decision maker does, or leaves, in the form that is otherwise at the beginning."""
        own = {option.id for option in self.conflict.decision_maker(name).options if option.id in self.when.options}
        return {each for each in own if self.signs(self.state)[each] != self.signs(self.beginning)[each]}

    def _bearing(self, name: str, options: Collection[str]) -> list[PreferenceStatement]:
        preference = self.conflict.decision_maker(name).preference
        statements = preference.statements if isinstance(preference, Statements) else ()
        return [one for one in statements if set(options).intersection(one.says.options)]

    @property
    def wishes(self) -> list[tuple[str, PreferenceStatement]]:
        """What is told of the own acts of those who would bring it about: every statement that bears on one of them.

        Where they would do nothing else than at the beginning, on their options that the settlement names.
        """
        of = {name: self._acts(name) or self.when.options for name in self.alone or self.parties}
        return [(name, one) for name, options in of.items() for one in self._bearing(name, options)]

    @property
    def _gain(self) -> str:
        """Whether who can bring it about alone would gain by it, in words."""
        ways = self.endings
        if {name for name, _ in self.untold}.issuperset(self.alone):
            return wording.GAIN_UNTOLD
        if not self.gaining and 0 < ways.gaining < ways.of:
            return wording.MAY_GAIN
        return wording.gains(self.alone, self.gaining)

    @property
    def _why_unsigned(self) -> str:
        if self.refused_by:
            return ""
        if self.endings.anyway == self.endings.of:
            return wording.NO_NEED
        if not any(one.way == "loses" for one in self.blocked_by):
            return wording.NOBODY_GAINS
        return wording.LEVEL if self.endings.level else ""

    @property
    def _otherwise(self) -> str:
        if not self.holds_otherwise:
            return ""
        return wording.shortly(*self.differing(self.state, self.holds_otherwise)) or wording.IN_ANOTHER

    @property
    def _silent(self) -> list[tuple[str, list[str]]]:
        return [(name, [self.called[option] for _, option in each])
                for name, each in groupby(self.untold, lambda one: one[0])]  # fmt: skip

    @property
    def blocked(self) -> str:
        """Who blocks the settlement, by which move, for the sake of what, as told by whom; each with one reason."""
        known: set[str] = set()
        self._inferred(known)
        return blocking.blocked([*Clauses(self, known)])

    @property
    def blockers(self) -> list[Blocker]:
        """Those of whom the sentences may speak, each with every statement that decides."""
        return Clauses(self).blockers

    @property
    def without(self) -> str:
        """Where things end without the settlement, in words; nothing where the beginning lasts."""
        if self.fallbacks == (self.beginning,):
            return ""
        places = range(len(self.beginning))
        every = "".join(signs.pop() if len(signs := {state[place] for state in self.fallbacks}) == 1
                        else self.beginning[place] for place in places)  # fmt: skip
        always = wording.another_form(*self.differing(self.beginning, every))
        return wording.endings(self.era, self.by, len(self.fallbacks), always)

    @property
    def changing(self) -> str:
        """What would have to change for the settlement to be agreed; nothing where nothing has to."""
        if self.levers:
            first, *others = self.levers
            words = [change_words(self.conflict, each) for each in first.changes]
            new = isinstance(first.changes[0], Add)
            count = len({_new_wish(one) for one in others} - {_new_wish(first)}) if new else len(others)
            form = self.form(self.carrying, first.state)
            return changes.least(words, count, "new wish" if new else "change", "" if form == self._as_judged else form)
        searched = self.searched
        if searched is None:
            return ""
        match searched.why:
            case "refused":
                return changes.refused([name for name, _ in self.refused_by])
            case "out of reach":
                return changes.undone(self.called.several(self.undo)) if self.undo else changes.NO_WAY
            case "rankings":
                return changes.RANKINGS
        return changes.none_enough(searched.most, searched.wishes)

    def as_row(self) -> dict[str, Any]:
        """The finding as plain values, ready for JSON."""
        return {
            "era": self.era,
            "settlement": self.settlement,
            "title": self.title,
            "variant": self.variant,
            "concept": self.concept,
            "parties": list(self.parties),
            "state": self.state,
            "verdict": self.verdict,
            "holds": self.holds,
            "at_rest": self.at_rest,
            "holds_otherwise": self.holds_otherwise or None,
            "signed": self.signed,
            "fallbacks": list(self.fallbacks),
            "refused_by": [name for name, _ in self.refused_by],
            "blocked_by": [
                {"decision_maker": one.decision_maker, "move": one.move or None, "statement": one.statement,
                 "grounds": list(one.grounds)} for one in self.blocked_by
            ],
            "levers": [
                {"changes": [_change(self.conflict, change) for change in one.changes], "cost": one.cost}
                for one in self.levers
            ],
            "searched": _searched(self.searched),
            "share": self.share.share,
            "share_low": self.share.low,
            "share_high": self.share.high,
            "sentence": self.sentence,
        }  # fmt: skip


def _new_wish(one: Least) -> tuple[str, str]:
    """Whose new wish it is, and for what, at whatever rank."""
    change = one.changes[0]
    return change.decision_maker, getattr(change, "says", "")


def _searched(searched: Searched | None) -> dict[str, Any] | None:
    """How far was searched: sets of up to so many changes, whether one new wish; why none was tried, or null."""
    if searched is None:
        return None
    return {"most": searched.most, "wishes": searched.wishes, "why": searched.why or None}


def _change(conflict: Conflict, change: OnStatements) -> dict[str, Any]:
    preference = conflict.decision_maker(change.decision_maker).preference
    number = getattr(change, "statement", None)
    says = preference.statements[number - 1].says.text if isinstance(preference, Statements) and number else ""
    record = {"kind": kind(change), "decision_maker": change.decision_maker, "statement": says or _says(change)}
    rank = {"rank": change.rank} if hasattr(change, "rank") else {}
    return {**record, **rank, "words": change_words(conflict, change)}


def _says(change: OnStatements) -> str:
    return change.says if isinstance(change, Add) else ""
