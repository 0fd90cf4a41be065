"""The answers to package files and the plain ones agree on random small files, in every answer."""

from __future__ import annotations

import random

import pytest

from tests.agreement.packages import differences, drawn

FILES = 90


@pytest.mark.parametrize("seed", range(3))
def test_every_answer_is_the_plain_one(seed: int) -> None:
    rng = random.Random(seed)
    wrong = [(plain.text, line) for plain in (drawn(rng) for _ in range(FILES // 3)) for line in differences(plain)]
    assert wrong == []
