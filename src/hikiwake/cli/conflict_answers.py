"""The answers of the graph model as JSON objects that join several results, and as tables on the screen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

from hikiwake.cli.output import safe, say, say_lines
from hikiwake.conflict import Evolution, Path, Stability, coalition_stability, equilibrium_jumps
from hikiwake.conflict.changing.inverse import Inverse
from hikiwake.conflict.changing.robustness import Shares, Survival
from hikiwake.conflict.concepts.coalitions import COALITION_CONCEPTS, CoalitionConcept
from hikiwake.conflict.explaining.why import Why
from hikiwake.conflict.solving.evolving import EvolutionTable
from hikiwake.conflict.solving.together import CoalitionStability
from hikiwake.conflict.solving.unknown import UnknownStability
from hikiwake.errors import ModelError
from hikiwake.wording import outcomes as wording
from hikiwake.wording.moves import NAMES

SHOWN = 40


def say_table(head: Sequence[str], rows: Iterable[Iterable[object]]) -> None:
    """Print a table."""
    from rich.box import SIMPLE
    from rich.console import Console
    from rich.table import Column, Table
    from rich.text import Text

    table = Table(*(Column(Text(safe(each))) for each in head), box=SIMPLE, pad_edge=False, show_edge=False)
    for row in rows:
        table.add_row(*(Text(safe(str(cell))) for cell in row))
    console = Console(width=500, highlight=False)
    with console.capture() as printed:
        console.print(table)
    say_lines(line.rstrip() for line in printed.get().split("\n")[:-1])


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


def say_solution(stability: Stability, *, coalitions: bool) -> None:
    """The equilibria as a table; then, for coalitions, what is left and the jumps."""
    title = stability.conflict.title or "The conflict"
    say(f"{title}: {len(stability.states)} states. Equilibria ({stability.method}):")
    head, rows = stability.shown()
    _say_some(head, list(rows))
    if coalitions:
        _say_coalitions(stability, coalition_stability(stability))


def _say_coalitions(stability: Stability, together: CoalitionStability) -> None:
    say("Stable for every coalition:")
    for shared in _of_coalitions(stability):
        held = ", ".join(str(number) for number in together.equilibria(shared)) or "none"
        say(f"  {NAMES[shared]}: {held}")
    text = stability.states.text
    say_lines(
        wording.joint(jump.coalition, jump.origin, jump.target, text(jump.target - 1), concept)
        for concept in _of_coalitions(stability)
        for jump in equilibrium_jumps(stability, concept)
    )


def say_unknown(found: UnknownStability) -> None:
    """The equilibria as a table: in which of the four extensions they hold."""
    title = found.conflict.title or "The conflict"
    say(f"{title}: {len(found.states)} states, silence is unknown preference. Equilibria by extension:")
    head, rows = found.shown()
    _say_some(head, list(rows))


def _say_some(head: Sequence[str], rows: Sequence[Iterable[object]]) -> None:
    say_table(head, rows[:SHOWN])
    if len(rows) > SHOWN:
        say(f"... and {len(rows) - SHOWN:,} more; --json has all.")


# -- paths


def say_evolution_table(table: EvolutionTable) -> None:
    """The status quo table, then what only joint moves reach."""
    reached, *others = table.sentences
    say(reached)
    head, rows = table.shown()
    _say_some(head, list(rows))
    say_lines(others[:SHOWN])


def evolution(evolutions: Sequence[Evolution], target: str | None) -> dict[str, Any]:
    """What ``paths`` found, by kind of move."""
    return {"from": evolutions[0].start, **{one.by: _reached(one, target) for one in evolutions}}


def _reached(one: Evolution, target: str | None) -> dict[str, Any]:
    answer: dict[str, Any] = {
        "reachable": list(one.reachable),
        "reached": one.as_rows(),
        "unreachable_equilibria": {
            concept: list(one.unreachable_equilibria(concept)) for concept in one.stability.concepts
        },
    }
    if target is not None:
        path = one.path_to(target)
        found = isinstance(path, Path)
        answer["to"] = path.target
        answer["path"] = [asdict(step) for step in path.steps] if isinstance(path, Path) else None
        answer["first_movers"] = list(one.openers(target)) if found else []
    return answer


def say_evolution(evolutions: Sequence[Evolution], target: str | None) -> None:
    """What can be reached, and a shortest path to a state asked for."""
    for one in evolutions:
        reached, *beyond = one.sentences
        say_lines((reached, *(f"  {line}" for line in beyond)))
        if target is not None:
            say_lines(f"  {line}" for line in one.told(target))


# -- why, levers, inverse


def reasons(answer: Why) -> dict[str, Any]:
    """What ``why`` found."""
    return {
        "state": {"number": answer.state + 1, "state": answer.states.text(answer.state)},
        "concept": answer.concept,
        "stable": {answer.conflict.names[one.decision_maker]: one.stable for one in answer.reasons},
        "reasons": answer.as_rows(),
        "sentences": list(answer.sentences),
    }


def read_cost(text: str) -> tuple[str, float]:
    """A cost from KIND=NUMBER."""
    key, _, number = text.rpartition("=")
    try:
        return key.strip(), float(number)
    except ValueError:
        raise ModelError(f'"{text}" is no cost; expected KIND=NUMBER, for instance move=2') from None


def say_inverse(answer: Inverse) -> None:
    """The counts as a table, then the conditions of SEQ in words."""
    say(f"State {answer.number} ({answer.state}): an equilibrium under so many of {answer.rankings:,} rankings.")
    say_table(*answer.shown())
    for concept in ("nash", "seq"):
        say(f"{NAMES[concept]}:")
        say_lines(f"  {sentence}" for sentence in answer.told(concept))


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
        "equilibria": survival.as_rows(),
        "in_draws": drawn.as_rows(),
        "in_random_orders": baseline.as_rows(),
    }


def _ended(survival: Survival) -> dict[str, dict[str, list[str]]]:
    ended: dict[str, dict[str, list[str]]] = {concept: {} for concept in survival.broken}
    for row in survival.as_rows():
        ended[row["concept"]][str(row["number"])] = row["ended_by"]
    return ended


def say_robustness(survival: Survival, drawn: Shares, baseline: Shares) -> None:
    """A table per concept: the equilibria with the changes they survive, and both shares."""
    say(f"{survival.tried} single changes tried; shares of {drawn.drawn:,} draws and "
               f"{baseline.drawn:,} random orders, seed {drawn.seed}.")  # fmt: skip
    for concept, broken in survival.broken.items():
        shown = sorted(set(broken) | {state + 1 for state, share in enumerate(drawn.shares[concept]) if share > 0})
        say(f"{NAMES[concept]}:")
        say_table(
            ("state", "", "survives", "uncertain order", "random order"),
            [(number, survival.states.text(number - 1),
              f"{survival.tried - len(broken[number])} of {survival.tried}" if number in broken else "no equilibrium",
              f"{drawn.shares[concept][number - 1]:.1%}", f"{baseline.shares[concept][number - 1]:.1%}")
             for number in shown[:SHOWN]],
        )  # fmt: skip
        if len(shown) > SHOWN:
            say(f"... and {len(shown) - SHOWN} more; --json has all.")
