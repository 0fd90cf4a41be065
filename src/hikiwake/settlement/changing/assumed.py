"""What would be said of the settlements of a reading under an assumption: that some least change of wishes was made.

Each settlement is judged as a finding is (``judgement``), with the same refusals on record, by the changed preferences
alone; nothing that the record tells is changed by it. What two editions of a case have in common is judged once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from hikiwake.conflict.concepts.definitions import Concept
from hikiwake.conflict.model import content
from hikiwake.conflict.model.changes import changed
from hikiwake.conflict.model.conflict import Conflict, Settlement
from hikiwake.conflict.model.preferences import ranks_of
from hikiwake.dossier import Dossier
from hikiwake.settlement.changing.ways import Part
from hikiwake.settlement.finding import Finding
from hikiwake.settlement.judgement import judge
from hikiwake.settlement.least_change import Least
from hikiwake.settlement.playing import play
from hikiwake.settlement.refusals import refusals
from hikiwake.settlement.terms import Ground, Terms
from hikiwake.wording.settlements import look

Asked = tuple[tuple[Settlement, frozenset[int]], ...]  # settlements, each with who refuses it on record


@dataclass(frozen=True, slots=True)
class Assumed:
    """A settlement under an assumption: the word by which its verdict is shown, as ``Finding.look`` has it."""

    settlement: str
    look: str


def assumed(dossier: Dossier, finding: Finding, lever: Least) -> tuple[Assumed, ...]:
    """Judge every settlement of the reading of a finding as if one of its levers had come about.

    >>> import hikiwake as hw
    >>> dossier = hw.load("japan_russia")
    >>> (found,) = hw.findings(dossier, "2001-2012", "four_at_once", variant="", draws=5).rows
    >>> then = {each.settlement: each.look for each in assumed(dossier, found, found.levers[0])}
    >>> found.look, then["four_at_once"]
    ('holds_only', 'agreed')
    """
    conflict = finding.conflict
    against = (refusals(dossier, conflict, finding.variant, one.formula) for one in conflict.settlements)
    asked = tuple((one, frozenset(each)) for one, each in zip(conflict.settlements, against, strict=True))
    concept: Concept = finding.concept
    looks = _looks(content.numbered(conflict), lever.changes, asked, concept)
    return tuple(Assumed(one.formula, word) for one, word in zip(conflict.settlements, looks, strict=True))


@lru_cache(maxsize=256)
def _looks(reading: Conflict, changes: Part, asked: Asked, concept: Concept) -> Sequence[str]:
    """The look of each settlement in a reading, as ``content.numbered`` leaves it, after some changes."""
    ground, after = Ground.of(content.ground(reading)), changed(reading, changes)
    one = play(ground, after, ranks_of(after, ground.states), concept)
    judged = [judge(one, Terms.of(ground, settlement), refusing) for settlement, refusing in asked]
    return [look(each.verdict, each.signed) for each in judged]
