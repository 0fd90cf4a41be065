"""The command evolve: the status quo table and the evolution graph."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hikiwake.cli.conflict import CONCEPT, MODEL, SEQ, STATES_MAY_BEGIN_WITH_A_DASH, VARIANT, chosen, load_model
from hikiwake.cli.output import json_text, say
from hikiwake.errors import ModelError

if TYPE_CHECKING:
    from hikiwake.conflict import EvolutionTable
    from hikiwake.conflict.solving.paths import By


class Moves(StrEnum):
    """By what a conflict may evolve."""

    ANY = "any"
    IMPROVEMENTS = "improvements"


class EvolutionForm(StrEnum):
    """What the evolution is shown as."""

    TABLE = "table"
    JSON = "json"
    GRAPHML = "graphml"
    SVG = "svg"


def add_commands(app: typer.Typer) -> None:
    """Add the command of this module to the command line."""
    app.command(context_settings=STATES_MAY_BEGIN_WITH_A_DASH)(evolve)


def evolve(
    model: MODEL,
    start: Annotated[str | None, typer.Option("--from", help="The state to start from; else the status quo.")] = None,
    steps: Annotated[int | None, typer.Option(min=0, help="How many moves at most; else all.")] = None,
    moves: Annotated[Moves, typer.Option(help="Any moves, or improvements only.")] = Moves.ANY,
    concept: CONCEPT = SEQ,
    form: Annotated[EvolutionForm, typer.Option("--format", help="What to print.")] = EvolutionForm.TABLE,
    output: Annotated[Path | None, typer.Option(help="The file to write; else it is printed.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace what stands at the path.")] = False,
    variant: VARIANT = None,
    as_json: Annotated[bool, typer.Option("--json", help="The same as --format json.")] = False,
) -> None:
    """Follow the conflict step by step from the status quo: what is reached, who moves, and what takes a joint move."""
    from hikiwake.cli.conflict_answers import say_evolution_table
    from hikiwake.conflict import evolve as evolve_conflict
    from hikiwake.conflict import solve as solve_conflict
    from hikiwake.storage.writing import write_file

    stability = solve_conflict(load_model(model, variant), chosen([concept]))
    by: By = "moves" if moves is Moves.ANY else "improvements"
    table = evolve_conflict(stability, start, by, steps=steps, concept=concept.value)
    wanted = EvolutionForm.JSON if as_json else form
    if wanted is EvolutionForm.TABLE:
        if output is not None:
            raise ModelError(f"a table is not written to a file; name a form for {output}: --format json, graphml, svg")
        say_evolution_table(table)
        return
    text = _text(table, wanted)
    if output is None:
        say(text, nl=False)
        return
    write_file(output, text.encode("utf-8"), force=force)


def _text(table: EvolutionTable, form: EvolutionForm) -> str:
    if form is EvolutionForm.JSON:
        return json_text(table.as_rows())
    if form is EvolutionForm.GRAPHML:
        from hikiwake.conflict.files.evolution import evolution_graphml

        return evolution_graphml(table)
    from hikiwake.figures import figure

    return figure(table)
