"""The engine and the plain solver agree in every cell: all concepts, all coalitions, all features of a model."""

from __future__ import annotations

import random

import pytest

from tests.agreement.engine import differences, path_differences
from tests.agreement.models import draw


@pytest.mark.parametrize("seed", range(12))
def test_every_cell_agrees(seed: int) -> None:
    rng = random.Random(seed)
    for _ in range(6):
        model = draw(rng)
        count, lines = differences(model)
        assert not lines, (model, lines[:5])
        assert count > len(model.states)


@pytest.mark.parametrize("seed", range(100, 106))
def test_paths_agree_with_breadth_first_search(seed: int) -> None:
    rng = random.Random(seed)
    for _ in range(4):
        model = draw(rng)
        count, lines = path_differences(model)
        assert count == 2 * len(model.states) ** 2
        assert not lines, (model, lines[:5])
