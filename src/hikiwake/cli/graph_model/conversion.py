"""The command convert: a conflict in another form."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from hikiwake.cli.graph_model.solving import MODEL, VARIANT, load_model
from hikiwake.cli.output import say


class Form(StrEnum):
    """What a conflict can be converted to."""

    TOML = "toml"
    CSV = "csv"
    GRAPHML = "graphml"
    GEXF = "gexf"
    MARKDOWN = "markdown"
    LATEX = "latex"


def add_commands(app: typer.Typer) -> None:
    """Add the command of this module to the command line."""
    app.command()(convert)


def convert(
    model: MODEL,
    form: Annotated[Form, typer.Option("--format", help="The form to convert to.")],
    output: Annotated[Path | None, typer.Option(help="The file to write; else it is printed.")] = None,
    variant: VARIANT = None,
    force: Annotated[bool, typer.Option("--force", help="Replace what stands at the path.")] = False,
) -> None:
    """Convert a conflict to our TOML, a table, a graph, or the option form for a paper."""
    from hikiwake.conflict.files import exports
    from hikiwake.conflict.files.toml import as_toml
    from hikiwake.storage.writing import write_file

    forms = {
        Form.TOML: as_toml,
        Form.CSV: exports.as_csv,
        Form.GRAPHML: exports.as_graphml,
        Form.GEXF: exports.as_gexf,
        Form.MARKDOWN: exports.as_markdown,
        Form.LATEX: exports.as_latex,
    }
    text = forms[form](load_model(model, variant))
    if output is None:
        say(text, nl=False)
        return
    write_file(output, text.encode("utf-8"), force=force)
