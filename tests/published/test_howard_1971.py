"""N. Howard: Paradoxes of Rationality (1971): metarational outcomes and security levels.

Where everyone can set all own options freely, an outcome is general metarational for a player iff it is at least as
good as the pure maximin, and symmetric metarational iff at least as good as the pure minimax. Here against the plain
solver, which knows nothing of either. And the order of concepts, L. Fang, K. W. Hipel, D. M. Kilgour, Interactive
Decision Making (1993): Nash implies SMR and SEQ, each of which implies GMR; L. C. Rego, G. I. A. Vieira (2017): SSEQ
implies SMR and SEQ.
"""

from __future__ import annotations

import random
from itertools import product

import pytest

from tests.agreement.models import draw
from tests.agreement.plain import PlainModel


def free(rng: random.Random) -> PlainModel:
    """A random conflict without rules: 3 decision makers, 5 options, random strict rankings."""
    owned = ((0, 1), (2,), (3, 4))
    states = PlainModel(owned, (("statements", ()),) * 3).states
    rankings = tuple(("ranking", tuple((state,) for state in rng.sample(states, len(states)))) for _ in owned)
    return PlainModel(owned, rankings)


@pytest.mark.parametrize("seed", range(3))
def test_gmr_is_maximin_and_smr_is_minimax(seed: int) -> None:
    model = free(random.Random(seed))
    for i, own in enumerate(model.owned):
        settings = list(product((False, True), repeat=len(own)))
        groups: dict[tuple[bool, ...], dict[tuple[bool, ...], float]] = {setting: {} for setting in settings}
        for state in model.states:
            (one,) = state
            mine = tuple(one[k] for k in own)
            theirs = tuple(taken for k, taken in enumerate(one) if k not in own)
            groups[mine][theirs] = model.value(i, state)
        maximin = max(min(row.values()) for row in groups.values())
        minimax = min(max(row[theirs] for row in groups.values()) for theirs in groups[settings[0]])
        for state in model.states:
            assert model.stable("gmr", i, state) == (model.value(i, state) >= maximin)
            assert model.stable("smr", i, state) == (model.value(i, state) >= minimax)


@pytest.mark.parametrize("seed", range(5))
def test_the_concepts_imply_one_another(seed: int) -> None:
    model = draw(random.Random(seed))
    for i in model.decision_makers:
        for state in model.states:
            holds = {concept: model.stable(concept, i, state) for concept in ("nash", "gmr", "smr", "seq", "sseq")}
            for stronger, weaker in (
                ("nash", "sseq"),
                ("sseq", "smr"),
                ("sseq", "seq"),
                ("smr", "gmr"),
                ("seq", "gmr"),
            ):
                assert not holds[stronger] or holds[weaker]
