"""What stands before every command: the version; and pages that are opened once they are written."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from hikiwake.cli.output import say
from hikiwake.cli.waiting import waiting

OpenOption = Annotated[bool, typer.Option("--open", help="Open the page in the browser once it is written.")]


def _tell_version(asked: bool) -> None:
    """Print the version and end, where it is asked for."""
    if asked:
        from importlib.metadata import version

        say(f"hikiwake {version('hikiwake')}")
        raise typer.Exit


def front(
    context: typer.Context,
    *,
    version: Annotated[  # noqa: ARG001
        bool, typer.Option("--version", help="Print the version.", is_eager=True, callback=_tell_version)
    ] = False,
) -> None:
    """Sourced analysis of international disputes: every result can be followed to the passage that supports it."""
    waiting.begin(context.invoked_subcommand)


def open_page(page: Path) -> None:
    """Open a page in the user's browser; where there is none, say what to open."""
    import webbrowser

    if not webbrowser.open(page.resolve().as_uri()):
        say(f"no browser was found; open {page} in one", err=True)
