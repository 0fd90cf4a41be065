"""From a dossier, or from event data, to the series of a relation, its turning points, and what the authors name."""

from __future__ import annotations

from collections.abc import Iterator

from hikiwake.dossier import Dossier
from hikiwake.errors import CaseError, HikiwakeError
from hikiwake.relation.authors import held, joined, named_turns
from hikiwake.relation.breaks import Told, told
from hikiwake.relation.moving import moved
from hikiwake.relation.of_rows import relation_of_rows
from hikiwake.relation.querying import Asked, ImportedEvents
from hikiwake.relation.result import RelationSeries
from hikiwake.relation.scales import acts_between
from hikiwake.relation.series import LENGTHS, MEASURES, Spread, periods_of, refuse_unknown, spread
from hikiwake.relation.uncertainty import without_each
from hikiwake.vocabulary.scales import SCALES, Intensity, intensity
from hikiwake.wording.terminal.near import near_or_some

RESAMPLES = 200
PLOVER = "plover"


def relation(
    of: Dossier | ImportedEvents,
    dyad: tuple[str, str] | None = None,
    *,
    directed: bool = False,
    by: str = "year",
    scale: str | None = None,
    measure: str = "mean",
    resamples: int = RESAMPLES,
    seed: int = 0,
) -> RelationSeries:
    """How the relation of two actors moved, and when it turned, by a dossier or by imported event data.

    dyad: the case's own where nothing is given, each side with its predecessors; directed: only acts from the first to
    the second. by: day, month, quarter, year, decade or, of a dossier, era. scale: plover, goldstein (both from -10 to
    10) or quad (-1 to 1); where nothing is given plover, and of event data the one that its rows have. measure: mean,
    sum or net. resamples: how often documents (of event data publishers) and acts are drawn again; seed: of that.

    Raises ``CaseError`` for an actor that the case does not know and ``HikiwakeError`` for any other word.

    >>> import hikiwake as hw
    >>> found = relation(hw.load("japan_russia"), measure="sum", resamples=20)
    >>> found[0].period.start.year, found[1].value is None
    (1855, True)
    """
    refuse_unknown("measure", measure, MEASURES)
    if resamples < 0:
        raise HikiwakeError(f"resamples: {resamples} is below 0; give how often to draw again, as {RESAMPLES}")
    if isinstance(of, ImportedEvents):
        return relation_of_rows(of, dyad, Asked(by, measure, directed), scale, resamples, seed)
    return _of_dossier(of, dyad or of.case.dyad, directed, by, scale or PLOVER, measure, resamples, seed)


def _of_dossier(
    dossier: Dossier, dyad: tuple[str, str], directed: bool, by: str, scale: str, measure: str, resamples: int,
    seed: int,
) -> RelationSeries:  # fmt: skip
    for name, given, known in (("by", by, LENGTHS), ("scale", scale, SCALES)):
        refuse_unknown(name, given, known)
    pair, scored = _known(dossier, dyad), intensity(scale)
    series = _series(dossier, pair, scored, by, directed=directed)
    left_out = dict(_left_out(dossier, pair, scored, series, measure, directed=directed))
    found = moved(series, measure, resamples, seed, left_out)
    named = named_turns(dossier) if {*pair} == {*dossier.case.dyad} else ()
    turns = joined(dossier, found.firm, named, series.periods)
    return RelationSeries(
        found.points, pair, directed, by, scored, measure, turns,
        joined(dossier, found.weaker, named, series.periods), found.nothing,
        held(dossier, turns, named, series.periods), resamples, seed, dossier,
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
    telling = {*series.acts.names}
    if len(telling) < 2:
        return
    for id_, others in without_each(dossier, telling):
        acts = acts_between(others, dossier.dyad(*pair), scale, directed=directed)
        yield id_, told(spread(acts, series.periods), measure)
