"""The command desk: the application in which a case is made, on this machine."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from hikiwake.cli.output import say


def add_commands(app: typer.Typer) -> None:
    """Add the command of this module to the command line."""
    app.command("desk")(desk)


def desk(
    case: Annotated[
        str,
        typer.Argument(metavar="CASE", help="A case folder or a built-in case; left out: the shelf of this folder."),
    ] = "",
    *,
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port; 0 takes a free one.")] = 0,
    no_open: Annotated[bool, typer.Option("--no-open", help="Do not open the browser.")] = False,
    host: Annotated[str, typer.Option(help="Where others reach the desk, only with --token.")] = "127.0.0.1",
    token: Annotated[str, typer.Option(help="What everybody is asked for, of 12 characters or more.")] = "",
) -> None:
    """Open the desk: make, review and edit a case in the browser, on this machine; Ctrl+C ends it."""
    from hikiwake.cli.here import case_here
    from hikiwake.desk import Desk, serve

    opened = Desk(Path.cwd(), case or case_here() or "", token)

    def said(address: str) -> None:
        import webbrowser

        where = address + ("" if token or opened.opened is None else "case")
        say(where)
        if not no_open and not webbrowser.open(where):
            say(f"no browser was found; open {where} in one", err=True)

    serve(opened, said, host, port)
