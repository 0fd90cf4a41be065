"""Commands of entering by hand: add, passage."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hikiwake.cli.dossier import JsonOption
from hikiwake.cli.here import case_and
from hikiwake.cli.libraries import say_not_read
from hikiwake.cli.output import print_json, say

if TYPE_CHECKING:
    from hikiwake.dossier.entering.adding import Said

Libraries = Annotated[
    list[Path], typer.Option("--library", help="A folder that holds the documents' files; may be given again.")
]


def add_commands(app: typer.Typer) -> None:
    """Add the commands of this module to the command line."""
    app.command()(add)
    app.command()(passage)


def add(
    words: Annotated[list[str], typer.Argument(metavar="[CASE] FILE...", help="Files, or folders of files.")],
    *,
    id_: Annotated[str, typer.Option("--id", help="The document's id; else author and year.")] = "",
    title: Annotated[str, typer.Option(help="The title; else guessed.")] = "",
    author: Annotated[str, typer.Option(help="The author, several parted by semicolons; else guessed.")] = "",
    written: Annotated[str, typer.Option(help="When it was written, as 2020, 2020-03 or 2020-03-05.")] = "",
    publisher: Annotated[str, typer.Option(help="Who published it.")] = "",
    language: Annotated[str, typer.Option(help="Its language, as en; else guessed.")] = "",
    voice: Annotated[str, typer.Option(help="The state that the author speaks from.")] = "",
    address: Annotated[str, typer.Option(help="Where it is had on the web.")] = "",
    as_json: JsonOption = False,
) -> None:
    """Add a document to a case for each file: its hash, and title, author and date as far as the file shows them."""
    from hikiwake.dossier.entering.adding import Said

    said = Said(id_, title, author, written, publisher, language, voice, address)
    _add(words, said if said != Said() else None, as_json=as_json)


def _add(words: list[str], said: Said | None, *, as_json: bool) -> None:
    from hikiwake.dossier.entering.adding import add_documents
    from hikiwake.dossier.folder.records import document_record
    from hikiwake.wording.entering import added

    case, files = case_and(words, "a file")
    addition = add_documents(case, [Path(file) for file in files], said)
    if as_json:
        print_json([
            {"file": each.file.name, "status": each.status, "guessed": list(each.guesses),
             "document": document_record(each.document)} for each in addition.added
        ])  # fmt: skip
    for each in () if as_json else addition.added:
        document = each.document
        told = f"{document.label}, {document.title}"
        say(added(str(each.file), each.status, document.id, told, document.characters, each.guesses))
    say_not_read(addition.unread)
    if any(each.status == "another text" for each in addition.added) or not addition.added:
        raise typer.Exit(2)


def passage(
    words: Annotated[
        list[str],
        typer.Argument(metavar="[CASE] DOCUMENT QUOTATION", help='The words, or "first words … last words".'),
    ],
    library: Libraries = [],  # noqa: B006
    *,
    write: Annotated[bool, typer.Option("--write", help="Put the passage into passages.csv.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Find a quotation in a document: its place, letters and digest, and the row for passages.csv."""
    from hikiwake.dossier.entering.passage_of import find_passage, write_passage
    from hikiwake.wording.entering import whereabouts

    case, rest = case_and(words, "a document's id and a quotation", count=2)
    found = (write_passage if write else find_passage)(case, rest[0], rest[1], library)
    if as_json:
        print_json(found.as_record())
    else:
        places = [f"{place[0]} to {place[1]}: {told}" for place, told in found.places]
        for line in whereabouts(found.status, found.document, found.cells, places, found.row):
            say(line)
    if found.status in ("ambiguous", "missing"):
        raise typer.Exit(2)
