"""Commands that compare entries: disagreements, and the bargaining range."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from hikiwake.cli.dossier import CASE, CaseArgument, LibraryOption, two_actors
from hikiwake.cli.filters import filtered
from hikiwake.cli.hindsight import ThenOption, known_by
from hikiwake.cli.libraries import opened, say_unread
from hikiwake.cli.listing.asked import as_listing

if TYPE_CHECKING:
    from hikiwake.cli.listing.asked import Listing
    from hikiwake.dossier.filtering import Filters


def add_commands(app: typer.Typer) -> None:
    """Add the commands of this module to the command line."""
    app.command()(as_listing(filtered(disagreements)))
    app.command("range")(as_listing(bargaining_range))


def disagreements(
    case: CaseArgument = CASE,
    *,
    real: Annotated[bool, typer.Option("--real", help="Only real disagreements, not apparent ones.")] = False,
    doubts: Annotated[
        bool, typer.Option("--doubts", help="The editor's doubts, which are a list of their own.")
    ] = False,
    nearest: Annotated[
        bool, typer.Option("--candidates", help="Passages near each other that no entry joins yet, for an editor.")
    ] = False,
    library: LibraryOption = None,
    then: ThenOption = "",
    filters: Filters,
    listing: Listing,
) -> None:
    """List where the sources disagree, the real ones between documents first, each with passages and an explanation."""
    from hikiwake.comparison import candidates
    from hikiwake.comparison import disagreements as compare
    from hikiwake.dossier import load, own_library

    if nearest:
        held = opened(library)
        known = known_by(load(case), then)
        near = candidates(known, held or own_library(known))
        say_unread(held)
        listing.show(near.as_records(), ("likeness", "says", "words", "passages"))
        return
    dossier = known_by(load(case), then)
    found = compare(dossier)
    found = found.doubts if doubts else found
    kept = filters.of(dossier).by_id
    rows = [row for row in (found.real if real else found).as_records() if any(id_ in kept for id_ in row["entries"])]
    listing.show(rows, ("kind", "real", "across", "what", "explanation", "entries"), ("across", "real"))


def bargaining_range(
    case: CaseArgument = CASE,
    *,
    dyad: Annotated[str, typer.Option(help="Two actors, as JPN,RUS; left out: those that a scale ranks for.")] = "",
    scale: Annotated[str, typer.Option(help="One scale of the case; all where nothing is given.")] = "",
    then: ThenOption = "",
    listing: Listing,
) -> None:
    """Show era by era what two actors would both accept, and why."""
    from hikiwake.comparison import bargaining_range as ranges_of
    from hikiwake.dossier import load
    from hikiwake.dossier.filtering import refuse_unknown

    dossier = known_by(load(case), then)
    if scale:
        refuse_unknown("--scale", scale, [each.id for each in dossier.case.scales], "scale")
    ranges = ranges_of(dossier, two_actors(dossier, dyad) if dyad else None, scale or None)
    listing.show(ranges.as_records(), ("era", "scale", "overlap", "shared", "why"))
