"""In which order settlements stand: deals before what one side does alone, each by what changes hands.

What changes hands most stands first: by the place on the case's first scale, then by the share of the land where one is
told, then as the case lists them.
"""

from __future__ import annotations

from functools import cached_property

from hikiwake.report.grounds import Grounds
from hikiwake.settlement.finding import Finding


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

    def place(self, settlement: str) -> tuple[int, float, int]:
        """The key by which a settlement is put in its place."""
        return self._places.get(settlement, (len(self._places), 0, 0))

    @cached_property
    def _places(self) -> dict[str, tuple[int, float, int]]:
        dossier = self.grounds.dossier
        order = dossier.case.scales[0].order if dossier.case.scales else ()
        rank = {formula: place for place, group in enumerate(order) for formula in group}
        return {
            each.id: (rank.get(each.id, len(order)), -_share(each.share), place)
            for place, each in enumerate(dossier.formulas)
        }


def _share(told: str) -> float:
    """A share of the land as a number; nothing told counts as nothing.

    >>> _share("37.5"), _share("")
    (37.5, 0.0)
    """
    try:
        return float(told or 0)
    except ValueError:
        return 0.0
