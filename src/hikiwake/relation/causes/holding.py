"""From the arguments of a dossier to what its timeline says of them.

An argument is in line where the effect followed the cause more often (for less: less often) than chance has it, in one
window at least, the level divided among the windows; against where no window lets the claim stand; else untestable.
One of no change is in line where both others are ruled out in every window, and against where either is seen in one.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from hikiwake.dossier import Dossier, Driver, Event
from hikiwake.errors import HikiwakeError
from hikiwake.relation.causes.coincidence import Chances, chances, counted, drawn, in_time
from hikiwake.relation.causes.occurrences import Record, Side, links, record_of
from hikiwake.relation.causes.result import Argued, Coincidence, Link, Window
from hikiwake.wording.clauses.causes import AGAINST, IN_LINE, UNTESTABLE

if TYPE_CHECKING:
    from hikiwake.relation.noise import Numbers, Places

WINDOWS = (1, 2, 5)  # years
DRAWS = 999
AT_LEAST = 5  # acts of the cause, and of the effect: with fewer nothing is said
LEVEL = 0.05
YEAR = 365.25


def coincidence(
    dossier: Dossier, windows: Sequence[float] = WINDOWS, *, draws: int = DRAWS, seed: int = 0
) -> Coincidence:
    """How often the effects that authors argue followed their causes, against how often they would by chance.

    windows: years within which an effect follows, each above 0; draws: how often dates and a shift are drawn; seed: of
    the drawing. Only causes and effects that are kinds of dated acts can be held against the timeline; the result says
    of the others why not.

    Raises ``HikiwakeError`` for a window or a number of draws that is none.

    >>> import hikiwake as hw
    >>> found = coincidence(hw.load("japan_russia"), draws=99)
    >>> {row.verdict for row in found} <= {"in line", "against", "untestable"}
    True
    """
    lengths = tuple(sorted(dict.fromkeys(windows)))
    if not lengths or not all(math.isfinite(each) and 0 < each <= 1000 for each in lengths):
        raise HikiwakeError(f"windows: {list(windows)} are no years above 0; give some, as {list(WINDOWS)}")
    if draws < 19:
        raise HikiwakeError(
            f"draws: {draws} is below 19, which cannot come to a level of {LEVEL}; give more, as {DRAWS}"
        )
    record = record_of(dossier)
    dates = {length: _dates(record, length, draws, seed) for length in lengths}
    found = tuple(_link(record, *link, each, dates, seed) for link, each in links(dossier.drivers).items())
    of_driver = {id_: link for link in found for id_ in link.drivers}
    rows = tuple(_argued(driver, of_driver.get(driver.id)) for driver in dossier.drivers)
    return Coincidence(rows, found, lengths, LEVEL, AT_LEAST, draws, seed, dossier)


def _argued(driver: Driver, link: Link | None) -> Argued:
    verdict, reason = (link.verdict, link.reason) if link and not driver.kind else (UNTESTABLE, driver.kind)
    return Argued(driver.id, driver.holder, driver.cause, driver.effect, driver.sign, verdict, reason)


def _link(
    record: Record,
    cause: str,
    effect: str,
    sign: str,
    drivers: Sequence[Driver],
    dates: Mapping[float, Dates],
    seed: int,
) -> Link:
    """The test of one link; where every argument is of what is expected or meant, nothing is counted."""
    causes, (told, less) = record.cause(cause), record.effect(effect, sign)
    effects = record.apart(causes, told)
    meant = all(driver.kind for driver in drivers)
    why = drivers[0].kind if meant else _missing(causes, told, effects)
    way = "+" if less else sign
    windows = () if why else _windows(causes, effects, way, dates, seed)
    verdict, reason = (UNTESTABLE, why or "few") if not windows else _verdict(windows, way, len(dates))
    return Link(
        cause, effect, sign, causes.told, told.told, less, _ids(causes.events), _ids(effects.events), windows,
        verdict, reason, tuple(driver.id for driver in drivers if meant or not driver.kind),
    )  # fmt: skip


def _ids(events: Sequence[Event]) -> tuple[str, ...]:
    return tuple(event.id for event in events)


def _missing(causes: Side, told: Side, effects: Side) -> str:
    """Why nothing can be counted, "" where something can."""
    no_cause, no_effect = not (causes.told or causes.named), not told.told
    if no_cause or no_effect:
        return "general" if no_cause and no_effect else "cause" if no_cause else "effect"
    if not causes.events:
        return "no cause"
    if not told.events:
        return "no effect"
    return "" if effects.events else "same"


def _windows(causes: Side, effects: Side, way: str, dates: Mapping[float, Dates], seed: int) -> tuple[Window, ...]:
    """The windows in which enough of both is told."""
    import numpy as np

    made = []
    for length, told in dates.items():
        is_cause, is_effect = (np.isin(told.ids, _ids(side.events)) for side in (causes, effects))
        if is_cause.sum() < AT_LEAST or is_effect.sum() < AT_LEAST:
            continue
        found = counted(told.in_time, is_cause, is_effect, int(length * YEAR), told.end, seed)
        if found.causes.mean() < AT_LEAST:
            continue
        p, p_claim = _of_way(chances(found, seed), way)
        counts = (found.causes, found.followed, found.preceded, found.shifted)
        whole, followed, preceded, shifted = (float(each.mean()) for each in counts)
        made.append(Window(length, whole, followed, preceded, shifted, p, p_claim, len(told.days)))
    return tuple(made)


@dataclass(frozen=True)
class Dates:
    """The events whose date is more exact than a window is long, a day of each in every draw, and the record's last."""

    ids: tuple[str, ...]
    days: Numbers
    end: int

    @cached_property
    def in_time(self) -> tuple[Places, Numbers]:
        """The order in which they come in each draw, and their days in it."""
        return in_time(self.days)


def _dates(record: Record, length: float, draws: int, seed: int) -> Dates:
    """Which events are dated for a window, and their days: draws by events."""
    import numpy as np

    days = int(length * YEAR)
    dated = [each for each in record.events if (each.period.last - each.period.start).days < days]
    starts, lasts = (np.array([getattr(each.period, end).toordinal() for each in dated], dtype=float)
                     for end in ("start", "last"))  # fmt: skip
    return Dates(_ids(dated), drawn(starts, lasts, record.end, draws, seed), record.end)


def _of_way(found: Chances, way: str) -> tuple[float, float]:
    """The p-values of chance and of the claim, for more, less or no change of the effect."""
    if way == "+":
        return found.above, found.if_more
    if way == "-":
        return found.below, found.if_less
    return min(1.0, 2 * min(found.above, found.below)), max(found.if_more, found.if_less)


def _verdict(windows: Sequence[Window], way: str, every: int) -> tuple[str, str]:
    """What the windows come to together; every: how many were asked for, which share the level."""
    departs = any(each.p <= LEVEL / every for each in windows)
    ruled_out = all(each.p_claim <= LEVEL for each in windows)
    if way == "0":
        departs, ruled_out = ruled_out and not departs, departs
    if departs:
        return IN_LINE, ""
    return (AGAINST, "") if ruled_out else (UNTESTABLE, "undecided")
