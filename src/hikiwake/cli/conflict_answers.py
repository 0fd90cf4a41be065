"""The answers of the graph model as JSON values and as tables on the screen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

import typer

from hikiwake.conflict import Evolution, Path, Stability, coalition_stability, equilibrium_jumps
from hikiwake.conflict.changing.conditions import Comparison
from hikiwake.conflict.changing.inverse import Inverse
from hikiwake.conflict.changing.levers import Levers
from hikiwake.conflict.changing.robustness import Shares, Survival
from hikiwake.conflict.changing.telling import change_words
from hikiwake.conflict.concepts.coalitions import COALITION_CONCEPTS, CoalitionConcept
from hikiwake.conflict.explaining.why import Why
from hikiwake.conflict.model.changes import Change, Drop, Flip, MoveTo, kind
from hikiwake.conflict.model.conflict import Conflict, Statements
from hikiwake.conflict.solving.evolving import EvolutionTable
from hikiwake.conflict.solving.together import CoalitionStability
from hikiwake.conflict.solving.unknown import UnknownStability
from hikiwake.errors import ModelError
from hikiwake.wording.moves import NAMES, listing

SHOWN = 40


def say_lines(lines: Iterable[str]) -> None:
    """Print sentences, one a line."""
    for line in lines:
        typer.echo(line)


def say_table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print a table."""
    from rich.box import SIMPLE
    from rich.console import Console
    from rich.table import Table

    table = Table(*head, box=SIMPLE, pad_edge=False, show_edge=False)
    for row in rows:
        table.add_row(*(str(cell) for cell in row))
    console = Console(width=500, highlight=False)
    with console.capture() as printed:
        console.print(table)
    say_lines(line.rstrip() for line in printed.get().splitlines())


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
    typer.echo(f"{title}: {len(stability.states)} states. Equilibria ({stability.method}):")
    held = sorted({number for concept in stability.concepts for number in stability.equilibria(concept)})
    _say_some(
        ("state", "", *(NAMES[concept] for concept in stability.concepts)),
        [(number, stability.states.text(number - 1),
          *("yes" if stability.is_equilibrium(concept, number) else "" for concept in stability.concepts))
         for number in held],
    )  # fmt: skip
    if coalitions:
        _say_coalitions(stability, coalition_stability(stability))


def _say_coalitions(stability: Stability, together: CoalitionStability) -> None:
    typer.echo("Stable for every coalition:")
    for shared in _of_coalitions(stability):
        held = ", ".join(str(number) for number in together.equilibria(shared)) or "none"
        typer.echo(f"  {NAMES[shared]}: {held}")
    for concept, jumps in _jumps(stability).items():
        for jump in jumps:
            members = listing(jump["members"])
            typer.echo(f"Equilibrium jump ({NAMES[concept]}): {members} together from {jump['from']} to {jump['to']}.")


def say_unknown(found: UnknownStability) -> None:
    """The equilibria as a table: in which of the four extensions they hold."""
    title = found.conflict.title or "The conflict"
    typer.echo(f"{title}: {len(found.states)} states, silence is unknown preference. Equilibria by extension:")
    head, rows = found.shown()
    _say_some(head, list(rows))


