"""Agreement in votes, roll call by roll call: what two sides voted, where both did.

A side that is absent or no member has no vote there, and the roll call does not count. With a roll calls on which both
vote alike, g on which one of them abstains and the other does not, and t in all:

- **agreement** is (a + g / 2) / t (Lijphart 1963, American Political Science Review 57(4): 902-917);
- **identical** is a / t.
"""

from __future__ import annotations

from datetime import date

from hikiwake.relation.comparing.files import Published
from hikiwake.relation.comparing.measured import Measured, Read
from hikiwake.relation.comparing.recognising import Recognised
from hikiwake.relation.comparing.sides import Side, plain
from hikiwake.relation.series import period_of
from hikiwake.vocabulary.comparisons import votes

Votes = dict[str, dict[int, str]]  # of a roll call, by side


def agreement(one: str, other: str) -> float:
    """How far two votes agree: 1 alike, 0.5 where one abstains, 0 for yes against no.

    >>> agreement("yes", "yes"), agreement("no", "abstain"), agreement("yes", "no")
    (1.0, 0.5, 0.0)
    """
    return 1.0 if one == other else 0.5 if "abstain" in (one, other) else 0.0


def identical(one: str, other: str) -> float:
    """Whether two votes are the same: 1 or 0."""
    return float(one == other)


WAYS = {"agreement": agreement, "identical": identical}


def read_votes(found: Recognised, sides: tuple[Side, Side], by: str) -> Read:
    """The mean agreement of two sides in each period that has a roll call on which both vote."""
    cast, days, aside, seen = _cast(found, sides)
    for file in found.days:
        days |= _days(file, dict(found.layout.days))
    score = WAYS[found.kind.way]
    told: dict[date, list[float]] = {}
    undated = 0
    for roll, by_side in cast.items():
        if len(by_side) == 2 and roll in days:
            told.setdefault(period_of(days[roll], by).start, []).append(score(by_side[0], by_side[1]))
        undated += len(by_side) == 2 and roll not in days
    values = tuple(Measured(period_of(day, by), sum(each) / len(each), len(each)) for day, each in sorted(told.items()))
    return Read(values, aside + undated, seen)


def _cast(found: Recognised, sides: tuple[Side, Side]) -> tuple[Votes, dict[str, date], int, tuple[bool, bool]]:
    """The votes of two sides by roll call, the days that stand beside them, and how many rows are no vote at all."""
    places = found.file.places(dict(found.layout.columns))
    state = [(place, found.layout.codes[what]) for what, place in places.items() if what in found.layout.codes]
    words = [(place, side, sides[side].words(code)) for place, code in state for side in (0, 1)]
    cast: Votes = {}
    days: dict[str, date] = {}
    aside, seen = 0, [False, False]
    for row in found.file.rows():
        side = next((side for place, side, own in words if plain(row[place]) in own), None)
        if side is None:
            continue
        seen[side] = True
        vote, roll = votes().get(plain(row[places["vote"]])), plain(row[places["roll"]])
        if vote is None:
            aside += 1
        elif vote != "none":
            cast.setdefault(roll, {}).setdefault(side, vote)
            if "date" in places and (day := _day(row[places["date"]])):
                days[roll] = day
    return cast, days, aside, (seen[0], seen[1])


def _days(file: Published, columns: dict[str, str]) -> dict[str, date]:
    """The day of each roll call of a file."""
    places = file.places(columns)
    told = ((plain(row[places["roll"]]), _day(row[places["date"]])) for row in file.rows())
    return {roll: day for roll, day in told if day}


def _day(cell: str) -> date | None:
    try:
        return date.fromisoformat(cell.strip()[:10])
    except ValueError:
        return None
