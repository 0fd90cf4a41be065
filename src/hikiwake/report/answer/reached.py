"""What the bargaining range answers: in which eras something was shared, what closed it, on how little it turns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from hikiwake.comparison.ranges import BargainingRange, Reach
from hikiwake.dossier import Position, Scale
from hikiwake.report.answer.clause import Parts, filled, opened, several
from hikiwake.report.grounds import Grounds
from hikiwake.report.naming import window_id
from hikiwake.wording.clauses import answer as wording
from hikiwake.wording.clauses import eras as by_era
from hikiwake.wording.phrases import brief, sentence, the

MOST_CLOSED = 2  # of the last eras in which nothing is shared


@dataclass(frozen=True)
class Reached:
    """The ranges of a case on its first scale, and the sentences that follow from them."""

    grounds: Grounds
    scale: Scale
    rows: Sequence[BargainingRange]

    @cached_property
    def by_overlap(self) -> dict[str, list[BargainingRange]]:
        """The eras by what is shared in them."""
        found: dict[str, list[BargainingRange]] = {}
        for row in self.rows:
            found.setdefault(row.overlap, []).append(row)
        return found

    @cached_property
    def formula(self) -> str:
        """The formula that is shared in most eras, of several the first of the scale; nothing where none is."""
        counts = Counter(formula for row in self.rows for formula in row.shared)
        most = max(counts.values(), default=0)
        return next((each for each in self.scale.formulas if counts[each] == most), "") if most else ""

    @property
    def known(self) -> int:
        """Of how many eras anything is told."""
        return len(self.rows) - len(self.by_overlap.get("unknown", []))

    def _count(self, overlap: str) -> int:
        return len(self.by_overlap.get(overlap, []))

    @property
    def sides(self) -> list[str]:
        """The names of both sides."""
        return [the(self.grounds.names.actor(side)) for side in self.grounds.dossier.case.pair(self.scale)]

    @property
    def headline(self) -> str:
        """The finding in one sentence."""
        return wording.headline(self.sides, self._count("open"), self._count("disputed"), self.known)

    @property
    def when(self) -> list[Parts]:
        """In which eras something was shared, whoever is followed or by some accounts."""
        found = [
            filled(
                wording.shared(
                    overlap,
                    len(rows),
                    sum(most in row.shared for row in rows),
                    any({*row.shared} - {most} for row in rows),
                ),
                eras=several([(brief(row.period), window_id(row)) for row in rows]),
                formula=[(self.grounds.names.term(most), "")],
            )
            for overlap in ("open", "disputed")
            if (rows := self.by_overlap.get(overlap)) and (most := _most(self.scale, rows))
        ]
        told = found or [[(wording.never_shared([row.overlap for row in self.rows]), "range")]]
        parties = self.grounds.dossier.case.sides
        return [*told, *([[(wording.of_two(self.sides, len(parties)), "")]] if len(parties) > len(self.sides) else [])]

    @property
    def closed(self) -> list[Parts]:
        """What the last eras have in which nothing is shared any more; or that nothing ever was."""
        if self.known and not any(row.shared for row in self.rows):
            return [[(wording.NEVER_OPEN, "range")]]
        shut = ("none", "refused")
        since = [row for index, row in enumerate(self.rows) if row.overlap in shut
                 and any(before.shared for before in self.rows[:index])]  # fmt: skip
        return [self._closed(row) for row in since[-MOST_CLOSED:]]

    def _closed(self, row: BargainingRange) -> Parts:
        said = wording.closed(self._shut(row))
        return opened(said, window_id(row), era=brief(row.period))

    def on(self, era: str) -> BargainingRange | None:
        """The range of an era."""
        return next((row for row in self.rows if row.era == era), None)

    def named(self, row: BargainingRange) -> str:
        """What stands for all that is shared in an era: what is in most eras, else its first; nothing for nothing."""
        return self.formula if self.formula in row.shared else next(iter(row.shared), "")

    def accepted(self, row: BargainingRange) -> Parts:
        """What both would accept in the era of a range; or why nothing is shared, or that it is not told."""
        if row.overlap == "unknown":
            return opened(by_era.UNKNOWN, window_id(row))
        if row.overlap not in ("open", "disputed"):
            return opened(sentence(self._shut(row)), window_id(row))
        more = len(self.grounds.dossier.case.sides) > len(self.sides)
        said = by_era.accepted(row.overlap, len(row.shared) - 1, self.sides if more else ())
        return opened(said, window_id(row), formula=self.grounds.names.term(self.named(row)))

    def _shut(self, row: BargainingRange) -> str:
        """Why nothing is shared, as a clause."""
        names = self.grounds.names
        limits = [self._limit(row, each) for each in row.reaches]
        refusing = {each.actor: dict.fromkeys(bound.holder for bound in row.bounds
                                              if bound.actor == each.actor and bound.refuses)
                    for each in row.reaches if each.refuses}  # fmt: skip
        return wording.nothing_shared(
            row.overlap, limits, [(names.actor(each), list(who)) for each, who in refusing.items()]
        )

    def _limit(self, row: BargainingRange, reach: Reach) -> tuple[str, str, int, int]:
        """How far a side goes at most, by how many of those who tell of it."""
        side = the(self.grounds.names.actor(reach.actor))
        told = {bound.holder: set[str]() for bound in row.bounds if bound.actor == reach.actor}
        if not reach.possible:
            return side, "", 0, len(told)
        named = set[str]()  # what follows from the scale alone is not said of a side
        for bound in row.bounds:
            if bound.actor == reach.actor:
                told[bound.holder].update((*bound.accepts, *bound.perhaps))
                named.update(self._on(id_) for id_ in bound.positions)
        said = [formula for formula in reach.possible if formula in named] or reach.possible
        furthest = said[-1 if reach.actor == self.scale.actor else 0]
        accepting = [each for each in told.values() if each]
        return side, self.grounds.names.term(furthest), sum(furthest in each for each in accepting), len(accepting)

    def _on(self, id_: str) -> str:
        entry = self.grounds.dossier.by_id[id_]
        return entry.on if isinstance(entry, Position) else ""

    @property
    def turning(self) -> list[Parts]:
        """On how few positions the last era turns in which anything is shared."""
        shared = [row for row in self.rows if row.shared and row.decided_by]
        if not shared:
            return []
        row, first = shared[-1], shared[-1].decided_by[0]
        return [opened(wording.turns_on(len(first.positions), first.overlap), window_id(row), era=brief(row.period))]

    @property
    def sure(self) -> list[Parts]:
        """In how many eras the answer depends on whom one follows."""
        if not (count := self._count("disputed")):
            return []
        return [opened(wording.disputed(count, self.known), "finding-windows")]


def _most(scale: Scale, rows: Sequence[BargainingRange]) -> str:
    """What is shared in most of some eras, of several the first of the scale."""
    counts = Counter(formula for row in rows for formula in row.shared)
    return max(scale.formulas, key=lambda formula: counts[formula])


def reached(grounds: Grounds) -> Reached | None:
    """The ranges of the first scale, or ``None`` for a case without scale, eras or its two actors."""
    case = grounds.dossier.case
    if not case.scales or not case.eras or not {*case.dyad} <= {*grounds.dossier.actor}:
        return None
    scale = case.scales[0]
    return Reached(grounds, scale, [row for row in grounds.ranges if row.scale == scale.id])
