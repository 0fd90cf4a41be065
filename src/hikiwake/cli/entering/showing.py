"""The command that shows everything about one id: show."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Annotated, Any

import typer

from hikiwake.cli.dossier import JsonOption, LibraryOption
from hikiwake.cli.here import case_and
from hikiwake.cli.libraries import opened, say_unread
from hikiwake.cli.listing.cells import cell_text
from hikiwake.cli.output import print_json, say

if TYPE_CHECKING:
    from hikiwake.documents import Passage
    from hikiwake.dossier.showing import Shown
    from hikiwake.report.grounds import Grounds


def add_commands(app: typer.Typer) -> None:
    """Add the command to the command line."""
    app.command()(show)


def show(
    words: Annotated[list[str], typer.Argument(metavar="[CASE] ID", help="The id of anything in the case.")],
    *,
    library: LibraryOption = None,
    quotes: Annotated[str, typer.Option(help="How many words of each passage: none, short (25) or full.")] = "short",
    as_json: JsonOption = False,
) -> None:
    """Show everything about an entry, a document or any other id: its cells, its passages, and what refers to it."""
    from hikiwake.dossier import load, own_library
    from hikiwake.dossier.showing import show as found
    from hikiwake.report.grounds import Grounds

    case, (id_,) = case_and(words, "an id", count=1, otherwise="japan_russia")
    held = opened(library)
    dossier = load(case)
    grounds = Grounds(dossier, held or own_library(dossier), quotes)
    shown = found(dossier, id_)
    if as_json:
        print_json([_record(each, grounds) for each in shown])
    for each in () if as_json else shown:
        for line in _lines(each, grounds):
            say(line)
    say_unread(held)


def _lines(shown: Shown, grounds: Grounds) -> Iterator[str]:
    """Cells, passages and references, one a line; what is empty is left out."""
    from hikiwake.dossier.showing import mentions_of
    from hikiwake.wording.entering import referred_to

    yield f"{shown.id} ({shown.kind})"
    width = max(map(len, shown.cells), default=0)
    for name, value in shown.cells.items():
        if name != "id" and value not in ("", None, [], ()):
            yield f"  {name:<{width}}  {cell_text(value)}"
    told = {each.passage: each for each in mentions_of(grounds.dossier, shown)}
    for passage in shown.passages:
        mention = told.get(passage.id)
        by = f"{mention.id}, {mention.holder}: " if mention else ""
        yield f"  {by}{_place(passage)}"
        if words := grounds.quoting.words(passage):
            yield f"    {words}"
    own = {each.id for each in told.values()}
    others = [each for each in shown.cited_by if each.id not in own]
    for (file, column), references in groupby(others, key=lambda each: (each.file, each.column)):
        yield f"  {referred_to(file, column, [each.id for each in references])}"


def _place(passage: Passage) -> str:
    page = f", page {passage.page}" if passage.page else ""
    return f"{passage.id}: {passage.document}, characters {passage.start} to {passage.end}{page}"


def _record(shown: Shown, grounds: Grounds) -> dict[str, Any]:
    passages = [
        {
            "id": each.id,
            "document": each.document,
            "start": each.start,
            "end": each.end,
            "page": each.page,
            "letters": each.letters,
            "words": grounds.quoting.words(each),
        }
        for each in shown.passages
    ]
    cited = [{"file": each.file, "id": each.id, "column": each.column} for each in shown.cited_by]
    return {"id": shown.id, "kind": shown.kind, "cells": shown.cells, "passages": passages, "cited_by": cited}
