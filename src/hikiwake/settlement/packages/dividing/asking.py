"""Divide the issues of a package file: by adjusted winner, or by fallback bargaining."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import numpy as np

from hikiwake.errors import ModelError
from hikiwake.settlement.packages.dividing.adjusted_winner import adjusted_winner
from hikiwake.settlement.packages.dividing.fallback import Impasse, fallback
from hikiwake.settlement.packages.dividing.results import Accepted, AdjustedWinner, Fallback, SharedIssue
from hikiwake.settlement.packages.files.loading import negotiation
from hikiwake.settlement.packages.listing.space import MOST_LISTED, package_of
from hikiwake.settlement.packages.listing.survey import all_parts, sizes_of
from hikiwake.settlement.packages.listing.worth import levels_of, scales_of
from hikiwake.settlement.packages.negotiation import Negotiation

Method = Literal["adjusted-winner", "fallback"]
METHODS: tuple[Method, ...] = ("adjusted-winner", "fallback")
MOST_RANKED = MOST_LISTED // 8  # packages: each is ranked by every side at once
MOST_ROWS = 1_000


def divide(
    source: str | Path | Negotiation, method: Method = "adjusted-winner", *, agree: int | None = None
) -> AdjustedWinner | Fallback:
    """Divide issues between two sides by their points, or let all sides fall back until enough of them agree.

    source: a package file, or CASE:NAME; of adjusted winner the points are the weights, made 100 for each of two
    parties; agree: how many sides have to agree in fallback bargaining, all else. Raises ``ModelError`` for a file at
    fault, for more or fewer than two parties, weights that are intervals, and too many packages.

    >>> from hikiwake.settlement.packages.files.reading import negotiation_from
    >>> two = negotiation_from('''
    ... issues = [{ id = "land" }, { id = "fish" }]
    ... [[parties]]
    ... name = "A"
    ... weights = { land = 60, fish = 40 }
    ... [[parties]]
    ... name = "B"
    ... weights = { land = 50, fish = 50 }
    ... ''')
    >>> divide(two).sentences[-1]
    'Both get 600/11 of their 100 points (54.55).'
    """
    if method not in METHODS:
        raise ModelError(f'no method "{method}"; expected {" or ".join(METHODS)}')
    told = negotiation(source, listed=method == "fallback")
    return _by_points(told) if method == "adjusted-winner" else _fallen_back(told, agree)


def _by_points(told: Negotiation) -> AdjustedWinner:
    if len(told.parties) != 2:
        raise ModelError(f"adjusted winner is between two parties; {len(told.parties)} given")
    for party in told.parties:
        open_ = [
            issue.id for issue, stake in zip(told.issues, party.voice.stakes, strict=True) if not stake.weight.is_known
        ]
        if open_:
            raise ModelError(f"adjusted winner takes points; {party.name} has an interval as the weight of {open_[0]}; "
                             "give a number")  # fmt: skip
    one, other = ([stake.weight.low for stake in party.voice.stakes] for party in told.parties)
    shares = adjusted_winner(one, other)
    grounds = [party.voice.grounds for party in told.parties]
    rows = tuple(
        SharedIssue(issue.id, issue.name, (shares.points[0][at], shares.points[1][at]), (part, 1 - part),
                    (grounds[0].get(issue.id, ()), grounds[1].get(issue.id, ())))
        for at, (issue, part) in enumerate(zip(told.issues, shares.first, strict=True))
    )  # fmt: skip
    return AdjustedWinner((told.names[0], told.names[1]), shares, rows)


def _fallen_back(told: Negotiation, agree: int | None) -> Fallback:
    sides = len(told.parties)
    if agree is not None and not 1 <= agree <= sides:
        raise ModelError(f"agree is {agree}; expected how many of the {sides} parties have to agree")
    if told.count > MOST_RANKED:
        raise ModelError(f"too many packages: {told.count:,}; at most {MOST_RANKED:,} can be ranked by every side; "
                         "leave issues or alternatives out")  # fmt: skip
    scales, sizes = scales_of(told)[:sides], sizes_of(told)
    parts = [part for part, _ in all_parts(told, scales)]
    numbers = np.concatenate([part.numbers for part in parts]) if parts else np.zeros(0, dtype=np.int64)
    worth = np.hstack([part.units for part in parts]).T if parts else np.zeros((0, sides), dtype=np.int64)
    outcome = fallback(worth, levels_of(scales), agree)
    enough = agree or sides
    if isinstance(outcome, Impasse):
        return Fallback(told.names, None, enough, len(numbers), 0, ())
    rows = tuple(
        Accepted(told.named(package_of(int(numbers[place]), sizes)), tuple(ranks.tolist()))
        for place, ranks in zip(outcome.places[:MOST_ROWS], outcome.ranks[:MOST_ROWS], strict=True)
    )
    return Fallback(told.names, outcome.depth, enough, len(numbers), len(outcome.places), rows)
