"""In which order settlements stand on the page: deals before what one side does alone, each by what changes hands."""

from __future__ import annotations

from functools import cached_property

from hikiwake.report.grounds import Grounds
from hikiwake.settlement.finding import Finding
from hikiwake.settlement.matrix import by_what_changes_hands


class Ordering:
    """The settlements of a case's models in order."""

    def __init__(self, grounds: Grounds) -> None:
        """Keep the grounds, whose findings are asked for when needed."""
        self.grounds = grounds

    @cached_property
    def own(self) -> list[Finding]:
        """What the record as a whole says, in order of the eras, then of the settlements."""
        found = [each for each in self.grounds.findings if not each.variant]
        eras = [era.id for era in self.grounds.dossier.case.eras]
        return sorted(found, key=lambda each: (eras.index(each.era), self.place(each.settlement)))

    @cached_property
    def signed_together(self) -> set[str]:
        """The settlements that in some era somebody would have to sign."""
        return {each.settlement for each in self.own if each.verdict != "alone"}

    @property
    def deals(self) -> list[Finding]:
        """What the record as a whole says of settlements that somebody would have to sign."""
        return [each for each in self.own if each.verdict != "alone"]

    def place(self, settlement: str) -> int:
        """The place of a settlement; what is no formula of the case comes last."""
        return self._places.get(settlement, len(self._places))

    @cached_property
    def _places(self) -> dict[str, int]:
        return {formula: place for place, formula in enumerate(by_what_changes_hands(self.grounds.dossier))}
