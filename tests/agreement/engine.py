"""The engine beside the plain solver: one random conflict in both forms, and every cell in which they differ."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from hikiwake.conflict import (
    Conflict,
    DecisionMaker,
    ForbiddenMove,
    Option,
    Preference,
    PreferenceStatement,
    Ranking,
    Statements,
    Weights,
    coalition_stability,
    improvement_paths,
    move_paths,
    parse,
    solve,
)
from hikiwake.conflict.concepts.definitions import CONCEPTS
from hikiwake.conflict.solving.paths import Path
from tests.agreement.models import notation, written
from tests.agreement.plain import COALITION_CONCEPTS, PlainModel


def conflict_of(plain: PlainModel) -> Conflict:
    """The same conflict for the engine; option k is called ok, decision maker i is called Di."""
    makers = tuple(
        DecisionMaker(
            f"D{i}",
            tuple(Option(f"o{k}", one_way=plain.one_way.get(k)) for k in own),  # type: ignore[arg-type]
            _preference(*plain.preferences[i]),
        )
        for i, own in enumerate(plain.owned)
    )
    return Conflict(
        makers,
        infeasible=tuple(parse(written(rule)) for rule in plain.infeasible),
        coalesce=tuple(parse(written(rule)) for rule in plain.coalesced),
        forbidden_moves=tuple(
            ForbiddenMove(parse(written(start)), parse(written(end))) for start, end in plain.forbidden
        ),
    )


def _preference(kind: str, given: Any) -> Preference:
    if kind == "statements":
        return Statements(tuple(PreferenceStatement(parse(written(says))) for says in given))
    if kind == "weights":
        return Weights(tuple((f"o{k}", Decimal(weight)) for k, weight in enumerate(given)))
    return Ranking(tuple(tuple(notation(state) for state in group) for group in given))


def differences(plain: PlainModel) -> tuple[int, list[str]]:
    """How many cells were compared, and a line for each in which the two differ."""
    cells = list(_cells(plain))
    return len(cells), [line for line, same in cells if not same]


def _cells(plain: PlainModel) -> Iterator[tuple[str, bool]]:
    stability = solve(conflict_of(plain), CONCEPTS)
    names = [notation(state) for state in plain.states]
    yield f"states {names}", tuple(names) == stability.states.texts
    for concept in CONCEPTS:
        for i in plain.decision_makers:
            held = set(stability.stable(concept, f"D{i}"))
            for number, state in enumerate(plain.states, start=1):
                yield f"{concept} D{i} {number}", (number in held) == plain.stable(concept, i, state)
    if len(plain.states) <= 24:
        together = coalition_stability(stability)
        for coalition in together.tables:
            members = tuple(f"D{i}" for i in coalition)
            for shared in COALITION_CONCEPTS:
                held = set(together.stable(shared, members))
                for number, state in enumerate(plain.states, start=1):
                    same = (number in held) == plain.stable_for_coalition(shared, coalition, state)
                    yield f"{shared} {members} {number}", same


def path_differences(plain: PlainModel) -> tuple[int, list[str]]:
    """The same for paths: which states can be reached from each state, in how many moves, and legally."""
    stability = solve(conflict_of(plain), ("nash",))
    place = {state: number for number, state in enumerate(plain.states, start=1)}
    count, lines = 0, []
    for start, number in place.items():
        for evolution, step in ((improvement_paths(stability, number), plain.improvements),
                                (move_paths(stability, number), plain.moves)):  # fmt: skip
            lengths = plain.distances(start, step)
            for state, target in place.items():
                count += 1
                path = evolution.path_to(target)
                length = len(path) if isinstance(path, Path) else None
                if length != lengths.get(state) or not _legal(plain, path, step):
                    lines.append(f"{evolution.by} {number} to {target}: {length}, plain {lengths.get(state)}")
    return count, lines


def _legal(plain: PlainModel, path: object, step: Any) -> bool:
    if not isinstance(path, Path):
        return True
    here, last = path.start, ""
    for one in path.steps:
        mover = int(one.decision_maker[1:])
        reached = step(mover, plain.states[one.origin - 1])
        if one.origin != here or one.decision_maker == last or plain.states[one.target - 1] not in reached:
            return False
        here, last = one.target, one.decision_maker
    return here == path.target
