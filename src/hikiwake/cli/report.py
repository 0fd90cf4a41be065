"""Commands of the page: report."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hikiwake.cli.dossier import CASE, CaseArgument, LibraryOption
from hikiwake.cli.front import OpenOption, open_page
from hikiwake.cli.hindsight import ThenOption, known_by
from hikiwake.cli.libraries import opened, say_unread
from hikiwake.cli.output import say

if TYPE_CHECKING:
    from hikiwake.report import Written


def add_commands(app: typer.Typer) -> None:
    """Add the commands of this room to the command line."""
    app.command("report")(report)


def report(
    case: CaseArgument = CASE,
    *,
    output: Annotated[
        Path | None, typer.Option(help="The file to write: report.html; with --brief also one that ends in .docx.")
    ] = None,
    brief: Annotated[
        bool, typer.Option("--brief", help="Write 6 to 8 pages for print (.html) or Word (.docx), with notes.")
    ] = False,
    library: LibraryOption = None,
    quotes: Annotated[str, typer.Option(help="How many words of each passage: none, short (25) or full.")] = "short",
    then: ThenOption = "",
    force: Annotated[bool, typer.Option("--force", help="Replace what stands at the path.")] = False,
    opening: OpenOption = False,
) -> None:
    """Write the page of a case: one HTML file in which every line can be followed to its passages; or its brief."""
    from hikiwake.dossier import load
    from hikiwake.exports.briefs import brief as write_brief
    from hikiwake.report import report as write_page
    from hikiwake.report import steps
    from hikiwake.report.brief import PARTS

    held = opened(library)
    dossier = known_by(load(case), then)
    path = output or Path("brief.html" if brief else "report.html")
    total = len(PARTS) if brief else steps(dossier)
    with progress(total) as step:
        written = (write_brief if brief else write_page)(dossier, path, held, quotes, step, force=force)
    say_unread(held)
    _summarise(written)
    if opening:
        open_page(written.path)


@contextmanager
def progress(total: int) -> Iterator[Callable[[str], None]]:
    """A progress bar on the error stream, which is told what is being made."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn

    console = Console(stderr=True)
    columns = (BarColumn(), TextColumn("{task.description}"))
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task("Reading", total=total)

        def step(heading: str) -> None:
            progress.update(task, description=heading, advance=1)

        yield step


def _summarise(written: Written) -> None:
    """What the page holds, and at the end its path."""
    for kind, count in written.counts:
        say(f"{count:>7,} {kind}")
    say(f"{written.size / 1e6:.1f} MB in one file, which needs no connection:")
    say(written.path)
