"""Series beside a relation: of the same dyad from published files or as a case keeps them, or of other dyads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from hikiwake.dossier import Dossier
from hikiwake.dossier.compared import Compared, Comparison
from hikiwake.errors import HikiwakeError
from hikiwake.relation.comparing.correlating import Correlation, NoCorrelation, Series, correlations
from hikiwake.relation.comparing.events import by_events
from hikiwake.relation.comparing.files import published
from hikiwake.relation.comparing.levels import turns_of, weight
from hikiwake.relation.comparing.reading import Kept, read_series
from hikiwake.relation.comparing.recognising import recognised
from hikiwake.relation.comparing.result import Comparisons
from hikiwake.relation.comparing.series import ComparisonSeries
from hikiwake.relation.comparing.sides import sides_of
from hikiwake.relation.relating import RESAMPLES, relation
from hikiwake.relation.result import RelationSeries
from hikiwake.relation.series import refuse_unknown
from hikiwake.vocabulary import choices
from hikiwake.vocabulary.actors import name_of_state

LAGS, MOST_LAGS = 3, 50
Pair = tuple[str, str]


def compare(
    dossier: Dossier,
    files: Iterable[Path | str] = (),
    dyad: Pair | None = None,
    *,
    others: Sequence[Pair] = (),
    events: Path | str | None = None,
    kind: str = "",
    by: str = "year",
    scale: str = "plover",
    measure: str = "mean",
    lags: int = LAGS,
    resamples: int = RESAMPLES,
    seed: int = 0,
) -> Comparisons:
    """Put comparison series beside the relation of a dyad: their own turning points, and how they go together.

    files: published ones (UN votes with the days of roll calls, dyadic militarised disputes, alliances, or a plain
    table of date and value); without any, the series that the case keeps. dyad: the case's own where nothing is given.
    others: other dyads, of which the files are read instead; without files, their relations by the record. events:
    a folder of imported event data, in which the relations of the others, or else of the dyad, are measured instead.
    kind: what the files are, where their columns do not say. by: day, month, quarter, year or decade. lags: 0 to 50. Of
    a dossier as of a day only values of periods, and acts, that had ended by then are read.

    Raises ``HikiwakeError`` for a file of no known kind, one that says nothing of the dyad, or files beside events.

    >>> import hikiwake as hw
    >>> found = compare(hw.load("japan_russia"), resamples=20)
    >>> found[0].head.kind, found[0].values[0].period.start.year
    ('un-votes', 1957)
    """
    refuse_unknown("by", by, choices("by"))
    if not 0 <= lags <= MOST_LAGS:
        raise HikiwakeError(
            f"lags: {lags} is not between 0 and {MOST_LAGS}; give how many periods to look to each side"
        )
    given = [*files]
    if given and events is not None:
        raise HikiwakeError("compare: found files and event data, expected one of them; ask for each by itself")
    kept = [*_read(dossier, given, others or [dyad or dossier.case.dyad], kind, by)] if given else [*kept_in(dossier)]
    beside = relation(dossier, dyad, by=by, scale=scale, measure=measure, resamples=resamples, seed=seed)
    if events is not None:
        kept = [*by_events(events, others or [dyad or dossier.case.dyad], beside)]
    elif others and not given:
        kept = [*_by_record(dossier, others, beside)]
    return compared(beside, kept, lags, resamples, seed)


def compared(
    beside: RelationSeries, kept: Iterable[Kept], lags: int = LAGS, resamples: int = RESAMPLES, seed: int = 0
) -> Comparisons:
    """The same of a relation that was measured already, and of series that were read."""
    rows = tuple(_series(beside, each, lags, resamples, seed) for each in kept)
    return Comparisons(rows, beside, lags, resamples, seed)


def kept_in(dossier: Dossier) -> Iterator[Kept]:
    """The comparison series that a case keeps, with their values in order of time."""
    for head in dossier.case.comparisons:
        own = (value for value in dossier.compared if value.comparison == head.id)
        yield head, tuple(sorted(own, key=lambda value: value.period.start)), 0


def _read(dossier: Dossier, files: Sequence[Path | str], pairs: Sequence[Pair], kind: str, by: str) -> Iterator[Kept]:
    for found in recognised([published(file) for file in files], kind):
        for pair in pairs:
            yield _ended(read_series(found, pair, sides_of(dossier, pair), by), dossier.written_by)


def _ended(kept: Kept, until: date | None) -> Kept:
    """A series as of a day: the values of periods that had ended. Raises ``HikiwakeError`` where none had."""
    head, values, aside = kept
    ended = tuple(value for value in values if until is None or value.period.last <= until)
    if not ended:
        raise HikiwakeError(
            f"{head.title}: found values from {values[0].period.start} on, expected some of a period that had ended "
            f"by {until}; ask for a later day"
        )
    return head, ended, aside


def _by_record(dossier: Dossier, pairs: Iterable[Pair], beside: RelationSeries) -> Iterator[Kept]:
    """The relations of other dyads by the same record, measured in the same way."""
    for pair in pairs:
        other = relation(dossier, pair, by=beside.by, scale=beside.scale.id, measure=beside.measure, resamples=0)
        name = f"record-{'-'.join(pair)}"
        weighs = beside.measure != "sum"
        head = Comparison(name, other.unit, "record", pair, beside.by, other.scale.title, counts="act", weighs=weighs)
        values = (
            Compared(f"{name}-{point.period.start}", name, point.period, point.value, len(point.ids))
            for point in other.told if point.value is not None
        )  # fmt: skip
        yield head, tuple(values), 0


def _series(beside: RelationSeries, kept: Kept, lags: int, resamples: int, seed: int) -> ComparisonSeries:
    head, values, aside = kept
    found: tuple[Correlation | NoCorrelation, ...] = ()
    if head.by == beside.by:
        own = {number_of(row.period.start, head.by): (row.value or 0.0, 1.0) for row in beside.told}
        found = correlations(own, _numbered(head, values), lags, resamples, seed)
    names = tuple(_name(beside.dossier, id_) for id_ in head.dyad)
    return ComparisonSeries(head, (names[0], names[1]), values, aside, *turns_of(head, values, resamples, seed), found)


def _numbered(head: Comparison, values: Iterable[Compared]) -> Series:
    return {number_of(each.period.start, head.by): (each.value, weight(head, each)) for each in values}


def number_of(day: date, by: str) -> int:
    """The number of the regular period that a day is in: neighbours differ by one.

    >>> number_of(date(1969, 1, 1), "quarter") - number_of(date(1968, 12, 31), "quarter")
    1
    """
    if by == "day":
        return day.toordinal()
    months = {"month": 1, "quarter": 3, "year": 12, "decade": 120}[by]
    return (day.year * 12 + day.month - 1) // months


def _name(dossier: Dossier, id_: str) -> str:
    return dossier.actor[id_].name() if id_ in dossier.actor else name_of_state(id_) or id_
