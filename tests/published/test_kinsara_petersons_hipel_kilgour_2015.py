"""R. A. Kinsara, O. Petersons, K. W. Hipel, D. M. Kilgour: Advanced decision support for the graph model for conflict
resolution, Journal of Decision Systems 24 (2015), and the user's guide of GMCR+: Syria and Iraq.

The ranking that the statements give is Table 3 of the guide. Its inverse example varies Syria's whole ranking (720) for
target 2 and prints 240 rankings for Nash and 420 for SEQ and GMR. By the definitions SEQ and GMR have 384 each: the
tool lets the last improvement decide alone. Counted by listing all 720 here as well.
"""

from __future__ import annotations

from itertools import permutations

from hikiwake.conflict import Ranking, solve
from hikiwake.conflict.changing.inverse import inverse, window
from tests.published.shared import example, solved

COUNTS = {"nash": 240, "seq": 384, "gmr": 384, "smr": 300}


def test_the_ranking_of_table_3() -> None:
    stability = solved("syria_iraq")
    orders = [sorted(range(1, 7), key=lambda number: -ranks[number - 1]) for ranks in stability.ranks.tolist()]
    assert orders == [[1, 3, 6, 2, 4, 5], [2, 4, 6, 1, 5, 3]]


def test_equilibria() -> None:
    stability = solved("syria_iraq")
    assert stability.equilibria("nash") == stability.equilibria("smr") == stability.equilibria("seq") == (6,)
    assert stability.equilibria("sim") == (6,)
    assert stability.equilibria("gmr") == (1, 6)


def test_inverse_counts_by_the_definitions() -> None:
    answer = inverse(example("syria_iraq"), 2, [window("Syria=6")], COUNTS)
    assert answer.rankings == 720
    assert answer.counts == COUNTS


def test_inverse_counts_by_listing_all_rankings() -> None:
    conflict = example("syria_iraq")
    texts = solved("syria_iraq").states.texts
    listed = dict.fromkeys(COUNTS, 0)
    for order in permutations(texts):
        stability = solve(conflict.with_preference("Syria", Ranking(tuple((text,) for text in order))))
        for concept in COUNTS:
            listed[concept] += stability.is_equilibrium(concept, 2)
    assert listed == COUNTS
