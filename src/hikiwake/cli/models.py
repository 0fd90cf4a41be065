"""Commands of a case's models: model (a draft), findings, history."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from hikiwake.cli.dossier import CASE, CaseArgument, JsonOption
from hikiwake.cli.hindsight import ThenOption, known_by
from hikiwake.cli.output import print_json, say, say_lines
from hikiwake.conflict.concepts.definitions import CLASSIC

EraOption = Annotated[str | None, typer.Option("--era", help="One era of the case.")]
VariantOption = Annotated[
    str | None, typer.Option("--variant", help='One rival reading alone; "" for the models\' own.')
]
SeedOption = Annotated[int, typer.Option(min=0, help="The seed of the random draws.")]


class FindingConcept(StrEnum):
    """The concepts under which findings are made."""

    _ignore_ = "each"
    for each in CLASSIC:
        vars()[each.upper()] = each


SEQ = FindingConcept("seq")


def add_commands(app: typer.Typer) -> None:
    """Add the commands of this module to the command line."""
    for command in (model, findings, history):
        app.command()(command)


def model(
    case: CaseArgument = CASE,
    *,
    era: Annotated[str, typer.Option("--era", help="The era to draft a conflict of.")],
    decision_makers: Annotated[str, typer.Option(help="Actors with commas; the case's dyad and others else.")] = "",
    then: ThenOption = "",
    output: Annotated[Path | None, typer.Option(help="The file to write; else it is printed.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace what stands at --output.")] = False,
    write: Annotated[bool, typer.Option("--write", help="Put it into the case, as conflicts/ERA.toml.")] = False,
) -> None:
    """Draft the conflict of an era from the record: options, preferences with their grounds, and what is missing."""
    from hikiwake.dossier import load
    from hikiwake.dossier.entering.conflicts import add_conflict
    from hikiwake.modelling.drafting import draft
    from hikiwake.storage.writing import write_file

    actors = [actor.strip() for actor in decision_makers.split(",") if actor.strip()]
    drafted = draft(known_by(load(case), then), era, actors)
    if output is None and not write:
        say(drafted.text, nl=False)
        return
    if write:
        say(add_conflict(case, era, drafted.text))
        say(drafted.to_be_set(f"conflicts/{era}.toml"))
    if output is not None:
        write_file(output, drafted.text.encode("utf-8"), force=force)
    say_lines(drafted.sentences)


def findings(
    case: CaseArgument = CASE,
    *,
    settlement: Annotated[str | None, typer.Option(help="One formula of the case.")] = None,
    era: EraOption = None,
    variant: VariantOption = None,
    concept: Annotated[FindingConcept, typer.Option(help="The stability concept.")] = SEQ,
    draws: Annotated[int, typer.Option(min=1, help="How many random draws.")] = 200,
    seed: SeedOption = 0,
    why: Annotated[
        bool, typer.Option("--why", help="Say of each who blocks it and what would have to change.")
    ] = False,
    then: ThenOption = "",
    as_json: JsonOption = False,
) -> None:
    """Say of every settlement and era whether it would be agreed, what blocks it, and what would have to change."""
    from hikiwake.cli.conflict_answers import say_table
    from hikiwake.dossier import load
    from hikiwake.settlement.findings import findings as find
    from hikiwake.wording.settlements import legend

    asked = next(one for one in CLASSIC if one == concept)
    case_then = known_by(load(case), then)
    found = find(case_then, era, settlement, variant=variant, concept=asked, draws=draws, seed=seed)
    if as_json:
        print_json(found.as_rows())
        return
    if not why:
        say_table(*found.matrix)
        say_lines(legend())
        return
    say_lines(found.sentences)


def history(
    case: CaseArgument = CASE,
    *,
    era: EraOption = None,
    variant: VariantOption = None,
    orders: Annotated[int, typer.Option(min=1, help="How many random orders of the statements.")] = 500,
    seed: SeedOption = 0,
    then: ThenOption = "",
    as_json: JsonOption = False,
) -> None:
    """Hold the models against history: does the state with which each era ended hold, and what would chance say?"""
    from hikiwake.cli.conflict_answers import say_table
    from hikiwake.dossier import load
    from hikiwake.modelling.history import history as hold
    from hikiwake.wording.history import HEAD

    table = hold(known_by(load(case), then), era, variant=variant, orders=orders, seed=seed)
    if as_json:
        print_json(table.as_rows())
        return
    say_table(HEAD, (row.cells for row in table))
    say_lines(table.sentences)
