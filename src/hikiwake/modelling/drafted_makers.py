"""Who decides in a draft: the dyad, and every other state or government that wants something in the era.

A government is part of its state: what it wants is what the state wants. One that is part of no state of the case
stands for itself. Who could decide and was not asked for is named.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hikiwake.dossier import Dossier
from hikiwake.errors import ModelError
from hikiwake.modelling.drafted_options import positions_of
from hikiwake.modelling.grounds import Grounds
from hikiwake.wording import grounds as wording
from hikiwake.wording.terminal.near import QUOTE, near_or_some

DECIDING = ("state", "government")
PARTS = ("government", "ministry")


def makers(dossier: Dossier, era: str, decision_makers: Sequence[str]) -> list[Grounds]:
    """The decision makers of an era as grounds: those that are named, else the dyad and others with a position in it.

    ModelError for an era or an actor that the case does not have.
    """
    known = [each.id for each in dossier.case.eras]
    if era not in known:
        raise ModelError(f'no era "{era}" in the case{near_or_some(era, known, QUOTE)}')
    for actor in decision_makers:
        if actor not in dossier.actor:
            raise ModelError(f'no actor "{actor}" in the case{near_or_some(actor, dossier.actor, QUOTE)}')
    period = dossier.era(era).period
    asked = [Grounds(dossier, actor, period) for actor in decision_makers or dossier.case.sides]
    if not decision_makers:
        asked += _others(dossier, asked)
    return asked


def _others(dossier: Dossier, dyad: Sequence[Grounds]) -> Iterator[Grounds]:
    """Other states with a position in the era, and governments that are part of none."""
    states = [Grounds(dossier, each.id, dyad[0].period) for each in dossier.actors if each.kind == "state"]
    for actor in dossier.actors:
        rule = Grounds(dossier, actor.id, dyad[0].period)
        above = dyad if actor.kind == "state" else (*dyad, *states)
        if (
            actor.kind in DECIDING
            and not any(each.includes(actor.id) for each in above)
            and positions_of(dossier, rule)
        ):
            yield rule


def acting(dossier: Dossier, rule: Grounds) -> Grounds:
    """The member of an actor's line that the positions of the era are of; the latest where there are none."""
    named = [position.actor.partition("/")[0] for position in positions_of(dossier, rule)]
    member = max(rule.line, key=lambda id_: (named.count(id_), -rule.line.index(id_)))
    return Grounds(dossier, member, rule.period)


def told_of_others(dossier: Dossier, rules: Sequence[Grounds]) -> tuple[str, ...]:
    """What is said of those who want something in the era and are no decision makers by themselves.

    A government or a ministry whose id does not tell whose it is, is counted with its state; a state or a government
    that is part of no decision maker is left out.
    """
    counted, left_out = [], []
    for actor in dossier.actors:
        wanting = positions_of(dossier, Grounds(dossier, actor.id, rules[0].period))
        whole = next((rule for rule in rules if rule.includes(actor.id)), None)
        if whole is None and wanting and actor.kind in DECIDING:
            left_out.append(actor.name())
        elif whole and wanting and actor.kind in PARTS and not {actor.id, actor.state} & {*whole.line}:
            counted.append(wording.counted_with(actor.name(), dossier.actor[whole.actor].name()))
    return (*counted, *([wording.no_decision_makers(left_out)] if left_out else []))
