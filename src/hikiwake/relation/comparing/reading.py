"""From a recognised file to a comparison series of a dyad, as a case can keep it."""

from __future__ import annotations

from collections.abc import Sequence

from hikiwake.dossier.compared import Compared, Comparison
from hikiwake.errors import HikiwakeError
from hikiwake.relation.comparing.dyad_years import read_dyad_years
from hikiwake.relation.comparing.measured import Measured, Read
from hikiwake.relation.comparing.plain_table import read_table
from hikiwake.relation.comparing.recognising import Recognised
from hikiwake.relation.comparing.sides import Side
from hikiwake.relation.comparing.voting import WAYS, read_votes

DIGITS = 6
Kept = tuple[Comparison, tuple[Compared, ...], int]  # a series, its values, and how many rows were set aside


def read_series(found: Recognised, pair: tuple[str, str], sides: tuple[Side, Side], by: str) -> Kept:
    """The series of a dyad in a file. Raises ``HikiwakeError`` where the file says nothing of the dyad."""
    told = _read(found, sides, by)
    if not told.values:
        raise HikiwakeError(_silent(found, pair, sides, told))
    kind = found.kind
    plain = kind.way == "mean"
    name = f"{kind.id}-{found.file.path.name.partition('.')[0]}" if plain else f"{kind.id}-{'-'.join(pair)}"
    counted = all(value.count is not None for value in told.values)
    head = Comparison(
        name, found.file.path.name.partition(".")[0] if plain else kind.title, kind.id, pair, by,
        kind.unit, kind.means, kind.counts, kind.weighs or (plain and counted), kind.source, kind.licence,
        tuple(file.named for file in found.files),
    )  # fmt: skip
    return head, tuple(_compared(name, value) for value in told.values), told.aside


def _read(found: Recognised, sides: tuple[Side, Side], by: str) -> Read:
    if found.kind.way in WAYS:
        return read_votes(found, sides, by)
    return read_table(found, by) if found.kind.way == "mean" else read_dyad_years(found, sides, by)


def _compared(name: str, value: Measured) -> Compared:
    start = value.period.start
    when = f"{start:%Y}" if value.period.precision == "year" else start.isoformat()
    return Compared(f"{name}-{when}", name, value.period, round(value.value, DIGITS), value.count)


def _silent(found: Recognised, pair: tuple[str, str], sides: Sequence[Side], told: Read) -> str:
    """Why there is no value: a side that does not occur, or two that never meet."""
    if found.kind.way == "mean":
        return f"{found.file.path}: found no row with a date and a number, expected rows such as 1956,0.5"
    absent = [id_ for id_, seen in zip(pair, told.seen, strict=True) if not seen]
    code = next(iter(found.layout.codes.values()))
    looked = "; ".join(f"{id_} as {', '.join(sorted(side.words(code)))}" for id_, side in zip(pair, sides, strict=True))
    what = f"nothing of {' and '.join(absent)}" if absent else "nothing that the two have in common"
    return f"{found.file.path}: found {what}, expected both sides ({looked}); give --dyad as the file has states"
