"""The judgement of settlements agrees with a plain version of the definitions, on random conflicts of every kind."""

from __future__ import annotations

import random

import pytest

from tests.agreement import sentences
from tests.agreement.settlements import differences, drawn, in_statements, lever_differences


@pytest.mark.parametrize("seed", range(10))
def test_verdict_parties_blockers_and_fallbacks_agree(seed: int) -> None:
    rng = random.Random(seed)
    for _ in range(30):
        plain = drawn(rng)
        assert differences(plain) == [], plain


@pytest.mark.parametrize("seed", range(6))
def test_the_least_changes_are_minimal_and_complete(seed: int) -> None:
    rng = random.Random(100 + seed)
    for _ in range(8):
        plain = in_statements(rng)
        assert lever_differences(plain, 2) == [], plain


@pytest.mark.parametrize("seed", range(10))
def test_what_is_said_agrees_under_every_reading(seed: int) -> None:
    rng = random.Random(200 + seed)
    for _ in range(8):
        own, rival = sentences.told(rng)
        assert sentences.differences(own, rival) == [], (own, rival)
