"""What blocks a settlement in its form: which parties lose by it, and who would leave it by which move.

A party *loses* against the first fallback that it prefers: the statement is the one that decides between the two. A
decision maker *leaves* by an improvement that nothing deters and that ends outside the settlement; where nobody does,
somebody *loosens* it by one after which it is left in the end. Each statement is told once for a decision maker, with
the smallest move.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from hikiwake.conflict.explaining.comparisons import compare
from hikiwake.conflict.model.conflict import Conflict
from hikiwake.settlement.judgement import Judged, Play
from hikiwake.settlement.terms import Terms

Way = Literal["loses", "leaves", "loosens"]


@dataclass(frozen=True, slots=True)
class Blocker:
    """A decision maker in the way of a settlement, its move, and the statement for the sake of which it is.

    move: the state to which it would leave, as text; "" for a party that loses
    against: the fallback that it prefers, as text; "" for one that leaves
    begins, ends: the options that the move takes up and gives up, by id
    statement: "" where the preference is not put in statements
    """

    decision_maker: str
    way: Way
    move: str
    against: str
    begins: tuple[str, ...]
    ends: tuple[str, ...]
    statement: str
    grounds: tuple[str, ...]


def blockers(conflict: Conflict, one: Play, terms: Terms, judged: Judged) -> tuple[Blocker, ...]:
    """What blocks a settlement in the form that was judged: losers first, then leavers."""
    return (*_losers(conflict, one, judged), *_leavers(conflict, one, terms, judged))


def _losers(conflict: Conflict, one: Play, judged: Judged) -> Iterator[Blocker]:
    state = judged.form.state
    for party in judged.losing:
        better = next(each for each in one.fallbacks if one.ranks[party, each] > one.ranks[party, state])
        yield _blocker(conflict, one, party, better, state, "loses")


def _leavers(conflict: Conflict, one: Play, terms: Terms, judged: Judged) -> Iterator[Blocker]:
    state = judged.form.state
    if judged.holds:
        return
    way = _way(one, terms, state)
    for maker in range(len(one.ranks)):
        told: set[str] = set()
        for target in sorted(_leaving(one, terms, maker, state, way), key=lambda each: (_size(one, state, each), each)):
            blocker = _blocker(conflict, one, maker, target, state, way)
            if blocker.statement not in told:
                told.add(blocker.statement)
                yield blocker


def _way(one: Play, terms: Terms, state: int) -> Way:
    """Whether somebody leaves the settlement at once, or somebody begins what ends it."""
    targets = (target for maker in range(len(one.ranks)) for target in one.temptations(maker, state))
    return "leaves" if any(not terms.inside[target] for target in targets) else "loosens"


def _leaving(one: Play, terms: Terms, maker: int, state: int, way: Way) -> list[int]:
    own = one.temptations(maker, state)
    if way == "leaves":
        return [target for target in own if not terms.inside[target]]
    return [target for target in own if not one.kept(terms, target)]


def _size(one: Play, state: int, target: int) -> int:
    codes = one.ground.states.codes
    return int(codes[state] ^ codes[target]).bit_count()


def _blocker(conflict: Conflict, one: Play, maker: int, better: int, state: int, way: Way) -> Blocker:
    states = one.ground.states
    decided = compare(states, [each.preference for each in conflict.decision_makers], maker, better, state)
    pairs = zip(states.options, states.text(state), states.text(better), strict=True)
    changed = [(option, new) for option, old, new in pairs if {old, new} == {"Y", "N"}]
    text, leaves = states.text(better), way != "loses"
    return Blocker(
        conflict.names[maker],
        way,
        text if leaves else "",
        "" if leaves else text,
        tuple(option for option, new in changed if leaves and new == "Y"),
        tuple(option for option, new in changed if leaves and new == "N"),
        decided.statement.says.text if decided.statement else "",
        decided.grounds,
    )
