"""Tables that come as Parquet: read in parts, every column as text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from hikiwake.relation.importing.columns import ROW
from hikiwake.relation.importing.faults import ImportingError
from hikiwake.relation.importing.reading.matching import shape_of
from hikiwake.relation.importing.reading.opening import Told
from hikiwake.relation.importing.reading.parsing import Parsed
from hikiwake.vocabulary.layouts import Form

AT_ONCE = 200_000


def read_parquet(path: Path, forms: Sequence[Form], told: Told) -> tuple[Form, Iterator[Parsed]]:
    """The form of a file, and its rows in parts. Raises ``ImportingError`` where it is no such Parquet."""
    import polars as pl

    try:
        names = pl.scan_parquet(path, glob=False).collect_schema().names()
    except (pl.exceptions.PolarsError, OSError) as error:
        raise ImportingError(f"{path}: no Parquet that can be read ({_first_line(error)})") from None
    plain = [replace(form, separator="\t", quote="", encoding="utf-8") for form in forms]
    shape = shape_of("\t".join(names).encode(), plain, str(path))
    form = forms[plain.index(shape.form)]
    return form, _parts(path, shape.names, told)


def _parts(path: Path, names: Sequence[str], told: Told) -> Iterator[Parsed]:
    import polars as pl

    first, size = 1, path.stat().st_size
    try:
        for part in pl.scan_parquet(path, glob=False).collect_batches(chunk_size=AT_ONCE, maintain_order=True):
            frame = part.select(pl.all().cast(pl.String))
            frame.columns = list(names)
            numbers = pl.int_range(first, first + len(frame), dtype=pl.Int64, eager=True).alias(ROW)
            yield Parsed(frame.with_columns(numbers), len(frame))
            first += len(frame)
        told(size)
    except (pl.exceptions.PolarsError, OSError) as error:
        raise ImportingError(f"{path}: row {first} and later ones cannot be read ({_first_line(error)})") from None


def _first_line(error: Exception) -> str:
    return str(error).splitlines()[0][:200] if str(error) else type(error).__name__
