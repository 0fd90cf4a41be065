"""The command that takes event data sets in."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from hikiwake.cli.output import print_json, refuse, say_prose
from hikiwake.cli.progress import Bar
from hikiwake.cli.workbench.decisions import JsonOption, refuse_unknown
from hikiwake.cli.workbench.reading import Where


def add_commands(app: typer.Typer) -> None:
    """Add the command of this module to the command line."""
    app.command("import")(import_)


def import_(
    layout: Annotated[str, typer.Argument(help="The layout of the files, as icews or gdelt2; plain for any table.")],
    files: Annotated[list[Path], typer.Argument(help="Tables, packed or not, zip archives or Parquet.")],
    into: Annotated[Path, typer.Option("--into", metavar="DIR", help="The folder of event data, new or old.")],
    *,
    columns: Annotated[
        str, typer.Option("--map", help="Of a plain table, as date=Day,source=A,target=B,code=Type; or a TOML file.")
    ] = "",
    names: Annotated[Path | None, typer.Option(help="A table with name and code, for names that stayed open.")] = None,
    duplicates: Annotated[str, typer.Option(help="keep: all rows; first: set later repetitions aside.")] = "keep",
    where: Where = "here",
    workers: Annotated[int, typer.Option(min=1, help="How many processes.")] = 1,
    as_json: JsonOption = False,
) -> None:
    """Take event data sets in: ICEWS, GDELT, POLECAT, ACLED, UCDP, disputes, UN votes, or any table with a map.

    Every row is stored, or set aside with the reason. Files that are there already are passed over.
    """
    from hikiwake.parallel import PLACES
    from hikiwake.relation.importing import import_events
    from hikiwake.relation.importing.mapping import read_map
    from hikiwake.relation.importing.repeated import CHOICES
    from hikiwake.vocabulary.layouts import layout_names

    refuse_unknown("LAYOUT", layout, layout_names())
    refuse_unknown("--duplicates", duplicates, CHOICES)
    refuse_unknown("--where", where, PLACES)
    more: dict[str, Any] = {"columns": read_map(columns) if columns else None, "names": names}
    more |= {"duplicates": duplicates, "where": where, "workers": workers}
    with Bar("taking in") as bar:
        done = import_events(layout, files, into, told=bar.told, **more)
    faults = [each.fault for each in done if each.fault]
    if as_json and not faults:
        print_json(done.as_records())
    if not as_json:
        say_prose(done.sentences)
    if faults:
        refuse("ImportingError", "\n".join(faults), as_json=as_json)
