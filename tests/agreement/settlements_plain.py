"""A second, slow judgement of settlements, written from the definitions alone: tuples, sets and loops, no arrays.

It shares no code with the program's and exists to disagree with it. Let S be the states in which ``when`` holds.

Form. Of S the states in which as few options as possible that ``when`` does not name differ from the status quo; a
merged state differs as its nearest member does from the nearest member of the status quo.
Parties. Owners of an option that ``when`` names; but for merged states: an owner whose named options all have both
values in the form or in the status quo, and are alike in the nearest members, has nothing to do and is none.
K. The largest part of S from no state of which an improvement that is not deterred leads out of K.
Holds: the form is in K. At rest: the form is an equilibrium. Otherwise: the state of K nearest to the form.
Fallback. The status quo where it is an equilibrium; else the equilibria that legal sequences of improvements reach from
it; the status quo where there is none.
Signed. Against every fallback no party is worse off in the form and one is better off, no party refuses, and legal
sequences of moves lead there; "perhaps" against some of them. Not told: no refusal, no party that is worse off against
every fallback, and a party changes an option in the form of which it does not tell what it wants.
Alone: the form is the status quo, or one move of one decision maker leads there. Of these gains who is as well off in
it as where things end without it, better off than in one of these states (than at the beginning, where they end in S),
and tells of all its acts in the form that it wants them.
Blocked by: parties that are worse off against some fallback; who ends it is said in ``leaving_plain``.
Levers. All sets of so few changes to statements that the settlement is agreed after them, and after no smaller set; one
new wish (an option, or its denial, at any rank) is tried after one change and before two.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import combinations, product
from typing import Any

from tests.agreement.models import decided
from tests.agreement.plain import Combination, Formula, PlainModel, State, holds

Change = tuple[str, int, int, int]  # drop, flip, move; whose; which statement, from 1; the rank it moves to
# or a new wish: want or refuse; whose; which option; its rank


@dataclass(frozen=True)
class PlainSettlement:
    """A settlement of a plain model under one concept, with who refuses it on record."""

    model: PlainModel
    start: State
    when: Formula
    concept: str
    refusing: frozenset[int] = frozenset()

    @cached_property
    def inside(self) -> set[State]:
        """S."""
        return {state for state in self.model.states if holds(self.when, self.model.representative(state))}

    @cached_property
    def named(self) -> set[int]:
        """The options that ``when`` names."""
        return set(_options(self.when))

    def true(self, says: Formula, state: State) -> bool:
        """Whether a statement is true of a state."""
        return holds(says, self.model.representative(state))

    # -- form ----------------------------------------------------------------------------------------------------

    def pair(self, state: State) -> tuple[Combination, Combination]:
        """The nearest members of a state and of the status quo: in unnamed options, in what is undone, in all."""
        found = []
        for one in state:
            for before in self.start:
                differ = [k for k in range(len(one)) if one[k] != before[k]]
                key = (sum(k not in self.named for k in differ), len(self._undone(one, before)), len(differ),
                       _code(one), _code(before))  # fmt: skip
                found.append((key, (one, before)))
        return min(found, key=lambda each: each[0])[1]

    def _undone(self, one: Combination, before: Combination) -> list[int]:
        way = self.model.one_way
        return [k for k in range(len(one)) if (way.get(k) == "on" and before[k] and not one[k])
                or (way.get(k) == "off" and one[k] and not before[k])]  # fmt: skip

    def acts(self, state: State) -> list[int]:
        one, before = self.pair(state)
        return [k for k in range(len(one)) if one[k] != before[k]]

    @cached_property
    def forms(self) -> list[State]:
        far = {state: sum(k not in self.named for k in self.acts(state)) for state in self.inside}
        return [state for state in self.model.states if state in far and far[state] == min(far.values())]

    def parties(self, form: State) -> set[int]:
        found = set()
        for i in self.model.decision_makers:
            own = [k for k in self.model.owned[i] if k in self.named]
            open_ = [k for k in own if len({one[k] for one in form}) > 1 or len({one[k] for one in self.start}) > 1]
            if own and (open_ != own or set(own) & set(self.acts(form))):
                found.add(i)
        return found

    def alone(self, form: State) -> set[int]:
        return {i for i in self.model.decision_makers if form in self.model.moves(i, self.start)}

    def reachable(self, form: State) -> bool:
        everyone = list(self.model.decision_makers)
        return form == self.start or form in self.model.joint(everyone, self.start, self.model.moves)

    # -- what holds ----------------------------------------------------------------------------------------------

    def temptations(self, i: int, s: State) -> set[State]:
        """The improvements of i from s that nothing deters."""
        better = self.model.improvements(i, s)
        if self.concept == "nash":
            return better
        return {t for t in better if not self.model._deterred(self.concept, i, s, t)}

    @cached_property
    def kept(self) -> set[State]:
        """K: begin with S, and take out what is left, until nothing is."""
        kept = set(self.inside)
        while True:
            left = {s for s in kept for i in self.model.decision_makers if self.temptations(i, s) - kept}
            if not left:
                return kept
            kept -= left

    def at_rest(self, s: State) -> bool:
        return all(self.model.stable(self.concept, i, s) for i in self.model.decision_makers)

    def otherwise(self, form: State) -> State | None:
        if form in self.kept:
            return None
        here = self.model.representative(form)
        near = [(sum(a != b for a, b in zip(self.model.representative(s), here, strict=True)), number, s)
                for number, s in enumerate(self.model.states) if s in self.kept]  # fmt: skip
        return min(near, key=lambda each: each[:2])[2] if near else None

    # -- who signs -----------------------------------------------------------------------------------------------

    @cached_property
    def fallbacks(self) -> set[State]:
        if self.at_rest(self.start):
            return {self.start}
        everyone = list(self.model.decision_makers)
        reached = self.model.joint(everyone, self.start, self.model.improvements)
        return {s for s in reached if self.at_rest(s)} or {self.start}

    def losing(self, form: State, fallback: State) -> set[int]:
        return {i for i in self.parties(form) if self.model.better(i, fallback, form)}

    def willing(self, form: State, fallback: State) -> bool:
        gains = any(self.model.better(i, form, fallback) for i in self.parties(form))
        return gains and not self.losing(form, fallback)

    def impossible(self, form: State) -> bool:
        return bool(self.refusing & self.parties(form)) or not self.reachable(form)

    def untold(self, form: State) -> set[tuple[int, int]]:
        return {(i, k) for i in self.parties(form) for k in self.acts(form)
                if k in self.model.owned[i] and not self.speaks(i, k)}  # fmt: skip

    def speaks(self, i: int, k: int) -> bool:
        """Whether i tells what it wants of option k, not by what is always true or always false."""
        kind, given = self.model.preferences[i]
        if kind == "ranking":
            return len(given) > 1
        if kind == "weights":
            return bool(given[k])
        return any(k in _options(says) and self._bears(says, k) for says in given)

    def _bears(self, says: Formula, k: int) -> bool:
        if len({holds(says, self.model.representative(s)) for s in self.model.states}) == 1:
            return False
        size = sum(map(len, self.model.owned))
        every = product((False, True), repeat=size)
        return any(holds(says, (*one[:k], True, *one[k + 1 :])) != holds(says, (*one[:k], False, *one[k + 1 :]))
                   for one in every)  # fmt: skip

    def signed(self, form: State) -> bool | None:
        if self.impossible(form):
            return False
        willing = [self.willing(form, each) for each in self.fallbacks]
        sure_to_lose = all(self.losing(form, each) for each in self.fallbacks)
        if self.untold(form) and not sure_to_lose:
            return None
        return True if all(willing) else None if any(willing) else False

    def verdict(self, form: State) -> str:
        signed, lasts = self.signed(form), form in self.kept
        if form == self.start or self.alone(form):
            return "alone"
        if signed is None and self.untold(form):
            return "not_told"
        if signed:
            return "agreed" if lasts else "signed_only"
        return "holds_only" if lasts else "neither"

    @cached_property
    def form(self) -> State:
        """The form that is judged: the best verdict, then the nearest, then the first."""
        order = ["agreed", "alone", "signed_only", "holds_only", "not_told", "neither"]
        places = {s: number for number, s in enumerate(self.model.states)}
        return min(self.forms, key=lambda s: (order.index(self.verdict(s)), len(self.acts(s)), places[s]))

    # -- levers --------------------------------------------------------------------------------------------------

    def enough(self) -> bool:
        """Agreed; or where one side can bring it about alone: it gains, says so of its acts, and it holds."""
        verdict, form = self.verdict(self.form), self.form
        if verdict != "alone":
            return verdict == "agreed"
        return form in self.kept and (form == self.start or bool(self.gaining(form)))

    def gaining(self, form: State) -> set[int]:
        """Who can bring it about alone, tells of its acts that it wants them, and gains by it.

        Against every fallback it is at least as well off, and against one better off; where the settlement comes about
        anyway, what counts is the beginning.
        """
        found = set()
        for i in self.alone(form):
            others = {self.start if each in self.inside else each for each in self.fallbacks}
            gains = any(self.model.better(i, form, each) for each in others)
            loses = any(self.model.better(i, each, form) for each in others)
            if gains and not loses and all(self.speaks(i, k) for k in self.acts(form)):
                found.add(i)
        return found

    def changes(self) -> list[Change]:
        made: list[Change] = []
        for i, (kind, given) in enumerate(self.model.preferences):
            numbers = range(1, len(given) + 1) if kind == "statements" else ()
            for number in numbers:
                made += [("drop", i, number, 0), ("flip", i, number, 0)]
                made += [("move", i, number, rank) for rank in numbers if rank != number]
        return made

    def new_wishes(self) -> list[Change]:
        """Every one new wish about an option that is open in no state."""
        size = sum(map(len, self.model.owned))
        open_ = {k for s in self.model.states for k in range(size) if len({one[k] for one in s}) > 1}
        return [(kind, i, k, rank) for i, (form, given) in enumerate(self.model.preferences) if form == "statements"
                for k in range(size) if k not in open_
                for kind in ("want", "refuse") for rank in range(1, len(given) + 2)]  # fmt: skip

    def after(self, changes: tuple[Change, ...]) -> PlainSettlement | None:
        """The settlement after some changes; nothing where they cannot be made together, or leave states undecided."""
        preferences = list(self.model.preferences)
        for i, (kind, given) in enumerate(preferences):
            own = [change for change in changes if change[1] == i]
            if own:
                changed = _changed(list(given), own)
                if changed is None or not decided(self.model, changed):
                    return None
                preferences[i] = kind, tuple(changed)
        return replace(self, model=replace(self.model, preferences=tuple(preferences)))

    def levers(self, most: int) -> list[tuple[tuple[Change, ...], PlainSettlement]]:
        """The least sets of changes after which the settlement is agreed."""
        tried = [list(combinations(self.changes(), size)) for size in range(1, most + 1)]
        tried[1:1] = [[(each,) for each in self.new_wishes()]] if most else []
        for sets in tried:
            found = [(each, after) for each in sets for after in [self.after(each)]
                     if after is not None and after.enough()]  # fmt: skip
            if found:
                return found
        return []


def _changed(given: list[Formula], changes: list[Change]) -> list[Formula] | None:
    """Statements after changes: flipped and dropped, the moving ones taken out, then put in on their ranks in order."""
    if changes[0][0] in ("want", "refuse"):
        ((kind, _, k, rank),) = changes
        return [*given[: rank - 1], ("option", k) if kind == "want" else ("not", ("option", k)), *given[rank - 1 :]]
    gone = [number for kind, _, number, _ in changes if kind in ("drop", "move")]
    flipped = [number for kind, _, number, _ in changes if kind == "flip"]
    dropped = [number for kind, _, number, _ in changes if kind == "drop"]
    moved = sorted((rank, number) for kind, _, number, rank in changes if kind == "move")
    ranks = [rank for rank, _ in moved]
    if len(set(gone)) < len(gone) or len(set(ranks)) < len(ranks) or set(flipped) & set(dropped):
        return None
    texts = {number: ("not", says) if number in flipped else says for number, says in enumerate(given, start=1)}
    result = [texts[number] for number in texts if number not in gone]
    for rank, number in moved:
        if rank > len(result) + 1:
            return None
        result.insert(rank - 1, texts[number])
    return result


def _code(one: Combination) -> int:
    return sum(1 << k for k, taken in enumerate(one) if taken)


def _options(formula: Formula) -> Iterator[Any]:
    word, *parts = formula
    if word == "option":
        yield parts[0]
        return
    for part in parts:
        yield from _options(part)
