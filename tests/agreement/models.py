"""Random small conflicts as plain models, with every feature the conflict file has."""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import combinations as pairs

from tests.agreement.plain import Combination, Formula, PlainModel, State, holds


def written(formula: Formula) -> str:
    """A formula in the statement grammar of the conflict file, with every parenthesis."""
    word, *parts = formula
    if word == "option":
        return f"o{parts[0]}"
    if word == "not":
        return f"not ({written(parts[0])})"
    return f"({written(parts[0])}) {word} ({written(parts[1])})"


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


def alike(rng: random.Random, model: PlainModel, says: Formula) -> Formula:
    """The formula, or one near it that is true of all members of every merged state or of none."""
    if all(len({holds(says, member) for member in state}) == 1 for state in model.states):
        return says
    word = rng.choice(("or", "and"))
    for rule in model.coalesced:
        says = (word, says, rule if word == "or" else ("not", rule))
    return says


def decided(model: PlainModel, statements: Sequence[Formula]) -> bool:
    """Whether it does not depend on the member how a merged state compares with another, by these statements."""

    def worth(one: Combination) -> tuple[bool, ...]:
        return tuple(holds(says, one) for says in statements)

    return not any(
        len({(worth(one) > worth(other)) - (worth(one) < worth(other)) for one in s for other in t}) > 1
        for s, t in pairs(model.states, 2)
    )


def partly(rng: random.Random, model: PlainModel, count: int) -> tuple[Formula, ...]:
    """So many statements; the members of a merged state may differ in some, where that decides nothing."""
    size = sum(map(len, model.owned))
    same = tuple(alike(rng, model, formula(rng, size, 1)) for _ in range(count))
    for rule in model.coalesced if count > 1 and rng.random() < 0.7 else ():
        first: Formula = rule if rng.random() < 0.5 else ("not", rule)
        drawn = (first, *(formula(rng, size, 1) for _ in same[1:]))
        if decided(model, drawn):
            return drawn
    return same


def draw(rng: random.Random) -> PlainModel:
    """A random conflict of 2 to 5 decision makers and 2 to 6 options; two states or more, all named differently."""
    while True:
        drawn = _draw(rng)
        if drawn is not None:
            return drawn


def _draw(rng: random.Random) -> PlainModel | None:
    makers = rng.choice((2, 2, 3, 3, 3, 4, 5))
    options = rng.randint(max(2, makers), 6 if makers < 5 else 5)
    owners = sorted([*range(makers), *(rng.randrange(makers) for _ in range(options - makers))])
    owned = tuple(tuple(k for k in range(options) if owners[k] == i) for i in range(makers))
    rules = {
        "one_way": {k: rng.choice(("on", "off")) for k in range(options) if rng.random() < 0.15},
        "infeasible": tuple(rare(rng, options) for _ in range(rng.choice((0, 0, 1, 2, 3)))),
        "coalesced": tuple(rare(rng, options) for _ in range(rng.choice((0, 0, 0, 1, 2)))),
        "forbidden": tuple((rare(rng, options), rare(rng, options)) for _ in range(rng.choice((0, 0, 0, 1, 2)))),
    }
    skeleton = PlainModel(owned, (("statements", ()),) * makers, **rules)  # type: ignore[arg-type]
    names = {notation(state) for state in skeleton.states}
    if len(names) < max(2, len(skeleton.states)):
        return None
    preferences = tuple(preference(rng, skeleton, options) for _ in range(makers))
    return PlainModel(owned, preferences, **rules)  # type: ignore[arg-type]


def preference(rng: random.Random, skeleton: PlainModel, options: int) -> tuple[str, object]:
    """A random preference: statements, a ranking or weights."""
    kind = rng.choice(("statements", "statements", "ranking", "ranking", "weights"))
    if kind == "statements":
        return kind, tuple(alike(rng, skeleton, formula(rng, options, 2)) for _ in range(rng.randint(1, 6)))
    if kind == "weights":
        open_ = {k for state in skeleton.states for k, letter in enumerate(notation(state)) if letter == "-"}
        return kind, tuple(0 if k in open_ else rng.randint(-3, 3) for k in range(options))
    states = list(skeleton.states)
    rng.shuffle(states)
    groups: list[tuple[State, ...]] = []
    for state in states:
        if groups and rng.random() < 0.25:
            groups[-1] += (state,)
        else:
            groups.append((state,))
    return kind, tuple(groups)
