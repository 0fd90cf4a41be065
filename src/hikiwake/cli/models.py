"""Commands of a case's models: model (a draft), findings, history."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hikiwake.cli.dossier import CASE, CaseArgument
from hikiwake.cli.hindsight import ThenOption, known_by
from hikiwake.cli.listing.asked import as_listing
from hikiwake.cli.output import say, say_lines, say_prose
from hikiwake.cli.waiting import waiting
from hikiwake.conflict.concepts.definitions import CLASSIC
from hikiwake.wording.terminal.listings import stage

if TYPE_CHECKING:
    from hikiwake.cli.listing.asked import Listing

FLAT = ("era", "settlement", "title", "variant", "verdict", "signed", "holds", "refused_by", "share", "share_low",
        "share_high")  # fmt: skip

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
    app.command()(model)
    for command in (findings, history):
        app.command()(as_listing(command))


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
        bool, typer.Option("--why", help="In words: of each who blocks it, and what would have to change.")
    ] = False,
    then: ThenOption = "",
    listing: Listing,
) -> None:
    """Say of every settlement and era whether it would be agreed, what blocks it, and what would have to change.

    The whole of a case ends with its answers: when both could have agreed, what closed it, what would have to change,
    and how sure this is.
    """
    from hikiwake.cli.listing.standing import say_standing
    from hikiwake.dossier import load
    from hikiwake.settlement.findings import findings as find

    asked = next(one for one in CLASSIC if one == concept)
    case_then = known_by(load(case), then)
    found = find(case_then, era, settlement, variant=variant, concept=asked, draws=draws, seed=seed, step=_tell)
    columns = (*FLAT, *(("sentence",) if why else ()))
    if why and found and not listing.given:
        say_prose(listing.some(found.sentences))
    elif not listing.written(found.as_records(), columns):
        whole = (era, settlement, variant, concept) == (None, None, None, SEQ)
        say_standing(case_then, found, listing.limit, answers=whole)


def history(
    case: CaseArgument = CASE,
    *,
    era: EraOption = None,
    variant: VariantOption = None,
    orders: Annotated[int, typer.Option(min=1, help="How many random orders of the statements.")] = 500,
    seed: SeedOption = 0,
    then: ThenOption = "",
    listing: Listing,
) -> None:
    """Hold the models against history: does the state with which each era ended hold, and what would chance say?"""
    from hikiwake.cli.listing.asked import rows_of
    from hikiwake.dossier import load
    from hikiwake.modelling.history import history as hold
    from hikiwake.wording.history import HEAD

    table = hold(known_by(load(case), then), era, variant=variant, orders=orders, seed=seed, step=_tell)
    columns, rows = rows_of(HEAD, (row.cells for row in table))
    if not listing.written(rows, columns, table.as_records):
        listing.print_some(rows, columns, len(rows))
        say_prose(table.sentences)


def _tell(title: str, number: int, of: int) -> None:
    waiting.tell(stage(title, number, of))
