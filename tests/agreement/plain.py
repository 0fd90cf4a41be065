"""A second, slow solver of the graph model, written from the definitions alone: tuples, sets, dictionaries, no arrays.

It shares no code with the engine and exists to disagree with it. Everything is spelled as the books spell it.

Model. Decision makers i in N own options. A combination is a tuple of truth values, one per option. Combinations that
a rule removes are infeasible. A state is a set of feasible combinations: usually one; the combinations that satisfy a
coalescing rule are one state together. Preferences of i give each state a value v_i (higher is better); s > t for i
means v_i(s) > v_i(t).

Moves.      R_i(s): states t != s such that some combination a in s and b in t differ in options of i only, no one-way
            option is turned the wrong way, and no rule forbids the passage from a to b.
Improvements. R+_i(s) = {t in R_i(s): t > s for i}.
Joint moves. R_H(s): states reached from s by a legal sequence: each move by one member of H, nobody moves twice in a
row.
            R+_H(s): the same with every single move an improvement for the one who makes it, from where it is made.

Stability of s for i, with O = N minus {i} (Fang, Hipel & Kilgour 1993):
  Nash  R+_i(s) is empty.
  GMR   for every s1 in R+_i(s) there is s2 in R_O(s1) with not s2 > s for i.
  SMR   as GMR, and moreover not s3 > s for i for every s3 in R_i(s2).
  SEQ   as GMR with R+_O(s1) in place of R_O(s1).
  SSEQ  as SMR with R+_O(s1) in place of R_O(s1) (Rego & Vieira 2017).
  SIM   for every s1 in R+_i(s) there is a non-empty set J of opponents, each with an improvement of its own from s,
  such
        that all these moves and that of i, made at once, give a feasible state that is not > s for i (Fraser & Hipel
        1984). All of them start from the same combination in s.

Stability of s for a coalition H, with O = N minus H (Kilgour, Hipel, Fang & Peng 2001; Inohara & Hipel 2008):
  a state t is better for H than s if every member of H strictly prefers t; a joint improvement is t in R_H(s) that is
  better. Nash  no joint improvement.
  GMR   after every joint improvement s1 there is s2 in R_O(s1) that is not better for H than s.
  SMR   as GMR, and no s3 in R_H(s2) is better for H than s.
  SEQ   as GMR with R+_O(s1).

References. Fang, L., Hipel, K. W., Kilgour, D. M.: Interactive Decision Making (1993). Fraser, N. M., Hipel, K. W.:
Conflict Analysis: Models and Resolutions (1984). Rego, L. C., Vieira, G. I. A.: Symmetric sequential stability in the
graph model for conflict resolution with multiple decision makers, Group Decision and Negotiation 26 (2017). Inohara,
T., Hipel, K. W.: Coalition analysis in the graph model for conflict resolution, Systems Engineering 11 (2008).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations, product
from typing import Any

Combination = tuple[bool, ...]
State = frozenset[Combination]
Formula = tuple[Any, ...]  # ("option", k) | ("not", f) | ("and" | "or" | "if" | "iff", f, g)

CONCEPTS = ("nash", "gmr", "smr", "seq", "sim", "sseq")
COALITION_CONCEPTS = ("nash", "gmr", "smr", "seq")


def holds(formula: Formula, combination: Combination) -> bool:
    """Whether a combination satisfies a formula."""
    word, *parts = formula
    if word == "option":
        return bool(combination[parts[0]])
    truths = [holds(part, combination) for part in parts]
    if word == "not":
        return not truths[0]
    if word == "and":
        return truths[0] and truths[1]
    if word == "or":
        return truths[0] or truths[1]
    if word == "if":
        return truths[0] or not truths[1]
    return truths[0] == truths[1]


@dataclass(frozen=True)
class PlainModel:
    """A conflict in the plainest form: options are numbers, decision makers are numbers."""

    owned: tuple[tuple[int, ...], ...]
    preferences: tuple[tuple[str, Any], ...]
    one_way: dict[int, str] = field(default_factory=dict)
    infeasible: tuple[Formula, ...] = ()
    coalesced: tuple[Formula, ...] = ()
    forbidden: tuple[tuple[Formula, Formula], ...] = ()

    @property
    def decision_makers(self) -> range:
        return range(len(self.owned))

    @cached_property
    def combinations(self) -> list[Combination]:
        """Feasible combinations, first option counting one, second two, third four, and so on upwards."""
        size = sum(map(len, self.owned))
        every = [tuple(reversed(bits)) for bits in product((False, True), repeat=size)]
        return [one for one in every if not any(holds(rule, one) for rule in self.infeasible)]

    @cached_property
    def states(self) -> list[State]:
        """States in the order of their first combination."""
        states: list[set[Combination]] = [{one} for one in self.combinations]
        for rule in self.coalesced:
            inside = [state for state in states if any(holds(rule, one) for one in state)]
            if inside:
                states = [state for state in states if state not in inside] + [set().union(*inside)]
        place = {one: rank for rank, one in enumerate(self.combinations)}
        return sorted((frozenset(state) for state in states), key=lambda state: min(place[one] for one in state))

    @cached_property
    def state_of(self) -> dict[Combination, State]:
        return {one: state for state in self.states for one in state}

    def representative(self, state: State) -> Combination:
        """The combination that stands for a state: its first one."""
        return next(one for one in self.combinations if one in state)

    # -- preferences ---------------------------------------------------------------------------------------------

    def value(self, i: int, state: State) -> float:
        """How good a state is for decision maker i; higher is better."""
        return self._values[i][state]

    @cached_property
    def _values(self) -> list[dict[State, float]]:
        return [{state: self._worth(kind, given, state) for state in self.states} for kind, given in self.preferences]

    def _worth(self, kind: str, given: Any, state: State) -> float:
        one = self.representative(state)
        if kind == "statements":
            statements = list(given)
            return float(sum(2 ** (len(statements) - 1 - j) for j, says in enumerate(statements) if holds(says, one)))
        if kind == "weights":
            return float(sum(weight for weight, taken in zip(given, one, strict=True) if taken))
        return -float(next(rank for rank, group in enumerate(given) if state in group))

    def better(self, i: int, t: State, s: State) -> bool:
        """t > s for i."""
        return self.value(i, t) > self.value(i, s)

    def better_for_all(self, members: Iterable[int], t: State, s: State) -> bool:
        return all(self.better(i, t, s) for i in members)

    # -- moves ---------------------------------------------------------------------------------------------------

    def passages(self, i: int, one: Combination) -> set[Combination]:
        """Feasible combinations that i can bring about from one combination in one move."""
        reached = set()
        for choice in product((False, True), repeat=len(self.owned[i])):
            other = list(one)
            for option, taken in zip(self.owned[i], choice, strict=True):
                other[option] = taken
            target = tuple(other)
            if target != one and target in self.state_of and self._allowed(i, one, target):
                reached.add(target)
        return reached

    def _allowed(self, i: int, one: Combination, target: Combination) -> bool:
        for option in self.owned[i]:
            direction = self.one_way.get(option)
            if direction == "on" and one[option] and not target[option]:
                return False
            if direction == "off" and not one[option] and target[option]:
                return False
        return not any(holds(start, one) and holds(end, target) for start, end in self.forbidden)

    def moves(self, i: int, s: State) -> set[State]:
        """R_i(s)."""
        return self._moves[i, s]

    @cached_property
    def _moves(self) -> dict[tuple[int, State], set[State]]:
        return {
            (i, s): {self.state_of[target] for one in s for target in self.passages(i, one)} - {s}
            for i in self.decision_makers
            for s in self.states
        }

    def improvements(self, i: int, s: State) -> set[State]:
        """R+_i(s)."""
        return {t for t in self.moves(i, s) if self.better(i, t, s)}

    def joint(self, members: Iterable[int], s: State, step: Callable[[int, State], set[State]]) -> set[State]:
        """States reached from s by legal sequences whose single moves are given by step."""
        movers = tuple(members)
        seen: set[tuple[State, int]] = set()
        todo: deque[tuple[State, int | None]] = deque([(s, None)])
        while todo:
            place, last = todo.popleft()
            for i in movers:
                if i == last:
                    continue
                for target in step(i, place):
                    if (target, i) not in seen:
                        seen.add((target, i))
                        todo.append((target, i))
        return {place for place, _ in seen}

    def opponents(self, members: Iterable[int]) -> tuple[int, ...]:
        inside = set(members)
        return tuple(i for i in self.decision_makers if i not in inside)

    # -- stability -----------------------------------------------------------------------------------------------

    def stable(self, concept: str, i: int, s: State) -> bool:
        """Whether s is stable for decision maker i."""
        tempting = self.improvements(i, s)
        if concept == "nash":
            return not tempting
        if concept == "sim":
            return all(self._spoiled_at_once(i, s, s1) for s1 in tempting)
        return all(self._deterred(concept, i, s, s1) for s1 in tempting)

    def _deterred(self, concept: str, i: int, s: State, s1: State) -> bool:
        step = self.improvements if concept in ("seq", "sseq") else self.moves
        answers = [s2 for s2 in self.joint(self.opponents([i]), s1, step) if not self.better(i, s2, s)]
        if concept in ("smr", "sseq"):
            answers = [s2 for s2 in answers if not any(self.better(i, s3, s) for s3 in self.moves(i, s2))]
        return bool(answers)

    def _spoiled_at_once(self, i: int, s: State, s1: State) -> bool:
        for one in s:
            own = [target for target in self.passages(i, one) if self.state_of[target] == s1]
            theirs = {
                j: [t for t in self.passages(j, one) if self.better(j, self.state_of[t], s)]
                for j in self.opponents([i])
            }
            for target in own:
                for together in self._at_once(one, target, theirs):
                    state = self.state_of.get(together)
                    if state is not None and not self.better(i, state, s):
                        return True
        return False

    def _at_once(
        self, one: Combination, own: Combination, theirs: dict[int, list[Combination]]
    ) -> Iterable[Combination]:
        """Every combination that results when at least one opponent makes an improvement together with the own move."""
        movers = [j for j, targets in theirs.items() if targets]
        for size in range(1, len(movers) + 1):
            for group in combinations(movers, size):
                for chosen in product(*(theirs[j] for j in group)):
                    together = list(own)
                    for target in chosen:
                        for option, (before, after) in enumerate(zip(one, target, strict=True)):
                            if before != after:
                                together[option] = after
                    yield tuple(together)

    def stable_for_coalition(self, concept: str, members: tuple[int, ...], s: State) -> bool:
        """Whether s is stable for a coalition."""
        tempting = [t for t in self.joint(members, s, self.moves) if self.better_for_all(members, t, s)]
        if concept == "nash":
            return not tempting
        step = self.improvements if concept == "seq" else self.moves
        for s1 in tempting:
            answers = [
                s2 for s2 in self.joint(self.opponents(members), s1, step) if not self.better_for_all(members, s2, s)
            ]
            if concept == "smr":
                answers = [
                    s2
                    for s2 in answers
                    if not any(self.better_for_all(members, s3, s) for s3 in self.joint(members, s2, self.moves))
                ]
            if not answers:
                return False
        return True

    def equilibria(self, concept: str) -> list[int]:
        """Numbers (from 1) of the states stable for everyone."""
        return [
            number
            for number, s in enumerate(self.states, start=1)
            if all(self.stable(concept, i, s) for i in self.decision_makers)
        ]

    # -- paths ---------------------------------------------------------------------------------------------------

    def distances(self, start: State, step: Callable[[int, State], set[State]]) -> dict[State, int]:
        """Least number of moves of a legal sequence from start to each state it can reach; start itself is 0."""
        found = {start: 0}
        seen: set[tuple[State, int]] = set()
        front: list[tuple[State, int | None]] = [(start, None)]
        length = 0
        while front:
            length += 1
            reached = {
                (t, i) for place, last in front for i in self.decision_makers if i != last for t in step(i, place)
            }
            front = [node for node in reached if node not in seen]
            seen |= reached
            for state, _ in front:
                found.setdefault(state, length)
        return found
