"""Records made by chance, of the dispute that does not exist: acts of a cause, of its effect, and of anything else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import numpy as np

from hikiwake.dossier import Dossier
from hikiwake.dossier.case import Variable
from tests.relation.planted_series import built

FIRST = date(1960, 1, 1)
DAYS = 365 * 35
VARIABLES = (
    Variable("sanctions", "Sanctions by Suderland on Norland"),
    Variable("arrests", "Arrests by Norland"),
    Variable("relations", "Relations between Norland and Suderland"),
    Variable("fear", "Fear of sanctions in Norland"),
)


def planted(
    causes: list[int], effects: list[int], others: int = 60, drivers: tuple[tuple[str, str, str, str], ...] = ()
) -> Dossier:
    """Sanctions on some days, arrests on others, acts of neither kind between; drivers: cause, effect, sign, kind."""
    by_days = [(day, "SANCTION", ("SUD",), ("NOR",)) for day in causes]
    by_days += [(day, "COERCE", ("NOR",), ("SUD",)) for day in effects]
    by_days += [(DAYS * number // others, "REQUEST", ("TRD",), ("NOR",)) for number in range(others)]
    build = built([], {"one": "2000"})
    for number, (day, type_, sources, targets) in enumerate(by_days, start=1):
        passage = build.say("one", f"Act {number} is told.")
        when = (FIRST + timedelta(days=day)).isoformat()
        build.event(f"act-{number:03d}", passage, when, type_, f"Act {number}", sources=sources, targets=targets)
    for cause, effect, sign, kind in drivers or (("sanctions", "arrests", "+", ""),):
        build.add(
            "driver", build.say("one", "That is why."), cause=cause, effect=effect, sign=sign, summary="So.", kind=kind
        )
    dossier = build.dossier()
    return replace(dossier, case=replace(dossier.case, variables=VARIABLES))


def days(seed: int, count: int, bursts: int = 0, late: bool = False) -> np.ndarray:
    """Days by chance; in bursts of a few weeks, or more of them the later it is."""
    chance = np.random.default_rng(seed)
    even = chance.uniform(size=bursts or count)
    at = np.sqrt(even) if late else even
    if bursts:
        at = at[chance.integers(bursts, size=count)] + chance.uniform(0, 60 / DAYS, size=count)
    return np.minimum(np.floor(at * DAYS), DAYS - 1)
