"""The command drivers: the causes and effects that authors argue; with --test held against the timeline."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from hikiwake.cli.dossier import CASE, SPARE, CaseArgument
from hikiwake.cli.filters import filtered
from hikiwake.cli.hindsight import ThenOption, known_by
from hikiwake.cli.listing.asked import as_listing
from hikiwake.cli.output import say_prose

if TYPE_CHECKING:
    from hikiwake.cli.listing.asked import Listing
    from hikiwake.dossier import Dossier
    from hikiwake.dossier.filtering import Filters

MOST_ROWS = 40
COLUMNS = ("driver", "holder", "cause", "effect", "sign", "verdict", "reason")
HEAD = ("cause", "effect", "argued", "within", "followed", "by chance", "p", "timeline")


def add_commands(app: typer.Typer) -> None:
    """Add the command of this module to the command line."""
    app.command()(as_listing(filtered(drivers)))


def drivers(
    case: CaseArgument = CASE,
    *,
    test: Annotated[bool, typer.Option("--test", help="Hold each against the timeline.")] = False,
    windows: Annotated[
        str, typer.Option("--within", help="With --test: years in which an effect follows, commas between.")
    ] = "1,2,5",
    draws: Annotated[int, typer.Option(min=19, help="With --test: how often dates and a shift are drawn.")] = 999,
    seed: Annotated[int, typer.Option(min=0, help="With --test: the seed of the drawing.")] = 0,
    filters: Filters,
    listing: Listing,
    then: ThenOption = "",
) -> None:
    """List the argued causes and effects with their signs; with --test what the timeline says of each."""
    from hikiwake.dossier import load, records

    whole = known_by(load(case), then)
    chosen = filters.of(whole)
    if not test:
        columns = ("id", "cause", "sign", "effect", "summary", "holder")
        return listing.show(records(chosen, chosen.drivers), columns, SPARE)
    return _tested(replace(whole, drivers=chosen.drivers), years(windows), draws, seed, listing)


def _tested(dossier: Dossier, windows: list[float], draws: int, seed: int, listing: Listing) -> None:
    """What the timeline of a whole dossier says of some of its drivers."""
    from hikiwake.relation.causes import coincidence

    found = coincidence(dossier, windows, draws=draws, seed=seed)
    if listing.written(found.as_records(), COLUMNS, found.as_record):
        return
    say_prose(found.sentences)
    rows = [dict(zip(HEAD, cells, strict=True)) for cells in found.shown()[1]]
    listing.print_some(rows, HEAD, MOST_ROWS)


def years(text: str) -> list[float]:
    """The windows that ``--within`` names. Raises ``HikiwakeError`` for what is no number.

    >>> years("1, 2.5")
    [1.0, 2.5]
    """
    from hikiwake.errors import HikiwakeError

    try:
        return [float(part) for part in text.split(",")]
    except ValueError:
        raise HikiwakeError(f"--within {text!r}: give years with commas between, as 1,2,5") from None
