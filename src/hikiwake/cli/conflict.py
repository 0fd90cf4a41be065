"""Commands of the graph model: solve, paths, why, levers, inverse, robust, convert."""

from __future__ import annotations

import sys
from collections.abc import Collection
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from hikiwake.cli.output import print_json, say, say_lines
from hikiwake.conflict.concepts.definitions import CLASSIC, CONCEPTS, Concept
from hikiwake.errors import ModelError
from hikiwake.wording.moves import NAMES, listing

if TYPE_CHECKING:
    from hikiwake.conflict import Conflict
    from hikiwake.conflict.solving.unknown import UnknownConcept

MODEL = Annotated[str, typer.Argument(help="A conflict file (.toml or .gmcr), or CASE:NAME for a conflict of a case.")]
STATE = Annotated[
    str,
    typer.Argument(
        help="A state: Y, N and - for each option, its number, status_quo, outcome, or a settlement of one state."
    ),
]
VARIANT = Annotated[str | None, typer.Option(help='One reading alone: a rival one by name; "" for the model\'s own.')]
JSON = Annotated[bool, typer.Option("--json", help="Print one JSON value.")]
STATES_MAY_BEGIN_WITH_A_DASH = {"ignore_unknown_options": True}


class ConceptName(StrEnum):
    """The stability concepts, as the command line names them."""

    _ignore_ = "each"
    for each in CONCEPTS:
        vars()[each.upper()] = each


class Form(StrEnum):
    """What a conflict can be converted to."""

    TOML = "toml"
    CSV = "csv"
    GRAPHML = "graphml"
    GEXF = "gexf"
    MARKDOWN = "markdown"
    LATEX = "latex"


class Silence(StrEnum):
    """What it means that a preference says nothing of what two states differ in."""

    INDIFFERENT = "indifferent"
    UNKNOWN = "unknown"


CONCEPT = Annotated[ConceptName, typer.Option(help="The stability concept.")]
SEQ = ConceptName("seq")


def add_commands(app: typer.Typer) -> None:
    """Add the commands of this room to the command line."""
    app.command()(solve)
    app.command(context_settings=STATES_MAY_BEGIN_WITH_A_DASH)(paths)
    app.command(context_settings=STATES_MAY_BEGIN_WITH_A_DASH)(why)
    app.command(context_settings=STATES_MAY_BEGIN_WITH_A_DASH)(levers)
    app.command(context_settings=STATES_MAY_BEGIN_WITH_A_DASH)(inverse)
    app.command()(robust)
    app.command()(convert)


def solve(
    model: MODEL,
    coalitions: Annotated[bool, typer.Option("--coalitions", help="Also what holds against coalitions.")] = False,
    concept: Annotated[
        list[ConceptName] | None, typer.Option(help="Only these concepts; else all; SIM only in small models.")
    ] = None,
    silence: Annotated[Silence, typer.Option(help="What silence about two states means.")] = Silence.INDIFFERENT,
    variant: VARIANT = None,
    as_json: JSON = False,
) -> None:
    """Find the states that are stable, for whom, and the equilibria, by each concept."""
    from hikiwake.cli import conflict_answers as answers
    from hikiwake.conflict import solve as solve_conflict
    from hikiwake.conflict import solve_unknown

    asked, conflict = chosen(concept or []), load_model(model, variant)
    if silence is Silence.UNKNOWN:
        if coalitions:
            raise ModelError("--coalitions cannot be asked with --silence unknown; leave one of them out")
        found = solve_unknown(conflict, concepts=unknown_concepts(asked))
        print_json(found.as_object()) if as_json else answers.say_unknown(found)
        return
    stability = solve_conflict(conflict, asked or None)
    if as_json:
        print_json(answers.solution(stability, coalitions=coalitions))
    else:
        answers.say_solution(stability, coalitions=coalitions)


def paths(
    model: MODEL,
    start: Annotated[str | None, typer.Option("--from", help="The state to start from; else the status quo.")] = None,
    target: Annotated[str | None, typer.Option("--to", help="A state to find the shortest paths to.")] = None,
    variant: VARIANT = None,
    as_json: JSON = False,
) -> None:
    """Find what can be reached from a state, by improvements and by any moves."""
    from hikiwake.cli import conflict_answers as answers
    from hikiwake.conflict import improvement_paths, move_paths
    from hikiwake.conflict import solve as solve_conflict

    stability = solve_conflict(load_model(model, variant))
    evolutions = improvement_paths(stability, start), move_paths(stability, start)
    if as_json:
        print_json(answers.evolution(evolutions, target))
    else:
        answers.say_evolution(evolutions, target)


def why(
    model: MODEL,
    state: STATE,
    concept: CONCEPT = SEQ,
    decision_maker: Annotated[str | None, typer.Option(help="Only for this decision maker.")] = None,
    variant: VARIANT = None,
    as_json: JSON = False,
) -> None:
    """Say why a state is stable or not: what tempts, what deters, and which statements decide."""
    from hikiwake.cli import conflict_answers as answers
    from hikiwake.conflict.explaining.why import why as why_conflict

    answer = why_conflict(load_model(model, variant), state, concept.value, decision_maker)
    if as_json:
        print_json(answers.reasons(answer))
    else:
        say_lines(answer.sentences)


