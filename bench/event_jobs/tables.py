"""Gzipped tables of events made from a fixed seed: the 20 columns of ICEWS, as they are published."""

from __future__ import annotations

import gzip
from pathlib import Path

import numpy as np
import polars as pl

from hikiwake.vocabulary.actors import actor_rows
from hikiwake.vocabulary.codings import cameo_codes
from hikiwake.vocabulary.layouts import layout

AT_ONCE = 250_000
FIRST_DAY, DAYS = np.datetime64("1995-01-01"), 25 * 365


def made_table(folder: Path, count: int) -> Path:
    """The table of so many rows, made where it is not there."""
    path = folder / f"table-{count}.tsv.gz"
    if not path.exists():
        part = path.with_suffix(".part")
        written(count, part)
        part.rename(path)
    return path


def frame(rows: int, first: int, chance: np.random.Generator) -> pl.DataFrame:
    """Rows of the columns of ICEWS, drawn at random."""
    states = [row.names[0] for row in actor_rows() if row.kind == "state" and row.names]
    codes = list(cameo_codes().values())
    sectors = ["Government", "Executive,Government,Executive Office", "General Population / Civilian / Social,Social"]
    papers = [f"{kind} of {state}" for kind in ("Times", "Herald", "News Agency") for state in states[:60]]
    cities = [f"City {number}" for number in range(3_000)]

    def drawn(words: list[str]) -> np.ndarray:
        return np.asarray(words, dtype=object)[chance.integers(0, len(words), rows)]

    who, whom = drawn(states), drawn(states)
    of = chance.integers(0, len(codes), rows)
    story = chance.integers(10**7, 5 * 10**7, rows)
    day = FIRST_DAY + chance.integers(0, DAYS, rows)
    columns = {
        "Event ID": np.arange(first, first + rows).astype(str),
        "Event Date": day.astype("datetime64[D]").astype(str),
        "Source Name": [
            f"Ministry {number} ({state})" for number, state in zip(chance.integers(0, 40, rows), who, strict=True)
        ],
        "Source Sectors": drawn(sectors),
        "Source Country": who,
        "Event Text": [codes[number].title for number in of],
        "CAMEO Code": [codes[number].code for number in of],
        "Intensity": [str(codes[number].weight) for number in of],
        "Target Name": [f"Citizen ({state})" for state in whom],
        "Target Sectors": drawn(sectors),
        "Target Country": whom,
        "Story ID": story.astype(str),
        "Sentence Number": chance.integers(1, 7, rows).astype(str),
        "Publisher": drawn(papers),
        "City": drawn(cities),
        "District": drawn(["NA", "Central", "North"]),
        "Province": drawn(cities[:400]),
        "Country": drawn(states),
        "Latitude": np.round(chance.random(rows) * 180 - 90, 4).astype(str),
        "Longitude": np.round(chance.random(rows) * 360 - 180, 4).astype(str),
    }
    return pl.DataFrame({name: columns[name] for name in layout("icews")[0].columns})


def written(rows: int, path: Path) -> None:
    """A gzipped table of so many rows."""
    chance = np.random.default_rng(0)
    with gzip.open(path, "wb", compresslevel=6) as file:
        for first in range(0, rows, AT_ONCE):
            part = frame(min(AT_ONCE, rows - first), first, chance)
            file.write(part.write_csv(separator="\t", quote_style="never", include_header=not first).encode())
