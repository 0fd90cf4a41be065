"""The program's judgement beside the plain one: one random settlement in both forms, and every line that differs."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from hikiwake.conflict import Conflict, parse
from hikiwake.conflict.model.changes import Add
from hikiwake.conflict.model.conflict import Settlement
from hikiwake.conflict.model.preferences import ranks_of
from hikiwake.settlement.blockers import blockers
from hikiwake.settlement.judgement import Judged, Play, judge
from hikiwake.settlement.least_change import Search
from hikiwake.settlement.playing import play
from hikiwake.settlement.terms import Ground, Terms
from tests.agreement.engine import conflict_of
from tests.agreement.leaving_plain import blockers as plain_blockers
from tests.agreement.models import draw, formula, notation, partly, rare, written
from tests.agreement.settlements_plain import PlainSettlement

CONCEPTS = ("nash", "gmr", "smr", "seq", "seq", "seq")


def drawn(rng: random.Random) -> PlainSettlement:
    """A random settlement that some state realises, of a random conflict."""
    while True:
        model = draw(rng)
        options = sum(map(len, model.owned))
        when = rare(rng, options) if rng.random() < 0.7 else formula(rng, options, 2)
        refusing = frozenset(i for i in model.decision_makers if rng.random() < 0.05)
        plain = PlainSettlement(model, rng.choice(model.states), when, rng.choice(CONCEPTS), refusing)
        if plain.inside:
            return plain


def in_statements(rng: random.Random) -> PlainSettlement:
    """A random settlement of a conflict with few statements, so that all small sets of changes can be tried."""
    while True:
        plain = drawn(rng)
        model = plain.model
        options = sum(map(len, model.owned))
        if len(model.owned) > 3 or options > 4:
            continue
        wants = tuple(("statements", partly(rng, model, rng.randint(1, 2))) for _ in model.owned)
        return replace(plain, model=replace(model, preferences=wants))


def conflict_with(plain: PlainSettlement) -> Conflict:
    """The same settlement for the program."""
    conflict = conflict_of(plain.model)
    settlement = Settlement("deal", parse(written(plain.when)))
    return replace(conflict, status_quo=notation(plain.start), settlements=(settlement,))


def differences(plain: PlainSettlement) -> list[str]:
    """A line for everything in which the two judgements differ."""
    conflict = conflict_with(plain)
    ground = Ground.of(conflict)
    terms = Terms.of(ground, conflict.settlements[0])
    one = play(ground, conflict, ranks_of(conflict, ground.states), plain.concept)  # type: ignore[arg-type]
    judged = judge(one, terms, plain.refusing)
    told = _claims(plain, conflict, one, terms, judged)
    return [f"{what}: {ours!r}, plainly {theirs!r}" for what, ours, theirs in told if ours != theirs]


def _claims(
    plain: PlainSettlement, conflict: Conflict, one: Play, terms: Terms, judged: Judged
) -> Iterator[tuple[str, object, object]]:
    text, form = one.ground.states.text, plain.form
    yield "forms", {text(each.state) for each in terms.forms}, {notation(each) for each in plain.forms}
    yield "form", text(judged.form.state), notation(form)
    yield "parties", set(judged.form.parties), plain.parties(form)
    yield "alone", set(judged.form.alone), plain.alone(form)
    yield "verdict", judged.verdict, plain.verdict(form)
    yield "holds", judged.holds, form in plain.kept
    plainly, inside = {notation(each) for each in plain.kept}, np.flatnonzero(terms.inside).tolist()
    yield "K", {text(state) for state in np.flatnonzero(one.keeping(terms)).tolist()}, plainly
    yield "K, state by state", {text(state) for state in inside if one.kept(terms, state)}, plainly
    yield "signed", judged.signed, plain.signed(form)
    yield "at rest", one.at_rest(judged.form.state), plain.at_rest(form)
    yield "fallbacks", {text(each) for each in one.fallbacks}, {notation(each) for each in plain.fallbacks}
    untold = {(maker, int(option[1:])) for maker, option in judged.untold}
    yield "untold", untold, plain.untold(form)
    found = blockers(conflict, one, terms, judged)
    every = {(f"D{i}", way, notation(target) if target else "") for i, way, target in plain_blockers(plain)}
    yield "blockers", _ways({each[:2] for each in every}), _ways({(each.decision_maker, each.way) for each in found})
    yield "moves", {(each.decision_maker, each.way, each.move) for each in found} - every, set()


def _ways(blockers: set[tuple[str, str]]) -> set[tuple[str, str]]:
    """Who blocks in which way; of those that stray one is told, whoever it is."""
    return {("somebody" if way == "strays" else who, way) for who, way in blockers}


def lever_differences(plain: PlainSettlement, most: int) -> list[str]:
    """A line where the least changes are not the least, or some way there is missing."""
    conflict = conflict_with(plain)
    ground = Ground.of(conflict)
    terms = Terms.of(ground, conflict.settlements[0])
    one = play(ground, conflict, ranks_of(conflict, ground.states), plain.concept)  # type: ignore[arg-type]
    judged = judge(one, terms, plain.refusing)
    found, searched = Search(conflict, one).least(terms, judged, plain.refusing)
    if searched is None:
        return [] if plain.enough() else ["nothing was searched"]
    most = min(most, searched.most)
    theirs = plain.levers(most)
    ours = [each for each in found if each.cost <= most]
    cost = {each.cost for each in ours}
    lines = [] if cost == {len(each) for each, _ in theirs} else [f"cost {cost}, plainly {theirs[:1]}"]
    outcomes = {_outcome(after) for _, after in theirs}
    for least in ours:
        changes = tuple(_plain(change) for change in least.changes)
        after = plain.after(changes)
        if after is None or not after.enough():
            lines.append(f"{least} is not enough")
        outcomes.discard(_outcome(after) if after else ())
    return [*lines, *([f"missed {len(outcomes)} of the outcomes"] if outcomes else [])]


def _plain(change: object) -> tuple[str, int, int, int]:
    if isinstance(change, Add):
        kind = "refuse" if change.says.startswith("not ") else "want"
        return kind, int(change.decision_maker[1:]), int(change.says.removeprefix("not ")[1:]), change.rank
    kind = {"Drop": "drop", "Flip": "flip", "MoveTo": "move"}[type(change).__name__]
    return kind, int(change.decision_maker[1:]), change.statement, getattr(change, "rank", 0)  # type: ignore[attr-defined]


def _outcome(plain: PlainSettlement) -> tuple[object, ...]:
    """Everybody's ranking, and of what everybody speaks."""
    model, size = plain.model, sum(map(len, plain.model.owned))
    values = [[model.value(i, s) for s in model.states] for i in model.decision_makers]
    ranks = tuple(tuple(sorted(set(row)).index(value) for value in row) for row in values)
    spoken = tuple(tuple(plain.speaks(i, k) for k in range(size)) for i in model.decision_makers)
    return ranks, spoken
