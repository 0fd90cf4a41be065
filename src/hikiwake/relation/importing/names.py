"""Names that stayed open: written as a table with an empty column for their codes, read back once it is filled in."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from hikiwake.relation.importing.faults import ImportingError
from hikiwake.relation.importing.tables import OPEN
from hikiwake.storage.fresh import place, stage
from hikiwake.storage.incoming import UnreadError, text_of

FILE = "unresolved.csv"
LARGEST = 50_000_000  # bytes of a table of names


def read_names(path: Path) -> dict[str, str]:
    """The codes of names, by the names in small letters; those without one are left out. Raises ``ImportingError``."""
    from hikiwake.dossier.folder.cells import unescape

    try:
        rows = csv.DictReader(io.StringIO(text_of(path, LARGEST)))
        if not {"name", "code"} <= {*(rows.fieldnames or ())}:
            found = ", ".join(rows.fieldnames or ()) or "nothing"
            raise ImportingError(f"{path}:1: found the columns {found}, expected name and code")
        told = [(unescape(row["name"] or "").strip(), unescape(row["code"] or "").strip()) for row in rows]
    except UnreadError as error:
        raise ImportingError(f"{path}: {error}") from None
    except csv.Error as error:
        raise ImportingError(f"{path}: {error}; expected a table in CSV") from None
    return {name.casefold(): code for name, code in told if name and code}


def write_open(folder: Path) -> None:
    """Write the names that stayed open in all units of a folder, those with the most rows first."""
    import polars as pl

    parts = sorted((folder / OPEN).glob("*.parquet"))
    if not parts:
        if (folder / FILE).exists():
            (folder / FILE).unlink()
        return
    from hikiwake.dossier.folder.cells import escape

    counted = pl.scan_parquet(parts).group_by("name").agg(pl.col("rows").sum(), pl.col("layout").unique().sort())
    table = counted.sort(["rows", "name"], descending=[True, False]).collect()
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["name", "code", "rows", "layouts"])
    writer.writerows([escape(name), "", rows, ";".join(layouts)] for name, rows, layouts in table.iter_rows())
    place(stage(folder / FILE, text.getvalue().encode("utf-8", "replace")), folder / FILE)
