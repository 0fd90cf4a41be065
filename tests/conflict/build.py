"""Small conflicts for the tests of this room, written down or drawn at random."""

from __future__ import annotations

import random

import numpy as np
from numpy.typing import NDArray

from hikiwake.conflict.model.conflict import (
    Conflict,
    DecisionMaker,
    ForbiddenMove,
    OneWay,
    Option,
    PreferenceStatement,
    Ranking,
    Statements,
)
from hikiwake.conflict.model.moves import Moves
from hikiwake.conflict.model.statements import parse

ONE_WAY: tuple[OneWay | None, ...] = (None, None, None, "on", "off")


def wants(*texts: str) -> Statements:
    """A preference by statements, the most important first."""
    return Statements(tuple(PreferenceStatement(parse(text)) for text in texts))


def prisoners() -> Conflict:
    """The prisoner's dilemma; yes is staying quiet."""
    row = DecisionMaker("Row", (Option("quiet_1"),), wants("quiet_2", "not quiet_1"))
    column = DecisionMaker("Column", (Option("quiet_2"),), Ranking((("YN",), ("YY",), ("NN",), ("NY",))))
    return Conflict((row, column), title="Prisoner's dilemma", status_quo="YY")


def every_feature() -> str:
    """A file that uses every feature of the form."""
    return """
title = "Every feature"
era = "now"
status_quo = "NNN"
outcome = "YNY"

[[decision_makers]]
name = "Claimant"
actor = "AAA"
options = [{ id = "settle", title = "Settle for part" }, { id = "bases", title = "Let an ally use the land" }]

[[decision_makers]]
name = "Holder"
actor = "BBB"
options = [{ id = "transfer", title = "Transfer part", one_way = "on" }]

[[infeasible]]
when = "bases and not transfer"
[[coalesce]]
when = "transfer and not settle"
[[forbidden_moves]]
from = "settle and transfer"
to = "not settle"

[preferences.Claimant]
statements = [
  { says = "transfer", grounds = ["position-17"] },
  { says = "not settle if not transfer", grounds = ["event-1"], about = 1 },
]
[preferences.Holder]
ranking = [["YNN"], ["YNY"], ["NNN"], ["-YY", "NNY"]]
grounds = ["position-18"]

[[settlements]]
formula = "two_after_treaty"
when = "settle and transfer"
[[variants]]
name = "another reading"
[variants.preferences.Claimant]
weights = { settle = -0.1, transfer = 2, bases = 0.0 }
"""


def random_statement(rng: random.Random, options: list[str], depth: int = 2) -> str:
    """A random sentence over the options."""
    if depth == 0 or rng.random() < 0.3:
        return rng.choice(options)
    one, other = (random_statement(rng, options, depth - 1) for _ in range(2))
    return rng.choice(
        [f"not {rng.choice(options)}", f"({one} and {other})", f"({one} or {other})", f"({one} if {other})"]
    )


def random_conflict(rng: random.Random, *, transitive: bool) -> Conflict:
    """Two to four decision makers, up to seven options; coalesced and forbidden ones unless moves are transitive."""
    widths = [rng.randint(1, 2) for _ in range(rng.randint(2, 4))]
    options = [f"o{number}" for number in range(sum(widths))]
    names = iter(options)
    makers = tuple(
        DecisionMaker(f"D{i}", tuple(Option(next(names), one_way=rng.choice(ONE_WAY)) for _ in range(width)))
        for i, width in enumerate(widths)
    )
    rules = [parse(random_statement(rng, options)) for _ in range(6)]
    infeasible = tuple(rules[: rng.randint(0, 2)])
    if transitive:
        return Conflict(makers, infeasible=infeasible)
    coalesce = tuple(rules[2 : rng.randint(2, 4)])
    return Conflict(
        makers, infeasible=infeasible, coalesce=coalesce, forbidden_moves=(ForbiddenMove(rules[4], rules[5]),)
    )


def random_ranks(rng: random.Random, moves: Moves) -> NDArray[np.int32]:
    """Random rankings, with ties more often than not."""
    n_states = len(moves.states)
    levels = rng.choice([2, 4, 10 * n_states])
    rows = [[rng.randrange(levels) for _ in range(n_states)] for _ in moves.own]
    return np.array([np.unique(row, return_inverse=True)[1] + 1 for row in rows], dtype=np.int32)
