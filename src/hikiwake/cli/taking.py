"""The command that takes in what others send back: take."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from hikiwake.cli.dossier import JsonOption
from hikiwake.cli.here import case_and
from hikiwake.cli.output import print_json, say, shown


def add_commands(app: typer.Typer) -> None:
    """Add the command of this module to the command line."""
    app.command()(take)


def take(
    words: Annotated[
        list[str],
        typer.Argument(metavar="[CASE] FILE", help="Comments (.csv, .json), codings (.qdpx, .qdc), a case (.xlsx)."),
    ],
    *,
    codes: Annotated[
        Path | None, typer.Option(help="What codes become: a table with the columns code, kind and cells.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Take rows also where the case has changed since.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Take in what others sent back: comments become doubts, coded passages proposals, an edited workbook rows."""
    from hikiwake.taking import take as take_in
    from hikiwake.taking.mapping import read_rules

    case, (file,) = case_and(words, "a file", count=1)
    taken = take_in(case, Path(file), codes=read_rules(codes) if codes else None, force=force)
    for fault in taken.left_out:
        say(f"left out: {shown(fault)}", err=True)
    if as_json:
        print_json(taken.as_record())
        return
    for line in taken.new if taken.what in ("rows", "codes") else ():
        say(line)
    for line in taken.sentences:
        say(line)
