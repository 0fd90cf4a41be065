"""Commands that carry a case to other programs and back: export, cite."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from hikiwake.cli.dossier import CASE, CaseArgument, LibraryOption, selected, span
from hikiwake.cli.hindsight import ThenOption, known_by
from hikiwake.cli.output import say

FORMATS = "csv, json, xlsx, zip, markdown, bibtex, ris, csl, annotations, qdc, qdpx, graphml, gexf, svg or png"


def add_commands(app: typer.Typer) -> None:
    """Add the commands of this module to the command line."""
    app.command()(export)
    app.command()(cite)


def export(
    case: CaseArgument = CASE,
    *,
    form: Annotated[str, typer.Option("--format", help=f"One of {FORMATS}.")],
    output: Annotated[Path, typer.Option(help="The file to write; for csv, graphml, gexf, svg and png a folder.")],
    dyad: Annotated[str, typer.Option(help="Only acts between two actors, as JPN,RUS.")] = "",
    first: Annotated[str, typer.Option("--from", help="Only entries that end on or after this date.")] = "",
    last: Annotated[str, typer.Option("--to", help="Only entries that begin on or before this date.")] = "",
    issue: Annotated[str, typer.Option(help="Only entries about this issue.")] = "",
    document_ids: Annotated[
        str, typer.Option("--document", help="Only what these documents say: ids, commas between.")
    ] = "",
    then: ThenOption = "",
    library: LibraryOption = None,
    quotes: Annotated[
        str, typer.Option(help="How much of the documents annotations and qdpx hold: none, short or full.")
    ] = "short",
    force: Annotated[bool, typer.Option("--force", help="Replace what stands at the path.")] = False,
) -> None:
    """Write a case, or what the filter leaves of it, for other programs, and say how many rows were written."""
    from hikiwake.documents import Library
    from hikiwake.dossier import own_library
    from hikiwake.dossier.folder.completing import complete
    from hikiwake.exports import export as write
    from hikiwake.modelling.checking import load_sound

    whole = known_by(load_sound(case), then)
    chosen = selected(whole, dyad, span(first, last), issue, document_ids)
    options = {"dyad": dyad, "from": first, "to": last, "issue": issue, "document": document_ids,
               "as written by": then}  # fmt: skip
    told = ", ".join(f"{name} {value}" for name, value in options.items() if value)
    held = Library(library) if library else own_library(whole)
    given = complete(chosen, whole)
    exported = write(given, output, form, library=held, quotes=quotes, filtered_by=told, replacing=force)
    for file in exported.files:
        say(file)
    say(exported.why())
    _say_notes(form, told, texts=quotes == "full" and held is not None)


def _say_notes(form: str, told: str, *, texts: bool) -> None:
    """What to know of a file beside its counts."""
    if form == "qdpx" and not texts:
        say(
            "The texts of the documents are others', and not in it: --quotes full --library FOLDER puts them in.",
            err=True,
        )
    if told and form in ("csv", "json", "xlsx", "zip"):
        say("What the selected entries refer to is written with them.")


def cite(
    case: Annotated[str, typer.Argument(metavar="CASE", help="A case folder.")],
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A bibliography: .bib, .ris, or CSL-JSON as .json.")],
) -> None:
    """Take a bibliography into a case: each document that it does not know yet, without its text."""
    from hikiwake.documents.bibliography import read_bibliography
    from hikiwake.dossier.folder.cases import built_in, case_folder, change
    from hikiwake.dossier.folder.citing import cite as take_in
    from hikiwake.errors import CaseError

    folder = case_folder(case)
    if case in built_in() or not folder.is_dir():
        raise CaseError(f"{case}: give a case folder of your own; `hikiwake export --format csv` writes one")
    bibliography = read_bibliography(file)
    for odd in bibliography.left_out:
        say(odd, err=True)
    with change(folder) as held:
        cited = take_in(held.dossier, bibliography.references)
        if cited.added:
            held.save(cited.dossier)
    for document in cited.added:
        say(f"{document.id}: {document.author} ({document.year}), {document.title}")
    for known in cited.known:
        say(f"known already: {known.title} ({known.year})")
    say(f"{len(cited.added)} added, {len(cited.known)} known already; {len(cited.dossier.documents)} documents")
