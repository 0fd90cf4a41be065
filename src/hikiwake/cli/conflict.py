"""Commands of the graph model: solve, paths, why, levers, inverse, robust, convert."""

from __future__ import annotations

import typer


def add_commands(app: typer.Typer) -> None:
    """Add the commands of this room to the command line."""
