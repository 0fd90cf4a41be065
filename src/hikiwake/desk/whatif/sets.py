"""The sets of assumptions that an address holds, as they are shown: in words, each with what takes it back."""

from __future__ import annotations

from dataclasses import dataclass, replace

from hikiwake.desk.whatif.asked import SETS, Asked, refused_line
from hikiwake.dossier import Dossier
from hikiwake.modelling.scenarios import Scenario, assumption
from hikiwake.modelling.scenarios.supposing import refused
from hikiwake.settlement.scenarios.comparing import assumed_words
from hikiwake.wording.desk import supposing as wording


@dataclass(frozen=True, slots=True)
class Line:
    """An assumption: in words, as it is written, the address without it, and why it cannot be made."""

    words: str
    text: str
    back: str
    fault: str


@dataclass(frozen=True, slots=True)
class Assumed:
    """A set: its letter and name, its assumptions, why they cannot be made together, and its addresses."""

    number: int
    letter: str
    title: str
    named: bool
    lines: list[Line]
    fault: str
    change: str
    leave: str
    scenario: Scenario | None
    """What it comes to; ``None`` where nothing is assumed, or where it cannot be."""


def sets_of(dossier: Dossier, asked: Asked, titles: dict[str, str]) -> list[Assumed]:
    """The sets of an address. ``titles`` are those of the scenarios of the case, by name."""
    return [_assumed(dossier, replace(asked, at=number), titles) for number in range(len(asked.sets))]


def _assumed(dossier: Dossier, asked: Asked, titles: dict[str, str]) -> Assumed:
    own = titles.get(asked.scenario, "") if not asked.at else ""
    title = own or wording.named(asked.at)
    lines = [_line(dossier, asked, line) for line in asked.current]
    scenario, fault = None, ""
    if lines and not any(each.fault for each in lines):
        scenario = asked.scenario_of(asked.at, title)
        fault = refused(dossier, scenario)
    return Assumed(
        number=asked.at,
        letter=SETS[asked.at].upper(),
        title=title,
        named=bool(own),
        lines=lines,
        fault=fault,
        change=asked.address,
        leave=asked.leaving(asked.at).address,
        scenario=None if fault else scenario,
    )


def _line(dossier: Dossier, asked: Asked, line: str) -> Line:
    back, fault = asked.without(line).address, refused_line(line)
    if fault:
        return Line(line, line, back, fault)
    alone = Scenario("", "", asked.era, (assumption(line),), asked.reading, asked.model)
    fault = refused(dossier, alone)
    return Line(line if fault else assumed_words(dossier, alone)[0], line, back, fault)
