"""Who ends a settlement and by which steps, written from the definitions alone: sets and loops.

A step is an improvement that is not deterred; a part of it is a step of the same decision maker from the same state
that changes some of its options and no others. A step is wanted if no part of it is as good.
Leaves: who has a wanted step from the form out of S; such steps no part of which is one; for the sake of what tells it
from the best in S that is the form or a part of the step.
Loosens: where nobody leaves, the first of the fewest wanted steps in S after which somebody leaves.
Strays: where wanted steps lead nowhere: of the fewest wanted steps in S those after which any step leads out, with that
step; else the first step that is not wanted on a shortest way out by any steps. What is left of such a step without the
smallest part that is as good brings nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

from tests.agreement.models import notation
from tests.agreement.plain import State
from tests.agreement.settlements_plain import PlainSettlement

Pair = tuple[int, State]
Blocks = tuple[int, str, State | None]


def changed(start: State, end: State) -> frozenset[int]:
    """The options that differ; of merged states those that are open in neither."""
    pairs = zip(notation(start), notation(end), strict=True)
    return frozenset(k for k, pair in enumerate(pairs) if set(pair) == {"Y", "N"})


@dataclass(frozen=True)
class Strays:
    """One way in which a settlement may end by the way."""

    i: int
    origin: State
    target: State
    idle: frozenset[int]
    stage: str
    worse: bool


@dataclass(frozen=True)
class PlainLeaving:
    """How one settlement ends in its form, where it does not hold."""

    plain: PlainSettlement

    def steps(self, s: State) -> set[Pair]:
        return {(i, t) for i in self.plain.model.decision_makers for t in self.plain.temptations(i, s)}

    def parts(self, i: int, s: State, t: State) -> set[State]:
        return {u for u in self.plain.temptations(i, s) if changed(s, u) < changed(s, t)}

    def wanted(self, s: State) -> set[Pair]:
        better = self.plain.model.better
        return {(i, t) for i, t in self.steps(s) if all(better(i, t, u) for u in self.parts(i, s, t))}

    def exits(self, s: State) -> set[Pair]:
        out = {(i, t) for i, t in self.wanted(s) if t not in self.plain.inside}
        return {(i, t) for i, t in out if not any((i, u) in out for u in self.parts(i, s, t))}

    def instead(self, i: int, s: State, t: State) -> State:
        """The best that it could have without leaving."""
        places = [s, *(u for u in self.parts(i, s, t) if u in self.plain.inside)]
        return next(u for u in places if not any(self.plain.model.better(i, v, u) for v in places))

    def far(self, ends: dict[State, bool], wanted: bool) -> dict[State, int]:
        """How many steps inside S lead from each state to one that ends it; nothing of those that lead to none."""
        steps = self.wanted if wanted else self.steps
        far = {s: 0 for s in self.plain.inside if ends[s]}
        while True:
            near = {s: 1 + min(ways) for s in self.plain.inside - set(far)
                    if (ways := [far[t] for _, t in steps(s) if t in far])}  # fmt: skip
            if not near:
                return far
            least = min(near.values())
            far.update({s: ways for s, ways in near.items() if ways == least})

    def moves(self) -> tuple[str, set[Pair]]:
        """Who leaves, or else who loosens, each with its steps; nothing where wanted steps lead nowhere."""
        form = self.plain.form
        if out := self.exits(form):
            return "leaves", out
        far = self.far({s: bool(self.exits(s)) for s in self.plain.inside}, wanted=True)
        if form not in far:
            return "", set()
        return "loosens", {(i, t) for i, t in self.wanted(form) if far.get(t) == far[form] - 1}

    def strays(self) -> set[Strays]:
        form, inside = self.plain.form, self.plain.inside
        ends = {s: any(t not in inside for _, t in self.steps(s)) for s in inside}
        far = self.far(ends, wanted=True)
        if form in far:
            layer = {form}
            for left in range(far[form], 0, -1):
                layer = {t for s in layer for _, t in self.wanted(s) if far.get(t) == left - 1}
            stage = "later" if far[form] else "at once"
            return {each for s in layer for i, t in self.steps(s) if t not in inside
                    for each in self.stray(i, s, t, stage)}  # fmt: skip
        return self.first(form, self.far(ends, wanted=False))

    def first(self, s: State, far: dict[State, int]) -> set[Strays]:
        """The first step that is not wanted on each shortest way out from a state."""
        found: set[Strays] = set()
        for i, t in self.steps(s):
            if (far[s] == 0 and t in self.plain.inside) or (far[s] and far.get(t) != far[s] - 1):
                continue
            stage = "begins" if t in self.plain.inside else "at once" if s == self.plain.form else "later"
            found |= self.first(t, far) if (i, t) in self.wanted(s) else self.stray(i, s, t, stage)
        return found

    def stray(self, i: int, s: State, t: State, stage: str) -> set[Strays]:
        better = self.plain.model.better
        enough = [u for u in self.parts(i, s, t) if not better(i, t, u)]
        least = min(len(changed(s, u)) for u in enough)
        return {Strays(i, s, t, changed(s, t) - changed(s, u), stage, better(i, u, t))
                for u in enough if len(changed(s, u)) == least}  # fmt: skip

    def then(self, t: State) -> tuple[set[int], bool]:
        """Who leaves in the end after a step, on a shortest way; and whether with the next step."""
        far = self.far({s: bool(self.exits(s)) for s in self.plain.inside}, wanted=True)
        layer = {t}
        for left in range(far[t], 0, -1):
            layer = {u for s in layer for _, u in self.wanted(s) if far.get(u) == left - 1}
        return {i for s in layer for i, _ in self.exits(s)}, far[t] == 0

    def shields(self, i: int, s: State, t: State) -> set[frozenset[int]]:
        """The options of a step out of S without which it would be deterred; of the fewest that are left."""
        parts = [changed(s, u) for u in self.plain.model.improvements(i, s)
                 if changed(s, u) < changed(s, t) and u not in self.plain.inside]  # fmt: skip
        return {changed(s, t) - part for part in parts if len(part) == min(map(len, parts))}


def blockers(plain: PlainSettlement) -> set[Blocks]:
    """Who blocks: losers, and who ends it with every step by which it may."""
    found: set[Blocks] = {(i, "loses", None) for each in plain.fallbacks for i in plain.losing(plain.form, each)}
    if plain.form in plain.kept:
        return found
    leaving = PlainLeaving(plain)
    way, moves = leaving.moves()
    if way:
        return found | {(i, way, t) for i, t in moves}
    return found | {(one.i, "strays", one.target) for one in leaving.strays()}
