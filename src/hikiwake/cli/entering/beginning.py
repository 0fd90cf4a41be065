"""The command that begins a case: new."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from hikiwake.cli.output import say


def add_commands(app: typer.Typer) -> None:
    """Add the command to the command line."""
    app.command()(new)


def new(
    folder: Annotated[Path, typer.Argument(help="The folder to make.")],
    *,
    title: Annotated[str, typer.Option(help="What the dispute is called.")] = "",
    question: Annotated[str, typer.Option(help="What the case is to answer.")] = "",
    sides: Annotated[str, typer.Option(help="The two sides, as NOR:Norland,SUD:Suderland.")] = "",
) -> None:
    """Make a commented, empty case that passes `check`, ready to be filled; on a terminal it asks what is not given."""
    from hikiwake.dossier.folder.cases import new_case, refuse_occupied
    from hikiwake.dossier.folder.starting import Beginning, known_otherwise, two_sides

    refuse_occupied(folder)
    plain = Beginning()
    if sys.stdin.isatty():
        title = title or typer.prompt("What is the dispute called?", default=plain.title)
        question = question or typer.prompt("What is the case to answer?", default="", show_default=False)
        sides = sides or ",".join(_asked(place) for place in ("first", "second"))
    named = two_sides([side.strip() for side in sides.split(",")]) if sides.strip() else plain.sides
    for sentence in known_otherwise(named):
        say(sentence, err=True)
    made = new_case(folder, Beginning(title.strip() or plain.title, question.strip(), named))
    say(f"{made}: a new case; `hikiwake add {made} FILE` adds a document, `hikiwake check {made}` checks it")


def _asked(place: str) -> str:
    return str(typer.prompt(f"The {place} side, as NOR:Norland")).replace(",", " ")
