"""Checking the scenarios of a case: that each file reads, and that all that it assumes can be assumed in the case."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from hikiwake.dossier import Dossier
from hikiwake.dossier.folder.faults import Fault, refusal
from hikiwake.errors import ModelError
from hikiwake.modelling.scenarios.examples import how_to_assume
from hikiwake.modelling.scenarios.files import examined
from hikiwake.modelling.scenarios.scenario import Scenario
from hikiwake.modelling.scenarios.supposing import refused
from hikiwake.wording.terminal.near import QUOTE, near_or_some


def case_scenarios(dossier: Dossier, *names: str) -> tuple[Scenario, ...]:
    """The scenarios of a case by name; those that are named, else all.

    Raises ``CaseError`` where a file has faults, ``ModelError`` where the case has no such scenario.

    >>> import hikiwake as hw
    >>> case_scenarios(hw.load("japan_russia"))
    ()
    """
    texts = dict(dossier.scenarios)
    for name in names:
        if name not in texts:
            known = near_or_some(name, texts, QUOTE)
            raise ModelError(f'no scenario "{name}" in the case{known}{how_to_assume(dossier, name)}')
    found = []
    for name in names or texts:
        scenario, faults = _checked(dossier, name, texts[name])
        if faults or scenario is None:
            raise refusal(dossier.read_from.folder if dossier.read_from else dossier.case.title, faults)
        found.append(scenario)
    return tuple(found)


def check_scenarios(dossier: Dossier) -> tuple[Fault, ...]:
    """Every fault in the scenarios of a case whose models have none.

    >>> import hikiwake as hw
    >>> check_scenarios(hw.load("japan_russia"))
    ()
    """
    return tuple(fault for name, text in dossier.scenarios for fault in _checked(dossier, name, text)[1])


def _checked(dossier: Dossier, name: str, text: str) -> tuple[Scenario | None, list[Fault]]:
    scenario, read = examined(name, text)
    if scenario is not None:
        for place, why in _unknown(dossier, scenario):
            read.fault(place, why)
    return scenario, read.faults


def _unknown(dossier: Dossier, scenario: Scenario) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """What of a scenario the case does not allow, with its place: each assumption alone first, then all together."""
    if why := refused(dossier, replace(scenario, assume=())):
        yield _frame_place(dossier, scenario), why
        return
    alone = [refused(dossier, replace(scenario, assume=(one,))) for one in scenario.assume]
    yield from ((("assume", number), why) for number, why in enumerate(alone) if why)
    if not any(alone) and (why := refused(dossier, scenario)):
        yield ("assume",), why


def _frame_place(dossier: Dossier, scenario: Scenario) -> tuple[str | int, ...]:
    """The key at which the frame of a scenario is at fault."""
    if scenario.era not in {era.id for era in dossier.case.eras}:
        return ("era",)
    return ("model",) if scenario.model else ("reading",)
