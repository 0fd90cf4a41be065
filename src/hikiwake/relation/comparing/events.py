"""Relations of dyads by imported event data, beside the relation of a case: other sources, never merged with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from hikiwake.dossier.compared import Compared, Comparison
from hikiwake.errors import HikiwakeError
from hikiwake.relation.comparing.reading import Kept
from hikiwake.relation.querying import Asked, ImportedEvents, one_dyad
from hikiwake.relation.querying.holdings import intensity_of
from hikiwake.relation.result import RelationSeries
from hikiwake.relation.series import period_of
from hikiwake.wording.clauses import comparing as wording
from hikiwake.wording.clauses import relation as relating

EVENTS = "events"  # the kind of such a series


def by_events(folder: Path | str, pairs: Iterable[tuple[str, str]], beside: RelationSeries) -> Iterator[Kept]:
    """The relation of each dyad by the rows of a folder, by the measure and the periods of the one it stands beside.

    As of a day only acts that had ended by it count, of periods that had.

    Raises ``HikiwakeError`` for a folder of another kind, rows of several scales, or a dyad that no row with a score
    names.
    """
    until = beside.dossier.written_by
    rows_of = ImportedEvents(Path(folder), until=until)
    asked = Asked(beside.by, beside.measure, beside.directed)
    for pair in pairs:
        answer = one_dyad(rows_of, pair, asked)
        name, scale = f"events-{'-'.join(pair)}", intensity_of(answer.scale).title
        title = relating.unit(beside.measure, scale, beside.by)
        head = Comparison(
            name, title, EVENTS, pair, beside.by, scale, counts="act", weighs=beside.measure != "sum",
            source=wording.event_data(rows_of.folder.name, until),
        )  # fmt: skip
        values = tuple(
            Compared(f"{name}-{row.start}", name, period_of(row.start, beside.by), row.value, row.events)
            for row in answer
            if row.value is not None and (until is None or row.end <= until)
        )
        if not values:
            by = f" in a period that had ended by {until}" if until else ""
            mend = "name another dyad or a later day" if until else "name another dyad"
            raise HikiwakeError(f"{folder}: no row with a score is between {' and '.join(pair)}{by}; {mend}")
        yield head, values, 0
