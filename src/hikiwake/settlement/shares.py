"""In what share of draws a settlement holds, and in what share it could be agreed, under one concept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from hikiwake.conflict.changing.chances import AtStates, Draw, Mask
from hikiwake.conflict.changing.robustness import about
from hikiwake.conflict.model.conflict import Conflict
from hikiwake.conflict.solving.concepts import Concept
from hikiwake.conflict.solving.judge import Judge, Preferences
from hikiwake.settlement.signing import Signing


@dataclass(frozen=True, slots=True)
class Share:
    """In what share of draws (0 to 1) a settlement holds, and in what share it could be agreed."""

    holds: float
    agreed: float


def shares_of(
    signing: Signing, sets: Mapping[str, Mask], draw: Draw, count: int, seed: int, concept: Concept
) -> dict[str, Share]:
    """For each set of states the share of draws in which some state of it is an equilibrium, and in which one of these
    would be signed as well."""
    conflict = signing.steps.conflict
    judge, few = Judge(conflict, (concept,)), AtStates(signing.steps.states, {}, {})
    rng = np.random.default_rng(seed)
    tally = Counter(draw(rng) for _ in range(count))
    times = {name: np.zeros(2) for name in sets}
    drawn = iter(tally.items())
    for tables in judge.held(list(tally)):
        for held in tables[concept].T:
            preferences, often = next(drawn)
            ranks = np.array([few.ranks(one) for one in preferences])
            signed = held & signing.would_sign(ranks) & signing.told(preferences)
            for name, mask in sets.items():
                times[name] += often * np.array([held[mask].any(), signed[mask].any()])
    return {name: Share(float(holds) / count, float(agreed) / count) for name, (holds, agreed) in times.items()}


def readings_about(conflict: Conflict) -> Draw:
    """Draws over uncertain order, and over the model's own reading and its variants, each as likely."""
    readings = [conflict, *(conflict.variant(one.name) for one in conflict.variants)]

    def draw(rng: np.random.Generator) -> Preferences:
        reading = readings[int(rng.integers(len(readings)))]
        return tuple(about(maker.preference, rng) for maker in reading.decision_makers)

    return draw
