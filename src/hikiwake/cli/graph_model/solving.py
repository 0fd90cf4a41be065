"""Commands of the graph model: solve, paths, why, levers, inverse, robust."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hikiwake.cli.listing.asked import as_listing
from hikiwake.cli.output import print_json, say, say_prose
from hikiwake.cli.waiting import waiting
from hikiwake.conflict.concepts.definitions import CLASSIC, CONCEPTS, Concept
from hikiwake.errors import ModelError
from hikiwake.wording.moves import NAMES
from hikiwake.wording.moves import listing as listing_of
from hikiwake.wording.terminal.listings import means_more, searched
from hikiwake.wording.terminal.near import near_or_some

if TYPE_CHECKING:
    from hikiwake.cli.listing.asked import Listing
    from hikiwake.conflict import Conflict
    from hikiwake.conflict.solving.unknown import UnknownConcept

MODEL = Annotated[str, typer.Argument(help="A conflict file (.toml or .gmcr), or CASE:NAME for a conflict of a case.")]
NAMED = "its number, Y, N and - (either) for each option, status_quo, outcome, or a settlement"
STATE = Annotated[str, typer.Argument(help=f"A state: {NAMED}.")]
START = Annotated[
    str | None, typer.Option("--start", metavar="STATE", help="The state to start from; else the status quo.")
]
VARIANT = Annotated[str | None, typer.Option(help='One reading alone: a rival one by name; "" for the model\'s own.')]
MOST_TOLD = 5  # states whose reasons are told at once
JSON = Annotated[bool, typer.Option("--json", help="Print one JSON value.")]
STATES_MAY_BEGIN_WITH_A_DASH = {"ignore_unknown_options": True}


class ConceptName(StrEnum):
    """The stability concepts, as the command line names them."""

    _ignore_ = "each"
    for each in CONCEPTS:
        vars()[each.upper()] = each


class Silence(StrEnum):
    """What it means that a preference says nothing of what two states differ in."""

    INDIFFERENT = "indifferent"
    UNKNOWN = "unknown"


CONCEPT = Annotated[ConceptName, typer.Option(help="The stability concept.")]
SEQ = ConceptName("seq")


def add_commands(app: typer.Typer) -> None:
    """Add the commands of this room to the command line."""
    app.command()(as_listing(solve))
    for command in (as_listing(paths), why, as_listing(levers), as_listing(inverse)):
        app.command(context_settings=STATES_MAY_BEGIN_WITH_A_DASH)(command)
    app.command()(as_listing(robust))


def solve(
    model: MODEL,
    coalitions: Annotated[bool, typer.Option("--coalitions", help="Also what holds against coalitions.")] = False,
    concept: Annotated[
        list[ConceptName] | None, typer.Option(help="Only these concepts; else all; SIM only in small models.")
    ] = None,
    silence: Annotated[Silence, typer.Option(help="What silence about two states means.")] = Silence.INDIFFERENT,
    variant: VARIANT = None,
    *,
    listing: Listing,
) -> None:
    """Find the states that are stable, for whom, and the equilibria, by each concept."""
    from hikiwake.cli.graph_model import answers
    from hikiwake.conflict import solve as solve_conflict
    from hikiwake.conflict import solve_unknown

    asked, conflict = chosen(concept or []), load_model(model, variant)
    if silence is Silence.UNKNOWN:
        if coalitions:
            raise ModelError("--coalitions cannot be asked with --silence unknown; leave one of them out")
        answers.say_unknown(solve_unknown(conflict, concepts=unknown_concepts(asked)), listing)
        return
    answers.say_solution(solve_conflict(conflict, asked or None), listing, coalitions=coalitions)


def paths(
    model: MODEL,
    start: START = None,
    target: Annotated[
        str | None, typer.Option("--target", metavar="STATE", help="A state to find the shortest paths to.")
    ] = None,
    variant: VARIANT = None,
    *,
    listing: Listing,
) -> None:
    """Find what can be reached from a state, by improvements and by any moves."""
    from hikiwake.cli.graph_model import answers
    from hikiwake.conflict import improvement_paths, move_paths
    from hikiwake.conflict import solve as solve_conflict

    stability = solve_conflict(load_model(model, variant))
    answers.say_evolution((improvement_paths(stability, start), move_paths(stability, start)), target, listing)


def why(
    model: MODEL,
    state: STATE,
    concept: CONCEPT = SEQ,
    decision_maker: Annotated[str | None, typer.Option(help="Only for this decision maker.")] = None,
    variant: VARIANT = None,
    as_json: JSON = False,
) -> None:
    """Say why a state is stable or not: what tempts, what deters, and which statements decide."""
    from hikiwake.cli.graph_model import answers
    from hikiwake.conflict import states_of
    from hikiwake.conflict.explaining.why import why as why_conflict
    from hikiwake.conflict.model.naming import states_named

    conflict = load_model(model, variant)
    meant = states_named(conflict, states_of(conflict), state)
    told = [why_conflict(conflict, number + 1, concept.value, decision_maker) for number in meant[:MOST_TOLD].tolist()]
    if len(meant) > MOST_TOLD:
        say(means_more(state, len(meant), MOST_TOLD), err=True)
    if as_json:
        objects = [answers.reasons(each) for each in told]
        print_json(objects[0] if len(meant) == 1 else objects)
    else:
        say_prose(line for each in told for line in each.sentences)


def levers(
    model: MODEL,
    target: Annotated[str, typer.Argument(help=f"A state: {NAMED}. Of several any may hold.")],
    concept: CONCEPT = SEQ,
    most: Annotated[int, typer.Option(min=0, help="The most changes in one lever.")] = 3,
    addition: Annotated[list[str] | None, typer.Option(help="A statement that may be added: NAME: STATEMENT.")] = None,
    cost: Annotated[list[str] | None, typer.Option(help="A cost: KIND=NUMBER or KIND:NAME=NUMBER.")] = None,
    variant: VARIANT = None,
    *,
    listing: Listing,
) -> None:
    """Find the smallest sets of changes that make a state, or a settlement, an equilibrium."""
    from hikiwake.cli.graph_model import answers
    from hikiwake.conflict.changing.levers import levers as find_levers
    from hikiwake.conflict.model.changes import candidate as read_candidate

    found = find_levers(
        load_model(model, variant),
        target,
        concept.value,
        most=most,
        candidates=[read_candidate(text) for text in addition or []],
        costs=dict(answers.read_cost(text) for text in cost or []),
        step=lambda size, found: waiting.tell(searched(size, found)),
    )
    answers.say_levers(found, listing)


def inverse(
    model: MODEL,
    state: STATE,
    window: Annotated[list[str], typer.Option(help="Open ranks: NAME=4 (the best four) or NAME=3-6.")],
    variant: VARIANT = None,
    *,
    listing: Listing,
) -> None:
    """Count the rankings inside windows that make a state an equilibrium, and say what they have in common."""
    from hikiwake.cli.graph_model import answers
    from hikiwake.conflict.changing.inverse import inverse as invert
    from hikiwake.conflict.changing.inverse import window as read_window

    answers.say_inverse(invert(load_model(model, variant), state, [read_window(text) for text in window]), listing)


def robust(
    model: MODEL,
    draws: Annotated[int, typer.Option(min=1, help="How many random draws.")] = 1000,
    seed: Annotated[int, typer.Option(min=0, help="The seed of the draws.")] = 0,
    orders: Annotated[int, typer.Option(min=1, help="How many random orders, for comparison.")] = 1000,
    concept: Annotated[
        list[ConceptName] | None,
        typer.Option(help=f"Only these concepts; else {listing_of([NAMES[one] for one in CLASSIC])}."),
    ] = None,
    variant: VARIANT = None,
    *,
    listing: Listing,
) -> None:
    """Find which equilibria survive changes, and how often states hold under uncertain and under random order."""
    from hikiwake.cli.graph_model import answers
    from hikiwake.conflict.changing import robustness

    conflict = load_model(model, variant)
    asked = [one.value for one in concept or []]
    concepts = tuple(one for one in CONCEPTS if one in asked) or CLASSIC
    found = (
        robustness.survivors(conflict, concepts),
        robustness.draws(conflict, draws, seed, concepts),
        robustness.baseline(conflict, orders, seed, concepts),
    )
    answers.say_robustness(*found, listing)


def chosen(named: Collection[ConceptName]) -> tuple[Concept, ...]:
    """The concepts of these names, in the order of the table."""
    return tuple(one for one in CONCEPTS if one in named)


def unknown_concepts(asked: Collection[Concept]) -> tuple[UnknownConcept, ...]:
    """The concepts asked for, where silence is unknown preference; all four where none is named."""
    from hikiwake.conflict.solving.unknown import UNKNOWN_CONCEPTS

    for one in asked:
        if one not in UNKNOWN_CONCEPTS:
            raise ModelError(f"{one} is not defined where silence is unknown preference"
                             f"{near_or_some(one, UNKNOWN_CONCEPTS)}")  # fmt: skip
    return tuple(one for one in UNKNOWN_CONCEPTS if not asked or one in asked)


def load_model(name: str, variant: str | None) -> Conflict:
    """The conflict that a name on the command line means, in one of its readings."""
    from hikiwake.conflict.files.gmcr import read_gmcr
    from hikiwake.modelling.loading import conflict as conflict_of

    path = Path(name)
    if path.suffix.lower() == ".gmcr" and path.exists():
        imported = read_gmcr(path)
        for note in imported.notes:
            say(f"hikiwake: {note}", err=True)
        conflict = imported.conflict
    else:
        conflict = conflict_of(name)
    return conflict if variant is None else conflict.variant(variant)
