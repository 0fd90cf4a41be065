"""Commands of the page: report."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hikiwake.cli.dossier import CASE, CaseArgument, LibraryOption
from hikiwake.cli.front import OpenOption, open_page
from hikiwake.cli.hindsight import ThenOption, known_by
from hikiwake.cli.libraries import opened, say_unread
from hikiwake.cli.output import say

if TYPE_CHECKING:
    from hikiwake.documents import Library
    from hikiwake.dossier import Dossier
    from hikiwake.report import Written


def add_commands(app: typer.Typer) -> None:
    """Add the commands of this room to the command line."""
    app.command("report")(report)


def report(
    case: CaseArgument = CASE,
    *,
    output: Annotated[Path, typer.Option(help="The file to write.")] = Path("report.html"),
    library: LibraryOption = None,
    quotes: Annotated[str, typer.Option(help="How many words of each passage: none, short (25) or full.")] = "short",
    then: ThenOption = "",
    force: Annotated[bool, typer.Option("--force", help="Replace what stands at the path.")] = False,
    opening: OpenOption = False,
) -> None:
    """Write the page of a case: one HTML file in which every line can be followed to its passages."""
    from hikiwake.dossier import load

    held = opened(library)
    written = _written(known_by(load(case), then), output, held, quotes, force=force)
    say_unread(held)
    _summarise(written)
    if opening:
        open_page(written.path)


def _written(dossier: Dossier, output: Path, library: Library | None, quotes: str, *, force: bool) -> Written:
    """Write the page, with a progress bar on the error stream."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn

    from hikiwake.report import report as write
    from hikiwake.report import steps

    console = Console(stderr=True)
    columns = (BarColumn(), TextColumn("{task.description}"))
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task("Reading", total=steps(dossier))

        def step(heading: str) -> None:
            progress.update(task, description=heading, advance=1)

        return write(dossier, output, library, quotes, step, force=force)


def _summarise(written: Written) -> None:
    """What the page holds, and at the end its path."""
    for kind, count in written.counts:
        say(f"{count:>7,} {kind}")
    say(f"{written.size / 1e6:.1f} MB in one file, which needs no connection:")
    say(written.path)
