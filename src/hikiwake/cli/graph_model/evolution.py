"""The command evolve: the status quo table and the evolution graph."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hikiwake.cli.graph_model.solving import (
    CONCEPT,
    MODEL,
    SEQ,
    START,
    STATES_MAY_BEGIN_WITH_A_DASH,
    VARIANT,
    chosen,
    load_model,
)
from hikiwake.cli.listing.asked import AS_JSON, FORMAT_HELP, LIMIT, Format, asked
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
    """What the evolution is shown as: a listing, or a graph."""

    TABLE = "table"
    CSV = "csv"
    TSV = "tsv"
    JSON = "json"
    MD = "md"
    GRAPHML = "graphml"
    SVG = "svg"


GRAPHS = (EvolutionForm.GRAPHML, EvolutionForm.SVG)
TO_FILES = (EvolutionForm.JSON, *GRAPHS)


def add_commands(app: typer.Typer) -> None:
    """Add the command of this module to the command line."""
    app.command(context_settings=STATES_MAY_BEGIN_WITH_A_DASH)(evolve)


def evolve(
    model: MODEL,
    start: START = None,
    steps: Annotated[int | None, typer.Option(min=0, help="How many moves at most; else all.")] = None,
    moves: Annotated[Moves, typer.Option(help="Any moves, or improvements only.")] = Moves.ANY,
    concept: CONCEPT = SEQ,
    form: Annotated[
        EvolutionForm | None, typer.Option("--format", metavar="FORM", help=f"{FORMAT_HELP} Or graphml or svg.")
    ] = None,
    limit: LIMIT = None,
    as_json: AS_JSON = False,
    output: Annotated[Path | None, typer.Option(help="The file to write; else it is printed.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace what stands at the path.")] = False,
    variant: VARIANT = None,
) -> None:
    """Follow the conflict step by step from the status quo: what is reached, who moves, and what takes a joint move."""
    from hikiwake.cli.graph_model.answers import say_evolution_table
    from hikiwake.conflict import evolve as evolve_conflict
    from hikiwake.conflict import solve as solve_conflict
    from hikiwake.storage.writing import write_file

    stability = solve_conflict(load_model(model, variant), chosen([concept]))
    by: By = "moves" if moves is Moves.ANY else "improvements"
    table = evolve_conflict(stability, start, by, steps=steps, concept=concept.value)
    listing = asked(limit, None if form is None or form in GRAPHS else Format(form.value), as_json)
    wanted = EvolutionForm(form or listing.form.value)
    if output is not None and wanted not in TO_FILES:
        raise ModelError(f"a table is not written to a file; name a form for {output}: --format json, graphml, svg")
    if output is not None:
        write_file(output, _text(table, wanted).encode("utf-8"), force=force)
    elif wanted in GRAPHS:
        say(_text(table, wanted), nl=False)
    else:
        say_evolution_table(table, listing)


def _text(table: EvolutionTable, form: EvolutionForm) -> str:
    if form is EvolutionForm.JSON:
        return json_text(table.as_records())
    if form is EvolutionForm.GRAPHML:
        from hikiwake.conflict.files.evolution import evolution_graphml

        return evolution_graphml(table)
    from hikiwake.figures import drawing_of

    return drawing_of(table)
