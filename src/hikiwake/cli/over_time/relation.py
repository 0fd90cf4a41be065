"""The command relation: how the relation of two actors moved, period by period, and when it turned."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hikiwake.cli.dossier import CASE, CaseArgument, selected, two_actors
from hikiwake.cli.hindsight import ThenOption, known_by
from hikiwake.cli.listing.asked import as_listing
from hikiwake.cli.output import say_prose
from hikiwake.cli.over_time.events import two_codes

if TYPE_CHECKING:
    from hikiwake.cli.listing.asked import Listing
    from hikiwake.dossier import Dossier
    from hikiwake.relation import ImportedEvents

MOST_ROWS = 40


class Length(StrEnum):
    """How long a period is."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    DECADE = "decade"
    ERA = "era"


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
    scale: Annotated[
        str, typer.Option(help="The scale of the scores: plover, goldstein or quad; of event data that of its rows.")
    ] = "",
    measure: Annotated[Measure, typer.Option(help="What the acts of a period come to.")] = Measure.MEAN,
    documents: Annotated[
        str, typer.Option("--document", help="Only what these documents say: ids, commas between.")
    ] = "",
    resamples: Annotated[int, typer.Option(min=0, help="How often documents and acts are drawn again.")] = 200,
    seed: Annotated[int, typer.Option(min=0, help="The seed of the drawing.")] = 0,
    then: ThenOption = "",
    listing: Listing,
) -> None:
    """Show how the relation of two actors moved, period by period, and when it turned: by a case, or by event data."""
    from hikiwake.relation import relation as measured

    of, pair = _told_by(case, dyad, documents, then)
    found = measured(of, pair, directed=directed, by=by.value, scale=scale or None, measure=measure.value,
                     resamples=resamples, seed=seed)  # fmt: skip
    if listing.written(found.as_records(), ("start", "end", "value", "low", "high", "events", "ids"), found.as_record):
        return
    say_prose(found.sentences)
    rows = [dict(zip(HEAD, cells, strict=True)) for cells in found.shown()[1]]
    listing.print_some(rows, HEAD, MOST_ROWS)


def _told_by(
    case: str, dyad: str, documents: str, then: str
) -> tuple[Dossier | ImportedEvents, tuple[str, str] | None]:
    """Who tells of the relation, a case or a folder of imported event data, and the dyad that is asked for."""
    from hikiwake.dossier import load
    from hikiwake.relation.querying import ImportedEvents, is_imported

    if is_imported(case):
        if documents or then:
            raise typer.BadParameter(f"{case} is event data, which has no documents: leave --document and "
                                     "--as-written-by out; `hikiwake events DIR --to DATE` ends at a day")  # fmt: skip
        return ImportedEvents(Path(case)), two_codes(dyad) if dyad else None
    dossier = selected(known_by(load(case), then), "", "", "", documents)
    return dossier, two_actors(dossier, dyad) if dyad else None


HEAD = ("when", "value", "between", "acts", "foremost")
