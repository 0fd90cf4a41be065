"""What a bargaining range is: how far each side goes by whose account, what both would accept, and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields

from hikiwake.comparison.overlap import Deciding
from hikiwake.dossier.dossier import Dossier
from hikiwake.dossier.folder.records import passage_record, plain
from hikiwake.periods import Period
from hikiwake.results import Plain, Result, flat
from hikiwake.wording import ranges as wording


@dataclass(frozen=True, slots=True)
class Bound:
    """What one actor accepts by one holder and one kind of evidence, and the positions that say so.

    ``accepts`` are the formulas named and all that the actor ranks better, in the order of the scale; where a formula
    has open content, ``perhaps`` adds what it accepts under some reading of it only, and what it accepts for a part of
    the era only. ``refuses`` says that it refuses to talk.
    """

    actor: str
    holder: str
    kind: str
    accepts: tuple[str, ...]
    perhaps: tuple[str, ...]
    refuses: bool
    positions: tuple[str, ...]
    passages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reach:
    """What one actor accepts whichever holder is followed, and in all by some; whether it only refuses to talk.

    Both in the order of the scale.
    """

    actor: str
    certain: tuple[str, ...]
    possible: tuple[str, ...]
    refuses: bool


@dataclass(frozen=True, slots=True)
class BargainingRange:
    """What two actors would both accept in one era on one scale, and why.

    ``overlap`` is open, none, refused, disputed or unknown; ``by_kind`` the same for each kind of evidence alone;
    ``shared`` the formulas that both accept by every holder (``open``) or by some (``disputed``); ``shares`` percent of
    the land, only where a passage gives it; ``reaches`` what each actor accepts over all holders; ``decided_by`` the
    smallest sets of positions without which the overlap were another; ``beside`` positions that are not counted: of
    publics, factions and companies, and authors' advice.
    """

    era: str
    period: Period
    scale: str
    between: tuple[str, str]
    overlap: str
    by_kind: Mapping[str, str]
    shared: tuple[str, ...]
    shares: Mapping[str, str]
    reaches: tuple[Reach, ...]
    bounds: tuple[Bound, ...]
    decided_by: tuple[Deciding, ...]
    beside: tuple[str, ...]
    why: str


@dataclass(frozen=True)
class BargainingRanges(Result[BargainingRange]):
    """Bargaining ranges, scale by scale and era by era."""

    rows: tuple[BargainingRange, ...]
    dossier: Dossier = field(repr=False, compare=False)

    def as_records(self) -> list[Plain]:
        """The rows as plain values; each bound has its passages as places."""
        return [
            {**_record(row), "reaches": [_record(each) for each in row.reaches],
             "bounds": [self._bound(bound) for bound in row.bounds],
             "decided_by": [_record(each) for each in row.decided_by]}
            for row in self.rows
        ]  # fmt: skip

    def as_rows(self) -> list[Plain]:
        """The rows flat: how far an actor goes in columns of its own (``reaches_JPN_possible``), each bound briefly."""
        return flat([
            {**record, "reaches": {each.pop("actor"): each for each in record["reaches"]},
             "bounds": [wording.bound(one.actor, one.kind, one.holder, one.accepts, one.refuses) for one in row.bounds]}
            for record, row in zip(self.as_records(), self.rows, strict=True)
        ])  # fmt: skip

    def _bound(self, bound: Bound) -> Plain:
        return {**_record(bound), "passages": [passage_record(self.dossier, id_) for id_ in bound.passages]}

    @property
    def sentences(self) -> tuple[str, ...]:
        """Why each range is what it is."""
        return tuple(row.why for row in self.rows)

    def shown(self) -> tuple[Sequence[str], Iterable[Iterable[object]]]:
        """Era, scale, overlap, what is shared, and why."""
        case = self.dossier.case
        eras, scales = ({each.id: each.title for each in case.eras}, {each.id: each.title for each in case.scales})
        formulas = {each.id: each.title for each in self.dossier.formulas}
        cells = (
            (eras[row.era], scales[row.scale], row.overlap, "; ".join(formulas[id_] for id_ in row.shared), row.why)
            for row in self.rows
        )
        return ("era", "scale", "overlap", "shared", "why"), cells


def _record(value: BargainingRange | Bound | Deciding | Reach) -> Plain:
    return {each.name: plain(getattr(value, each.name)) for each in fields(value)}
