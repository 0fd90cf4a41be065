"""Commands of package files: packages (what both could sign, and a draft), divide (by points, or by falling back)."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hikiwake.cli.listing.asked import as_listing
from hikiwake.cli.output import safe, say, say_lines, say_prose
from hikiwake.cli.waiting import waiting
from hikiwake.wording.terminal.listings import doing

if TYPE_CHECKING:
    from hikiwake.cli.listing.asked import Listing
    from hikiwake.settlement.packages import Packages

SHOWN = 10  # packages of the Pareto set in a table among sentences
FILE = Annotated[str, typer.Argument(metavar="FILE", help="A package file (.toml), or CASE:NAME for one of a case.")]


class Method(StrEnum):
    """How issues are divided."""

    ADJUSTED_WINNER = "adjusted-winner"
    FALLBACK = "fallback"


def add_commands(app: typer.Typer) -> None:
    """Add the commands of this module to the command line."""
    for command in (packages, divide):
        app.command()(as_listing(command))


def packages(
    file: FILE,
    *,
    era: Annotated[str | None, typer.Option("--era", help="The era whose reservations count.")] = None,
    improve: Annotated[
        str | None, typer.Option(metavar="PACKAGE", help="A package to better for both: ISSUE=ALTERNATIVE with commas.")
    ] = None,
    grounds: Annotated[
        str | None, typer.Option(metavar="PACKAGE", help="What a package is worth to whom, with the grounds.")
    ] = None,
    draws: Annotated[int, typer.Option(min=0, help="How many random draws, where something is uncertain.")] = 200,
    seed: Annotated[int, typer.Option(min=0, help="The seed of the random draws.")] = 0,
    draft: Annotated[bool, typer.Option("--draft", help="Draft a file from the record: FILE is a case.")] = False,
    parties: Annotated[str, typer.Option(help="In a draft: who signs, actors with commas; the case's dyad else.")] = "",
    output: Annotated[Path | None, typer.Option(help="The file to write the draft to; else it is printed.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace what stands at --output.")] = False,
    write: Annotated[bool, typer.Option("--write", help="Put the draft into the case, as packages/ERA.toml.")] = False,
    listing: Listing,
) -> None:
    """Say what all parties could sign: the zone, fair packages, ratifiers, which issues open it, what is uncertain."""
    from hikiwake.settlement.packages import packages as answer

    if not draft and (parties or output or force or write):
        raise typer.BadParameter("--parties, --output, --force and --write go with --draft")
    if draft:
        if era is None:
            raise typer.BadParameter("--draft goes with --era ERA")
        _draft(file, era, parties, output, force=force, write=write)
        return
    found = answer(
        file, era=era, improve=improve, draws=draws, seed=seed, step=lambda *told: waiting.tell(doing(*told))
    )
    if grounds is not None:
        rows = found.why(grounds)
        listing.show(rows, [*rows[0]] if rows else [])
        return
    rows = found.as_rows()
    if listing.written(rows, [*rows[0]] if rows else ["package"], found.as_object):
        return
    say_prose(found.sentences)
    _table(found, listing)


def divide(
    file: FILE,
    *,
    method: Annotated[Method, typer.Option(help="By points, or by falling back in step.")] = Method.ADJUSTED_WINNER,
    agree: Annotated[
        int | None, typer.Option(min=1, help="In fallback: how many parties have to agree; else all.")
    ] = None,
    listing: Listing,
) -> None:
    """Divide issues between two sides by adjusted winner, or find what parties agree on by falling back in step."""
    from hikiwake.settlement.packages import divide as share_out

    found = share_out(file, method.value, agree=agree)
    rows = found.as_rows()
    if not listing.written(rows, [*rows[0]] if rows else ["package"], found.as_object):
        say_prose(found.sentences)


def _draft(case: str, era: str, parties: str, output: Path | None, *, force: bool, write: bool) -> None:
    """Print a draft, or write it, and say what is open about it."""
    from hikiwake.dossier import load
    from hikiwake.dossier.entering.conflicts import add_file
    from hikiwake.settlement.packages import draft as drafted
    from hikiwake.storage.writing import write_file

    made = drafted(load(case), era, [actor.strip() for actor in parties.split(",") if actor.strip()])
    if output is None and not write:
        say(made.text, nl=False)
        return
    if write:
        say(add_file(case, "packages", era, made.text))
    if output is not None:
        write_file(output, made.text.encode("utf-8"), force=force)
    say_lines(made.sentences)


def _table(found: Packages, listing: Listing) -> None:
    """The Pareto set under the sentences."""
    head, cells = found.shown()
    names = [safe(name) for name in head]
    rows = [dict(zip(names, row, strict=True)) for row in cells]
    say("")
    listing.print_some(rows, names, SHOWN)
