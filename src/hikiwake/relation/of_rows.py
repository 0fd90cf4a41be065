"""The relation of two actors by imported event data: each row of the dyad is an act, told by its publisher.

What documents are to a dossier, publishers are here: they are drawn again, and the twenty that tell most are left out
one by one. A row names no author's view, so no turning point is named or denied.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from hikiwake.actors import Actor, Dyad, Name
from hikiwake.dossier import Case, Dossier
from hikiwake.errors import HikiwakeError
from hikiwake.periods import Period
from hikiwake.relation.breaks import METHODS, Told, told_again
from hikiwake.relation.moving import moved
from hikiwake.relation.querying import Asked, ImportedEvents
from hikiwake.relation.querying.holdings import actors_in, intensity_of, one_scale_of
from hikiwake.relation.querying.questions import names_of, rows_between
from hikiwake.relation.querying.sides import dyad_of, refuse_unknown
from hikiwake.relation.result import RelationSeries
from hikiwake.relation.series import Spread, periods_of, spread
from hikiwake.relation.turning_points import TurningPoint
from hikiwake.results import Plain
from hikiwake.wording.clauses import relation as wording

MOST_PUBLISHERS = 20


@dataclass(frozen=True)
class RowSeries(RelationSeries):
    """The relation of a dyad by imported event data; ``behind`` has each row by its reference, file and row."""

    behind: Mapping[str, Plain] = field(repr=False, compare=False, kw_only=True)

    def sentence(self, turn: TurningPoint) -> str:
        """A turning point in words: when, which way, from which level to which, and its support."""
        support, likeliest = turn.support, wording.when(self.likeliest(turn), self.by)
        return " ".join([
            wording.turned(turn.direction, self.range(turn), likeliest, turn.before, turn.after, self.unit),
            wording.support(len(support.methods), len(METHODS), *support.shares, "publishers"),
            wording.dealt(support.chance),
        ])  # fmt: skip

    def why(self, when: str) -> tuple[Plain, ...]:  # type: ignore[override]  # rows, where a dossier has events
        """The rows behind the values of a time, such as ``"2022"``, in order of time, wholly in it or not.

        Raises ``ValueError`` for text that is no period.
        """
        time = Period.parse(when)
        ids = dict.fromkeys(id_ for row in self.rows if row.period.overlaps(time) for id_ in row.ids)
        return tuple(sorted((self.behind[id_] for id_ in ids), key=lambda row: (row["date"], row["id"])))

    @property
    def _acts(self) -> int:
        """How many rows are told: every one has a period."""
        return len(self.behind)

    def shown(self) -> tuple[Sequence[str], Iterable[Iterable[object]]]:
        """The periods that are not silent: when, the value, its band, and the code of the weightiest of its acts."""
        return wording.HEAD, (
            (
                wording.when(row.period, self.by),
                wording.value(row.value),
                wording.band(row.low, row.high),
                str(len(row.ids)),
                " ".join(filter(None, (self.behind[row.ids[0]]["code"], self.behind[row.ids[0]]["type"]))),
            )
            for row in self.told
        )


def relation_of_rows(
    events: ImportedEvents, dyad: tuple[str, str] | None, asked: Asked, scale: str | None, resamples: int, seed: int
) -> RowSeries:
    """How the relation of two actors moved by event data, and when it turned; ids are ``file:row``.

    Raises ``HikiwakeError`` without a dyad, for an actor that nothing knows, or for rows of several scales.
    """
    if dyad is None:
        raise HikiwakeError(f"{events.folder}: event data has no dyad of its own; name two actors, as JPN,RUS")
    pair = dyad_of(dyad)
    with events.opened() as connection:
        chosen = one_scale_of(connection, events, scale)
        rows = rows_between(connection, pair, asked, chosen)
        if not rows:
            refuse_unknown(pair, actors_in(connection))
        connection.close()
    series = spread(rows.acts, periods_of(rows.acts, asked.by))
    found = moved(series, asked.measure, resamples, seed, dict(_left_out(series, asked.measure)))
    return RowSeries(
        found.points, dyad, asked.directed, asked.by, intensity_of(chosen), asked.measure, found.firm, found.weaker,
        found.nothing, (), resamples, seed, _frame(events, dyad, pair), behind=rows,
    )  # fmt: skip


def _left_out(series: Spread, measure: str) -> Iterator[tuple[str, Told]]:
    """The series without each of the publishers that tell most, where there are several."""
    if len(series.acts.names) < 2:
        return
    most = series.acts.telling_most(MOST_PUBLISHERS)
    others = (series.acts.without(publisher) for publisher in most)
    yield from zip(most, told_again(series, measure, others), strict=True)


def _frame(events: ImportedEvents, dyad: tuple[str, str], pair: Dyad) -> Dossier:
    """An empty dossier that has the names of both sides."""
    named = zip(dyad, names_of(pair), strict=True)
    actors = tuple(Actor(id_, "state", names=(Name("en", "", name),)) for id_, name in named)
    return Dossier(Case(events.folder.name, "", dyad), actors=actors)
