"""What was found of a negotiation, before it is told."""

from __future__ import annotations

from dataclasses import dataclass, field

from hikiwake.dossier import Dossier
from hikiwake.settlement.packages.bargaining.conceding import Concession
from hikiwake.settlement.packages.bargaining.improving import Improvement
from hikiwake.settlement.packages.bargaining.linkage import Linkage
from hikiwake.settlement.packages.bargaining.opening_up import Change
from hikiwake.settlement.packages.bargaining.ratifying import Pivotal
from hikiwake.settlement.packages.bargaining.waiting import Era
from hikiwake.settlement.packages.holding.judging import Held, held
from hikiwake.settlement.packages.holding.tabled import OnTable
from hikiwake.settlement.packages.listing.space import number_of
from hikiwake.settlement.packages.listing.survey import sizes_of
from hikiwake.settlement.packages.listing.worth import Scale
from hikiwake.settlement.packages.negotiation import Negotiation, Package
from hikiwake.settlement.packages.telling.found import Found, Points
from hikiwake.settlement.packages.uncertain.draws import Drawn
from hikiwake.settlement.packages.uncertain.hinges import Hinges
from hikiwake.settlement.shares import Share, wilson

HALF = 0.5  # of the draws, in which a package is a Nash point for the fair points to be told


@dataclass(frozen=True, slots=True)
class Counts:
    """Counts of packages; ``None`` where there are too many to go through one by one.

    sure, possible: how many are in the zone whatever is true inside the intervals, and how many may be
    """

    packages: int
    zone: int | None = None
    win_sets: tuple[int, ...] | None = None
    overlap: int | None = None
    signable: int | None = None
    sure: int | None = None
    possible: int | None = None


@dataclass(frozen=True)
class Answers:
    """Everything that was found of a negotiation; ``rows`` are the Pareto set, largest product of gains first.

    pareto: how many packages the Pareto set holds, also where rows are fewer; dossier: the case of the file, where it
    is one of a case
    """

    negotiation: Negotiation
    scales: tuple[Scale, ...]
    counts: Counts
    rows: tuple[Found, ...]
    points: Points
    pareto: int
    linkage: Linkage
    pivotal: tuple[Pivotal, ...] = ()
    changes: tuple[Change, ...] = ()
    all_or_nothing: tuple[int, ...] = ()
    concession: Concession | None = None
    eras: tuple[Era, ...] = ()
    improvement: Improvement | None = None
    drawn: Drawn | None = None
    hinges: Hinges | None = None
    certain: bool = True
    tabled: tuple[OnTable, ...] = ()
    dossier: Dossier | None = field(default=None, repr=False, compare=False)

    @property
    def is_open(self) -> bool:
        """Whether there is a package that every party accepts."""
        return bool(self.points.nash)

    def held(self, package: Package) -> tuple[Held, ...]:
        """What the model of the era says of a package, reading by reading; nothing where the file is of no case."""
        return held(self.dossier, self.negotiation, package) if self.dossier else ()

    @property
    def is_settled(self) -> bool:
        """Whether the Nash point is known: it is one in at least half of the draws, or nothing is uncertain."""
        if self.certain or self.drawn is None or not self.points.nash:
            return True
        return self.share_of_nash is not None and self.share_of_nash.share >= HALF

    @property
    def share_of_nash(self) -> Share | None:
        """In what share of the draws the Nash point of the middle is one; ``None`` without draws."""
        if self.drawn is None or not self.points.nash:
            return None
        named = self.points.nash[0].package
        place = tuple(issue.alternatives.index(named[issue.id]) for issue in self.negotiation.issues)
        number = number_of(place, sizes_of(self.negotiation))
        return next((share for each, share in self.drawn.nash if each == number), wilson(0, self.drawn.count))

    @property
    def exact(self) -> bool:
        """Whether nothing was rounded, so that ties are ties of what the file says."""
        return all(scale.exact for scale in self.scales)
