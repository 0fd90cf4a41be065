"""The commands in groups, as the help lists them: each stands in one, and a command that stands in none is refused."""

from __future__ import annotations

from typing import Any

from typer.core import TyperGroup

GROUPS: dict[str, tuple[str, ...]] = {
    "Start a case": ("new", "add", "passage", "cite", "check"),
    "The record": (
        "timeline", "claims", "readings", "positions", "formulas", "drivers", "documents", "actors", "show", "search",
    ),
    "Where sources disagree": ("disagreements", "range", "hypotheses"),
    "How the relation moved": ("relation", "compare", "import", "events"),
    "Models": (
        "model", "ask", "solve", "why", "paths", "evolve", "levers", "inverse", "robust", "convert",
    ),
    "Findings": ("findings", "history"),
    "What both could sign": ("packages", "divide", "whatif"),
    "From files": (
        "read", "proposals", "review", "accept", "reject", "edit", "undo", "redo", "log", "explain", "score",
        "agreement",
    ),
    "In the browser": ("desk",),
    "Out, and back": ("report", "export", "take"),
}  # fmt: skip


LONGEST = 200  # letters of what the help says of a command


class Grouped(TyperGroup):
    """A program whose help lists its commands by what they are for."""

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Write the commands of each group under its title, in the order of the table."""
        for title, names in GROUPS.items():
            commands = [(name, self.get_command(ctx, name)) for name in names]
            rows = [(name, command.get_short_help_str(LONGEST)) for name, command in commands if command is not None]
            with formatter.section(title):
                formatter.write_dl(rows)
