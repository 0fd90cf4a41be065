"""Commands of entering by hand: new, add, passage, show."""

from __future__ import annotations

import typer

from hikiwake.cli.entering import adding, beginning, showing


def add_commands(app: typer.Typer) -> None:
    """Add the commands of these modules to the command line."""
    for module in (beginning, adding, showing):
        module.add_commands(app)
