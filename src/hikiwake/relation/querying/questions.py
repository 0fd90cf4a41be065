"""The questions to event data: one dyad, all dyads, who moved most, and acts by type, issue and publisher."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from hikiwake.actors import Dyad
from hikiwake.errors import HikiwakeError
from hikiwake.periods import Period
from hikiwake.relation.querying.answer import Answer
from hikiwake.relation.querying.asking import COUNT, FIRST_DAY, LAST_DAY, Asked, ask
from hikiwake.relation.querying.behind import Behind, behind
from hikiwake.relation.querying.holdings import actors_in, days_in, intensity_of, one_scale_of
from hikiwake.relation.querying.imported import ImportedEvents
from hikiwake.relation.querying.sides import dyad_of, refuse_unknown
from hikiwake.relation.series import periods_between
from hikiwake.relation.series import refuse_unknown as refuse_word
from hikiwake.vocabulary.actors import name_of_state
from hikiwake.wording.clauses import event_rows as wording
from hikiwake.wording.clauses.relation import told as told_between
from hikiwake.wording.clauses.relation import when

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

ASKED = Asked()
PARTS = {"type": "04_by_type", "issue": "05_by_issue", "publisher": "06_by_publisher"}
LEAST = 5  # acts that a dyad must have in each of two periods that are compared
_TWO, _ALL = ("00_between_two", "00_spread"), ("00_between_all", "00_spread")


def one_dyad(events: ImportedEvents, dyad: tuple[str, str], asked: Asked = ASKED, scale: str | None = None) -> Answer:
    """How the acts between two actors stood, period by period, silent periods included.

    dyad: two codes, each with the states that it continues; several codes with + between are one side
    scale: of the scores; the one there is where nothing is given

    Raises ``HikiwakeError`` for an actor that nothing knows, or rows of several scales.
    """
    pair = dyad_of(dyad)
    with events.opened() as connection:
        chosen = _scale(connection, events, asked, scale)
        columns, size = ask(connection, (*_TWO, "01_one_dyad"), {**_sides(pair), **asked.bound(chosen)})
        if not size:
            refuse_unknown(pair, there := actors_in(connection))
            said = [wording.silent(names_of(pair), asked.directed), *_never(pair, there)]
        else:
            acts, full = connection.execute("SELECT sum(acts), count(nullif(events, 0)) FROM answer").fetchall()[0]
            told = told_between(names_of(pair), asked.directed, round(acts), full, size, asked.by)
            said = [told, _unit(asked, chosen)]
    return Answer(columns, size, chosen or "", tuple(said), connection)


def all_dyads(events: ImportedEvents, asked: Asked = ASKED, scale: str | None = None) -> Answer:
    """How the acts between all pairs of actors stood, period by period; what is silent is left out."""
    with events.opened() as connection:
        chosen = _scale(connection, events, asked, scale)
        columns, size = ask(connection, (*_ALL, "02_all_dyads"), asked.bound(chosen))
    said = wording.told(size, "dyad and period", "all dyads")
    return Answer(columns, size, chosen or "", (said, _unit(asked, chosen)), connection)


def movers(events: ImportedEvents, asked: Asked = ASKED, scale: str | None = None, least: int = LEAST) -> Answer:
    """Between whom the relation changed most from one period to another, the largest change first.

    The periods are those of the first and the last day that are asked for; the last two whole ones of the rows where no
    day is given. least: how many acts a dyad must have in each of them
    """
    with events.opened() as connection:
        chosen = _scale(connection, events, asked, scale)
        before, after = _compared(asked, days_in(connection) or (FIRST_DAY, LAST_DAY))
        bounds = replace(asked, first=before.start, last=after.last)
        columns, size = ask(connection, (*_ALL, "03_movers"), {**bounds.bound(chosen), "least": least})
    said = wording.moved(when(before, asked.by), when(after, asked.by), least, size)
    return Answer(columns, size, chosen or "", (said, _unit(asked, chosen)), connection)


def split(
    events: ImportedEvents, part: str, dyad: tuple[str, str] | None = None, asked: Asked = ASKED,
    scale: str | None = None,
) -> Answer:  # fmt: skip
    """Of which types, on which issues or by whose telling acts were, period by period: of a dyad, or of all.

    part: one of ``PARTS``. Raises ``HikiwakeError`` as ``one_dyad`` does.
    """
    refuse_word("split", part, tuple(PARTS))
    pair = dyad_of(dyad) if dyad else None
    with events.opened() as connection:
        chosen = _scale(connection, events, asked, scale)
        given = {**(_sides(pair) if pair else {}), **asked.bound(chosen)}
        columns, size = ask(connection, (*(_TWO if pair else _ALL), PARTS[part]), given)
        if pair and not size:
            refuse_unknown(pair, actors_in(connection))
    of = f"{' and '.join(names_of(pair))}" if pair else "all dyads"
    return Answer(columns, size, chosen or "", (wording.told(size, f"period and {part}", of), _unit(asked, chosen)),
                  connection)  # fmt: skip


def rows_between(connection: DuckDBPyConnection, pair: Dyad, asked: Asked, scale: str) -> Behind:
    """The rows behind the values of two actors, in order of time, as ``07_rows_between_two.sql`` has them."""
    ask(connection, (*_TWO, "07_rows_between_two"), {**_sides(pair), **asked.bound(scale)})
    return behind(connection)


def names_of(pair: Dyad) -> tuple[str, str]:
    """Both sides by name, with their codes."""
    return _name(pair.first), _name(pair.second)


def _name(codes: Sequence[str]) -> str:
    return wording.side(name_of_state(codes[0]) or codes[0], codes)


def _sides(pair: Dyad) -> dict[str, Any]:
    return {"first": list(pair.first), "second": list(pair.second)}


def _scale(connection: DuckDBPyConnection, events: ImportedEvents, asked: Asked, scale: str | None) -> str | None:
    """The scale of the answer; none where rows are counted, whatever their score."""
    if asked.measure == COUNT and scale is None:
        return None
    return one_scale_of(connection, events, scale)


def _unit(asked: Asked, scale: str | None) -> str:
    return wording.unit(asked.measure, intensity_of(scale).title if scale else "", asked.by)


def _never(pair: Dyad, there: Sequence[str]) -> list[str]:
    absent = [_name(side) for side in (pair.first, pair.second) if not {*side} & {*there}]
    return [wording.never(absent)] if absent else []


def _compared(asked: Asked, days: tuple[date, date]) -> tuple[Period, Period]:
    """The periods of the first and the last day, where they are given, else the last two that the rows fill."""
    first, last = days
    periods = periods_between(first if asked.first == FIRST_DAY else asked.first,
                              last if asked.last == LAST_DAY else asked.last, asked.by)  # fmt: skip
    whole = [each for each in periods if each.last <= last] or periods
    after = periods[-1] if asked.last != LAST_DAY else whole[-1]
    before = periods[0] if asked.first != FIRST_DAY else periods[max(0, periods.index(after) - 1)]
    if before == after:
        raise HikiwakeError(
            f"from {before.start} to {after.last}: expected days of two different periods by {asked.by}"
        )
    return before, after
