"""Whether the state to which a package belongs would hold, by the model of its era, in each of its readings.

A package belongs to the states in which every statement holds that the file ties to one of its alternatives (``when``).
They are judged as a settlement is (``settlement.judgement``): signed, held, refused on record. A decision maker refuses
the package if the record says that it refuses one of the formulas in it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from hikiwake.conflict.concepts.definitions import Concept
from hikiwake.conflict.model import content
from hikiwake.conflict.model.conflict import Conflict, Settlement
from hikiwake.conflict.model.preferences import ranks_of
from hikiwake.conflict.model.statements import parse
from hikiwake.dossier import Dossier
from hikiwake.errors import ModelError
from hikiwake.modelling.case_models import CaseModel, case_models, read_by
from hikiwake.settlement.judgement import Play, Verdict, judge
from hikiwake.settlement.packages.holding.tabled import when_of
from hikiwake.settlement.packages.negotiation import Negotiation, Package
from hikiwake.settlement.playing import play
from hikiwake.settlement.refusals import refusals
from hikiwake.settlement.terms import Ground, Terms


@dataclass(frozen=True, slots=True)
class Held:
    """What a reading of the model says of a package: would its parties sign, and would it hold.

    reading: whose it is, "" for the model's own; signed: None where it depends, or is not told
    """

    reading: str
    verdict: Verdict
    holds: bool
    signed: bool | None

    def as_record(self) -> dict[str, Any]:
        """The verdict as plain values."""
        return {"reading": self.reading, "verdict": self.verdict, "signed": self.signed, "holds": self.holds}


def model_of(dossier: Dossier, negotiation: Negotiation) -> CaseModel | None:
    """The model that goes with a package file; nothing where the case has none, or it is unfinished."""
    try:
        return next((each for each in case_models(dossier) if each.name == negotiation.conflict), None)
    except ModelError:
        return None


def held(dossier: Dossier, negotiation: Negotiation, package: Package) -> tuple[Held, ...]:
    """What each reading of the model says of a package: nothing where it belongs to no state of a model.

    Raises ``ModelError`` where a statement names what is no option of the model.

    >>> import hikiwake as hw
    >>> from hikiwake.settlement.packages import draft
    >>> case = hw.load("japan_russia")
    >>> told = draft(case, "1956-1959").negotiation
    >>> [(each.reading, each.verdict) for each in held(case, told, (1,))][:3]
    [('', 'neither'), ('Prerna Gandhi 2024', 'neither'), ('Yoko Hirose 2018', 'agreed')]
    """
    model, when = model_of(dossier, negotiation), when_of(negotiation, package)
    if model is None or not when:
        return ()
    formulas = [issue.alternatives[at] for issue, at in zip(negotiation.issues, package, strict=True)]
    settlement = Settlement("package", parse(" and ".join(f"({each})" for each in when)))
    found = (_held(dossier, name, conflict, settlement, formulas) for name, conflict in model.readings)
    return tuple(each for each in found if each is not None)


def _held(
    dossier: Dossier, name: str, conflict: Conflict, settlement: Settlement, formulas: Sequence[str]
) -> Held | None:
    against = (refusals(dossier, conflict, name, each) for each in formulas)
    refusing = frozenset(maker for each in against for maker in each)
    found = _judged(content.numbered(conflict), settlement, refusing, "seq")
    return None if found is None else Held(read_by(dossier, name), *found)


@lru_cache(maxsize=512)
def _judged(
    reading: Conflict, settlement: Settlement, refusing: frozenset[int], concept: Concept
) -> tuple[Verdict, bool, bool | None] | None:
    ground, one = _played(reading, concept)
    if not _possible(ground, settlement):
        return None
    found = judge(one, Terms.of(ground, settlement), refusing)
    return found.verdict, found.holds, found.signed


def _possible(ground: Ground, settlement: Settlement) -> bool:
    return bool(ground.states.true_states(settlement.when).any())


@lru_cache(maxsize=8)
def _played(reading: Conflict, concept: Concept) -> tuple[Ground, Play]:
    ground = Ground.of(content.ground(reading))
    return ground, play(ground, reading, ranks_of(reading, ground.states), concept)
