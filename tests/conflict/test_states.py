"""States: codes, numbers, names, patterns, coalescing."""

from __future__ import annotations

import random
from itertools import product

import pytest

from hikiwake.conflict.model.conflict import Conflict, DecisionMaker, Option
from hikiwake.conflict.model.statements import parse
from hikiwake.conflict.model.states import States, feasible_combinations, states_of
from hikiwake.errors import ModelError
from tests.conflict.build import random_conflict


def three(infeasible: tuple[str, ...] = (), coalesce: tuple[str, ...] = ()) -> States:
    makers = (DecisionMaker("A", (Option("a"), Option("b"))), DecisionMaker("B", (Option("c"),)))
    return states_of(Conflict(makers, infeasible=tuple(map(parse, infeasible)), coalesce=tuple(map(parse, coalesce))))


def test_the_first_option_is_the_lowest_bit() -> None:
    assert three().texts == ("NNN", "YNN", "NYN", "YYN", "NNY", "YNY", "NYY", "YYY")
    assert three().codes.tolist() == list(range(8))
    assert three().complete and not three().coalesced


def test_numbers_are_ranks_of_codes_among_feasible_states() -> None:
    states = three(("a and b",))
    assert states.codes.tolist() == [0, 1, 2, 4, 5, 6]
    assert states.index("NNY") == 3
    assert states.index(4) == 3
    assert states.index("4") == 3


def test_a_coalesced_state_has_its_smallest_members_code_and_dashes() -> None:
    states = three((), ("c",))
    assert states.codes.tolist() == [0, 1, 2, 3, 4]
    assert states.text(4) == "--Y"
    assert states.members(4).tolist() == [4, 5, 6, 7]
    assert [states.members(state).tolist() for state in range(2)] == [[0], [1]]
    assert states.index("YNY") == 4


def test_groups_that_overlap_merge() -> None:
    assert three((), ("a and b", "b and c", "c and a")).texts == ("NNN", "YNN", "NYN", "---", "NNY")


def test_a_name_means_its_state_although_it_fits_others_as_a_pattern() -> None:
    states = three((), ("c and (a iff b)",))
    assert states.texts == ("NNN", "YNN", "NYN", "YYN", "--Y", "YNY", "NYY")
    assert states.matching("--Y").tolist() == [4]
    assert states.matching("Y-Y").tolist() == [4, 5]


def test_two_states_of_one_name_are_both_meant() -> None:
    states = three((), ("c and (a iff b)", "c and not (a iff b)"))
    assert states.texts[4:] == ("--Y", "--Y")
    assert states.matching("--Y").tolist() == [4, 5]
    assert states.matching("NNY").tolist() == [4]


@pytest.mark.parametrize("pattern", ["", "YY", "YYYY", "YXN", "yyn"])
def test_a_text_that_is_no_state_is_refused(pattern: str) -> None:
    with pytest.raises(ModelError, match="expected 3 letters"):
        three().matching(pattern)


@pytest.mark.parametrize(("asked", "said"), [(0, "no state number 0"), ("9", "no state number 9"), (-1, "-1"),
                                             ("YYN", "no feasible state"), ("--N", "describes 3 states")])  # fmt: skip
def test_a_state_that_is_not_there_is_refused(asked: str | int, said: str) -> None:
    with pytest.raises(ModelError, match=said):
        three(("a and b",)).index(asked)


def test_statements_are_judged_on_combinations_and_on_smallest_members() -> None:
    states = three((), ("c",))
    assert states.holding(parse("a")).tolist() == [False, True] * 4
    assert states.true_states(parse("a")).tolist() == [False, True, False, True, False]


def test_rules_prune_before_the_states_are_listed() -> None:
    options = [f"o{number}" for number in range(60)]
    one_at_most = [parse(f"{first} and {second}") for i, first in enumerate(options) for second in options[:i]]
    assert len(feasible_combinations(options, one_at_most)) == 61


def test_too_many_options_are_refused() -> None:
    with pytest.raises(ModelError, match="63 options"):
        feasible_combinations([f"o{number}" for number in range(63)], ())


@pytest.mark.parametrize("seed", range(30))
def test_listing_agrees_with_trying_every_combination(seed: int) -> None:
    conflict = random_conflict(random.Random(seed), transitive=False)
    states = states_of(conflict)
    expected = []
    for bits in product((False, True), repeat=len(states.options)):
        taken = dict(zip(states.options, reversed(bits), strict=True))
        if not any(rule.holds_in(taken) for rule in conflict.infeasible):
            expected.append(sum(1 << bit for bit, option in enumerate(states.options) if taken[option]))
    assert states.combinations.tolist() == expected
    assert sorted(code for state in range(len(states)) for code in states.members(state).tolist()) == expected
    for rule in conflict.coalesce:
        assert len(set(states.state_of[states.holding(rule)].tolist())) <= 1