def _say_some(head: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    say_table(head, rows[:SHOWN])
    if len(rows) > SHOWN:
        typer.echo(f"... and {len(rows) - SHOWN:,} more; --json has all.")


# -- paths


def say_evolution_table(table: EvolutionTable) -> None:
    """The status quo table, then what only joint moves reach."""
    reached, *others = table.sentences
    typer.echo(reached)
    head, rows = table.shown()
    _say_some(head, [tuple(row) for row in rows])
    say_lines(others[:SHOWN])


def evolution(evolutions: Sequence[Evolution], target: str | None) -> dict[str, Any]:
    """What ``paths`` found, by kind of move."""
    return {"from": evolutions[0].start, **{one.by: _reached(one, target) for one in evolutions}}


def _reached(one: Evolution, target: str | None) -> dict[str, Any]:
    answer: dict[str, Any] = {
        "reachable": list(one.reachable),
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
        states = one.stability.states
        typer.echo(f"From state {one.start} ({states.text(one.start - 1)}) by {one.by}: "
                   f"{len(one.reachable)} of {len(states)} states can be reached.")  # fmt: skip
        for concept in one.stability.concepts:
            beyond = one.unreachable_equilibria(concept)
            if beyond:
                typer.echo(f"  Out of reach among the {NAMES[concept]} equilibria: {', '.join(map(str, beyond))}")
        if target is not None:
            _say_path(one, target)


def _say_path(one: Evolution, target: str) -> None:
    path = one.path_to(target)
    if not isinstance(path, Path):
        typer.echo(f"  No legal path leads to state {path.target}.")
        return
    for number, step in enumerate(path.steps, start=1):
        text = one.stability.states.text(step.target - 1)
        typer.echo(f"  {number}. {step.decision_maker} moves from {step.origin} to {step.target} ({text}).")
    if path.steps:
        openers = one.openers(target)
        typer.echo(f"  The first move {'must' if len(openers) == 1 else 'can'} be by {listing(openers, 'or')}.")


# -- why, levers, inverse


def reasons(answer: Why) -> dict[str, Any]:
    """What ``why`` found."""
    return {
        "state": {"number": answer.state + 1, "state": answer.states.text(answer.state)},
        "concept": answer.concept,
        "stable": {answer.conflict.names[one.decision_maker]: one.stable for one in answer.reasons},
        "sentences": list(answer.sentences),
    }


def read_cost(text: str) -> tuple[str, float]:
    """A cost from KIND=NUMBER."""
    key, _, number = text.rpartition("=")
    try:
        return key.strip(), float(number)
    except ValueError:
        raise ModelError(f'"{text}" is no cost; expected KIND=NUMBER, for instance move=2') from None


def lever_list(found: Levers) -> list[dict[str, Any]]:
    """What ``levers`` found, the cheapest first."""
    return [
        {"changes": [_change(found.conflict, change) for change in lever.changes],
         "cost": lever.cost, "states": list(lever.states)}
        for lever in found
    ]  # fmt: skip


def _change(conflict: Conflict, change: Change) -> dict[str, Any]:
    answer: dict[str, Any] = {"kind": kind(change), **asdict(change)}
    if isinstance(change, Drop | Flip | MoveTo):
        preference = conflict.decision_maker(change.decision_maker).preference
        if isinstance(preference, Statements):
            answer["says"] = str(preference.statements[change.statement - 1].says)
    return {**answer, "words": change_words(conflict, change)}


def inverse_counts(answer: Inverse) -> dict[str, Any]:
    """What ``inverse`` found."""
    names, states = answer.conflict.names, answer.problem.steps.states
    return {
        "target": {"number": answer.number, "state": answer.state},
        "windows": [asdict(one) for one in answer.windows],
        "rankings": answer.rankings,
        "counts": dict(answer.counts),
        "conditions": {
            concept: {
                name: [{"move": clause.move + 1,
                        "ways": [[_comparison(names, one) for one in way] for way in clause.ways]} for clause in
                        clauses]
                for name, clauses in zip(names, answer.conditions(concept), strict=True)
            }
            for concept in answer.counts
        },
        "states": states.as_rows(),
    }  # fmt: skip


def _comparison(names: Sequence[str], one: Comparison) -> dict[str, Any]:
    word = "better_than" if one.strictly else "at_least_as_good_as"
    return {"decision_maker": names[one.decision_maker], "state": one.state + 1, word: one.than + 1}


def say_inverse(answer: Inverse) -> None:
    """The counts as a table, then the conditions of SEQ in words."""
    typer.echo(f"State {answer.number} ({answer.state}): an equilibrium under so many of {answer.rankings:,} rankings.")
    rows = [(NAMES[one], f"{count:,}", f"{count / answer.rankings:.1%}") for one, count in answer.counts.items()]
    say_table(("concept", "rankings", "share"), rows)
    for concept in ("nash", "seq"):
        typer.echo(f"{NAMES[concept]}:")
        say_lines(f"  {sentence}" for sentence in answer.sentences(concept))


# -- robust


def robustness(survival: Survival, drawn: Shares, baseline: Shares) -> dict[str, Any]:
    """What ``robust`` found."""
    conflict = survival.conflict
    return {
        "exact": False,
        "draws": drawn.count,
        "seed": drawn.seed,
        "states": survival.states.as_rows(),
        "shares": {concept: list(shares) for concept, shares in drawn.shares.items()},
        "orders": baseline.count,
        "baseline": {concept: list(shares) for concept, shares in baseline.shares.items()},
        "changes_tried": survival.tried,
        "survivors": {concept: list(survival.surviving(concept)) for concept in survival.broken},
        "ended_by": {
            concept: {str(number): [change_words(conflict, change) for change in changes]
                      for number, changes in states.items()}
            for concept, states in survival.broken.items()
        },
    }  # fmt: skip


def say_robustness(survival: Survival, drawn: Shares, baseline: Shares) -> None:
    """A table per concept: the equilibria with the changes they survive, and both shares."""
    typer.echo(f"{survival.tried} single changes tried; shares of {drawn.count:,} draws and "
               f"{baseline.count:,} random orders, seed {drawn.seed}.")  # fmt: skip
    for concept, broken in survival.broken.items():
        shown = sorted(set(broken) | {state + 1 for state, share in enumerate(drawn.shares[concept]) if share > 0})
        typer.echo(f"{NAMES[concept]}:")
        say_table(
            ("state", "", "survives", "uncertain order", "random order"),
            [(number, survival.states.text(number - 1),
              f"{survival.tried - len(broken[number])} of {survival.tried}" if number in broken else "no equilibrium",
              f"{drawn.shares[concept][number - 1]:.1%}", f"{baseline.shares[concept][number - 1]:.1%}")
             for number in shown[:SHOWN]],
        )  # fmt: skip
        if len(shown) > SHOWN:
            typer.echo(f"... and {len(shown) - SHOWN} more; --json has all.")
