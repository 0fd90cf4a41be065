"""The judgement of settlements agrees with a plain version of the definitions, on random conflicts of every kind."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace
from itertools import product

import numpy as np
import pytest

from hikiwake.conflict.model.conflict import PreferenceStatement, Statements
from hikiwake.conflict.model.preferences import preference_ranks, ranks_of
from hikiwake.conflict.model.statements import parse
from hikiwake.settlement import judgement
from hikiwake.settlement.judgement import ORDER, judge
from hikiwake.settlement.least_change import Search, enough
from hikiwake.settlement.playing import batches, play
from hikiwake.settlement.shares import drawn as draws_of
from hikiwake.settlement.shares import verdicts_of
from hikiwake.settlement.terms import Ground, Terms
from hikiwake.settlement.verdicts import Against, may_agree, verdicts
from tests.agreement import sentences
from tests.agreement.settlements import conflict_with, differences, drawn, in_statements, lever_differences


@pytest.mark.parametrize("seed", range(10))
def test_verdict_parties_blockers_and_fallbacks_agree(seed: int) -> None:
    rng = random.Random(seed)
    for _ in range(30):
        plain = drawn(rng)
        assert differences(plain) == [], plain


@pytest.mark.parametrize("seed", range(4))
def test_it_is_the_same_to_follow_many_states_at_a_time(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(judgement, "FEW", 0)
    rng = random.Random(400 + seed)
    for _ in range(30):
        plain = drawn(rng)
        assert differences(plain) == [], plain


@pytest.mark.parametrize("seed", range(6))
def test_the_least_changes_are_minimal_and_complete(seed: int) -> None:
    rng = random.Random(100 + seed)
    for _ in range(8):
        plain = in_statements(rng)
        assert lever_differences(plain, 2) == [], plain


@pytest.mark.parametrize("seed", range(8))
def test_many_preferences_side_by_side_are_judged_as_each_by_itself(seed: int) -> None:
    rng = random.Random(200 + seed)
    for _ in range(10):
        plain = drawn(rng)
        conflict = conflict_with(plain)
        ground = Ground.of(conflict)
        terms = Terms.of(ground, conflict.settlements[0])
        spoken = tuple(ground.spoken(maker.preference) for maker in conflict.decision_makers)
        ranks = [preference_ranks(maker.preference, ground.states) for maker in conflict.decision_makers]
        under = [([rng.choice((own, own[::-1], own * 0 + 1)) for own in ranks], spoken) for _ in range(5)]
        together = [one for batch in batches(ground, plain.concept, under) for one in batch.plays]  # type: ignore[arg-type]
        for one, each in zip(together, under, strict=True):
            alone = next(batches(ground, plain.concept, [each])).plays[0]  # type: ignore[arg-type]
            assert (one.fallbacks, judge(one, terms)) == (alone.fallbacks, judge(alone, terms)), plain


@pytest.mark.parametrize("seed", range(8))
def test_many_verdicts_at_once_are_those_of_single_judgements(seed: int) -> None:
    rng = random.Random(500 + seed)
    for _ in range(20):
        plain = drawn(rng)
        conflict = conflict_with(plain)
        ground = Ground.of(conflict)
        terms = Terms.of(ground, conflict.settlements[0])
        told = [ground.spoken(maker.preference) for maker in conflict.decision_makers]
        ranks = [preference_ranks(maker.preference, ground.states) for maker in conflict.decision_makers]
        under = [([rng.choice((own, own[::-1], own * 0 + 1)) for own in ranks],
                  tuple(rng.choice((each, frozenset[str]())) for each in told)) for _ in range(8)]  # fmt: skip
        batch = next(batches(ground, plain.concept, under))  # type: ignore[arg-type]
        chosen = sorted(rng.sample(range(8), 5))
        for refusing in (frozenset[int](), frozenset({rng.randrange(len(ranks))})):
            judged = [judge(one, terms, refusing) for one in batch.plays]
            found = verdicts(Against.of(batch, np.array(chosen)), terms, refusing)
            assert found.tolist() == [ORDER[judged[place].verdict] for place in chosen], plain
            assert may_agree(batch, terms, chosen) >= {place for place in chosen if enough(judged[place])}, plain


@pytest.mark.parametrize("seed", range(4))
def test_who_leaves_whatever_others_want_does_so_when_that_is_played(seed: int) -> None:
    rng, spared = random.Random(600 + seed), 0
    for _ in range(20):
        plain = in_statements(rng)
        conflict = conflict_with(plain)
        ground = Ground.of(conflict)
        terms = Terms.of(ground, conflict.settlements[0])
        one = play(ground, conflict, ranks_of(conflict, ground.states), plain.concept)  # type: ignore[arg-type]
        search = Search(conflict, one)
        sets = list(product(*(maker.ways(0) + maker.ways(1) for maker in search.makers)))
        kept = set(search.leavers.staying(terms, sets))
        for ways in sets:
            under = [way.ranks for way in ways], tuple(way.spoken for way in ways)
            batch = next(batches(ground, one.concept, [under]))
            assert ways in kept or all(batch.left(terms, form)[0] for form in terms.forms), plain
        spared += len(sets) - len(kept)
    assert spared


@pytest.mark.parametrize("seed", range(6))
def test_shares_are_those_of_single_judgements(seed: int) -> None:
    conflict = conflict_with(in_statements(random.Random(300 + seed)))
    for maker in conflict.decision_makers:
        more = (*maker.preference.statements, PreferenceStatement(parse("o0")))  # type: ignore[union-attr]
        shifting = tuple(replace(one, about=2) for one in more)
        conflict = conflict.with_preference(maker.name, Statements(shifting))
    ground = Ground.of(conflict)
    terms = Terms.of(ground, conflict.settlements[0])
    draws = draws_of([("", conflict)], 20, seed)
    single: Counter[str] = Counter()
    for (_, preferences), times in draws.items():
        under = conflict
        for name, preference in zip(conflict.names, preferences, strict=True):
            under = under.with_preference(name, preference)
        ranks = np.array([preference_ranks(preference, ground.states) for preference in preferences])
        single[judge(play(ground, under, ranks, "seq"), terms).verdict] += times
    assert verdicts_of(ground, [terms], draws, "seq", {("deal", ""): frozenset()}) == {"deal": single}


@pytest.mark.parametrize("seed", range(10))
def test_what_is_said_agrees_under_every_reading(seed: int) -> None:
    rng = random.Random(200 + seed)
    for _ in range(8):
        own, rival = sentences.told(rng)
        assert sentences.differences(own, rival) == [], (own, rival)
