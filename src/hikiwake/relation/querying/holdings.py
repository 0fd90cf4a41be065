"""What the rows of event data hold: scales, actors, days. Scales are read off the ends of the files, not row by row."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from hikiwake.errors import HikiwakeError
from hikiwake.relation.querying.imported import ROWS, ImportedEvents
from hikiwake.vocabulary.scales import SCALES, Intensity, intensity
from hikiwake.wording.phrases import listed
from hikiwake.wording.terminal.near import near_or_some

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

QUAD = "quad"
_ENDS = """
SELECT stats_min_value, stats_max_value, bool_or(coalesce(stats_null_count, 0) < num_values)
FROM parquet_metadata($rows) WHERE path_in_schema = 'scale' GROUP BY ALL
"""


def scales_in(connection: DuckDBPyConnection, events: ImportedEvents) -> tuple[str, ...]:
    """The scales that the rows have scores of, in order of the alphabet; all rows are read only where groups mix."""
    if not any(events.folder.glob(ROWS)):
        return ()
    ends = connection.execute(_ENDS, {"rows": events.pattern}).fetchall()
    if all(least == most and (least is not None or not some) for least, most, some in ends):
        return tuple(sorted({least for least, _, _ in ends if least}))
    found = connection.execute("SELECT DISTINCT scale FROM events WHERE score IS NOT NULL").fetchall()
    return tuple(sorted(scale for (scale,) in found if scale))


def has_classes(connection: DuckDBPyConnection) -> bool:
    """Whether a row has a quad class."""
    return connection.execute("SELECT 1 FROM events WHERE quad IS NOT NULL LIMIT 1").fetchone() is not None


def actors_in(connection: DuckDBPyConnection) -> tuple[str, ...]:
    """The codes of all actors, in order of the alphabet."""
    found = connection.execute("SELECT DISTINCT source FROM events UNION SELECT DISTINCT target FROM events").fetchall()
    return tuple(sorted(code for (code,) in found if code))


def days_in(connection: DuckDBPyConnection) -> tuple[date, date] | None:
    """The first day and the last of all rows, or ``None`` where there is no row."""
    ends: Any = connection.execute("SELECT min(date), max(last) FROM events").fetchone()
    return None if ends[0] is None else (ends[0], ends[1])


def one_scale_of(connection: DuckDBPyConnection, events: ImportedEvents, asked: str | None) -> str:
    """The scale of a series: the one that is asked for, else the one there is, else that of the quad classes.

    Raises ``HikiwakeError`` where there are several to choose from, or not the one that is asked for.
    """
    found = scales_in(connection, events)
    there = (*found, QUAD) if asked or len(found) != 1 else found
    if asked in found or (asked == QUAD and has_classes(connection)):
        return asked
    if asked:
        raise HikiwakeError(f"scale: {asked!r} is the scale of no row of {events.folder}{near_or_some(asked, there)}")
    if len(found) > 1:
        raise HikiwakeError(
            f"{events.folder}: the rows have scores of {len(found)} scales, which are never mixed; choose one of "
            f"{listed(there, 'or')}"
        )
    return found[0] if found else QUAD


def intensity_of(scale: str) -> Intensity:
    """A scale with what is known of it; one that no table has is as the rows have it."""
    if scale in SCALES:
        return intensity(scale)
    return Intensity(scale, f"{scale} scale", "as published", "the rows", 0.0, 0.0, {})
