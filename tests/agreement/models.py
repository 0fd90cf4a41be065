"""Random small conflicts, each as a plain model and as the text of a conflict file that says the same."""

from __future__ import annotations

import random
from dataclasses import dataclass

from tests.agreement.plain import Combination, Formula, PlainModel, State


@dataclass(frozen=True)
class Drawn:
    """One random conflict twice over."""

    plain: PlainModel
    text: str


def written(formula: Formula) -> str:
    """A formula in the statement grammar of the conflict file, with every parenthesis."""
    word, *parts = formula
    if word == "option":
        return f"o{parts[0]}"
    if word == "not":
        return f"not ({written(parts[0])})"
    return f"({written(parts[0])}) {word} ({written(parts[1])})"


def pattern(one: Combination) -> str:
    """A combination as Y and N."""
    return "".join("Y" if taken else "N" for taken in one)


def notation(state: State) -> str:
    """A state as Y, N and "-" where its combinations differ."""
    return "".join("-" if len(set(column)) == 2 else ("Y" if column[0] else "N") for column in zip(*state, strict=True))


def formula(rng: random.Random, options: int, depth: int) -> Formula:
    """A random formula over so many options."""
    if depth == 0 or rng.random() < 0.3:
        literal = ("option", rng.randrange(options))
        return literal if rng.random() < 0.5 else ("not", literal)
    word = rng.choice(("not", "and", "or", "if", "iff", "and", "or"))
    if word == "not":
        return ("not", formula(rng, options, depth - 1))
    return (word, formula(rng, options, depth - 1), formula(rng, options, depth - 1))


def rare(rng: random.Random, options: int) -> Formula:
    """A conjunction of two or three literals: true in a minority of states."""
    chosen = rng.sample(range(options), min(options, rng.choice((2, 2, 3))))
    literals = [("option", k) if rng.random() < 0.5 else ("not", ("option", k)) for k in chosen]
    joined: Formula = literals[0]
    for literal in literals[1:]:
        joined = ("and", joined, literal)
    return joined


def draw(rng: random.Random) -> Drawn:
    """A random conflict of 2 to 5 decision makers and 2 to 6 options, with every feature the file format has."""
    while True:
        drawn = _draw(rng)
        if len(drawn.plain.states) >= 2:
            return drawn


def _draw(rng: random.Random) -> Drawn:
    makers = rng.choice((2, 2, 3, 3, 3, 4, 5))
    options = rng.randint(max(2, makers), 6 if makers < 5 else 5)
    owners = sorted([*range(makers), *(rng.randrange(makers) for _ in range(options - makers))])
    owned = tuple(tuple(k for k in range(options) if owners[k] == i) for i in range(makers))
    one_way = {k: rng.choice(("on", "off")) for k in range(options) if rng.random() < 0.15}
    infeasible = tuple(rare(rng, options) for _ in range(rng.choice((0, 0, 1, 2, 3))))
    coalesced = tuple(rare(rng, options) for _ in range(rng.choice((0, 0, 0, 1))))
    forbidden = tuple((rare(rng, options), rare(rng, options)) for _ in range(rng.choice((0, 0, 0, 1, 2))))
    skeleton = PlainModel(owned, (("statements", ()),) * makers, one_way, infeasible, coalesced, forbidden)
    if len(skeleton.states) < 2:
        return Drawn(skeleton, "")
    preferences = tuple(_preference(rng, skeleton, options) for _ in range(makers))
    return Drawn(PlainModel(owned, preferences, one_way, infeasible, coalesced, forbidden), "")


def _preference(rng: random.Random, skeleton: PlainModel, options: int) -> tuple[str, object]:
    kind = rng.choice(("statements", "statements", "ranking", "ranking", "weights"))
    if skeleton.coalesced and kind != "ranking":
        kind = "ranking"
    if kind == "statements":
        return kind, tuple(formula(rng, options, 2) for _ in range(rng.randint(1, 6)))
    if kind == "weights":
        return kind, tuple(rng.randint(-3, 3) for _ in range(options))
    states = list(skeleton.states)
    rng.shuffle(states)
    groups: list[tuple[str, ...]] = []
    for state in states:
        if groups and rng.random() < 0.25:
            groups[-1] += (notation(state),)
        else:
            groups.append((notation(state),))
    return kind, tuple(groups)
