"""The command relation: how the relation of two actors moved, period by period, and when it turned."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from hikiwake.cli.dossier import CASE, CaseArgument, selected, two_actors
from hikiwake.cli.hindsight import ThenOption, known_by
from hikiwake.cli.listing.asked import as_listing
from hikiwake.cli.output import say_prose

if TYPE_CHECKING:
    from hikiwake.cli.listing.asked import Listing

MOST_ROWS = 40


class Length(StrEnum):
    """How long a period is."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    DECADE = "decade"
    ERA = "era"


class Scale(StrEnum):
    """On which scale acts have their scores."""

    PLOVER = "plover"
    GOLDSTEIN = "goldstein"
    QUAD = "quad"


class Measure(StrEnum):
    """What the acts of a period come to."""

    MEAN = "mean"
    SUM = "sum"
    NET = "net"


def add_commands(app: typer.Typer) -> None:
    """Add the command of this module to the command line."""
    app.command()(as_listing(relation))


def relation(
    case: CaseArgument = CASE,
    *,
    dyad: Annotated[str, typer.Option(help="Two actors, as JPN,RUS; the case's dyad where nothing is given.")] = "",
    directed: Annotated[bool, typer.Option("--directed", help="Only acts from the first to the second.")] = False,
    by: Annotated[Length, typer.Option(help="The length of a period.")] = Length.YEAR,
    scale: Annotated[Scale, typer.Option(help="The scale of the scores.")] = Scale.PLOVER,
    measure: Annotated[Measure, typer.Option(help="What the acts of a period come to.")] = Measure.MEAN,
    documents: Annotated[
        str, typer.Option("--document", help="Only what these documents say: ids, commas between.")
    ] = "",
    resamples: Annotated[int, typer.Option(min=0, help="How often documents and acts are drawn again.")] = 200,
    seed: Annotated[int, typer.Option(min=0, help="The seed of the drawing.")] = 0,
    then: ThenOption = "",
    listing: Listing,
) -> None:
    """Show how the relation of two actors moved, period by period, and when it turned."""
    from hikiwake.dossier import load
    from hikiwake.relation import relation as measured

    dossier = selected(known_by(load(case), then), "", "", "", documents)
    pair = two_actors(dossier, dyad) if dyad else None
    found = measured(dossier, pair, directed=directed, by=by, scale=scale, measure=measure,
                     resamples=resamples, seed=seed)  # fmt: skip
    if listing.written(found.as_records(), ("start", "end", "value", "low", "high", "events", "ids"), found.as_record):
        return
    say_prose(found.sentences)
    rows = [dict(zip(HEAD, cells, strict=True)) for cells in found.shown()[1]]
    listing.print_some(rows, HEAD, MOST_ROWS)


HEAD = ("when", "value", "between", "acts", "foremost")
