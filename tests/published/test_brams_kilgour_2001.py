"""S. J. Brams and D. M. Kilgour: Fallback bargaining (2001), Group Decision and Negotiation 10(4), 287-316.

What the paper states of the procedure, on small profiles: with unanimity the outcome is at least middling for
everybody, it need not be unique, it may be neither a Condorcet alternative nor the first choice of a majority, it
maximises the satisfaction of the least satisfied, with a smaller quota it may be another, and with impasse in the
rankings impasse itself may be the outcome.
"""

from __future__ import annotations

from itertools import permutations, product

import pytest

import hikiwake as hw
from hikiwake.settlement.packages import Fallback, negotiation_from


def bargained(*rankings: str, agree: int | None = None) -> Fallback:
    """Fallback bargaining over letters, each ranking from best to worst; ``|`` is impasse, by default after all."""
    letters = sorted(set("".join(rankings)) - {"|"})
    lines = [f"issues = [{{ id = 'it', alternatives = {letters} }}]"]
    for number, ranking in enumerate(rankings):
        order = ranking.replace("|", "")
        worth = ", ".join(f"{letter} = {len(order) - at}" for at, letter in enumerate(order))
        level = len(order) - ranking.index("|") + 1 if "|" in ranking else 0
        lines += ["[[parties]]", f"name = 'B{number}'", "weights = { it = 1 }", f"reservation = {level}",
                  f"evaluations = {{ it = {{ {worth} }} }}"]  # fmt: skip
    found = hw.divide(negotiation_from("\n".join(lines)), "fallback", agree=agree)
    assert isinstance(found, Fallback)
    return found


def outcome(*rankings: str, agree: int | None = None) -> tuple[set[str], int | None]:
    """The letters that are agreed on, and at which depth."""
    found = bargained(*rankings, agree=agree)
    return {row.package["it"] for row in found}, found.depth


def test_the_first_choice_of_a_majority_and_condorcet_alternative_need_not_be_the_outcome() -> None:
    assert outcome("abc", "abc", "cba") == ({"b"}, 2)


def test_with_a_quota_of_a_majority_it_is() -> None:
    assert outcome("abc", "abc", "cba", agree=2) == ({"a"}, 1)


def test_the_outcome_need_not_be_unique() -> None:
    assert outcome("abc", "bac") == ({"a", "b"}, 2)


@pytest.mark.parametrize("rankings", [*product(map("".join, permutations("abc")), repeat=2)])
def test_with_two_bargainers_it_is_middling_for_both_and_best_for_the_least_satisfied(
    rankings: tuple[str, str],
) -> None:
    letters, depth = outcome(*rankings)
    worst = {letter: max(ranking.index(letter) + 1 for ranking in rankings) for letter in "abc"}
    assert letters == {letter for letter, rank in worst.items() if rank == min(worst.values())}
    assert depth == min(worst.values()) <= 2


def test_impasse_above_all_that_both_like_is_the_outcome() -> None:
    assert outcome("a|bc", "cb|a") == (set(), None)
    assert bargained("a|bc", "cb|a").as_object()["outcome"] == "impasse"


def test_impasse_below_the_outcome_changes_nothing() -> None:
    assert outcome("ab|c", "cb|a") == ({"b"}, 2)


def test_impasse_forecloses_the_agreement_that_there_would_be_without_it() -> None:
    assert outcome("abc", "cba", "bca") == ({"b"}, 2)
    assert outcome("a|bc", "cb|a", "bca") == (set(), None)
