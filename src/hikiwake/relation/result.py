"""What a relation comes to: a value for each period with its band and its acts, turning points, and who names them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from hikiwake.dossier import Dossier, Event
from hikiwake.periods import Period
from hikiwake.relation.authors import Held
from hikiwake.relation.breaks import METHODS
from hikiwake.relation.columns import RowIds
from hikiwake.relation.rows import rounded, span, turned
from hikiwake.relation.turning_points import NoTurningPoint, TurningPoint
from hikiwake.results import Plain, Result
from hikiwake.vocabulary.scales import Intensity
from hikiwake.wording.clauses import relation as wording
from hikiwake.wording.tables import paragraphs


@dataclass(frozen=True, slots=True)
class Point:
    """A period of a series: its value and the band of nine in ten resamples, ``None`` where there is none.

    acts: how many acts it has, by their shares of days; quads: the same for each quad class
    ids: the events of which it has a share, those with most of it first
    """

    period: Period
    value: float | None
    low: float | None
    high: float | None
    acts: float
    quads: tuple[float, ...]
    ids: tuple[str, ...] | RowIds

    def as_row(self) -> Plain:
        """The period as plain values."""
        return {
            "start": self.period.start.isoformat(),
            "end": self.period.last.isoformat(),
            "value": rounded(self.value),
            "low": rounded(self.low),
            "high": rounded(self.high),
            "events": len(self.ids),
            "acts": rounded(self.acts),
            "quads": [rounded(each) for each in self.quads],
            "ids": list(self.ids),
        }


@dataclass(frozen=True)
class RelationSeries(Result[Point]):
    """The relation of a dyad as a series: regular periods from the first act to the last, silent ones included.

    dyad: both sides by name; turning_points: found by most resamples; weaker: found by fewer
    no_turning_point: why there is none, or ``None`` where there is one; held: what the authors name, against the acts
    """

    rows: tuple[Point, ...]
    dyad: tuple[str, str]
    directed: bool
    by: str
    scale: Intensity
    measure: str
    turning_points: tuple[TurningPoint, ...]
    weaker: tuple[TurningPoint, ...]
    no_turning_point: NoTurningPoint | None
    held: tuple[Held, ...]
    resamples: int
    seed: int
    dossier: Dossier = field(repr=False, compare=False)

    def as_records(self) -> list[Plain]:
        """The periods as plain values; a silent one has no value."""
        return [row.as_row() for row in self.rows]

    def as_record(self) -> Plain:
        """The whole as plain values, as ``--json`` prints it: how it was made, periods, turning points, named ones."""
        none = self.no_turning_point
        return {
            "dyad": list(self.dyad),
            "directed": self.directed,
            "by": self.by,
            "measure": self.measure,
            "scale": {name: getattr(self.scale, name) for name in ("id", "title", "version", "source")},
            "resamples": self.resamples,
            "seed": self.seed,
            "periods": self.as_records(),
            "turning_points": [_turn_row(turn) for turn in self.turning_points],
            "no_turning_point": None if none is None else {"periods": none.told, "too_few": none.too_few},
            "weaker": [_turn_row(turn) for turn in self.weaker],
            "named": [_held_row(each) for each in self.held],
        }

    @property
    def told(self) -> tuple[Point, ...]:
        """The periods that are not silent."""
        return tuple(row for row in self.rows if row.value is not None)

    @property
    def unit(self) -> str:
        """What a value is, in words."""
        return wording.unit(self.measure, self.scale.title, self.by)

    @property
    def sentences(self) -> tuple[str, ...]:
        """What is told and what is silent, each turning point with its support, and what the authors name beside it."""
        names = self._names(self.dyad)
        said = [wording.told(names, self.directed, self._acts, len(self.told), len(self.rows), self.by)]
        if self.no_turning_point is not None:
            said.append(wording.none_found(self.no_turning_point.told, self.no_turning_point.too_few))
        said += [self.sentence(turn) for turn in self.turning_points]
        if self.weaker:
            said.append(wording.weaker([(turn.direction, self.when(turn)) for turn in self.weaker]))
        if self.held:
            fitting = sum(each.found is not None for each in self.held if each.named_by)
            said.append(wording.held(fitting, sum(bool(each.named_by) for each in self.held)))
        return tuple(said)

    def sentence(self, turn: TurningPoint) -> str:
        """A turning point in words: when, which way, from which level to which, its support, and who names it."""
        support, likeliest = turn.support, wording.when(self.likeliest(turn), self.by)
        return " ".join([
            wording.turned(turn.direction, self.range(turn), likeliest, turn.before, turn.after, self.unit),
            wording.support(len(support.methods), len(METHODS), *support.shares),
            wording.dealt(support.chance),
            wording.authors(*(self._labels(ids) for ids in (turn.named_by, turn.denied_by, turn.unknown_to))),
        ])  # fmt: skip

    def when(self, turn: TurningPoint) -> str:
        """When a turning point most likely was, with its range where that is longer, in words."""
        likeliest, whole = wording.when(self.likeliest(turn), self.by), self.range(turn)
        return likeliest if likeliest == whole else f"{likeliest} ({whole})"

    def range(self, turn: TurningPoint) -> str:
        """The range in which a turning point lies, in words."""
        return wording.when(Period(turn.start, turn.end), self.by)

    def likeliest(self, turn: TurningPoint) -> Period:
        """The period in which a turning point most likely lies."""
        return next(row.period for row in self.rows if row.period.start == turn.likeliest)

    def why(self, when: str) -> tuple[Event, ...]:
        """The events behind the values of a time, such as ``"2022"``, in order of time, wholly in it or not.

        Raises ``ValueError`` for text that is no period.

        >>> import hikiwake as hw
        >>> found = hw.relation(hw.load("japan_russia"), resamples=0)
        >>> [event.id for event in found.why("1904")]
        ['event-1904-russo-japanese-war']
        """
        time = Period.parse(when)
        ids = dict.fromkeys(id_ for row in self.rows if row.period.overlaps(time) for id_ in row.ids)
        found = [event for id_ in ids if isinstance(event := self.dossier.by_id[id_], Event)]
        return tuple(sorted(found, key=lambda event: (event.period.start, event.id)))

    def shown(self) -> tuple[Sequence[str], Iterable[Iterable[object]]]:
        """The periods that are not silent: when, the value, its band, and the weightiest of its acts."""
        return wording.HEAD, (
            (
                wording.when(row.period, self.by),
                wording.value(row.value),
                wording.band(row.low, row.high),
                str(len(row.ids)),
                getattr(self.dossier.by_id[row.ids[0]], "summary", ""),
            )
            for row in self.told
        )

    @property
    def _acts(self) -> int:
        """How many acts are told."""
        return len({id_ for row in self.rows for id_ in row.ids})

    def _names(self, ids: Iterable[str]) -> list[str]:
        return [self.dossier.actor[id_].name() if id_ in self.dossier.actor else id_ for id_ in ids]

    def _labels(self, ids: Iterable[str]) -> list[str]:
        return [self.dossier.document[id_].label for id_ in ids]

    def _repr_html_(self) -> str:
        return f"{super()._repr_html_()}{paragraphs(self.sentences)}"


def _turn_row(turn: TurningPoint) -> Plain:
    ids = ("events", "named_by", "denied_by", "unknown_to", "readings")
    return {**turned(turn), **{name: list(getattr(turn, name)) for name in ids}}


def _held_row(each: Held) -> Plain:
    return {
        "about": each.about,
        **span(each.start, each.end),
        "direction": list(each.directions),
        **{name: list(getattr(each, name)) for name in ("named_by", "denied_by", "unknown_to", "readings")},
        "found": None if each.found is None else each.found.isoformat(),
    }
