"""From a dossier to the series of a relation, its turning points, and how these stand to what the authors name."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING

from hikiwake.dossier import Dossier
from hikiwake.errors import CaseError, HikiwakeError
from hikiwake.relation.authors import held, joined, named_turns
from hikiwake.relation.breaks import Told, told
from hikiwake.relation.dealing import dealt
from hikiwake.relation.result import Point, RelationSeries
from hikiwake.relation.scales import acts_between
from hikiwake.relation.series import LENGTHS, MEASURES, Spread, periods_of, refuse_unknown, spread
from hikiwake.relation.turning_points import NoTurningPoint, carried, search, turning_points
from hikiwake.relation.uncertainty import band, drawn_again, without_each
from hikiwake.vocabulary.scales import SCALES, Intensity, intensity
from hikiwake.wording.terminal.near import near_or_some

if TYPE_CHECKING:
    from hikiwake.relation.noise import Numbers

RESAMPLES = 200


def relation(
    dossier: Dossier,
    dyad: tuple[str, str] | None = None,
    *,
    directed: bool = False,
    by: str = "year",
    scale: str = "plover",
    measure: str = "mean",
    resamples: int = RESAMPLES,
    seed: int = 0,
) -> RelationSeries:
    """How the relation of two actors moved, and when it turned.

    dyad: the case's own where nothing is given, each side with its predecessors; directed: only acts from the first to
    the second. by: day, month, quarter, year, decade or era. scale: plover, goldstein (both from -10 to 10) or quad
    (-1 to 1). measure: mean, sum or net. resamples: how often documents and acts are drawn again; seed: of the drawing.

    Raises ``CaseError`` for an actor that the case does not know and ``HikiwakeError`` for any other word.

    >>> import hikiwake as hw
    >>> found = relation(hw.load("japan_russia"), measure="sum", resamples=20)
    >>> found[0].period.start.year, found[1].value is None
    (1855, True)
    """
    for name, given, known in (("by", by, LENGTHS), ("scale", scale, SCALES), ("measure", measure, MEASURES)):
        refuse_unknown(name, given, known)
    if resamples < 0:
        raise HikiwakeError(f"resamples: {resamples} is below 0; give how often to draw again, as {RESAMPLES}")
    pair, scored = _known(dossier, dyad or dossier.case.dyad), intensity(scale)
    series = _series(dossier, pair, scored, by, directed=directed)
    whole = told(series, measure)
    drawn = list(drawn_again(series, resamples, seed))
    again = [told(series, measure, times) for times in drawn]
    left_out = dict(_left_out(dossier, pair, scored, series, measure, directed=directed))
    found = turning_points(series.periods, search(whole, again, left_out, dealt(series, measure, seed)))
    firm, weaker = ([carried(series, turn) for turn in turns] for turns in found)
    named = named_turns(dossier) if {*pair} == {*dossier.case.dyad} else ()
    turns = joined(dossier, firm, named, series.periods)
    nothing = None if turns else NoTurningPoint(len(whole.rows), whole.too_few)
    return RelationSeries(
        _points(series, measure, drawn), pair, directed, by, scored, measure, turns,
        joined(dossier, weaker, named, series.periods), nothing, held(dossier, turns, named, series.periods),
        resamples, seed, dossier,
    )  # fmt: skip


def _known(dossier: Dossier, pair: tuple[str, str]) -> tuple[str, str]:
    for id_ in pair:
        if id_ not in dossier.actor:
            raise CaseError(f"dyad: {id_!r} is no actor of the case{near_or_some(id_, sorted(dossier.actor))}")
    return pair


def _series(dossier: Dossier, pair: tuple[str, str], scale: Intensity, by: str, *, directed: bool) -> Spread:
    acts = acts_between(dossier, dossier.dyad(*pair), scale, directed=directed)
    return spread(acts, periods_of(acts, by, [era.period for era in dossier.case.eras]))


def _left_out(
    dossier: Dossier, pair: tuple[str, str], scale: Intensity, series: Spread, measure: str, *, directed: bool
) -> Iterator[tuple[str, Told]]:
    """The series over the same periods without each document that tells an act, of several."""
    telling = {id_ for act in series.acts for id_ in act.documents}
    if len(telling) < 2:
        return
    for id_, others in without_each(dossier, telling):
        acts = acts_between(others, dossier.dyad(*pair), scale, directed=directed)
        yield id_, told(spread(acts, series.periods), measure)


def _points(series: Spread, measure: str, drawn: list[Numbers]) -> tuple[Point, ...]:
    values, quads = series.measured(measure)[0], series.quads()
    ends = [each or (None, None) for each in band(series, measure, drawn)]
    return tuple(
        Point(
            period,
            None if math.isnan(values[row]) else float(values[row]),
            ends[row][0],
            ends[row][1],
            float(quads[row].sum()),
            tuple(float(each) for each in quads[row]),
            tuple(act.id for act in series.within(row)),
        )
        for row, period in enumerate(series.periods)
    )
