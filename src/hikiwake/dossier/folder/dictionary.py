"""The data dictionary of a case folder: what each file and column holds, made from the tables themselves."""

from __future__ import annotations

from hikiwake.dossier.folder.tables import Column, Table, tables
from hikiwake.wording.tables import in_markdown


def data_dictionary(title: str) -> str:
    """The README of a case folder, as Markdown.

    >>> "passages.csv" in data_dictionary("A dispute")
    True
    """
    parts = [_HEAD.format(title=in_markdown(title)), *(_section(table) for table in tables().values())]
    return "\n".join(parts)


def _section(table: Table) -> str:
    rows = "\n".join(f"| {', '.join(column.codec.headers)} | {_meaning(column)} |" for column in table.columns_for(()))
    return f"## {table.file}\n\n{table.meaning}\n\n| column | meaning |\n| --- | --- |\n{rows}\n"


def _meaning(column: Column) -> str:
    values = getattr(column.codec, "values", ())
    listed = f" ({', '.join(value or 'empty' for value in values)})".replace("|", "\\|") if values else ""
    points = f"; an id of {column.refers}" if column.refers else ""
    return f"{column.meaning}{points}{listed}".replace("title|actor|", "title\\|actor\\|")


_HEAD = """# {title}: the data dictionary

A case folder of hikiwake: plain text, UTF-8, comma-separated with RFC 4180 quoting. It cites documents by place
(characters of the stored text) and never contains their sentences; summaries are the editor's. Lists inside a cell are
separated by semicolons. A cell that a spreadsheet would take for a formula begins with an apostrophe, which is not part
of it. `hikiwake check FOLDER` reports every fault with file, line and column.

- `case.toml`: title, question, dyad, issues, eras, scales, places, questions, variables, mechanisms, measures, tables,
  comparisons. Of a variable it may say by which acts of the record it is told: `acts` (types; cooperation or conflict
  for all of these) and `less` (types that tell less of it); `by` and `towards`, or `between`, or `together` (actors:
  whose acts, towards whom; those of two towards each other; what two do together); `issues` and `words` (what the acts
  are about, and what their summary says: one of these); `note`: why these acts tell it, or why none does.
- `documents.toml`: the documents: what they are, by whom, when written, and the SHA-256 of their stored text.
- `conflicts/*.toml`: graph models of the dispute, one file per era.
- `packages/*.toml`: what packages of several issues are worth to whom.
- `scenarios/*.toml`: assumptions about a model or a position, under which results are asked for; never the record.
- `hypotheses.toml`, where there is one: competing hypotheses, the evidence on them, and how each analyst judged it.
"""
