"""The answers of the graph model as JSON objects that join several results, and as tables on the screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from hikiwake.cli.listing.asked import Listing, rows_of
from hikiwake.cli.output import say, say_dim, say_prose
from hikiwake.conflict import Evolution, Path, Stability, coalition_stability, equilibrium_jumps
from hikiwake.conflict.changing.inverse import Inverse
from hikiwake.conflict.changing.levers import Levers
from hikiwake.conflict.changing.robustness import Shares, Survival
from hikiwake.conflict.concepts.coalitions import COALITION_CONCEPTS, CoalitionConcept
from hikiwake.conflict.concepts.definitions import Concept
from hikiwake.conflict.explaining.why import Why
from hikiwake.conflict.solving.evolving import EvolutionTable
from hikiwake.conflict.solving.together import CoalitionStability
from hikiwake.conflict.solving.unknown import UnknownStability
from hikiwake.errors import ModelError
from hikiwake.wording import outcomes as wording
from hikiwake.wording.moves import NAMES
from hikiwake.wording.terminal.listings import rows_shown

SHOWN = 40
ROBUST = ("number", "state", "survives", "uncertain order", "random order")


# -- solve


def solution(stability: Stability, *, coalitions: bool) -> dict[str, Any]:
    """What ``solve`` found."""
    answer = stability.as_object()
    if coalitions:
        together = coalition_stability(stability)
        answer["coalitions"] = {**together.as_object(), "jumps": _jumps(stability)}
    return answer


def _jumps(stability: Stability) -> dict[str, list[dict[str, Any]]]:
    return {
        concept: [{"members": list(jump.coalition), "from": jump.origin, "to": jump.target}
                  for jump in equilibrium_jumps(stability, concept)]
        for concept in _of_coalitions(stability)
    }  # fmt: skip


def _of_coalitions(stability: Stability) -> list[CoalitionConcept]:
    """The concepts asked for that coalitions have too."""
    return [concept for concept in COALITION_CONCEPTS if concept in stability.concepts]


def say_solution(stability: Stability, listing: Listing, *, coalitions: bool) -> None:
    """The equilibria as a table; then, for coalitions, what is left and the jumps."""
    columns, rows = rows_of(*stability.shown())
    if listing.written(rows, columns, lambda: solution(stability, coalitions=coalitions)):
        return
    title = stability.conflict.title or "The conflict"
    say_prose([f"{title}: {len(stability.states)} states. Equilibria ({stability.method}):"])
    listing.print_some(rows, columns, SHOWN)
    if coalitions:
        _say_coalitions(stability, coalition_stability(stability))


def _say_coalitions(stability: Stability, together: CoalitionStability) -> None:
    say("Stable for every coalition:")
    for shared in _of_coalitions(stability):
        held = ", ".join(str(number) for number in together.equilibria(shared)) or "none"
        say(f"  {NAMES[shared]}: {held}")
    text = stability.states.text
    say_prose(
        wording.joint(jump.coalition, jump.origin, jump.target, text(jump.target - 1), concept)
        for concept in _of_coalitions(stability)
        for jump in equilibrium_jumps(stability, concept)
    )


def say_unknown(found: UnknownStability, listing: Listing) -> None:
    """The equilibria as a table: in which of the four extensions they hold."""
    columns, rows = rows_of(*found.shown())
    if listing.written(rows, columns, found.as_object):
        return
    title = found.conflict.title or "The conflict"
    say_prose([f"{title}: {len(found.states)} states, silence is unknown preference. Equilibria by extension:"])
    listing.print_some(rows, columns, SHOWN)


# -- paths


def say_evolution_table(table: EvolutionTable, listing: Listing) -> None:
    """The status quo table, then what only joint moves reach."""
    columns, rows = rows_of(*table.shown())
    if listing.written(rows, columns, table.as_records):
        return
    reached, *others = table.sentences
    say_prose([reached])
    listing.print_some(rows, columns, SHOWN)
    say_prose(others[: listing.limit or SHOWN])


def evolution(evolutions: Sequence[Evolution], target: str | None) -> dict[str, Any]:
    """What ``paths`` found, by kind of move."""
    return {"from": evolutions[0].start, **{one.by: _reached(one, target) for one in evolutions}}


def _reached(one: Evolution, target: str | None) -> dict[str, Any]:
    answer: dict[str, Any] = {
        "reachable": list(one.reachable),
        "reached": one.as_records(),
        "unreachable_equilibria": {
            concept: list(one.unreachable_equilibria(concept)) for concept in one.stability.concepts
        },
    }
    if target is not None:
        path = one.path_to(target)
        found = isinstance(path, Path)
        answer["to"] = path.target
        answer["path"] = [asdict(step) for step in path.steps] if isinstance(path, Path) else None
        answer["first_movers"] = list(one.openers(path.target)) if found else []
    return answer


def say_evolution(evolutions: Sequence[Evolution], target: str | None, listing: Listing) -> None:
    """What can be reached, and a shortest path to a state asked for."""
    rows = [{"by": one.by, **row} for one in evolutions for row in one.as_records()]
    if listing.written(rows, ("by", "number", "state", "moves"), lambda: evolution(evolutions, target)):
        return
    for one in evolutions:
        reached, *beyond = one.sentences
        say_prose([reached])
        say_prose(beyond, "  ")
        if target is not None:
            say_prose(one.told(target), "  ")


# -- why, levers, inverse


def reasons(answer: Why) -> dict[str, Any]:
    """What ``why`` found."""
    return {
        "state": {"number": answer.state + 1, "state": answer.states.text(answer.state)},
        "concept": answer.concept,
        "stable": {answer.conflict.names[one.decision_maker]: one.stable for one in answer.reasons},
        "reasons": answer.as_records(),
        "sentences": list(answer.sentences),
    }


def read_cost(text: str) -> tuple[str, float]:
    """A cost from KIND=NUMBER."""
    key, _, number = text.rpartition("=")
    try:
        return key.strip(), float(number)
    except ValueError:
        raise ModelError(f'"{text}" is no cost; expected KIND=NUMBER, for instance move=2') from None


def say_levers(found: Levers, listing: Listing) -> None:
    """The levers in words."""
    head, cells = found.shown()
    rows = [dict(zip(head, row, strict=True)) for row in cells]
    if listing.written(rows, head, found.as_records):
        return
    first, *others = found.sentences
    say_prose([first, *listing.some(others)])
    if len(listing.some(found)) < len(found):
        say_dim(rows_shown(len(listing.some(found)), len(found), (), "lever"))


def say_inverse(answer: Inverse, listing: Listing) -> None:
    """The counts as a table, then the conditions of SEQ in words."""
    if listing.written(answer.as_records(), ("concept", "count", "share"), answer.as_object):
        return
    say_prose(
        [f"State {answer.number} ({answer.state}): an equilibrium under so many of {answer.rankings:,} rankings."]
    )
    columns, rows = rows_of(*answer.shown())
    listing.print_some(rows, columns, SHOWN)
    for concept in ("nash", "seq"):
        say(f"{NAMES[concept]}:")
        say_prose(answer.told(concept), "  ")


# -- robust


def robustness(survival: Survival, drawn: Shares, baseline: Shares) -> dict[str, Any]:
    """What ``robust`` found."""
    return {
        "exact": False,
        "draws": drawn.drawn,
        "seed": drawn.seed,
        "states": survival.states.as_rows(),
        "shares": {concept: list(shares) for concept, shares in drawn.shares.items()},
        "orders": baseline.drawn,
        "baseline": {concept: list(shares) for concept, shares in baseline.shares.items()},
        "changes_tried": survival.tried,
        "survivors": {concept: list(survival.surviving(concept)) for concept in survival.broken},
        "ended_by": _ended(survival),
        "equilibria": survival.as_records(),
        "in_draws": drawn.as_records(),
        "in_random_orders": baseline.as_records(),
    }


def _ended(survival: Survival) -> dict[str, dict[str, list[str]]]:
    ended: dict[str, dict[str, list[str]]] = {concept: {} for concept in survival.broken}
    for row in survival.as_records():
        ended[row["concept"]][str(row["number"])] = row["ended_by"]
    return ended


def say_robustness(survival: Survival, drawn: Shares, baseline: Shares, listing: Listing) -> None:
    """A table per concept: the equilibria with the changes they survive, and both shares."""
    tables = {concept: _robust_rows(concept, survival, drawn, baseline) for concept in survival.broken}
    every = [{"concept": concept, **row} for concept, rows in tables.items() for row in rows]
    if listing.written(every, ("concept", *ROBUST), lambda: robustness(survival, drawn, baseline)):
        return
    say_prose([f"{survival.tried} single changes tried; shares of {drawn.drawn:,} draws and "
               f"{baseline.drawn:,} random orders, seed {drawn.seed}."])  # fmt: skip
    for concept, rows in tables.items():
        say(f"{NAMES[concept]}:")
        listing.print_some(rows, ROBUST, SHOWN)


def _robust_rows(concept: Concept, survival: Survival, drawn: Shares, baseline: Shares) -> list[dict[str, Any]]:
    broken = survival.broken[concept]
    told = sorted(set(broken) | {state + 1 for state, share in enumerate(drawn.shares[concept]) if share > 0})
    return [
        dict(zip(ROBUST, (
            number, survival.states.text(number - 1),
            f"{survival.tried - len(broken[number])} of {survival.tried}" if number in broken else "no equilibrium",
            f"{drawn.shares[concept][number - 1]:.1%}", f"{baseline.shares[concept][number - 1]:.1%}"), strict=True))
        for number in told
    ]  # fmt: skip