def levers(
    model: MODEL,
    target: Annotated[str, typer.Argument(help="A state, or the formula of a settlement.")],
    concept: CONCEPT = SEQ,
    most: Annotated[int, typer.Option(min=0, help="The most changes in one lever.")] = 3,
    candidate: Annotated[list[str] | None, typer.Option(help="A statement that may be added: NAME: STATEMENT.")] = None,
    cost: Annotated[list[str] | None, typer.Option(help="A cost: KIND=NUMBER or KIND:NAME=NUMBER.")] = None,
    variant: VARIANT = None,
    as_json: JSON = False,
) -> None:
    """Find the smallest sets of changes that make a state, or a settlement, an equilibrium."""
    from hikiwake.cli import conflict_answers as answers
    from hikiwake.conflict.changing.levers import levers as find_levers
    from hikiwake.conflict.model.changes import candidate as read_candidate

    found = find_levers(
        load_model(model, variant),
        target,
        concept.value,
        most=most,
        candidates=[read_candidate(text) for text in candidate or []],
        costs=dict(answers.read_cost(text) for text in cost or []),
        step=say_searched if sys.stderr.isatty() else None,
    )
    if as_json:
        print_json(found.as_rows())
    else:
        say_lines(found.sentences)


def inverse(
    model: MODEL,
    state: STATE,
    window: Annotated[list[str], typer.Option(help="Open ranks: NAME=4 (the best four) or NAME=3-6.")],
    variant: VARIANT = None,
    as_json: JSON = False,
) -> None:
    """Count the rankings inside windows that make a state an equilibrium, and say what they have in common."""
    from hikiwake.cli import conflict_answers as answers
    from hikiwake.conflict.changing.inverse import inverse as invert
    from hikiwake.conflict.changing.inverse import window as read_window

    answer = invert(load_model(model, variant), state, [read_window(text) for text in window])
    if as_json:
        print_json(answer.as_object())
    else:
        answers.say_inverse(answer)


def robust(
    model: MODEL,
    draws: Annotated[int, typer.Option(min=1, help="How many random draws.")] = 1000,
    seed: Annotated[int, typer.Option(min=0, help="The seed of the draws.")] = 0,
    orders: Annotated[int, typer.Option(min=1, help="How many random orders, for comparison.")] = 1000,
    concept: Annotated[
        list[ConceptName] | None,
        typer.Option(help=f"Only these concepts; else {listing([NAMES[one] for one in CLASSIC])}."),
    ] = None,
    variant: VARIANT = None,
    as_json: JSON = False,
) -> None:
    """Find which equilibria survive changes, and how often states hold under uncertain and under random order."""
    from hikiwake.cli import conflict_answers as answers
    from hikiwake.conflict.changing import robustness

    conflict = load_model(model, variant)
    asked = [one.value for one in concept or []]
    concepts = tuple(one for one in CONCEPTS if one in asked) or CLASSIC
    found = (
        robustness.survivors(conflict, concepts),
        robustness.draws(conflict, draws, seed, concepts),
        robustness.baseline(conflict, orders, seed, concepts),
    )
    if as_json:
        print_json(answers.robustness(*found))
    else:
        answers.say_robustness(*found)


def convert(
    model: MODEL,
    to: Annotated[Form, typer.Option(help="The form to convert to.")],
    output: Annotated[str | None, typer.Option(help="The file to write; else it is printed.")] = None,
    variant: VARIANT = None,
    force: Annotated[bool, typer.Option("--force", help="Replace what stands at the path.")] = False,
) -> None:
    """Convert a conflict to our TOML, a table, a graph, or the option form for a paper."""
    from pathlib import Path

    from hikiwake.conflict.files import exports
    from hikiwake.conflict.files.toml import as_toml
    from hikiwake.storage.writing import write_file

    forms = {
        Form.TOML: as_toml,
        Form.CSV: exports.as_csv,
        Form.GRAPHML: exports.as_graphml,
        Form.GEXF: exports.as_gexf,
        Form.MARKDOWN: exports.as_markdown,
        Form.LATEX: exports.as_latex,
    }
    text = forms[to](load_model(model, variant))
    if output is None:
        say(text, nl=False)
        return
    write_file(Path(output), text.encode("utf-8"), force=force)


def chosen(named: Collection[ConceptName]) -> tuple[Concept, ...]:
    """The concepts of these names, in the order of the table."""
    return tuple(one for one in CONCEPTS if one in named)


def unknown_concepts(asked: Collection[Concept]) -> tuple[UnknownConcept, ...]:
    """The concepts asked for, where silence is unknown preference; all four where none is named."""
    from hikiwake.conflict.solving.unknown import UNKNOWN_CONCEPTS

    for one in asked:
        if one not in UNKNOWN_CONCEPTS:
            raise ModelError(f"{one} is not defined where silence is unknown preference; "
                             f"there are {', '.join(UNKNOWN_CONCEPTS)}")  # fmt: skip
    return tuple(one for one in UNKNOWN_CONCEPTS if not asked or one in asked)


def say_searched(size: int, found: int) -> None:
    """Tell on the error stream how far a search for levers has come."""
    say(f"hikiwake: sets of {size} changes tried, {found} levers found", err=True)


def load_model(name: str, variant: str | None) -> Conflict:
    """The conflict that a name on the command line means, in one of its readings."""
    from hikiwake.conflict import read_conflict
    from hikiwake.conflict.files.gmcr import read_gmcr
    from hikiwake.modelling.loading import conflict_file

    path = conflict_file(name)
    if path.suffix.lower() == ".gmcr":
        imported = read_gmcr(path)
        for note in imported.notes:
            say(f"hikiwake: {note}", err=True)
        conflict = imported.conflict
    else:
        conflict = read_conflict(path)
    return conflict if variant is None else conflict.variant(variant)
