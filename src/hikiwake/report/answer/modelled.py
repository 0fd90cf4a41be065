"""What the models answer: what would be signed and would hold, who blocks it, what would have to change, how surely."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from hikiwake.conflict.model.conflict import Conflict
from hikiwake.modelling.case_models import case_models
from hikiwake.report.answer.clause import Parts, filled, opened, several
from hikiwake.report.grounds import Grounds
from hikiwake.report.models.outlooks import finding_id
from hikiwake.settlement.finding import Finding
from hikiwake.wording.clauses import answer as wording
from hikiwake.wording.phrases import brief, the

MOST_HELD = 3  # settlements that are named one by one


@dataclass(frozen=True)
class Modelled:
    """The findings of a case, those of one way to settle in particular, and the sentences that follow from them."""

    grounds: Grounds
    findings: Sequence[Finding]
    formula: str  # the way to settle of which the paragraphs speak

    @cached_property
    def of_formula(self) -> dict[str, Finding]:
        """What the record as a whole says of that way to settle, by era."""
        return {each.era: each for each in self.findings if each.settlement == self.formula and not each.variant}

    def on(self, era: str, shared: Sequence[str]) -> Finding | None:
        """What the record as a whole says of what is shared in an era or, where nothing is, of the paragraphs' way."""
        own = {each.settlement: each for each in self.findings if each.era == era and not each.variant}
        return next(
            (own[formula] for formula in (*shared, *([] if shared else [self.formula])) if formula in own), None
        )

    @property
    def agreed(self) -> list[Finding]:
        """What would be signed and would hold, by the record as a whole."""
        return [each for each in self.findings if each.agreed and not each.variant]

    @property
    def when(self) -> list[Parts]:
        """What would be signed and would hold: by the record as a whole, then that way to settle by rival readings."""
        told = [self._held(self.agreed, "")]
        rivals = [each for each in self.findings if each.agreed and each.variant and each.settlement == self.formula]
        by = dict.fromkeys(each.by for each in rivals)
        return told + [self._held([each for each in rivals if each.by == name], name) for name in by]

    def _held(self, found: Sequence[Finding], by: str) -> Parts:
        scales = self.grounds.dossier.case.scales
        drawn = scales[0].formulas if scales else [each.settlement for each in found]
        named = [
            (
                wording.one_held(each.title, self._era(each.era), each.settlement in drawn, self._signing(each)),
                self.id_of(each),
            )
            for each in found[:MOST_HELD]
        ]
        more = [(wording.others_held(len(found) - MOST_HELD), "models")] if len(found) > MOST_HELD else []
        said = wording.held(len(found), by)
        return filled(said, found=several([*named, *more])) if found else [(said, "models")]

    def _signing(self, found: Finding) -> list[str]:
        """Who signs a settlement, in a dispute of more parties than two."""
        case = self.grounds.dossier.case
        return [] if {*case.sides} == {*case.dyad} else [the(name) for name in found.parties]

    @property
    def closed(self) -> list[Parts]:
        """Who stands in the way in the last era that has a model."""
        last = self._last
        said = wording.stands_in_the_way(*in_the_way(last)) if last else ""
        return [self._opened(said, last)] if last and said else []

    @property
    def change(self) -> list[Parts]:
        """What would have to change in the last era that has a model."""
        last = self._last
        return [self._opened(wording.change(last.changing), last)] if last and last.changing else []

    @property
    def sure(self) -> list[Parts]:
        """How steady that verdict is, and how the models fare against history."""
        last, rows = self._last, self.grounds.history.compared
        told = [self._opened(wording.draws(last.share.low, last.share.high), last)] if last else []
        hit, still = sum(row.holds for row in rows), sum(row.nothing_changes for row in rows)
        left = sum(row.holds_somewhere and not row.holds for row in rows)
        return told + ([[(wording.against_history(hit, left, len(rows), still), "models")]] if rows else [])

    @property
    def _last(self) -> Finding | None:
        """The last era of whose model a verdict can be told; one that is not told says nothing of who is in the way."""
        return next((each for each in reversed(self.of_formula.values()) if each.verdict != "not_told"), None)

    def _opened(self, words: str, finding: Finding) -> Parts:
        return opened(words, self.id_of(finding), title=finding.title, era=self._era(finding.era))

    def _era(self, id_: str) -> str:
        return brief(self.grounds.dossier.era(id_).period)

    def id_of(self, finding: Finding) -> str:
        """The permalink of a finding."""
        return finding_id(self._names[finding.conflict, finding.variant], finding)

    @cached_property
    def _names(self) -> dict[tuple[Conflict, str], str]:
        """The name of the model to which a reading belongs."""
        models = case_models(self.grounds.dossier)
        return {(conflict, variant): model.name for model in models for variant, conflict in model.readings}


def in_the_way(finding: Finding) -> tuple[list[str], list[str], list[str]]:
    """Who refuses a settlement, who would do better without it, and who would leave it; each named once."""
    refusing = _apart((name for name, _ in finding.refused_by), ())
    losing = _apart((one.decision_maker for one in finding.blockers if one.way == "loses"), refusing)
    leaving = (one.decision_maker for one in finding.blockers if one.way == "leaves")
    return refusing, losing, _apart(leaving, [*refusing, *losing])


def _apart(names: Iterable[str], others: Sequence[str]) -> list[str]:
    return [name for name in dict.fromkeys(map(the, names)) if name not in others]


def modelled(grounds: Grounds, preferred: str) -> Modelled | None:
    """The findings of a case on one way to settle: the preferred one where a model expresses it, else the first."""
    found = list(grounds.findings) if grounds.dossier.conflicts else []
    if not found:
        return None
    told = [each.settlement for each in found if each.verdict not in ("not_told", "alone") and not each.variant]
    expressed = [each.settlement for each in found]
    return Modelled(grounds, found, next(each for each in (preferred, *told, *expressed) if each in expressed))
