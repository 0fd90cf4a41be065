"""The command events: imported event data by dyad and period, who moved most, and acts by type, issue and publisher."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hikiwake.cli.listing.asked import as_listing
from hikiwake.cli.output import say_prose

if TYPE_CHECKING:
    from hikiwake.cli.listing.asked import Listing
    from hikiwake.relation.querying import Answer, Asked, ImportedEvents

MOST_ROWS = 40


class Step(StrEnum):
    """How long a period is."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    DECADE = "decade"


class Amount(StrEnum):
    """What the events of a period come to."""

    MEAN = "mean"
    SUM = "sum"
    NET = "net"
    COUNT = "count"


class Part(StrEnum):
    """By what the events of a period are told apart."""

    TYPE = "type"
    ISSUE = "issue"
    PUBLISHER = "publisher"


def add_commands(app: typer.Typer) -> None:
    """Add the command of this module to the command line."""
    app.command()(as_listing(events))


def events(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A folder into which event data was imported.")],
    *,
    dyad: Annotated[str, typer.Option(help="Two actors, as JPN,RUS; all dyads where nothing is given.")] = "",
    directed: Annotated[bool, typer.Option("--directed", help="Each direction of a dyad by itself.")] = False,
    by: Annotated[Step, typer.Option(help="The length of a period.")] = Step.YEAR,
    measure: Annotated[Amount, typer.Option(help="What the events of a period come to.")] = Amount.MEAN,
    scale: Annotated[str, typer.Option(help="The scale of the scores, or quad; else the one that the rows have.")] = "",
    split: Annotated[Part | None, typer.Option(help="Tell the events of a period apart by this.")] = None,
    movers: Annotated[
        bool, typer.Option("--movers", help="Which dyads changed most from the first of two periods to the last.")
    ] = False,
    least: Annotated[int, typer.Option(min=1, help="How many events a mover must have in both periods.")] = 5,
    first: Annotated[str, typer.Option("--from", help="Only what ends on or after this date.")] = "",
    last: Annotated[str, typer.Option("--to", help="Only what begins on or before this date.")] = "",
    listing: Listing,
) -> None:
    """Ask imported event data: a dyad or all, period by period, who moved most, types, issues, publishers."""
    from hikiwake.relation.querying import Asked, ImportedEvents, days_between

    asked = Asked(by.value, measure.value, directed, *days_between(first, last))
    if movers and (dyad or split):
        raise typer.BadParameter("--movers looks at all dyads as they are: leave --dyad and --split out")
    pair = two_codes(dyad) if dyad else None
    found = _answered(ImportedEvents(folder), asked, pair, scale or None, split, least if movers else 0)
    about = {"dyad": list(pair) if pair else None, "directed": directed, "by": by.value, "measure": measure.value,
             "scale": found.scale or None}  # fmt: skip
    if listing.stream(found.records(listing.limit), found.columns, about):
        return
    say_prose(found.sentences)
    rows = [{**row, **_rounded(row)} for row in found.records(listing.limit or MOST_ROWS)]
    listing.print_some(rows, found.columns, MOST_ROWS, len(found))


def _answered(
    rows: ImportedEvents, asked: Asked, pair: tuple[str, str] | None, scale: str | None, split: Part | None, least: int
) -> Answer:
    from hikiwake.relation import querying

    if least:
        return querying.movers(rows, asked, scale, least)
    if split:
        return querying.split(rows, split.value, pair, asked, scale)
    return querying.one_dyad(rows, pair, asked, scale) if pair else querying.all_dyads(rows, asked, scale)


def two_codes(dyad: str) -> tuple[str, str]:
    """The two actors that ``--dyad`` names. Raises ``typer.BadParameter`` where they are not two."""
    pair = [actor.strip() for actor in dyad.split(",")]
    if len(set(pair)) != 2 or len(pair) != 2 or not all(pair):
        raise typer.BadParameter(f"--dyad {dyad!r}: give two actors with a comma between, as JPN,RUS")
    return pair[0], pair[1]


def _rounded(row: dict[str, object]) -> dict[str, str]:
    """The numbers of a row with two digits after the point, for a reader."""
    return {name: f"{value:.2f}" for name, value in row.items() if isinstance(value, float)}
